"""Somebody who stands here twice: merged by who writes in both, read on one page, and taken apart exactly."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.utils import timezone

from nabij.memory.forgetting import forget
from nabij.memory.own_data import gather
from nabij.moments.models import Attachment, Moment, Presence, Tie
from nabij.moments.network import add
from nabij.moments.verbs import Present, note
from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.post.requests import ask as ask_about_data
from nabij.post.requests import reply
from nabij.stories.closing import close
from nabij.stories.merging import NotInBoth, NotTheSame, OneAlready, TwoAlready, TwoLogIns, merge_people, merge_stories
from nabij.stories.merging import part as take_apart
from nabij.stories.models import Draft, OwnWords, Promise, SealedNote, Story
from nabij.stories.verbs import open_story, promise, tell
from nabij.stories.writing import called_so, circles_meant, meant, understand
from nabij.trust.models import Circle, Look, Membership, Merge, MergeEnd, Noted, Request, Trace
from nabij.trust.verbs import note_in
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import AT, TODAY, World

READ: list[type[Model]] = [
    Person, Circle, Membership, Noted, Story, Moment, Presence, OwnWords, Promise, Tie, SealedNote, Attachment, Draft,
    WayToReach,
]  # fmt: skip
TELLS = "Ze loopt weer naar de markt."


@dataclass
class Twice:
    """Riet, who logs in, and "mevrouw Kuiper" whom Yusuf noted; Marieke reads both stories."""

    world: World
    double: Person
    story: Story

    def merge(self) -> list[Merge]:
        world = self.world
        said = {"person": world.riet, "double": self.double, "why": "known", "by": world.marieke, "at": AT}
        with world.acting("marieke"):
            return merge_people(**said)

    def seen(self) -> dict[str, Any]:
        """Everything that each of them reads."""
        found: dict[str, Any] = {}
        for name in self.world.people:
            with self.world.acting(name):
                found[name] = {table: list(table._default_manager.order_by("id").values()) for table in READ}
        return found


@pytest.fixture
def twice(world: World) -> Twice:
    with world.acting("yusuf"):
        double = note_person(name="Mevrouw Kuiper", by=world.yusuf, at=AT)
        readers = [(world.marieke, world.hats["marieke"])]
        story = open_story(by=world.yusuf, at=AT, person=double, hat=world.hats["yusuf"], readers=readers)
        note(line="Wond verzorgd.", circle=story.circle, by=world.yusuf, at=AT, present=[Present(double)])
        tell(story=story, person=double, words="Ik wil weer lopen.", by=world.yusuf, at=AT)
        promise(circle=story.circle, story=story, what="Verband brengen", by=world.yusuf, at=AT)
    with world.acting("marieke"):
        note(line=TELLS, circle=world.riets_story.circle, by=world.marieke, at=AT)
    return Twice(world, double, story)


def test_who_writes_in_both_merges_and_nobody_reads_more_and_apart_all_is_as_it_was(twice: Twice) -> None:
    world, before = twice.world, twice.seen()
    said = {"person": world.riet, "double": twice.double, "why": "known", "at": AT}
    straight = {**said, "circle": world.riets_story.circle, "double_circle": twice.story.circle}
    for name in ("jan", "yusuf", "loes"):
        with world.acting(name):
            with pytest.raises(NotInBoth):
                merge_people(by=world.people[name], **said)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Merge.objects.create(by=world.people[name], **straight)
    (made,) = twice.merge()
    assert (made.person, made.double) == (world.riet, twice.double)
    assert twice.seen() == before, "nobody reads more or less than before"
    see = {name for name in world.people if knows(world, name)}
    assert see == {"marieke", "riet"}, "not who reads one of both, and knows nothing of the other"
    with world.acting("jan"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        MergeEnd.objects.create(merge=made, by=world.jan, at=AT)
    with world.acting("riet"):
        assert Trace.objects.filter(what="merge", who=world.marieke.id).exists()
        take_apart(merge=made, by=world.riet, at=AT)
    with world.acting("marieke"), pytest.raises(TwoAlready):
        take_apart(merge=made, by=world.marieke, at=AT)
    assert twice.seen() == before
    assert not any(knows(world, name) for name in world.people)
    assert len(twice.merge()) == 1, "and it may be said again"


def knows(world: World, name: str) -> bool:
    with world.acting(name):
        return Merge.objects.standing().exists()


def test_two_who_log_in_are_never_one_not_even_past_the_verbs_and_who_logs_in_remains(twice: Twice) -> None:
    world = twice.world
    with world.acting("marieke"):
        with pytest.raises(TwoLogIns):
            merge_people(person=world.riet, double=world.jan, why="known", by=world.marieke, at=AT)
        both = {"circle": world.riets_story.circle, "double_circle": world.riets_story.circle}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Merge.objects.create(person=world.riet, double=world.jan, why="known", by=world.marieke, at=AT, **both)
        said = {"why": "told", "by": world.marieke, "at": AT}
        (made,) = merge_people(person=twice.double, double=world.riet, **said)
        assert made.person == world.riet, "the one who logs in speaks for herself"
        with pytest.raises(OneAlready):
            merge_people(person=world.riet, double=twice.double, **said)
        known = note_person(known_as="de vrouw met de hoed", by=world.marieke, at=AT)
        note_in(circle=world.riets_story.circle, person=known, at=AT)
        (also,) = merge_people(person=world.riet, double=known, **said)
        assert also.circle_id == also.double_circle_id == world.riets_story.circle_id
    with owner():
        Person.objects.filter(id=twice.double.id).update(name="Mevrouw Kuiper")
    with world.acting("jan"):
        assert list(Merge.objects.all()) == [also], "who is in this circle alone"


def test_who_writes_in_both_chooses_who_is_the_same_and_nothing_chosen_is_lost(twice: Twice) -> None:
    world, page = twice.world, f"/verhalen/{twice.world.riets_story.id}/samenvoeging/"
    marieke, chosen = logged_in(world, "marieke"), {"same": str(twice.double.id)}
    with world.acting("marieke"):
        assert set(called_so("Mevr. Kuiper")) == {world.riet, twice.double}, "whoever notes her once more is asked"
    asked = marieke.get(page).content.decode()
    assert "Mevrouw Kuiper" in asked and "Fatima" not in asked, "nobody else who logs in"
    refused = marieke.post(page, chosen)
    assert refused.status_code == 400 and "Kies hoe je dat weet." in refused.content.decode()
    assert f'value="{twice.double.id}" id="id_same_0" required checked' in refused.content.decode()
    assert marieke.post(page, {"same": str(world.kim.id), "why": "known"}).status_code == 400, "whom she does not know"
    assert logged_in(world, "jan").post(page, {**chosen, "why": "known"}).status_code == 400
    assert logged_in(world, "yusuf").post(page, {**chosen, "why": "known"}).status_code == 404
    assert marieke.post(page, {**chosen, "why": "known"}).headers["Location"] == page.removesuffix("samenvoeging/")
    with world.acting("riet"):
        assert Merge.objects.get().get_why_display() == "ik ken deze persoon"


def test_one_page_shows_both_old_addresses_lead_on_and_each_is_told_who_looked(twice: Twice) -> None:
    world = twice.world
    twice.merge()
    riets, other = (f"/verhalen/{one.id}/" for one in (world.riets_story, twice.story))
    marieke, yusuf = logged_in(world, "marieke"), logged_in(world, "yusuf")
    assert marieke.get(other).headers["Location"] == riets
    assert marieke.get(f"/mensen/{twice.double.id}/").headers["Location"] == f"/mensen/{world.riet.id}/"
    both = marieke.get(riets).content.decode()
    for words in ("Wond verzorgd.", TELLS, "Ik wil weer lopen.", "Verband brengen", "opgeschreven als Mevrouw Kuiper"):
        assert words in both, words
    assert "Alleen voor wie ook het verhaal van Mevrouw Kuiper leest" in both
    assert other not in marieke.get("/verhalen/").content.decode()
    assert count(marieke, riets) <= 32 and count(marieke, "/verhalen/") <= 16
    with owner():
        looks = Look.objects.filter(who=world.marieke.id, what="read").values_list("about", flat=True)
        assert {world.riet.id, twice.double.id} <= set(looks), "each of both is told who looked"
    own = yusuf.get(other).content.decode()
    assert "Wond verzorgd." in own and TELLS not in own and "Riet" not in own
    for name in ("riet", "jan"):
        assert "Wond verzorgd." not in logged_in(world, name).get(riets).content.decode()
    with world.acting("marieke"):
        reading = understand(line="Mevrouw Kuiper belde.", by=world.marieke, today=TODAY).reading
        assert called_so("Mevr. Kuiper") == [world.riet] == called_so("Riet Kuiper")
        assert circles_meant(reading) == [world.riets_story.circle], "one writes to the one that remains"


def test_the_map_shows_who_is_known_in_both_once_and_nobody_who_reads_one_of_both_sees_more(twice: Twice) -> None:
    world, tell_of = twice.world, {"told_by": twice.world.marieke, "by": twice.world.marieke, "at": AT}
    with world.acting("marieke"):
        for owner_, circle, names in (
            (world.riet, world.riets_story.circle, ("Bloemist", "Koor")),
            (twice.double, twice.story.circle, ("Bloemist", "Prikpost")),
        ):
            for name in names:
                add(circle=circle, owner=owner_, name=name, kind="group", ring=2, **tell_of)
    twice.merge()
    marieke, yusuf, jan = (logged_in(world, name) for name in ("marieke", "yusuf", "jan"))
    riets, other = (f"/verhalen/{one.id}/netwerk/" for one in (world.riets_story, twice.story))
    assert marieke.get(other).headers["Location"] == riets
    once = standing_on(marieke.get(riets))
    assert [once[name] for name in ("Bloemist", "Koor", "Prikpost")] == [1, 1, 1]
    assert "Prikpost" not in jan.get(riets).content.decode()
    assert set(standing_on(yusuf.get(other))) == {"Bloemist", "Prikpost"}


def standing_on(page: Any) -> dict[str, int]:
    """How often each name stands in the list beside the picture."""
    return Counter(one.around.face.name for one in page.context["picture"].nodes)


def test_whom_it_is_about_reads_who_said_so_and_takes_it_apart_with_one_button(twice: Twice) -> None:
    world, (merge,) = twice.world, twice.merge()
    riets, other = (f"/verhalen/{one.id}/" for one in (world.riets_story, twice.story))
    marieke, yusuf, riet = (logged_in(world, name) for name in ("marieke", "yusuf", "riet"))
    with world.acting("marieke"):
        note(line="Kwam erna.", circle=world.riets_story.circle, by=world.marieke, at=timezone.now())
    ends = f"/samenvoegingen/{merge.id}/einde/"
    for page in ("/mijn/", riets):
        mine = riet.get(page).content.decode()
        assert "Marieke Bos zei dat" in mine or "Marieke zei dat" in mine
        assert "ik ken deze persoon" in mine and ends in mine and "Mevrouw Kuiper" not in mine
    assert logged_in(world, "jan").post(ends).status_code == 404
    assert yusuf.post(ends).status_code == 404
    assert riet.post(ends).status_code == 302 and riet.post(ends).status_code == 302, "twice is no mistake"
    assert marieke.get(other).status_code == 200 == marieke.get(f"/mensen/{twice.double.id}/").status_code
    apart = marieke.get(riets).content.decode()
    assert "Wond verzorgd." not in apart and "Kwam erna." in apart, "what came since stays where it was written"


def test_in_a_circle_that_knows_the_double_alone_a_line_does_not_tell_who_they_are(twice: Twice) -> None:
    world = twice.world
    twice.merge()
    with world.acting("marieke"):
        said = {"line": "Mevrouw Kuiper sliep goed.", "by": world.marieke, "today": TODAY}
        there = understand(circle=twice.story.circle_id, **said)
        assert meant(there.reading) == [twice.double.id], "Yusuf, who reads there, does not know Riet"
        for circle in (world.riets_story.circle_id, None):
            found = understand(circle=circle, **said)
            assert meant(found.reading) == [world.riet.id]
            assert twice.double.id not in {one.key for one in found.people}


def test_two_stories_about_the_same_person_are_one_page_and_of_others_never(twice: Twice) -> None:
    world = twice.world
    with world.acting("marieke"):
        again = open_story(by=world.marieke, at=AT, person=world.riet, hat=world.hats["marieke"])
        said = {"why": "twice", "by": world.marieke, "at": AT}
        with pytest.raises(NotTheSame):
            merge_stories(story=world.riets_story, double=twice.story, **said)
        both = {"circle": world.riets_story.circle, "double_circle": twice.story.circle}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Merge.objects.create(**both, **said)
    marieke = logged_in(world, "marieke")
    page = f"/verhalen/{world.riets_story.id}/samenvoeging/"
    assert "Het andere verhaal van Riet Kuiper" in marieke.get(page).content.decode()
    assert marieke.post(page, {"same": str(again.id), "why": "twice"}).status_code == 302
    assert marieke.get(f"/verhalen/{again.id}/").status_code == 302
    assert "Dit zijn twee verhalen op één bladzijde." in logged_in(world, "riet").get(page[:-13]).content.decode()
    with world.acting("jan"):
        assert not Merge.objects.exists(), "he reads one of both"
    with world.acting("marieke"):
        close(story=again, by=world.marieke, at=AT)
        (merge,) = Merge.objects.standing()
        take_apart(merge=merge, by=world.marieke, at=AT)
        with pytest.raises(NotInBoth):
            merge_stories(story=world.riets_story, double=again, **said)


def test_who_asks_to_be_forgotten_is_forgotten_under_both_names_each_by_who_answers_for_it(twice: Twice) -> None:
    world = twice.world
    twice.merge()
    with world.acting("riet"):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            wrong = {"answerer_id": world.jan.id, "answerer_name": "Jan", "answer_by": TODAY, "made_at": AT}
            Request.objects.create(kind="erase", person=twice.double, noted_by=world.riet, **wrong)
        ask_about_data(kind="erase", person=world.riet, by=world.riet, at=AT, words="Haal mij weg.")
        assert Request.objects.count() == 2
    for name, whom in (("marieke", world.riet), ("yusuf", twice.double)):
        with world.acting(name):
            asked = Request.objects.get(person=whom, answerer_id=world.people[name].id)
            reply(request=asked, kind="granted", words="", by=world.people[name], at=AT)
            forget(request=Request.objects.with_answers().get(id=asked.id), by=world.people[name], at=AT)
    with owner():
        assert not Moment.objects.exists() and not Story.objects.exclude(id=world.kims_story.id).exists()
        assert not Merge.objects.exists()
        names = Person.objects.filter(id__in=[world.riet.id, twice.double.id]).values_list("name", "known_as")
        assert list(names) == [("", "iemand")] * 2


def test_a_copy_holds_that_it_was_said_and_a_worker_s_paper_holds_both(twice: Twice) -> None:
    world = twice.world
    with world.acting("marieke"):
        alone = lines(gather(person=world.riet, at=AT))
    twice.merge()
    with world.acting("marieke"):
        assert lines(gather(person=world.riet, at=AT)) == alone | {"Wond verzorgd."}
    with world.acting("riet"):
        taken = {table.part.key: table.rows for table in gather(person=world.riet, at=AT).tables}
        assert len(taken["samenvoegingen"]) == 1
        assert "Wond verzorgd." not in {row["line"] for row in taken["momenten"]}


def lines(taken: Any) -> set[str]:
    return {row["line"] for table in taken.tables if table.part.key == "momenten" for row in table.rows}
