"""What memory finds is what one may read: each found by one and not by another."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.memory.hits import open_hit, remember
from nabij.memory.search import ENOUGH, NothingToLookFor, TooManyWords, Within, search, seldom, understood
from nabij.memory.tried import tried_before
from nabij.memory.wording import LONGEST
from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.moments.words import FITS_AN_INDEX
from nabij.people.models import Neighbourhood
from nabij.people.verbs import note_person
from nabij.post.requests import Thing, limit_own
from nabij.stories.learning import learn
from nabij.stories.lessons import Lesson
from nabij.stories.models import SealKeeper, Story
from nabij.stories.sealing import answer_as_second, seal
from nabij.stories.verbs import ask, begin_smaller_circle, promise, tell
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look, Looked, Membership
from nabij.trust.verbs import leave, let_in, own_circle
from tests.conftest import owner
from tests.rules.danger import broken
from tests.world import AT, World

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def found(world: World, who: str, words: str) -> set[str]:
    with world.acting(who):
        answers = remember(words, upto=20, by=world.people[who], hat=world.hats.get(who), at=LATER)
    return {"".join(text for text, _marked in one.pieces) for one in answers.hits}


@pytest.fixture
def told(world: World) -> World:
    """In Riet's story a moment, a promise, own words; and a moment of Kim's own."""
    riets, kims = world.riets_story, world.kims_story
    with world.acting("marieke"):
        note(line="De zonnebloem staat op tafel.", circle=riets.circle, by=world.marieke, at=AT)
        promise(circle=riets.circle, story=riets, what="koopt een zonnebloem", by=world.marieke, at=AT)
        tell(story=riets, person=world.riet, words="Ik wil een zonnebloem", by=world.marieke, at=AT)
    with world.acting("kim"):
        note(line="Mijn zonnebloem is van mij.", circle=kims.circle, by=world.kim, at=AT)
    return world


def test_moments_promises_and_own_words_are_found_by_their_circle_alone(told: World):
    theirs = {"De zonnebloem staat op tafel.", "koopt een zonnebloem", "Ik wil een zonnebloem"}
    assert found(told, "jan", "zonnebloemen") == theirs
    assert found(told, "kim", "zonnebloemen") == {"Mijn zonnebloem is van mij."}
    assert found(told, "yusuf", "zonnebloemen") == set()


def test_who_came_later_finds_what_was_written_since(told: World):
    circle = told.riets_story.circle
    with told.acting("marieke"):
        let_in(circle=circle, person=told.yusuf, by=told.marieke, at=LATER, hat=told.hats["yusuf"], sees_from=LATER)
        note(line="Nog een zonnebloem.", circle=circle, by=told.marieke, at=LATER)
    assert found(told, "yusuf", "zonnebloem") == {"Nog een zonnebloem."}
    assert "De zonnebloem staat op tafel." in found(told, "jan", "zonnebloem")


def test_who_left_finds_what_they_wrote_and_nothing_else(told: World):
    circle = told.riets_story.circle
    with told.acting("jan"):
        note(line="Mijn zonnebloem voor Riet.", circle=circle, by=told.jan, at=AT)
        leave(
            membership=Membership.objects.current().get(circle=circle, person=told.jan), by=told.jan, at=timezone.now()
        )
    assert found(told, "jan", "zonnebloem") == {"Mijn zonnebloem voor Riet."}
    assert "Mijn zonnebloem voor Riet." in found(told, "fatima", "zonnebloem")


def test_a_smaller_circle_is_found_by_who_is_in_it(told: World):
    with told.acting("marieke"):
        smaller = begin_smaller_circle(story=told.riets_story, name="Wij", by=told.marieke, at=AT, readers=[])
        note(line="Onder ons: de zonnebloem hangt.", circle=smaller, by=told.marieke, at=AT)
    assert "Onder ons: de zonnebloem hangt." in found(told, "riet", "zonnebloem")
    assert "Onder ons: de zonnebloem hangt." not in found(told, "jan", "zonnebloem")


def test_what_is_ones_own_and_what_somebody_was_asked_outside_the_circle_is_found_by_them(told: World):
    with told.acting("jan"):
        note(line="Alleen voor mij: zonnebloem.", circle=own_circle(by=told.jan, at=AT), by=told.jan, at=AT)
    with told.acting("marieke"):
        ask(
            who=told.yusuf,
            circle=told.riets_story.circle,
            story=told.riets_story,
            what="zonnebloem water geven",
            by=told.marieke,
            at=AT,
        )
    assert "Alleen voor mij: zonnebloem." in found(told, "jan", "zonnebloem")
    assert "Alleen voor mij: zonnebloem." not in found(told, "marieke", "zonnebloem")
    assert found(told, "yusuf", "zonnebloem") == {"zonnebloem water geven"}


def test_a_limited_note_is_found_by_its_writer_and_not_by_the_circle_nor_by_a_slip_of_the_pen(told: World):
    moment = told.riets_story.circle.moments
    with told.acting("riet"):
        one = moment.get()
        limit_own(
            thing=Thing("moments.moment", one.id, one.circle, one.author_id), words="Even niet.", by=told.riet, at=AT
        )
    for words in ("zonnebloem", "zonebloem"):
        assert "De zonnebloem staat op tafel." in found(told, "marieke", words)
        assert "De zonnebloem staat op tafel." not in found(told, "jan", words)


def test_what_stands_seldom_in_what_one_reads_is_known_before_it_is_looked_for(told: World):
    circle = told.riets_story.circle
    with told.acting("marieke"):
        for _n in range(ENOUGH):
            note(line="De zonnebloem bloeit weer.", circle=circle, by=told.marieke, at=AT)
    with owner(), connection.cursor() as cursor:
        cursor.execute("delete from moments_moment where author_id = %s", [told.kim.id])
        cursor.execute("analyze moments_moment")
    for who, words, rare in (
        ("jan", "zonnebloem", set()),
        ("jan", "zonebloem", {"zonebloem"}),
        ("kim", "zonebloem", {"zonebloem"}),
    ):
        with told.acting(who):
            assert seldom(understood(words, within=Within())) == rare
    assert "De zonnebloem bloeit weer." in found(told, "jan", "zonebloem")
    assert found(told, "kim", "zonebloem") == set()


def test_the_words_one_may_have_meant_are_those_one_reads(told: World):
    for who, there in (("jan", True), ("kim", True), ("yusuf", False)):
        with told.acting(who), connection.cursor() as cursor:
            cursor.execute("select 'zonnebloem' in (select trust.words_lately(50))")
            assert cursor.fetchone() == (there,)


def test_a_sealed_note_is_found_by_nobody(told: World):
    with told.acting("marieke"):
        sealed = seal(
            story=Story.objects.get(id=told.riets_story.id),
            words="De blauweplek op haar arm.",
            reason="Gevaar",
            why_untold="Dat maakt het gevaarlijk.",
            second=told.yusuf,
            review_on=timezone.localdate() + timedelta(days=30),
            by=told.marieke,
            hat=told.hats["marieke"],
            at=timezone.now(),
        )
    with told.acting("yusuf"):
        answer_as_second(keeper=SealKeeper.objects.get(person=told.yusuf), yes=True, by=told.yusuf, at=timezone.now())
    assert sealed
    assert all(found(told, who, "blauweplek") == set() for who in ("marieke", "yusuf", "riet", "jan"))
    assert found(told, "marieke", "zonnebloem")


def test_behind_broken_glass_nothing_is_found_nor_opened_as_a_hit(told: World):
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        appointing.trust(person=told.loes, neighbourhood=east, since=timezone.localdate())
    assert broken(told)
    with told.acting("yusuf"):
        opened = Moment.objects.get(line="De zonnebloem staat op tafel.")  # Read on the page of the glass.
        with pytest.raises(Moment.DoesNotExist):
            open_hit(kind="moment", key=opened.id, by=told.yusuf, hat=told.hats["yusuf"], at=LATER)
    assert found(told, "yusuf", "zonnebloem") == set()
    with told.acting("jan"):
        assert open_hit(kind="moment", key=opened.id, by=told.jan, hat=told.hats["jan"], at=LATER).thing == opened


def test_a_name_finds_what_is_about_somebody_for_who_reads_it_and_nothing_for_another(told: World):
    assert "De zonnebloem staat op tafel." in found(told, "jan", "Riet")
    assert "De zonnebloem staat op tafel." in found(told, "jan", "zonnebloem van Riet")
    assert found(told, "yusuf", "Riet") == set()
    assert found(told, "kim", "Riet zonnebloem") == {"Mijn zonnebloem is van mij."}


def test_nobody_is_found_by_a_number_or_where_they_live(told: World):
    riets = told.riets_story
    with told.acting("marieke"):
        promise(
            circle=riets.circle,
            story=riets,
            what="belt 06 12345678 en gaat langs Kwelderstraat 12, 1441 AB, mail riet@huis.example",
            by=told.marieke,
            at=AT,
        )
    for words in ("0612345678", "12345678", "Kwelderstraat", "Kwelderstraat 12", "1441 AB", "riet@huis.example huis"):
        with told.acting("marieke"):
            try:
                best = search(words).best
            except NothingToLookFor:
                best = []
        assert not [one for one in best if one.kind == "promise"], words
    assert [text for text in found(told, "marieke", "langs") if text.startswith("belt 06")]


def test_what_is_shown_and_what_is_opened_is_written_down_for_whom_it_is_about(told: World):
    found(told, "jan", "zonnebloem")
    with told.acting("riet"):
        seen = Look.objects.filter(about=told.riet.id, who=told.jan.id, what=Looked.SOUGHT)
        assert seen.count() == 1
    with told.acting("jan"):
        moment = Moment.objects.get(circle=told.riets_story.circle)
        open_hit(kind="moment", key=moment.id, by=told.jan, hat=told.hats["jan"], at=LATER)
    with told.acting("riet"):
        assert Look.objects.filter(about=told.riet.id, who=told.jan.id, what=Looked.FOUND).exists()
    with told.acting("kim"):
        assert not Look.objects.filter(about=told.kim.id, who=told.jan.id).exists()


def test_a_lesson_is_read_and_written_by_the_circle_of_its_story(told: World):
    circle = told.riets_story.circle
    with told.acting("jan"):
        lesson = learn(tried="Eerst koffie, dan pas praten.", helped="yes", circle=circle, by=told.jan, at=AT)
        assert [one.line for one in tried_before(story_id=told.riets_story.id, by=told.jan, hat=None, at=AT).lessons]
    with told.acting("yusuf"):
        assert not Lesson.objects.exists()
        with pytest.raises(Story.DoesNotExist):
            tried_before(story_id=told.riets_story.id, by=told.yusuf, hat=None, at=AT)
        with pytest.raises(DatabaseError), transaction.atomic():
            learn(tried="Hier mag ik niet.", helped="yes", circle=circle, by=told.yusuf, at=AT)
    with told.acting("fatima"), pytest.raises(DatabaseError), transaction.atomic():
        Lesson.objects.create(moment=Moment.objects.get(circle=circle, kind=Moment.Kind.NOTE), helped="no")
    assert lesson.moment.kind == Moment.Kind.LESSON


def test_lessons_like_it_come_from_what_one_reads_oneself(told: World):
    with told.acting("marieke"):
        theo = note_person(name="Theo Smit", by=told.marieke, at=AT)
        let_in(circle=told.riets_story.circle, person=theo, by=told.marieke, at=AT)
        tell(story=told.riets_story, person=told.riet, words="De tuin.", matters="tuin", by=told.marieke, at=AT)
    with told.acting("kim"):
        learn(tried="De tuin samen doen.", helped="yes", circle=told.kims_story.circle, by=told.kim, at=AT)
    with told.acting("marieke"):
        own = own_circle(by=told.marieke, at=AT)
        learn(tried="De tuin in kleine stukjes.", helped="partly", circle=own, by=told.marieke, at=AT)
        alike = tried_before(story_id=told.riets_story.id, by=told.marieke, hat=None, at=AT).alike
    assert [one.line for one in alike] == ["De tuin in kleine stukjes."]


@pytest.mark.parametrize("words", ["", "   ", "de het een", "!!! & | :* ( )", "\x00", "12345678"])
def test_a_question_that_says_nothing_gets_a_sentence(told: World, words: str):
    with told.acting("jan"), pytest.raises(NothingToLookFor):
        search(words)


def test_a_question_of_four_thousand_signs_is_read_and_a_longer_one_is_no_question(told: World):
    with told.acting("jan"):
        assert search("zonnebloem " * (LONGEST // 11)).best
        with pytest.raises(TooManyWords):
            search("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    "words", ["zonnebloem & !riet", "'zonnebloem':*", "zonnebloem\\", "<b>zonnebloem</b>", "zonnebloem \x00"]
)
def test_signs_of_a_query_are_only_signs(told: World, words: str):
    with told.acting("jan"):
        assert search(words).best


def test_any_line_can_be_written_and_a_long_one_is_found_too(told: World):
    """The words of short lines stand in an index, which takes 2,704 bytes of each."""
    pieces = ["𐌰-", "𐌰 ", "𐌰", "a-", "a.nl/b ", "x1.y2-", "één "]
    lengths = (FITS_AN_INDEX, FITS_AN_INDEX + 1, 4000)
    lines = [("komkommer " + one * 4000)[:length].strip() for one in pieces for length in lengths]
    with told.acting("jan"):
        for line in lines:
            note(line=line, circle=told.riets_story.circle, by=told.jan, at=AT)
        assert len(search("komkommer").best) == len(lines)
    assert found(told, "kim", "komkommer") == set()
