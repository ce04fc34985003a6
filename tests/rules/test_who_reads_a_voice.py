"""Nobody reads a voice before its time: not who raised it, not who leads the talk, by no question and by no error.

And who leads the talk sees that dilemma and nothing else; a link reaches one voice.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nabij.stories.models import Story
from nabij.trust.acting import NOBODY, Actor, acting_as, administrator, link, office, person
from nabij.weighing.decisions import Came, Decision, WorkingTogether
from nabij.weighing.dilemmas import Dilemma, DilemmaCircle, Option, Participant, ParticipantEnd, Perspective
from nabij.weighing.raising import Asked, stop
from nabij.weighing.speaking import Valued, speak
from nabij.weighing.voices import Choice, Voice
from tests.conftest import owner
from tests.rules.tables import Table, what_is_seen
from tests.rules.test_what_hangs_on_a_circle import ALL_TABLES
from tests.weighing.street import Part, Street, now, raised, street
from tests.world import World

REFUSED = "row-level security|permission denied"
OURS: tuple[Table, ...] = (
    Dilemma, DilemmaCircle, Option, Participant, ParticipantEnd, Perspective, Voice, Choice, Decision, Came,
    WorkingTogether,
)  # fmt: skip
OFFICES = ("door", "post", "beheer", "logs", "why", "reminders", "rights")


@pytest.fixture
def there(world: World) -> Street:
    """Fatima, Gerda by her link, and Riet have spoken; Marieke and Yusuf have not."""
    made = street(world)
    made.speak("fatima", 5, 2, 1, why1="Eerlijk.")
    made.speak("gerda", 1, 4, 1)
    made.speak("riet", 4, 3, 2)
    return made


def everybody_else(there: Street) -> Iterator[tuple[str, Actor]]:
    """Who has not spoken: who raised it, who leads the talk, the circle, strangers, offices and an administrator."""
    for name in ("marieke", "yusuf", "kees", "jan", "loes", "kim"):
        hat = there.world.hats.get(name)
        yield name, person(there.world.people[name].id, hat=hat.id if hat else None)
    for name in ("kees", "yusuf", "jan"):
        yield f"link of {name}", link(reader=there.world.people[name].id, reach=there.dilemma.id)
    yield "visitor", NOBODY
    yield "administrator", administrator(there.loes.id)
    yield from ((name, office(name)) for name in OFFICES)


def asked(sql: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given or None)
        return cursor.fetchall()


QUESTIONS = (
    "select count(*) from weighing_voice",
    "select count(*) from weighing_choice",
    "select count(value) from weighing_choice where value > 3",
    "select count(*) from weighing_participant p join weighing_voice v using (dilemma_id, person_id)",
    "select count(*) from weighing_option o join weighing_choice c on c.option_id = o.id",
    "select count(*) from weighing_participant p where exists (select 1 from weighing_voice v"
    " where v.person_id = p.person_id)",
    "select coalesce(sum(value), 0) from weighing_choice",
    "select count(*) from weighing_choice where 1 / (value - 5) > 0",  # It would divide by zero, were it read.
    "select count(*) from weighing_voice where ('x' || name)::integer > 0",
    "select count(*) from weighing_option o where (select avg(value) from weighing_choice c"
    " where c.option_id = o.id) is not null",
)


def test_by_no_question_does_anybody_see_that_another_spoke(there: Street) -> None:
    for name, actor in everybody_else(there):
        with acting_as(actor):
            for question in QUESTIONS:
                try:
                    with transaction.atomic():
                        assert asked(question) == [(0,)], (name, question)
                except DatabaseError as refused:
                    assert "permission denied" in str(refused), (name, question)


def test_who_spoke_sees_their_own_voice_alone(there: Street) -> None:
    for name in ("fatima", "gerda", "riet"):
        with there.acting(name):
            assert [one.person_id for one in Voice.objects.all()] == [there.world.people[name].id]
            assert Choice.objects.count() == 3


def test_what_words_say_is_the_same_whether_or_not_somebody_thinks_otherwise(there: Street) -> None:
    """Only how many have spoken is told, to who thinks along."""
    options = [there.option(number).id for number in (1, 2, 3)]
    for name, actor in everybody_else(there):
        inside = name in ("marieke", "yusuf", "kees", "link of kees", "link of yusuf")
        with acting_as(actor):
            assert asked("select trust.voices_open(%s)", there.dilemma.id) == [(False,)]
            assert asked("select * from trust.voices_spoken(%s)", there.dilemma.id) == [(3, 5) if inside else (0, 0)]
            for option in (*options, None):
                assert asked("select trust.weighed_otherwise(%s, %s)", there.dilemma.id, option) == [(True,)]
            assert asked("select trust.my_open_weighings(), trust.my_open_voices(), trust.shared_with_me()") == [
                ([], [], [])
            ]


def test_no_error_tells_whether_another_spoke(there: Street) -> None:
    """Fatima did and Loes was not even asked: to put down a voice for either is refused in the same words."""
    columns = "(id, dilemma_id, person_id, name, role, formal, at)"
    values = "(gen_random_uuid(), %s, %s, 'x', '', false, now())"
    for ending in ("", " on conflict do nothing", " returning id", " on conflict (dilemma_id, person_id) do nothing"):
        said = set()
        for who in (there.fatima, there.yusuf, there.loes):
            with there.acting("marieke"), pytest.raises(DatabaseError) as refused, transaction.atomic():
                asked(f"insert into weighing_voice {columns} values {values}{ending}", there.dilemma.id, who.id)
            said.add(str(refused.value))
        assert len(said) == 1, said
        assert "row-level security" in said.pop()


def test_nothing_is_written_into_a_voice_of_another_nor_taken_from_it(there: Street) -> None:
    with owner():
        fatimas = Voice.objects.get(person=there.fatima)
    own = "(id, voice_id, option_id, value, why) values (gen_random_uuid(), %s, %s, 3, '')"
    for name in ("marieke", "yusuf", "kees"):
        with there.acting(name):
            for ending in ("", " on conflict do nothing"):
                with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                    asked(f"insert into weighing_choice {own}{ending}", fatimas.id, there.option(1).id)
            assert asked("delete from weighing_voice returning id") == []
            assert asked("delete from weighing_choice returning value") == []
            for change in ("update weighing_voice set name = 'x'", "update weighing_choice set value = 1"):
                with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                    asked(change)
    with owner():
        assert Voice.objects.count() == 3
        assert Choice.objects.count() == 9


def test_when_all_have_spoken_who_thinks_along_reads_them_and_nobody_else(there: Street) -> None:
    there.speak("marieke", 5, 2, 1)
    there.speak("yusuf", 4, 2, 1)
    for name, seen in (("marieke", 5), ("kees", 5), ("riet", 5), ("gerda", 5), ("jan", 0), ("loes", 0), ("kim", 0)):
        with there.acting(name):
            assert (Voice.objects.count(), Choice.objects.count()) == (seen, seen * 3), name
    for name in OFFICES:
        with acting_as(office(name)):
            assert Voice.objects.count() == 0, name


def test_when_they_close_the_voices_of_who_stopped_stay_closed(there: Street) -> None:
    with there.acting("marieke"):
        stop(participant=Participant.objects.get(person=there.gerda), by=there.marieke, at=now())
    there.close()
    with there.acting("marieke"):
        assert {one.person_id for one in Voice.objects.all()} == {there.fatima.id, there.riet.id}
    with there.acting("gerda"):
        assert [one.person_id for one in Voice.objects.all()] == [there.gerda.id]
        assert not Dilemma.objects.exists()
        assert not Option.objects.exists()


def test_after_the_opening_no_voice_changes_in_the_database_either(there: Street) -> None:
    there.close()
    with there.acting("fatima"):
        assert asked("delete from weighing_voice returning id") == []
        assert asked("delete from weighing_choice returning id") == []
    said = there.values(5, 2, 1)
    with there.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        voice = Voice(dilemma=there.dilemma, person=there.yusuf, name="Yusuf Demir", formal=False, at=now())
        voice.save(force_insert=True)
    with there.acting("marieke"):
        for person_ in (there.jan, there.loes):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Participant.objects.create(
                    dilemma=there.dilemma, person=person_, name="x", asked_by=there.marieke, at=now()
                )
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            gerda = Participant.objects.get(person=there.gerda)
            ParticipantEnd.objects.create(participant=gerda, by=there.marieke, at=now())
    assert len(said) == 3


def test_one_speaks_in_ones_own_name_and_hat_of_an_option_that_is_there(there: Street) -> None:
    other = raised(there.world, Asked(there.yusuf))
    with owner():
        elsewhere = Option.objects.get(dilemma=other, number=1)
    with there.acting("yusuf"):
        yusuf = {"dilemma": there.dilemma, "person": there.yusuf, "name": "Yusuf Demir", "formal": False, "at": now()}
        for wrong in (
            {"name": "Riet Kuiper"},
            {"person": there.jan},
            {"formal": True},
            {"formal": None},
            {"role": "arts"},
            {"hat": there.world.hats["marieke"], "role": "wijkwerker", "formal": True},
            {"hat": there.world.hats["yusuf"], "role": "wijkverpleegkundige", "formal": False},
        ):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Voice(**{**yusuf, **wrong}).save(force_insert=True)
        voice = Voice(**yusuf)
        voice.save(force_insert=True)
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Choice.objects.create(voice=voice, option=elsewhere, value=3)
        for value in (0, 6):
            with pytest.raises(DatabaseError, match="valued_one_to_five"), transaction.atomic():
                Choice.objects.create(voice=voice, option=there.option(1), value=value)
        assert Choice.objects.create(voice=voice, option=there.option(1), value=3)
        with pytest.raises(DatabaseError, match="an_option_valued_once"), transaction.atomic():
            Choice.objects.create(voice=voice, option=there.option(1), value=3)


def test_one_option_alone_is_not_spoken_about(there: Street) -> None:
    with owner():
        Voice.objects.all().delete()
        Option.objects.filter(dilemma=there.dilemma, number__gt=1).delete()
    with there.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        said = [Valued(Option.objects.get().id, 3)]
        speak(dilemma=there.dilemma.id, said=said, by=there.yusuf, at=now())


def test_options_stand_once_somebody_has_spoken(there: Street) -> None:
    with there.acting("marieke"):
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Option.objects.create(dilemma=there.dilemma, number=4, words="Nog iets")
        other = raised(there.world)
        assert Option.objects.create(dilemma=other, number=4, words="Nog iets")
    with there.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        Option.objects.create(dilemma=other, number=5, words="Nog iets")


def test_who_leads_the_talk_sees_that_dilemma_and_nothing_else(there: Street) -> None:
    raised(there.world, Asked(there.yusuf))
    with there.acting("kees"):
        seen = {name: keys for name, keys in what_is_seen(ALL_TABLES).items() if keys}
    ours = {"dilemma": 1, "option": 3, "participant": 6}
    assert {name: len(keys) for name, keys in seen.items() if name not in OF_ONESELF} == ours
    assert seen["dilemma"] == {there.dilemma.id}
    with there.acting("kees"):
        assert (Story.objects.count(), DilemmaCircle.objects.count()) == (0, 0)
        assert seen.get("person", set()) <= {there.kees.id}


OF_ONESELF = {"person"}


@pytest.mark.parametrize("who", ["marieke", "fatima", "jan", "riet"])
def test_the_database_refuses_a_facilitator_who_is_a_party(there: Street, who: str) -> None:
    other = raised(there.world)
    said = {"part": Part.FACILITATES, "name": "x", "asked_by": there.marieke, "at": now()}
    with there.acting("marieke"):
        Participant.objects.filter(dilemma=other).count()
        with pytest.raises(DatabaseError, match=f"{REFUSED}|thinks_along_once"), transaction.atomic():
            Participant.objects.create(dilemma=other, person=there.world.people[who], **said)
        assert Participant.objects.create(dilemma=other, person=there.kees, **said)


def test_the_database_keeps_the_minority_and_one_decision_by_who_weighed(there: Street) -> None:
    there.speak("marieke", 5, 2, 1)
    said = {"words": "Wij doen dit.", "reasons": "Daarom.", "formal": False, "at": now()}

    def decided(who: str, **other: object) -> Decision:
        made = Decision(
            dilemma=there.dilemma, carried_by=there.world.people[who], by_name=there.world.people[who].name, **said
        )
        for name, value in other.items():
            setattr(made, name, value)
        made.save(force_insert=True)
        return made

    first = there.option(1)
    with there.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        decided("marieke", option=first, minority="Anders.")  # Still blind.
    there.speak("yusuf", 4, 2, 1)
    with there.acting("kees"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        decided("kees", option=first, minority="Anders.")
    with there.acting("marieke"):
        for wrong in ({"minority": ""}, {"minority": "Anders.", "carried_by": there.yusuf}):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                decided("marieke", option=first, **wrong)
        assert decided("marieke", option=first, minority="Gerda wil liever niets zeggen.")
    with there.acting("yusuf"), pytest.raises(DatabaseError, match="unique"), transaction.atomic():
        decided("yusuf", option=first, minority="Anders.")


# -- By a link ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(there: Street) -> tuple[Street, dict[str, UUID]]:
    """A second dilemma about which Gerda and Fatima think along as well, where Gerda has spoken; and one of others."""
    second = raised(there.world, Asked(there.gerda), Asked(there.fatima))
    third = raised(there.world, Asked(there.yusuf))
    with owner():
        options = list(Option.objects.filter(dilemma=second).order_by("number"))
    with acting_as(link(reader=there.gerda.id, reach=second.id)):
        speak(dilemma=second.id, said=[Valued(one.id, 2) for one in options], by=there.gerda, at=now())
    story = there.world.riets_story
    return there, {
        "first": there.dilemma.id,
        "second": second.id,
        "third": third.id,
        "story": story.id,
        "circle": story.circle_id,
        "somebody": there.fatima.id,
    }


@settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    who=st.sampled_from(["gerda", "fatima", "yusuf", "riet", "kees", "jan", "loes", "marieke"]),
    reach=st.sampled_from(["first", "second", "third", "story", "circle", "somebody"]),
    closed=st.booleans(),
)
def test_a_link_reaches_one_voice_only(two: tuple[Street, dict[str, UUID]], who: str, reach: str, closed: bool) -> None:
    there, keys = two
    reader = there.world.people[who]
    with transaction.atomic():
        if closed:
            there.close()
        with acting_as(link(reader=reader.id, reach=keys[reach])):
            seen = what_is_seen_by_link()
            voices = list(Voice.objects.values_list("person_id", "dilemma_id"))
        open_now = closed and reach == "first" and who in ("gerda", "fatima", "yusuf", "riet", "kees", "marieke")
        assert all(dilemma == keys[reach] for _person, dilemma in voices)
        assert open_now or all(one == reader.id for one, _dilemma in voices)
        assert seen["dilemma"] <= {keys[reach]}
        assert not seen["dilemmacircle"]
        if not open_now:
            assert seen["participant"] <= own_seats(reader.id, keys[reach])
        transaction.set_rollback(True)


def what_is_seen_by_link() -> dict[str, set[UUID]]:
    """Of each table of ours; what a link may not even ask of is empty."""
    found = {}
    for table in OURS:
        try:
            with transaction.atomic():
                found[str(table._meta.model_name)] = set(table._default_manager.values_list("id", flat=True))
        except DatabaseError as refused:
            assert "permission denied" in str(refused)
            found[str(table._meta.model_name)] = set()
    return found


def own_seats(who: UUID, dilemma: UUID) -> set[UUID]:
    with owner():
        return set(Participant.objects.filter(person=who, dilemma=dilemma).values_list("id", flat=True))


@pytest.mark.parametrize(("reader", "reach"), list(product(["gerda", "yusuf"], ["second", "third"])))
def test_a_link_speaks_for_its_reader_about_its_own_dilemma(
    two: tuple[Street, dict[str, UUID]], reader: str, reach: str
) -> None:
    there, keys = two
    one = there.world.people[reader]
    allowed = (reader, reach) in {("gerda", "second"), ("yusuf", "third")}
    said = {"dilemma_id": keys[reach], "person": one, "name": one.name, "formal": False, "at": now() - timedelta(1)}
    with acting_as(link(reader=one.id, reach=keys[reach])):
        Voice.objects.filter(person=one).delete()
        if allowed:
            Voice(**said).save(force_insert=True)
        else:
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Voice(**said).save(force_insert=True)
        for wrong in ({"person": there.fatima}, {"dilemma_id": keys["first"]}, {"name": "Fatima El Amrani"}):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Voice(**{**said, **wrong}).save(force_insert=True)
