"""An administrator keeps log-ins, hats and groups, and reads nothing of what is written. One allowed, one refused."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import draw_tie, note
from nabij.people.granting import NotWorn, Shown
from nabij.people.models import (
    Account,
    Administrator,
    Duty,
    Group,
    Hat,
    HatRule,
    Person,
    Place,
    Proof,
    Strength,
    Suspension,
    TakingOff,
)
from nabij.people.own import put_on_own
from nabij.people.verbs import note_person, put_on
from nabij.post.models import Letter
from nabij.stories.verbs import ask, tell
from nabij.trust import administering
from nabij.trust.acting import acting_as, administrator, office, person
from nabij.trust.models import RightsReview, Setting, Trace
from nabij.trust.verbs import leave_trace, note_in, note_look
from tests.conftest import owner
from tests.world import AT, TODAY, World

# What an administrator reads something of; every other table of ours is empty for them, or shut.
KEPT = {
    "people_account",
    "people_administrator",
    "people_duty",
    "people_group",
    "people_hat",
    "people_hatrule",
    "people_neighbourhood",
    "people_person",
    "people_place",
    "people_proof",
    "people_suspension",
    "people_takingoff",
    "trust_purpose",
    "trust_rightsreview",
    "trust_setting",
    "trust_trace",
    "bridge_kindofhelp",
}
OURS = sorted(m._meta.db_table for m in apps.get_models() if m.__module__.startswith("nabij."))
NOW = timezone.now


@pytest.fixture
def full(world: World) -> World:
    """Riet's story with something in every table of what is confided; Marieke, of all people, also administers."""
    circle, story = world.riets_story.circle, world.riets_story
    with world.acting("marieke"):
        by = world.marieke
        note(line="Naar de markt gelopen.", circle=circle, by=by, at=AT)
        ask(who=world.jan, circle=circle, story=story, what="Meelopen", by=by, at=AT)
        tell(story=story, person=world.riet, words="Gewoon lopen", by=by, at=AT)
        draw_tie(circle=circle, owner=world.riet, other=world.jan, kind="neighbour", ring=1, told_by=by, at=AT)
        note_look(by=by, hat=world.hats["marieke"], about=[world.riet.id], thing=story, at=AT)
        world.people["noted"] = note_person(known_as="de buurman van zes", by=by, at=AT)
        note_in(circle=circle, person=world.noted, at=AT)
        Strength.objects.create(person=by, kind="can", what="luisteren", open=True)
    with acting_as(office("beheer")):
        administering.appoint(person=world.marieke, by=None, at=AT)
        administering.appoint(person=world.loes, by=None, at=AT)
        administering.require_proof(role="maatje", kind="vog", since=TODAY, by=None, at=AT)
        administering.see_proof(hat=world.hats["yusuf"], shown=Shown("employment", TODAY), by=None, at=AT)
        administering.take_off_hat(hat=world.hats["jan"], by=None, at=AT, why="verhuisd")
        administering.say_setting(key="terms", words="Wees aardig.", by=None, at=AT)
    return world


def rows(table: str) -> int:
    """How many rows whoever acts counts; none where the table is shut."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f'select count(*) from "{table}"')
            return int(cursor.fetchone()[0])
    except DatabaseError as refused:
        assert "permission denied" in str(refused)
        return 0


@pytest.mark.parametrize("table", [one for one in OURS if one not in KEPT and not one.startswith("directory_")])
def test_what_was_confided_is_empty_for_an_administrator_also_for_one_in_the_circle(full: World, table: str) -> None:
    with acting_as(administrator(full.marieke.id)):
        assert rows("people_account") == 7, "they do act"
        assert rows(table) == 0


def test_the_same_person_outside_administration_reads_what_is_theirs(full: World) -> None:
    with full.acting("marieke"):
        assert Moment.objects.exists()
    with acting_as(administrator(full.marieke.id)):
        assert rows("moments_moment") == 0


@pytest.mark.parametrize("table", sorted(KEPT - {"bridge_kindofhelp", "people_duty", "people_place", "trust_purpose"}))
def test_what_administration_keeps_is_read_by_an_administrator_and_not_by_who_only_says_so(
    full: World, table: str
) -> None:
    with acting_as(administrator(full.loes.id)):
        administering.begin_group(name="Team", kind="team", formal=True, by=full.loes, at=AT)
        administering.note_review(changed="niets", by=full.loes, at=AT)
        riets = Account.objects.select_related("person").get(person=full.riet)
        administering.switch_off(account=riets, why="op vakantie", by=full.loes, at=AT)
        assert rows(table)
    public = {"people_group", "people_hatrule", "people_neighbourhood", "trust_setting"}
    with acting_as(administrator(full.kim.id)):
        assert bool(rows(table)) is (table in public), "Kim is no administrator, whatever she is sealed as"


def test_who_was_only_noted_is_nobody_to_an_administrator(full: World) -> None:
    with acting_as(administrator(full.loes.id)):
        assert not Person.objects.filter(id=full.noted.id).exists()
        assert Person.objects.filter(id=full.riet.id).exists()
    with full.acting("marieke"):
        assert Person.objects.filter(id=full.noted.id).exists()


def test_a_hat_kept_to_circles_is_not_seen_and_an_open_one_is(full: World) -> None:
    near = full.hats["marieke"].neighbourhood
    with full.acting("riet"):
        said = {"by": full.riet, "at": AT, "can": "", "cannot": "", "neighbourhood": near}
        hidden = put_on_own(role="zorgt voor haar zus", open=False, **said)
        shown = put_on_own(role="buurvrouw", open=True, **said)
    with acting_as(administrator(full.loes.id)):
        assert set(Hat.objects.filter(person=full.riet)) == {shown}
    with full.acting("riet"):
        assert Hat.objects.filter(id=hidden.id).exists()


def test_an_account_that_stands_still_or_an_ended_administrator_opens_nothing(full: World) -> None:
    with acting_as(administrator(full.loes.id)):
        marieke = Account.objects.select_related("person").get(person=full.marieke)
        administering.switch_off(account=marieke, why="weg", by=full.loes, at=AT)
        assert Account.objects.count() == 7
    with acting_as(administrator(full.marieke.id)):
        assert not Account.objects.exists()
    with acting_as(administrator(full.loes.id)):
        administering.appoint(person=full.fatima, by=full.loes, at=AT, why="samen")
        administering.dismiss(person=full.loes, by=full.loes, at=AT, why="klaar")
        assert not Account.objects.exists()


Do = Callable[[World, Person], object]
DAY = {"starts": AT, "ends": AT + timedelta(hours=1), "phone": "0299"}
ADDS: dict[str, Do] = {
    "people_administrator": lambda w, by: Administrator.objects.create(person=w.jan, made_by=by, since=AT),
    "people_suspension": lambda w, by: Suspension.objects.create(person=w.jan, made_by=by, since=AT, why="weg"),
    "people_hat": lambda w, by: put_on(person=w.kim, role="maatje", formal=False, since=TODAY, by=by),
    "people_proof": lambda w, by: Proof.objects.create(hat=w.hats["yusuf"], kind="vog", seen_by=by, seen_on=TODAY),
    "people_takingoff": lambda w, by: TakingOff.objects.create(hat=w.hats["yusuf"], by=by, at=AT, why="weg"),
    "trust_rightsreview": lambda w, by: RightsReview.objects.create(by=by, at=AT, changed="niets"),
    "post_letter": lambda w, by: Letter.objects.create(
        kind="welcome", reader=w.kim, writer=by, about_kind="account", about_id=w.kim.id, written_at=AT, due=AT
    ),
    "trust_trace": lambda w, by: leave_trace(by=by, hat=None, what="invite", thing=w.kim, circle=None, at=AT),
}
ADDS_NAMELESS: dict[str, Do] = {
    "people_person": lambda w, by: note_person(name="Nieuw", by=None, at=AT),
    "people_group": lambda w, by: Group.objects.create(name="Team", kind="team", formal=True),
    "people_place": lambda w, by: Place.objects.create(name="De Kern"),
    "people_hatrule": lambda w, by: HatRule.objects.create(role="kok", kind="vog", since=TODAY),
    "people_duty": lambda w, by: Duty.objects.create(hat=w.hats["yusuf"], neighbourhood_id="BU04390302", **DAY),
    "trust_setting": lambda w, by: Setting.objects.create(key="terms", words="Anders.", at=AT),
    "people_account": lambda w, by: Account.objects.create(email="nieuw@voorbeeld.example", person=w.noted, made_at=AT),
}


def refused(do: Do, world: World, by: Person) -> bool:
    try:
        with transaction.atomic():
            do(world, by)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("table", ADDS)
def test_an_administrator_writes_in_their_own_name_alone(full: World, table: str) -> None:
    with acting_as(administrator(full.loes.id)):
        assert refused(ADDS[table], full, full.marieke), "in another's name"
        assert not refused(ADDS[table], full, full.loes)


@pytest.mark.parametrize("table", [*ADDS, *ADDS_NAMELESS])
def test_somebody_else_writes_none_of_it(full: World, table: str) -> None:
    do = ADDS.get(table) or ADDS_NAMELESS[table]
    for actor in (administrator(full.kim.id), person(full.kim.id), person(full.loes.id)):
        by = full.loes if actor.who == str(full.loes.id) else full.kim
        if (table, actor.kind) in (("trust_trace", "person"), ("people_hat", "person"), ("people_person", "person")):
            continue  # Everybody leaves their own trace and puts on hats of their own; other tests hold how.
        with acting_as(actor):
            assert refused(do, full, by), actor
    with acting_as(administrator(full.loes.id)):
        assert not refused(do, full, full.loes)


def test_a_letter_of_an_administrator_is_a_welcome_without_words(full: World) -> None:
    said = {"reader": full.kim, "writer": full.loes, "about_kind": "account", "about_id": full.kim.id}
    with acting_as(administrator(full.loes.id)):
        for more in ({"kind": "news"}, {"kind": "welcome", "words": "psst"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Letter.objects.create(**said, **more, written_at=AT, due=AT)
        Letter.objects.create(**said, kind="welcome", written_at=AT, due=AT)


def test_traces_of_a_circle_are_not_for_administrators_and_their_own_are(full: World) -> None:
    with owner():
        written = Trace.objects.exclude(circle_key=None).count()
    assert written > 3
    with acting_as(administrator(full.marieke.id)):
        seen = list(Trace.objects.all())
    assert {one.circle_key for one in seen} == {None}
    assert {one.what for one in seen} == {"appoint", "require_proof", "see_proof", "take_off_hat", "say_setting"}


def test_a_proof_and_a_reason_are_seen_by_who_sees_the_hat(full: World) -> None:
    with acting_as(office("beheer")):
        administering.take_off_hat(hat=full.hats["yusuf"], by=None, at=AT, why="werkt elders")
    for who, sees in (("riet", True), ("kim", False)):
        with full.acting(who):
            assert Proof.objects.exists() is sees
            assert TakingOff.objects.filter(hat=full.hats["yusuf"]).exists() is sees


def test_only_the_wearer_or_administration_takes_a_hat_off(full: World) -> None:
    hat = full.hats["yusuf"]
    with full.acting("riet"):
        assert refused(lambda w, by: TakingOff.objects.create(hat=hat, by=by, at=AT, why="weg"), full, full.riet)
    with full.acting("yusuf"):
        assert refused(lambda w, by: TakingOff.objects.create(hat=hat, by=by, at=AT, why="weg"), full, full.riet)
        administering.take_off_hat(hat=hat, by=full.yusuf, at=AT, why="ik stop")
        with pytest.raises(NotWorn):
            administering.take_off_hat(hat=hat, by=full.yusuf, at=AT, why="nog eens")


def test_one_sees_ones_own_suspension_and_that_one_administers_and_nobody_elses(full: World) -> None:
    with acting_as(administrator(full.loes.id)):
        riets = Account.objects.select_related("person").get(person=full.riet)
        administering.switch_off(account=riets, why="op vakantie", by=full.loes, at=AT)
    with full.acting("riet"):
        assert (Suspension.objects.count(), Administrator.objects.count()) == (1, 0)
    with full.acting("loes"):
        assert (Suspension.objects.count(), Administrator.objects.count()) == (0, 1)


def test_a_spell_is_ended_and_not_rewritten(full: World) -> None:
    with acting_as(administrator(full.loes.id)):
        row = Administrator.objects.filter(person=full.marieke)
        assert refused(lambda w, by: row.update(until=AT, ended_by=w.marieke), full, full.loes)
        assert refused(lambda w, by: row.update(person=w.kim), full, full.loes)
        assert row.update(until=AT, ended_by=full.loes) == 1
        assert row.update(until=None) == 0
    with acting_as(person(full.loes.id)):
        assert refused(lambda w, by: Administrator.objects.update(until=AT), full, full.loes)
