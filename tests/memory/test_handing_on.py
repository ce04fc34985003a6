"""Who leaves hands on what they carry in the bridge: somebody accepts it, sees it, and whom it concerns hears it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone

from nabij.bridge import agreeing
from nabij.bridge.agreement_reminding import remind as remind_agreed
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.asking import ask, end_ask
from nabij.bridge.asks import Asker
from nabij.bridge.handing_on import AnsweredHanding, AskedAlready, NotYoursToHandOn, answer, hand_on
from nabij.bridge.handing_telling import tell_handed_on
from nabij.bridge.handings import HandingOn
from nabij.bridge.introducing import propose
from nabij.bridge.introductions import Introduction, Side
from nabij.bridge.referral_reading import waiting
from nabij.bridge.referrals import Referral
from nabij.bridge.referring import Said, Whom, Words, refer, step
from nabij.bridge.telling import asked_of
from nabij.memory.carrying import Carried, State, carried
from nabij.memory.leaving import StillCarried, go
from nabij.people.models import Group, Neighbourhood
from nabij.people.verbs import note_person, put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from tests.web.asking import logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
REFUSED = "row-level security"


def now() -> Any:
    return timezone.now()


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def carries(world: World, name: str, kind: str) -> list[Carried]:
    with world.acting(name):
        return [one for _k, items in carried(by=world.people[name], at=now()) for one in items if one.kind == kind]


def hands_on(world: World, kind: str, thing: UUID, *, by: str = "marieke", to: str = "yusuf") -> HandingOn:
    with world.acting(by):
        said: dict[str, Any] = {"what": "iets", "by": world.people[by], "at": now()}
        return hand_on(kind=kind, thing=thing, to=world.people[to], **said)


def says(world: World, handing: HandingOn, *, yes: bool = True, name: str = "yusuf") -> None:
    with world.acting(name):
        answer(handing=HandingOn.objects.get(id=handing.id), yes=yes, by=world.people[name], at=now())


def heard(handing: HandingOn) -> int:
    with acting_as(office("reminders")):
        return tell_handed_on(handing_id=handing.id, at=now())


@pytest.fixture
def for_els(world: World) -> Any:
    with world.acting("marieke"):
        els = note_person(name="Els Zonder", by=world.marieke, at=now())
        return ask(line="Wie leest voor?", about=els, neighbourhood=here(), by=world.marieke, at=now())


@pytest.fixture
def referred(world: World) -> Referral:
    with world.acting("jan"):
        whom = Whom(name="Marieke", person=world.marieke)
        said = Said(what="Een brief lezen", ground="Ze zei ja.")
        return refer(about=world.riet, whom=whom, said=said, by=world.jan, at=now())


def test_an_ask_for_another_stays_ones_own_until_somebody_says_yes(world: World, for_els: Any) -> None:
    assert [(one.words, one.state) for one in carries(world, "marieke", "ask")] == [("Wie leest voor?", State.MINE)]
    handing = hands_on(world, "ask", for_els.id)
    assert carries(world, "marieke", "ask")[0].state == State.ASKED
    with world.acting("marieke"), pytest.raises(AskedAlready):
        hand_on(kind="ask", thing=for_els.id, what="iets", to=world.jan, by=world.marieke, at=now())
    with world.acting("yusuf"):
        assert not Asker.objects.exists(), "before the yes they read what they are asked, and no more"
        assert HandingOn.objects.get().what == "iets"
    with world.acting("fatima"):
        assert not HandingOn.objects.exists()
        assert not HandingOn.objects.filter(id=handing.id).update(yes=True, answered_at=now())
    says(world, handing)
    assert (carries(world, "marieke", "ask")[0].state, len(carries(world, "yusuf", "ask"))) == (State.TAKEN, 1)
    with world.acting("yusuf"):
        with pytest.raises(AnsweredHanding):
            answer(handing=handing, yes=False, by=world.yusuf, at=now())
        end_ask(ask=Asker.objects.get().ask, kind="met", by=world.yusuf, at=now())
    assert (carries(world, "marieke", "ask"), carries(world, "yusuf", "ask")) == ([], [])


def test_a_no_leaves_it_where_it_is_and_another_is_asked(world: World, for_els: Any) -> None:
    says(world, hands_on(world, "ask", for_els.id), yes=False)
    (one,) = carries(world, "marieke", "ask")
    assert (one.state, "niet overnemen" in one.note) == (State.MINE, True)
    with world.acting("yusuf"):
        assert not Asker.objects.exists()
    hands_on(world, "ask", for_els.id, to="jan")
    assert carries(world, "marieke", "ask")[0].state == State.ASKED


def test_nobody_hands_on_what_is_not_theirs(world: World, for_els: Any, referred: Referral) -> None:
    for kind, thing in (("ask", for_els.id), ("referral", referred.id)):
        with world.acting("fatima"), pytest.raises(NotYoursToHandOn):
            hand_on(kind=kind, thing=thing, what="x", to=world.yusuf, by=world.fatima, at=now())
    with world.acting("marieke"):
        with pytest.raises(NotYoursToHandOn):
            hand_on(kind="ask", thing=for_els.id, what="x", to=world.marieke, by=world.marieke, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            two = {"person": world.marieke, "to": world.yusuf}
            HandingOn.objects.create(ask=for_els, what="x", yes=True, answered_at=now(), at=now(), **two)
        assert hand_on(kind="ask", thing=for_els.id, what="x", to=world.yusuf, by=world.marieke, at=now())


def test_a_referral_that_is_handed_on_is_answered_by_the_new_one_and_the_sender_hears_it(
    world: World, referred: Referral
) -> None:
    words = Words(hears_by=timezone.localdate() + timedelta(days=7))
    with world.acting("marieke"):
        step(referral=referred, state="accepted", by=world.marieke, at=now(), words=words)
    assert [one.state for one in carries(world, "marieke", "referral")] == [State.MINE]
    with world.acting("marieke"), pytest.raises(StillCarried):
        go(by=world.marieke, at=now())
    handing = hands_on(world, "referral", referred.id)
    with world.acting("yusuf"):
        assert not Referral.objects.exists()
    says(world, handing)
    assert heard(handing) == 2
    for name in ("jan", "riet"):
        with world.acting(name):
            assert Letter.objects.filter(reader=world.people[name], about_kind="referral_handed").count() == 1
    with acting_as(office("reminders")):
        assert asked_of(Referral.objects.get()) == [world.yusuf.id], "from now on they are reminded"
    with world.acting("yusuf"):
        assert [one.id for one in waiting(by=world.yusuf)] == [referred.id]
        done = Words(outcome="hulp-gekregen")
        step(referral=Referral.objects.get(), state="completed", by=world.yusuf, at=now(), words=done)
    with world.acting("jan"):
        assert Referral.objects.as_they_stand().filter(Q(state="completed")).exists()
    assert (carries(world, "marieke", "referral"), carries(world, "yusuf", "referral")) == ([], [])


def test_an_introduction_goes_on_with_the_new_one(world: World) -> None:
    with world.acting("marieke"):
        by: dict[str, Any] = {"by": world.marieke, "at": now(), "hat": world.hats["marieke"]}
        made = propose(one=world.riet, other=world.jan, why="Jullie breien allebei", **by)
    handing = hands_on(world, "introduction", made.id)
    with world.acting("yusuf"):
        assert not Introduction.objects.exists()
    says(world, handing)
    assert heard(handing) == 2
    with world.acting("yusuf"):
        assert (Introduction.objects.get(), Side.objects.count()) == (made, 2)
    with world.acting("fatima"):
        assert not Introduction.objects.exists()
    assert (carries(world, "marieke", "introduction")[0].state, len(carries(world, "yusuf", "introduction"))) == (
        State.TAKEN,
        1,
    )


def test_a_signature_goes_to_somebody_who_may_sign_for_that_group_and_they_are_spoken_to(world: World) -> None:
    with acting_as(office("beheer")):
        place: dict[str, Any] = {"neighbourhood": here()}
        team = Group.objects.create(name="Wijkteam", kind="team", formal=True, **place)
        crew = Group.objects.create(name="Tuinploeg", kind="initiative", formal=False, **place)
        since = {"since": timezone.localdate() - timedelta(days=9), **place}
        worn = put_on(person=world.marieke, role="teamlid", formal=True, group=team, **since)
        put_on(person=world.yusuf, role="teamlid", formal=True, group=team, **since)
        put_on(person=world.fatima, role="tuinvrouw", formal=False, group=crew, **since)
    review = timezone.localdate() + timedelta(days=10)
    line = agreeing.Line("garden", "initiatives", "De tuinploeg komt kijken.")
    with world.acting("marieke"):
        said: dict[str, Any] = {"lines": [line], "groups": [team, crew], "review_on": review, "why": "", "hat": worn}
        made = agreeing.propose(by=world.marieke, at=now(), **said, **place)
    for name, group in (("marieke", team), ("fatima", crew)):
        with world.acting(name):
            party = AgreementParty.objects.select_related("group", "agreement").get(agreement=made, group=group)
            agreeing.sign(party=party, by=world.people[name], at=now())
    (one,) = carries(world, "marieke", "party")
    with world.acting("marieke"), pytest.raises(NotYoursToHandOn):
        hand_on(kind="party", thing=one.key, what="x", to=world.jan, by=world.marieke, at=now())
    with world.acting("fatima"), pytest.raises(NotYoursToHandOn):
        hand_on(kind="party", thing=one.key, what="x", to=world.yusuf, by=world.fatima, at=now())
    handing = hands_on(world, "party", one.key)
    says(world, handing)
    assert heard(handing) == 1, "Fatima, who signed for the other side"
    assert (carries(world, "marieke", "party")[0].state, len(carries(world, "yusuf", "party"))) == (State.TAKEN, 1)
    with acting_as(office("reminders")):
        remind_agreed(at=now())
    with world.acting("yusuf"):
        assert Letter.objects.filter(reader=world.yusuf, about_kind="agreement_due").count() == 1


def test_on_the_screen_one_asks_and_the_other_answers(world: World, for_els: Any) -> None:
    leaves, takes = logged_in(world, "marieke"), logged_in(world, "yusuf")
    page = leaves.get("/weggaan/").content.decode()
    assert "Wie leest voor?" in page and f"/overdragen/ask/{for_els.id}/" in page
    assert logged_in(world, "fatima").get(f"/overdragen/ask/{for_els.id}/").status_code == 404
    assert leaves.get(f"/overdragen/nothing/{for_els.id}/").status_code == 404
    whom = leaves.get(f"/overdragen/ask/{for_els.id}/").content.decode()
    assert whom.index('<optgroup label="Met een pet">') < whom.index("Yusuf") and "Els Zonder" not in whom
    assert leaves.post(f"/overdragen/ask/{for_els.id}/", {"to": ""}).status_code == 400
    assert leaves.post(f"/overdragen/ask/{for_els.id}/", {"to": str(world.yusuf.id)}).status_code == 302
    with world.acting("yusuf"):
        handing = HandingOn.objects.get()
    address = f"/overnemen/{handing.id}/"
    assert address in takes.get("/").content.decode()
    assert "Wie leest voor?" in takes.get(address).content.decode()
    assert logged_in(world, "fatima").get(address).status_code == 404
    leaves.post(address, {"yes": "ja"})
    assert "Er is nog geen antwoord" in leaves.get(address).content.decode(), "who asks does not answer for the other"
    said = takes.post(address, {"yes": "ja"}, follow=True).content.decode()
    assert "Jij nam dit over" in said and f"/vragen/{for_els.id}/" in said
    assert "Voor Els" in takes.get(f"/vragen/{for_els.id}/").content.decode()
    assert logged_in(world, "fatima").post(f"/vragen/{for_els.id}/einde/", {"kind": "met"}).status_code == 404
    assert takes.post(f"/vragen/{for_els.id}/einde/", {"kind": "met"}).status_code == 302
    assert carries(world, "marieke", "ask") == []
