"""A sealed note: its two keepers see it, the resident and the circle see nothing, not even that it is there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from nabij.moments.models import Moment, Stream
from nabij.moments.verbs import note
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.stories.models import (
    KeeperAnswer,
    SealAgreement,
    SealedLine,
    SealedNote,
    SealKeeper,
    SealOpening,
    SealReview,
    SealTold,
    Story,
)
from nabij.stories.reading import open_story
from nabij.stories.sealing import (
    DayTooFar,
    LastKeeper,
    NotTogether,
    OverAlready,
    PlaceTaken,
    ProposedAlready,
    ReasonNeeded,
    WhyNotTold,
    agree,
    answer_as_second,
    ask_another,
    propose,
    put_in_story,
    seal,
    step_down,
    write_in,
)
from nabij.stories.sealreading import asking, mine, open_sealed, told_of
from nabij.stories.verbs import DayGone, begin_smaller_circle
from nabij.trust.models import Circle, Look, Membership, Trace
from nabij.trust.verbs import introduce, let_in
from tests.conftest import owner
from tests.world import World

SEALED = (SealedNote, SealKeeper, KeeperAnswer, SealedLine, SealReview, SealAgreement, SealOpening)
EVERYBODY_ELSE = ("riet", "fatima", "jan", "loes", "kim")
REFUSED = "row-level security"


def now():
    return timezone.now()


def in_days(count: int):
    return timezone.localdate() + timedelta(days=count)


def sealed_by(world: World, name: str = "marieke", second: str = "yusuf", **more) -> SealedNote:
    said = {"words": "Blauwe plek op haar arm.", "reason": "Eerst overleggen.", "review_on": in_days(14)}
    person, other = world.people[name], world.people[second]
    with world.acting(name):
        story = Story.objects.get(id=world.riets_story.id)
        return seal(story=story, second=other, by=person, at=now(), **(said | more))


def says_yes(world: World, name: str = "yusuf") -> None:
    with world.acting(name):
        keeper = SealKeeper.objects.get(person=world.people[name], until__isnull=True)
        answer_as_second(keeper=keeper, yes=True, by=world.people[name], at=now())


@pytest.fixture
def kept(world: World) -> SealedNote:
    """Marieke sealed a note, and Yusuf said yes."""
    there = sealed_by(world)
    says_yes(world)
    return there


def counts() -> list[int]:
    return [model.objects.count() for model in SEALED]


def test_two_keep_it_and_nobody_else_knows(world: World, kept: SealedNote):
    for name in ("marieke", "yusuf"):
        with world.acting(name):
            assert SealedLine.objects.get().words == "Blauwe plek op haar arm."
            assert [one.note for one in mine(by=world.people[name])] == [kept]
    for name in EVERYBODY_ELSE:
        with world.acting(name):
            assert counts() == [0] * len(SEALED)


def test_who_is_asked_sees_why_and_not_what_until_their_yes(world: World):
    sealed_by(world)
    with world.acting("yusuf"):
        assert SealedNote.objects.get().reason == "Eerst overleggen."
        assert not SealedLine.objects.exists()
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            SealedLine.objects.create(
                note=SealedNote.objects.get(), words="x", by=world.yusuf, by_name=world.yusuf.called, at=now()
            )
    says_yes(world)
    with world.acting("yusuf"):
        assert SealedLine.objects.exists()


def test_nothing_the_circle_reads_differs(world: World):
    """What the others see of the story, of people, letters, traces and looks is the same before and after."""

    def seen(name: str) -> dict[str, object]:
        person = world.people[name]
        with world.acting(name):
            found: dict[str, object] = {
                model.__name__: set(model.objects.values_list("id", flat=True))
                for model in (Moment, Circle, Membership, Letter, Trace, Person, Look)
            }
            found["stream"] = set(Moment.objects.filter(id__any_of=Stream(50)).values_list("id", flat=True))
            if name in ("riet", "fatima", "jan"):
                with transaction.atomic():
                    told = open_story(story=world.riets_story, by=person, hat=None, at=now(), upto=50)
                    found["told"] = (told.moments, told.older, told.promises, told.ties, len(told.readers))
                    found.pop("Look")
            return found

    before = {name: seen(name) for name in EVERYBODY_ELSE}
    sealed_by(world, why_untold="Hij leest mee op haar telefoon.")
    says_yes(world)
    with world.acting("yusuf"):
        open_sealed(note_id=SealedNote.objects.get().id, by=world.yusuf, hat=world.hats["yusuf"], at=now())
    after = {name: seen(name) for name in EVERYBODY_ELSE}
    assert after == before


def test_looking_at_it_is_logged_and_not_told(world: World, kept: SealedNote):
    with world.acting("yusuf"):
        open_sealed(note_id=kept.id, by=world.yusuf, hat=world.hats["yusuf"], at=now())
        assert Look.objects.get(what="read_seal").thing_id == kept.id
    with world.acting("riet"):
        assert not Look.objects.filter(what="read_seal").exists()


def test_the_resident_hears_that_there_is_one_and_nothing_more(world: World, kept: SealedNote):
    with world.acting("riet"):
        (told,) = told_of(story=world.riets_story)
        assert (told.since, told.looks_again) == (timezone.localdate(), in_days(14))
        assert counts() == [0] * len(SEALED)
        assert not SealTold.objects.update(looks_again=in_days(1))
    for name in ("fatima", "jan", "loes"):
        with world.acting(name):
            assert not SealTold.objects.exists()


def test_unless_telling_is_the_danger(world: World):
    with pytest.raises(WhyNotTold):
        sealed_by(world, why_untold=" ")
    sealed_by(world, why_untold="Dan wordt hij boos.")
    with world.acting("riet"):
        assert not SealTold.objects.exists()
    with world.acting("marieke"):
        assert SealedNote.objects.get().why_untold


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"review_on": in_days(0)}, DayGone),
        ({"review_on": in_days(-1)}, DayGone),
        ({"review_on": in_days(400)}, DayTooFar),
        ({"reason": "  "}, ReasonNeeded),
    ],
)
def test_it_needs_a_reason_and_a_day_to_come(world: World, said, problem):
    with pytest.raises(problem):
        sealed_by(world, **said)
    with world.acting("marieke"):
        assert not SealedNote.objects.exists()


def test_the_database_too_refuses_a_day_that_was(world: World):
    said = {"story": world.riets_story, "circle_id": world.riets_story.circle_id, "about": "Riet", "reason": "x"}
    with world.acting("marieke"):
        for day in (timezone.localdate(), in_days(300)):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                SealedNote.objects.create(
                    review_on=day, by=world.marieke, by_name=world.marieke.called, at=now(), **said
                )


def test_only_who_wears_a_hat_of_work_seals(world: World):
    said = {"story": world.riets_story, "circle_id": world.riets_story.circle_id, "about": "Riet", "reason": "x"}
    said |= {"review_on": in_days(5), "at": now()}
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        SealedNote.objects.create(by=world.fatima, by_name=world.fatima.called, **said)
    with world.acting("marieke"):
        assert SealedNote.objects.create(by=world.marieke, by_name=world.marieke.called, **said)


def test_without_a_second_nothing_is_decided_and_another_is_asked(world: World):
    there = sealed_by(world)
    with world.acting("marieke"), pytest.raises(NotTogether):
        propose(sealed=there, kind="open", by=world.marieke, at=now())
    with world.acting("yusuf"):
        keeper = SealKeeper.objects.get(person=world.yusuf)
        answer_as_second(keeper=keeper, yes=False, words="Ik ken haar niet.", by=world.yusuf, at=now())
        assert not SealedNote.objects.exists()
    with world.acting("marieke"):
        ((one, what),) = asking(by=world.marieke, at=now())
        assert (one.note, what) == (there, "another")
        ask_another(sealed=there, person=world.loes, by=world.marieke, at=now())
    says_yes(world, "loes")
    with world.acting("marieke"), pytest.raises(PlaceTaken):
        ask_another(sealed=there, person=world.yusuf, by=world.marieke, at=now())


def test_it_never_opens_by_itself(world: World, kept: SealedNote):
    late = now() + timedelta(days=400)
    with world.acting("riet"):
        assert counts() == [0] * len(SEALED)
        assert not Moment.objects.filter(line__contains="Blauwe plek").exists()
    with world.acting("marieke"):
        ((one, what),) = asking(by=world.marieke, at=late)
        assert (one.is_due(localdate(late)), what, one.outcome) == (True, "review", "")


def test_both_open_it_and_it_stands_in_the_story_under_its_writers_name(world: World, kept: SealedNote):
    with world.acting("yusuf"):
        proposal = propose(sealed=kept, kind="open", by=world.yusuf, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            agree(review=proposal, yes=True, by=world.yusuf, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            put_in_story(sealed=kept, by=world.yusuf, at=now())
        assert not SealedLine.objects.filter(note=kept).delete()[0]
    with world.acting("marieke"):
        with pytest.raises(ProposedAlready):
            propose(sealed=kept, kind="open", by=world.marieke, at=now())
        agree(review=SealReview.objects.get(), yes=True, by=world.marieke, at=now(), hat=world.hats["marieke"])
        assert not SealedLine.objects.exists()
        with pytest.raises(OverAlready):
            write_in(sealed=kept, words="Nog iets.", by=world.marieke, at=now())
    with world.acting("riet"):
        day = timezone.localdate().strftime("%d-%m-%Y")
        assert {(one.line, one.author, one.told_by) for one in Moment.objects.all()} == {
            ("Blauwe plek op haar arm.", world.marieke, None),
            (f"Hier is een notitie geopend. Die was besloten tot {day}.", world.marieke, None),
        }
        assert told_of(story=world.riets_story) == []


def test_who_opens_writes_nothing_in_anothers_name_but_what_stood_there(world: World):
    there = sealed_by(world, second="yusuf")
    says_yes(world)
    with owner():
        Membership.objects.create(
            circle=world.riets_story.circle,
            person=world.yusuf,
            hat=world.hats["yusuf"],
            let_in_by=world.marieke,
            since=now(),
        )
    with world.acting("marieke"):
        propose(sealed=there, kind="open", by=world.marieke, at=now())
    words = {"circle": world.riets_story.circle, "by": world.yusuf, "author": world.marieke, "at": now()}
    with world.acting("yusuf"):
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            note(line="Blauwe plek op haar arm.", **words)
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            note(line="In haar pet.", **words | {"author": world.yusuf, "hat": world.hats["marieke"]})
        with transaction.atomic():
            agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=now(), hat=world.hats["yusuf"])
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            note(line="Dit schreef zij niet.", **words)
    with world.acting("riet"):
        moment = Moment.objects.get(line="Blauwe plek op haar arm.")
        assert (moment.author, moment.told_by, moment.hat) == (world.marieke, None, world.hats["marieke"])
        assert Moment.objects.get(line__startswith="Hier is een notitie geopend").author == world.yusuf
    with world.acting("yusuf"):
        assert Trace.objects.get(what="open_seal").who == world.yusuf.id


def test_when_the_second_does_not_read_the_story_the_writer_puts_it_there(world: World, kept: SealedNote):
    with world.acting("marieke"):
        propose(sealed=kept, kind="open", by=world.marieke, at=now())
    with world.acting("yusuf"):
        agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=now())
        assert not SealOpening.objects.exists()
    with world.acting("marieke"):
        ((one, what),) = asking(by=world.marieke, at=now())
        assert what == "place"
        put_in_story(sealed=one.note, by=world.marieke, at=now())
        assert asking(by=world.marieke, at=now()) == []
    with world.acting("riet"):
        assert Moment.objects.filter(line__contains="Blauwe plek").exists()


def test_a_second_who_reads_a_smaller_circle_alone_leaves_the_placing_to_the_writer(world: World, kept: SealedNote):
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.marieke, by=world.yusuf, at=now())
    with world.acting("marieke"):
        small = begin_smaller_circle(story=world.riets_story, name="Wij", by=world.marieke, at=now(), readers=[])
        let_in(circle=small, person=world.yusuf, by=world.marieke, at=now(), hat=world.hats["yusuf"])
        propose(sealed=kept, kind="open", by=world.marieke, at=now())
    with world.acting("yusuf"):
        assert Story.objects.filter(id=kept.story_id).exists(), "they know whose story it is"
        agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=now())
        assert not SealOpening.objects.exists()
    with world.acting("marieke"):
        put_in_story(sealed=kept, by=world.marieke, at=now())
    with world.acting("riet"):
        assert Moment.objects.filter(line__contains="Blauwe plek").exists()


def test_renewing_takes_both_and_a_day_to_come(world: World, kept: SealedNote):
    with world.acting("marieke"):
        with pytest.raises(DayGone):
            propose(sealed=kept, kind="renew", why="Nog niet.", until=in_days(-3), by=world.marieke, at=now())
        propose(sealed=kept, kind="renew", why="Nog niet.", until=in_days(40), by=world.marieke, at=now())
        assert open_sealed(note_id=kept.id, by=world.marieke, hat=None, at=now()).looks_again == in_days(14)
    with world.acting("yusuf"):
        agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=now())
    with world.acting("marieke"):
        assert open_sealed(note_id=kept.id, by=world.marieke, hat=None, at=now()).looks_again == in_days(40)
    with world.acting("riet"):
        assert told_of(story=world.riets_story)[0].looks_again == in_days(40)


def test_deleting_leaves_a_trace_without_words(world: World, kept: SealedNote):
    with world.acting("marieke"):
        propose(sealed=kept, kind="delete", why="Het was van het sporten.", by=world.marieke, at=now())
    with world.acting("yusuf"):
        agree(review=SealReview.objects.get(), yes=True, words="Eens.", by=world.yusuf, at=now())
        assert not SealedLine.objects.exists()
        (one,) = mine(by=world.yusuf)
        assert (one.outcome, one.note.reason, one.reviews[0].why, one.reviews[0].agreement.words) == (
            "delete", "", "", "",
        )  # fmt: skip
        assert Trace.objects.filter(what="agree_delete").get().why == ""
    with world.acting("riet"):
        assert told_of(story=world.riets_story) == []
        assert not Moment.objects.exists()


def test_a_no_changes_nothing(world: World, kept: SealedNote):
    with world.acting("marieke"):
        propose(sealed=kept, kind="delete", why="Weg ermee.", by=world.marieke, at=now())
    with world.acting("yusuf"):
        agree(review=SealReview.objects.get(), yes=False, words="Nog niet.", by=world.yusuf, at=now())
        assert SealedLine.objects.exists()
        propose(sealed=kept, kind="open", by=world.yusuf, at=now())


def test_who_stops_keeping_it_reads_it_no_more_and_the_last_one_stays(world: World, kept: SealedNote):
    with world.acting("yusuf"):
        step_down(keeper=SealKeeper.objects.get(person=world.yusuf), by=world.yusuf, at=now())
        assert not SealedNote.objects.exists()
    with world.acting("marieke"):
        with pytest.raises(LastKeeper):
            step_down(keeper=SealKeeper.objects.get(person=world.marieke), by=world.marieke, at=now())
        assert not SealKeeper.objects.filter(person=world.marieke).update(until=now())
        ask_another(sealed=kept, person=world.loes, by=world.marieke, at=now())
    says_yes(world, "loes")
    with world.acting("loes"):
        assert SealedLine.objects.exists()


def test_a_third_cannot_be_let_in(world: World, kept: SealedNote):
    with world.acting("marieke"):
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            SealKeeper.objects.create(note=kept, person=world.loes, person_name="Loes", put_by=world.marieke, at=now())
        assert SealKeeper.objects.count() == 2
    with world.acting("jan"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        SealKeeper.objects.create(note_id=kept.id, person=world.jan, person_name="Jan", put_by=world.jan, at=now())


def test_letting_somebody_into_the_story_opens_no_seal(world: World, kept: SealedNote):
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.loes, by=world.riet, at=now())
    with world.acting("loes"):
        assert Story.objects.filter(id=world.riets_story.id).exists()
        assert counts() == [0] * len(SEALED)


def test_letters_say_nothing_and_reach_the_two_alone(world: World, kept: SealedNote):
    for name in ("marieke", "yusuf"):
        with world.acting(name):
            letters = list(Letter.objects.filter(kind="notice"))
            assert {one.about_kind for one in letters} == {"seal_asked", "seal_answered"}
            assert {(one.words, one.circle_key) for one in letters} == {("", None)}
    for name in EVERYBODY_ELSE:
        with world.acting(name):
            assert not Letter.objects.exists()
