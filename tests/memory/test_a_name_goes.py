"""Whoever is forgotten is named nowhere any more: not in what a story is called, not in a list, not by an old hat."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from nabij.memory.forgetting import forget
from nabij.memory.unnamed import unnamed
from nabij.moments.models import Attachment, FollowUp, Moment, Saying, Tie
from nabij.moments.network import add, note_saying
from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Hat, Household, Person
from nabij.people.own import put_on_own
from nabij.people.verbs import put_on
from nabij.post.requests import ask, reply
from nabij.stories.carrying import say_how
from nabij.stories.families import Housemate, begin_between, begin_household
from nabij.stories.models import Answer, Keeping, OwnWords, Promise, Resource, Story
from nabij.stories.reading import cards, members_of, who_may_join
from nabij.stories.scanning import count_help
from nabij.stories.turns import Course, Rhythm, Turn
from nabij.stories.verbs import answer, keep, promise, tell
from nabij.stories.verbs import ask as ask_promise
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Circle, Correction, Look, Membership, Request
from nabij.trust.requesting import put_beside
from nabij.trust.verbs import leave, note_look
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.world import World

NOW = timezone.now()
SAID = "Riet Kuiper belde. Mevrouw Kuiper en riet zijn dezelfde."
KEPT = "iemand belde. iemand en iemand zijn dezelfde."


@pytest.fixture
def shared(world: World) -> Story:
    """Riet between two and in a household, both with Jan; and named in all that can be said in the first."""
    with world.acting("marieke"):
        story = begin_between(one=world.riet, other=world.jan, by=world.marieke, at=NOW, hat=world.hats["marieke"])
        mates = [Housemate(person=world.riet), Housemate(person=world.jan)]
        begin_household(housemates=mates, name="riet en Jan", by=world.marieke, at=NOW)
        where: dict[str, Any] = {"circle": story.circle, "by": world.marieke, "at": NOW}
        line = note(line=SAID, come_backs=[ComeBack(localdate(NOW), SAID)], **where)
        hung = {"kind": "jpg", "content": b"x", "small": b"x", "size": 1}
        Attachment.objects.create(moment=line, alt=SAID, **hung, **where)
        add(owner=world.jan, name="Els", kind="family", ring=1, gives=SAID, **where)
        add(owner=world.jan, name="Bij Riet thuis", kind="place", ring=2, **where)
        note_saying(owner=world.jan, about=world.jan, kind="named", words=SAID, **where)
        put_beside(note=line.id, words=SAID, **where)
        kept = promise(what=SAID, story=story, **where)
        keep(promise=kept, kept=False, why=SAID, by=world.marieke, at=NOW)
        weekly = Course(rhythm=Rhythm.WEEK, bounds=SAID)
        again = promise(what="koffie", story=story, day=localdate(NOW), course=weekly, **where)
        say_how(promise=again, kept=False, why=SAID, by=world.marieke, at=NOW)
        asked = ask_promise(who=world.jan, what="bellen", story=story, **where)
        tell(story=story, person=world.jan, words=SAID, matters=SAID, **where)
        count_help(story=story, informal=["Riet", "Riet Kuiper", "Jan"], formal=[], **where)
    with world.acting("jan"):
        answer(promise=asked, kind="no", words=SAID, by=world.jan, at=NOW)
    return story


def granted(world: World, person: Person) -> Request:
    with acting_as_self(world, person):
        asked = ask(kind="erase", person=person, by=person, at=NOW)
    with world.acting("marieke"):
        reply(request=asked, kind="granted", words="", by=world.marieke, at=NOW)
        return Request.objects.with_answers().get(id=asked.id)


def acting_as_self(world: World, person: Person) -> Any:
    return world.acting(next(name for name, one in world.people.items() if one == person))


def erase(world: World, person: Person) -> None:
    asked = granted(world, person)
    with world.acting("marieke"):
        forget(request=asked, by=world.marieke, at=NOW)


def everything_said() -> Iterator[str]:
    """Every text that stands in a table where one names people, past the rules."""
    tables = (Moment, FollowUp, Tie, Saying, Correction, OwnWords, Promise, Answer, Turn, Keeping, Resource, Story)
    for table in (*tables, Circle, Household):
        for row in table._default_manager.values():
            yield from (f"{table.__name__}.{part}: {said}" for part, said in row.items() if isinstance(said, str))


def test_nothing_that_others_read_names_them(world: World, shared: Story) -> None:
    with world.acting("jan"):
        assert [str(card.story) for card in cards() if card.story.called] == ["Riet en Jan"]
    erase(world, world.riet)
    with world.acting("jan"):
        assert {"Iemand en Jan"} <= {str(card.story) for card in cards()}
        assert set(Circle.objects.values_list("name", flat=True)) == {"Iemand en Jan", "Jan Groen"}
        assert Household.objects.get().name == "Iemand en Jan"
        assert Moment.objects.get().line == OwnWords.objects.get().words == OwnWords.objects.get().matters == KEPT
        assert Promise.objects.get(keeping__isnull=False).what == Keeping.objects.get().why == KEPT
        assert [one.what for one in Resource.objects.all()] == ["iemand", "iemand (2)", "Jan"]
    with owner():
        assert [said for said in everything_said() if "riet" in said.lower() or "kuiper" in said.lower()] == []
        assert "Bij iemand thuis" in Tie.objects.values_list("name", flat=True)
        texts = (
            (Attachment, "alt"),
            (FollowUp, "action"),
            (Tie, "gives"),
            (Saying, "words"),
            (Correction, "words"),
            (Answer, "words"),
        )
        for table, part in (*texts, (Promise, "bounds"), (Turn, "why")):
            assert KEPT in table._default_manager.values_list(part, flat=True), table


def test_the_office_changes_words_only_between_the_yes_and_the_erasing(world: World, shared: Story) -> None:
    def renamed() -> int:
        with acting_as(office("rights")):
            of_circle = Circle.objects.filter(id=shared.circle_id).update(name="x")
            of_story = Story.objects.filter(id=shared.id).update(called="x")
            return of_circle + of_story + Promise.objects.filter(circle=shared.circle_id).update(what="x")

    assert renamed() == 0
    asked = granted(world, world.riet)
    for other in ("bewaren", "post"):
        with acting_as(office(other)):
            assert Promise.objects.filter(circle=shared.circle_id).update(what="x") == 0
    with acting_as(office("rights")), connection.cursor() as cursor:
        assert Promise.objects.filter(circle=shared.circle_id).update(what="Riet komt.") == 3
        assert Story.objects.filter(id=world.kims_story.id).update(called="x") == 0, "a story they were never in"
        cursor.execute("select distinct kind from trust.texts_to_mask()")
        assert len(cursor.fetchall()) == 15
        for table, part in (("moments_tie", "gives"), ("stories_ownwords", "words"), ("stories_resource", "what")):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute(f"select {part} from {table}")
    with world.acting("marieke"):
        forget(request=asked, by=world.marieke, at=NOW)
    assert renamed() == 0
    with acting_as(office("rights")), connection.cursor() as cursor:
        cursor.execute("select * from trust.texts_to_mask()")
        assert cursor.fetchall() == []


def test_a_name_that_somebody_else_there_has_as_well_stays(world: World, shared: Story) -> None:
    with world.acting("marieke"):
        add(circle=shared.circle, owner=world.jan, name="Riet Bos", kind="friend", ring=1, by=world.marieke, at=NOW)
        note(line="Riet en Riet Kuiper, en mevrouw Kuiper.", circle=shared.circle, by=world.marieke, at=NOW)
    erase(world, world.riet)
    with world.acting("jan"):
        assert "Riet en iemand, en iemand." in [one.line for one in Moment.objects.all()]


def test_an_ordinary_word_that_is_a_family_name_stays(world: World) -> None:
    bos = Person(name="Marieke Bos")
    text = unnamed(
        "Marieke Bos, mw. Bos, mevrouw M. Bos en Bos zelf liepen in het bos.", person=bos, beside=frozenset()
    )
    assert text == "iemand, iemand, iemand en iemand zelf liepen in het bos."
    assert unnamed("Bos belde.", person=bos, beside=frozenset({"bos"})) == "Bos belde."


def offered(world: World) -> set[str]:
    """Who stands in the list of Riet's circle, as Marieke reads it today."""
    with world.acting("marieke"):
        return {said for _key, said in who_may_join(members_of(world.riets_story.circle_id), today=localdate(NOW))}


def test_no_hat_of_theirs_is_worn_or_offered(world: World, shared: Story) -> None:
    """Not the one they put on today, not one that had an end already, and not on the day itself."""
    today = timezone.localdate()
    with world.acting("jan"):
        put_on_own(
            by=world.jan,
            role="klusser",
            can="",
            cannot="",
            neighbourhood=world.hats["jan"].neighbourhood,
            at=NOW,
            open=True,
        )
        leave(
            membership=Membership.objects.get(circle=world.riets_story.circle, person=world.jan), by=world.jan, at=NOW
        )
    with acting_as(office("beheer")):
        put_on(person=world.jan, role="oppas", formal=False, since=date(2026, 1, 1), until=today + timedelta(days=90))
    assert {"Jan Groen, buurman", "Jan Groen, klusser", "Jan Groen, oppas"} <= offered(world)
    erase(world, world.jan)
    assert offered(world) == {"Yusuf Demir, wijkverpleegkundige", "Loes Hartman, beleidsmedewerker"}
    with owner():
        theirs = Hat.objects.filter(person=world.jan)
        assert theirs.count() == 3 and not theirs.worn_on(today).exists() and not theirs.filter(open=True).exists()


def test_who_looked_keeps_the_name_and_the_answer_page_says_so(world: World, shared: Story) -> None:
    with world.acting("riet"):
        note_look(by=world.riet, hat=None, about=[world.jan.id], thing=shared, at=NOW)
    asked = granted(world, world.riet)
    page = logged_in(world, "marieke").get(f"/verzoeken/{asked.id}/").content.decode()
    assert "met de naam erbij" in page and "In verhalen van anderen staat dan “iemand”" in page
    with world.acting("marieke"):
        forget(request=asked, by=world.marieke, at=NOW)
    with world.acting("jan"):
        assert Look.objects.get(thing_id=shared.id, who=world.riet.id).who_name == "Riet Kuiper"
