"""A neighbourhood proposes, signs and changes its agreement: who may, who may not, and what holds when."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.timezone import localdate

from nabij.bridge import agreeing
from nabij.bridge.agreeing import Line
from nabij.bridge.agreement_reminding import remind
from nabij.bridge.agreements import (
    Agreement,
    AgreementParty,
    Clause,
    Penholder,
    Remark,
    Signature,
    answer_days,
    first_rung,
)
from nabij.bridge.answer_days import answer_day
from nabij.bridge.ladder import RungName
from nabij.bridge.models import KindOfHelp
from nabij.people.models import Group, Hat, Neighbourhood
from nabij.post.models import Letter
from nabij.trust.acting import NOBODY, acting_as, office
from tests.bridge.street import AT, Street

pytestmark = pytest.mark.django_db
GARDEN = Line("garden", "initiatives", "De tuinploeg komt kijken.", answer_days=3)
REFUSED = "row-level security"


class Corner(Street):
    """Marieke works in the team, Jan is of the garden crew, Bep only lives there, Kim wears a hat elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        with acting_as(office("beheer")):
            self.crew = Group.objects.create(name="Tuinploeg", kind="initiative", formal=False, neighbourhood=self.here)
            self.far = Neighbourhood.objects.create(code="BU04390101", name="Elders", kind="buurt", parent=self.town)
        for name in ("Marieke Bos", "Jan Groen", "Bep Oud"):
            self.person(name)
        self.person("Kim Ver", neighbourhood=self.far)
        self.hat("marieke", "wijkwerker", formal=True, group=self.team)
        self.hat("jan", "tuinman", group=self.crew)
        self.hat("kim", "buurvrouw", neighbourhood=self.far)


@pytest.fixture
def street() -> Corner:
    return Corner()


def proposed(street: Corner, *lines: Line, by: str = "marieke", **said: Any) -> Agreement:
    everything: dict[str, Any] = {
        "neighbourhood": street.here,
        "lines": lines or (GARDEN,),
        "groups": [street.team, street.crew],
        "review_on": localdate(AT) + timedelta(days=180),
        "why": "",
        "hat": street.hats.get(by),
        "at": AT,
    }
    with street.acting(by):
        return agreeing.propose(by=street.people[by], **(everything | said))


def signed(street: Corner, agreement: Agreement, *names: str) -> None:
    for name in names:
        with street.acting(name):
            party = AgreementParty.objects.get(agreement=agreement, group=street.hats[name].group)
            agreeing.sign(party=party, by=street.people[name], at=AT)


def refused(act: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        act()


def remark_of(agreement: Agreement, street: Corner, name: str) -> Remark:
    said = {"neighbourhood": street.here, "person": street.people[name], "called": street.people[name].name}
    return Remark.objects.create(agreement=agreement, words="Nee.", at=AT, **said)


def in_force() -> list[int]:
    with acting_as(NOBODY):
        return list(Agreement.objects.in_force().values_list("number", flat=True))


def test_it_holds_when_the_last_group_has_signed_and_sets_the_ladder_and_the_days(street: Corner) -> None:
    here = street.here.code
    made = proposed(street)
    signed(street, made, "marieke")
    assert in_force() == []
    story = street.story("bep")
    story.tie("jan", "family", weight="strong")
    assert story.ask("Mijn tuin is te zwaar.", map=False).first == RungName.OWN
    signed(street, made, "jan")
    assert in_force() == [1]
    ladder = story.ask("Mijn tuin is te zwaar.")
    assert ladder.first == RungName.INITIATIVES
    assert ladder.why_first == "In de buurtafspraak staat: “De tuinploeg komt kijken.”"
    with acting_as(NOBODY):
        assert (answer_days(neighbourhood=here, kind="garden"), first_rung(neighbourhood=here, kind="garden")) == (
            3,
            "initiatives",
        )
        assert answer_days(neighbourhood=here, kind="chores") is None
        assert answer_days(neighbourhood=street.town.code, kind="garden") is None
        assert answer_days(neighbourhood=None, kind="garden") is None
    newer = proposed(street, Line("garden", "neighbours", "Eerst de buren.", answer_days=5), by="jan")
    signed(street, newer, "jan")
    assert in_force() == [1]
    signed(street, newer, "marieke")
    assert in_force() == [2]
    with acting_as(office("post")):
        assert answer_days(neighbourhood=here, kind="garden") == 5
        assert Clause.objects.count() == 2, "the older version is kept as it was"


def test_what_groups_signed_goes_before_what_is_noted_and_the_nearest_before_the_town(street: Corner) -> None:
    story = street.story("bep")
    with acting_as(office("beheer")):
        KindOfHelp.objects.create(
            neighbourhood=street.here, key="garden", starts_on="volunteers", words=["Duiventil"], why="Zo deden we het."
        )
    signed(street, proposed(street, neighbourhood=street.town), "marieke", "jan")
    assert story.ask("De duiventil staat scheef.").first == RungName.INITIATIVES, "its own words still count"
    with acting_as(NOBODY):
        assert answer_days(neighbourhood=street.here.code, kind="garden") == 3
        assert answer_days(neighbourhood=street.far.code, kind="garden") == 3
    signed(street, proposed(street, Line("garden", "neighbours", "Buren.")), "marieke", "jan")
    with acting_as(NOBODY):
        assert first_rung(neighbourhood=street.here.code, kind="garden") == "neighbours"
        assert answer_days(neighbourhood=street.here.code, kind="garden") is None, "the nearest says no days"
        assert first_rung(neighbourhood=street.far.code, kind="garden") == "initiatives"


def test_who_wears_a_hat_there_proposes_and_says_something_and_nobody_else(street: Corner) -> None:
    made = proposed(street, by="jan")
    for name in ("bep", "kim"):
        with pytest.raises(agreeing.NoHatHere):
            proposed(street, by=name)
        with street.acting(name):
            with pytest.raises(agreeing.NoHatHere):
                agreeing.remark(agreement=made, kind="", words="Nee.", by=street.people[name], hat=None, at=AT)
            refused(lambda: Agreement.objects.create(neighbourhood=street.here, number=2, review_on=AT, at=AT))
            refused(lambda: Clause.objects.create(agreement=made, position=3, kind="walk", starts_on="own", first="x"))
            refused(partial(remark_of, made, street, name))
    with street.acting("marieke"):
        by: dict[str, Any] = {"by": street.people["marieke"], "hat": street.hats["marieke"], "at": AT}
        for words in ("  ", "x" * 201):
            with pytest.raises(agreeing.NothingSaid):
                agreeing.remark(agreement=made, kind="", words=words, **by)
        agreeing.remark(agreement=made, kind="garden", words="En  in de winter?", **by)
        refused(partial(remark_of, made, street, "jan"))
    for name, reads in (("bep", 1), ("jan", 1), ("kim", 0)):
        with street.acting(name):
            assert (Remark.objects.count(), Penholder.objects.count()) == (reads, reads), name
            assert Remark.objects.all().delete()[0] == 0
    with acting_as(NOBODY):
        assert (Remark.objects.count(), Penholder.objects.count(), Clause.objects.count()) == (0, 0, 1)
    with street.acting("marieke"):
        assert Remark.objects.all().delete()[0] == 1


def test_a_version_bears_the_next_number_and_no_other(street: Corner) -> None:
    """Whoever skipped numbers would overtake for good what others propose after them."""
    made = proposed(street)
    row: dict[str, Any] = {"neighbourhood": street.here, "review_on": localdate(AT), "at": AT}
    with street.acting("jan"):
        for number in (3, 32767, 1):
            refused(partial(Agreement.objects.create, number=number, **row))
        refused(lambda: Agreement.objects.bulk_create(Agreement(number=number, **row) for number in (2, 3)))
        assert Agreement.objects.create(number=2, **row).number == made.number + 1
    assert proposed(street, neighbourhood=street.town).number == 1, "each place counts by itself"


def test_a_group_is_signed_for_once_by_its_own_people_in_a_hat_that_was_given(street: Corner) -> None:
    made = proposed(street)
    with street.acting("bep"):
        bep: dict[str, Any] = {"person": street.people["bep"], "granted_by": street.people["bep"]}
        Hat.objects.create(role="tuinvrouw", group=street.crew, formal=False, since=localdate(AT), **bep)
    street.hat("kim", "vrijwilliger", group=street.team)
    for name, group in (("bep", street.crew), ("kim", street.team), ("jan", street.team)):
        with street.acting(name):
            party = AgreementParty.objects.select_related("group", "agreement").get(agreement=made, group=group)
            with pytest.raises(agreeing.NotYourGroup):
                agreeing.sign(party=party, by=street.people[name], at=AT)
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Signature.objects.create(party=party, at=AT)
    signed(street, made, "jan")
    with pytest.raises(agreeing.SignedAlready):
        signed(street, made, "jan")
    with street.acting("jan"), pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(party=AgreementParty.objects.get(agreement=made, group=street.crew), at=AT)


def test_after_the_first_signature_nothing_is_added_and_nothing_taken_back(street: Corner) -> None:
    made, other = proposed(street), proposed(street)
    more: dict[str, Any] = {"position": 1, "starts_on": "own", "first": "Ik."}
    with street.acting("marieke"):
        agreeing.take_back(agreement=other, by=street.people["marieke"], at=AT)
        Clause.objects.create(agreement=made, kind="walk", **more)
    with street.acting("jan"), pytest.raises(agreeing.NotYoursToTakeBack):
        agreeing.take_back(agreement=made, by=street.people["jan"], at=AT)
    signed(street, made, "jan")
    with street.acting("marieke"):
        with pytest.raises(agreeing.NotYoursToTakeBack):
            agreeing.take_back(agreement=made, by=street.people["marieke"], at=AT)
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Clause.objects.create(agreement=made, kind="sport", **more)
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            AgreementParty.objects.create(agreement=made, group=street.crew)
        for table in (Agreement, Clause, Signature, AgreementParty):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                table.objects.all().delete()
    with pytest.raises(agreeing.NotInForce):
        signed(street, other, "marieke")


def test_it_is_of_two_sides_and_nobody_who_signed_is_left_out(street: Corner) -> None:
    with acting_as(office("beheer")):
        choir = Group.objects.create(name="Koor", kind="initiative", formal=False, neighbourhood=street.here)
        elsewhere = Group.objects.create(name="Elders", kind="initiative", formal=False, neighbourhood=street.far)
    for groups in ([street.team], [street.crew, choir], []):
        with pytest.raises(agreeing.FromTwoSides):
            proposed(street, groups=groups)
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        proposed(street, groups=[street.team, elsewhere])
    signed(street, proposed(street), "marieke", "jan")
    with pytest.raises(agreeing.LeftOut, match="Tuinploeg"):
        proposed(street, groups=[street.team, choir])
    out = proposed(street, groups=[street.team, choir], by="jan")
    assert out.number == 2, "a group takes itself out"
    street.hat("bep", "zingt", group=choir)
    signed(street, out, "marieke")
    assert in_force() == [1]
    signed(street, out, "bep")
    assert in_force() == [2]


def test_what_cannot_be_proposed_is_said(street: Corner) -> None:
    for lines in ((Line("garden", "own", "  "),), (GARDEN, Line("walk", "own", ""))):
        with pytest.raises(agreeing.NothingAgreed):
            proposed(street, *lines)
    with pytest.raises(agreeing.NothingAgreed):
        proposed(street, lines=[])
    with pytest.raises(agreeing.StaysWhereItIs, match="veiligheid"):
        proposed(street, Line("safety", "neighbours", "De buren."))
    for days in (0, -3, 2000):
        with pytest.raises(agreeing.ReviewTooSoon):
            proposed(street, review_on=localdate(AT) + timedelta(days=days))
    for days in (0, 61):
        with pytest.raises(DatabaseError, match="answer_within_sixty_days"), transaction.atomic():
            proposed(street, Line("garden", "own", "Ik.", answer_days=days))
    story = street.story("bep")
    signed(street, proposed(street, Line("safety", "specialists", "Veilig Thuis.", answer_days=1)), "marieke", "jan")
    assert story.ask("Mijn man slaat mij.").first != RungName.OWN


def test_who_signed_hears_once_that_it_is_looked_at_again_and_today_says_it(street: Corner) -> None:
    signed(street, proposed(street), "marieke", "jan")
    soon, later = AT + timedelta(days=166), AT + timedelta(days=165)
    with acting_as(office("reminders")):
        assert remind(at=later) == 0
        assert (remind(at=soon), remind(at=soon + timedelta(days=1))) == (2, 0)
    with street.acting("jan"):
        letter = Letter.objects.get(about_kind="agreement_due")
        assert (letter.kind, letter.words) == ("notice", "")
        for day, waits in ((later, 0), (soon, 1)):
            assert AgreementParty.objects.mine_to_do(today=localdate(day)).count() == waits
    with street.acting("bep"):
        assert not AgreementParty.objects.mine_to_do(today=localdate(soon)).exists()
    open_still = proposed(street)
    with street.acting("jan"):
        assert AgreementParty.objects.mine_to_sign().get().agreement == open_still
    signed(street, open_still, "jan")
    with street.acting("jan"):
        assert not AgreementParty.objects.mine_to_sign().exists()


def test_a_referral_is_answered_within_the_days_that_were_agreed(street: Corner) -> None:
    monday = localdate(AT) - timedelta(days=localdate(AT).weekday())
    asked = {"day": monday + timedelta(days=4), "neighbourhood": street.here.code}  # A Friday.
    with street.acting("jan"):
        assert answer_day(kind="garden", **asked) == monday + timedelta(days=11), "five working days"
    signed(street, proposed(street), "marieke", "jan")
    with street.acting("jan"):
        assert answer_day(kind="garden", **asked) == monday + timedelta(days=7), "three days, as it was agreed"
        assert answer_day(kind="debts", **asked) == monday + timedelta(days=8), "nothing was agreed of that"
