"""Who reads a child's file: under twelve a parent, from twelve after its yes, from sixteen whom it lets in itself."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.moments.models import Moment, Saying, Tie
from nabij.moments.verbs import draw_tie, note, say
from nabij.people.models import Birth, Parent, Person
from nabij.people.verbs import BornLater, give_account, note_birth, note_parent, note_person
from nabij.post.inviting import invite
from nabij.stories.families import (
    Alone,
    Housemate,
    NoParent,
    NotItsWord,
    begin_between,
    begin_household,
    circle_for,
    circle_without_parents,
    let_parents_read,
    open_file,
    own_files,
    show_parents,
)
from nabij.stories.models import OwnWords, Party, Story, StoryCircle
from nabij.stories.verbs import OnlyItself, begin_own, begin_smaller_circle, tell
from nabij.stories.writing import begin_with
from nabij.trust.acting import acting_as, office, person
from nabij.trust.models import Circle, Look, Membership
from nabij.trust.verbs import begin_circle, end_on, introduce, leave, let_in, note_look
from nabij.trust.whatfor import ChildDecides
from tests.world import World

NOW = timezone.now()


def born(years: int, *, days: int = 30) -> date:
    """The day on which somebody was born who is now so many years and days old."""
    today = timezone.localdate()
    return today.replace(year=today.year - years, day=min(today.day, 28)) - timedelta(days=days)


def child(world: World, *, years: int, name: str = "Lin Lansink") -> Person:
    """A child of Kim, noted by Marieke, who gets a log-in of its own from twelve."""
    with world.acting("kim"):
        introduce(person=world.kim, to=world.marieke, by=world.kim, at=NOW)
    with world.acting("marieke"):
        there = note_person(name=name, by=world.marieke, at=NOW)
        note_birth(person=there, day=born(years), by=world.marieke, at=NOW)
        note_parent(child=there, parent=world.kim, by=world.marieke, at=NOW)
    if years >= 12:
        with acting_as(office("beheer")):
            give_account(person=there, email=f"{there.first_name.lower()}@voorbeeld.example", at=NOW)
    return there


def file_of(world: World, there: Person, *, yes: bool = True) -> Story:
    """The child's file, begun by Marieke; with the yes of a child from twelve its parents read it."""
    with world.acting("marieke"):
        story = open_file(person=there, by=world.marieke, hat=world.hats["marieke"], at=NOW)
    return read_by_parents(story, child=there) if yes else story


def read_by_parents(story: Story, *, child: Person) -> Story:
    with acting_as(person(child.id)):
        let_parents_read(story=story, by=child, at=NOW)
    return story


def test_under_twelve_a_parent_reads_and_decides(world: World):
    adam = child(world, years=8, name="Adam Lansink")
    story = file_of(world, adam)
    with world.acting("marieke"):
        note(line="Adam leest al een heel boek.", circle=story.circle, by=world.marieke, at=NOW, told_by=adam)
        tell(story=story, person=adam, words="Ik wil een hond.", by=world.marieke, at=NOW)
    with world.acting("kim"):
        assert Moment.objects.get().line.startswith("Adam")
        assert OwnWords.objects.get().words == "Ik wil een hond."
        mariekes = Membership.objects.get(circle=story.circle, person=world.marieke)
        end_on(membership=mariekes, until=NOW + timedelta(days=3), by=world.kim, at=NOW)
        introduce(person=world.kim, to=world.yusuf, by=world.kim, at=NOW)
    with world.acting("yusuf"):
        assert not Story.objects.exists()


def test_a_parent_sees_who_looked_at_a_child_under_twelve_and_not_at_an_older_one(world: World):
    adam, lin = child(world, years=8, name="Adam Lansink"), child(world, years=14)
    for there in (adam, lin):
        story = file_of(world, there)
        with world.acting("marieke"):
            note_look(by=world.marieke, hat=world.hats["marieke"], about=[there.id], thing=story, at=NOW)
    with world.acting("kim"):
        assert [look.about for look in Look.objects.all()] == [adam.id]
    with acting_as(person(lin.id)):
        assert [look.about for look in Look.objects.all()] == [lin.id]


def test_what_a_child_from_twelve_tells_its_parent_does_not_read_before_its_yes(world: World):
    lin = child(world, years=14)
    story = file_of(world, lin)
    with world.acting("marieke"):
        own = circle_for(story=story, teller=lin)
        assert own != story.circle
        told = note(line="Ik ben bang voor de toets.", circle=own, by=world.marieke, at=NOW, told_by=lin)
        tell(story=story, person=lin, words="Ik wil rust.", by=world.marieke, at=NOW, circle=own)
        note(line="Naar het rapport gekeken.", circle=story.circle, by=world.marieke, at=NOW)
    with world.acting("kim"):
        assert [one.line for one in Moment.objects.all()] == ["Naar het rapport gekeken."]
        assert not OwnWords.objects.exists()
        assert not Circle.objects.filter(id=own.id).exists()
        with pytest.raises(Moment.DoesNotExist):
            Moment.objects.get(id=told.id)
    with acting_as(person(lin.id)):
        assert Moment.objects.count() == 2
        show_parents(moment=told, story=story, by=lin, at=NOW)
    with world.acting("kim"):
        assert "Ik ben bang voor de toets." in [one.line for one in Moment.objects.all()]
        assert not OwnWords.objects.exists()


def test_nobody_tells_a_parent_past_the_child(world: World):
    lin = child(world, years=13)
    story = file_of(world, lin)
    circle = story.circle
    with world.acting("marieke"):
        own = circle_for(story=story, teller=lin)
        told = note(line="Ik slaap slecht.", circle=own, by=world.marieke, at=NOW, told_by=lin)
        elses = note(line="Gebeld met school.", circle=own, by=world.marieke, at=NOW)
        past = (
            lambda: note(line="Lin slaapt slecht.", circle=circle, by=world.marieke, at=NOW, told_by=lin),
            lambda: note(line="x", circle=circle, by=world.marieke, at=NOW, told_by=lin, shown_from=elses),
            lambda: OwnWords.objects.create(
                story=story, circle=circle, person=lin, words="Slecht", noted_by=world.marieke, at=NOW
            ),
            lambda: say(
                circle=circle, about=world.kim, owner=lin, kind="unsafe", said_by=lin, by=world.marieke, at=NOW
            ),
            lambda: draw_tie(circle=circle, owner=lin, other=world.kim, kind="family", ring=1, told_by=lin, at=NOW),
            lambda: Membership.objects.create(circle=own, person=world.kim, let_in_by=world.marieke, since=NOW),
        )
        for act in past:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                act()
        with pytest.raises(OnlyItself):
            tell(story=story, person=lin, words="Slecht", by=world.marieke, at=NOW, circle=circle)
        with pytest.raises(NotItsWord):
            show_parents(moment=told, story=story, by=world.marieke, at=NOW)
        shown = show_parents(moment=told, story=story, by=world.marieke, at=NOW, said_yes=lin)
    with world.acting("kim"):
        assert [one.id for one in Moment.objects.all()] == [shown.id]
        assert not Saying.objects.exists() and not Tie.objects.exists()


def test_a_child_from_twelve_lets_its_parent_in_itself(world: World):
    lin = child(world, years=15)
    story = file_of(world, lin)
    with world.acting("marieke"):
        own = circle_for(story=story, teller=lin)
    with acting_as(person(lin.id)):
        let_in(circle=own, person=world.kim, by=lin, at=NOW)
    with world.acting("kim"):
        assert Circle.objects.filter(id=own.id).exists()
    with world.acting("jan"):
        assert not Circle.objects.filter(id=own.id).exists()


def test_from_sixteen_they_decide_alone(world: World):
    lin = child(world, years=15)
    story = file_of(world, lin)
    with world.acting("marieke"):
        note(line="Lin heeft een bijbaan.", circle=story.circle, by=world.marieke, at=NOW)
    with world.acting("kim"):
        assert Moment.objects.count() == 1
        seat = Membership.objects.get(circle=story.circle, person=world.kim)
        assert seat.until and seat.parent_of == lin
    with acting_as(office("beheer")):
        Birth.objects.filter(person=lin).update(day=born(16))
    with world.acting("marieke"):
        older = open_file(person=lin, by=world.marieke, at=NOW)
    with world.acting("kim"):
        assert not Story.objects.filter(id=older.id).exists()
    with acting_as(person(lin.id)):
        assert Story.objects.filter(id=older.id).exists()


def test_from_twelve_no_parent_reads_what_another_begins_before_the_child_says_yes(world: World):
    """Not either when the child has a story already, of which who begins this one knows nothing."""
    lin = child(world, years=14)
    with acting_as(person(lin.id)):
        mine = begin_own(by=lin, at=NOW, words="Dit zeg ik niet thuis.")
    story = file_of(world, lin, yes=False)
    with world.acting("marieke"):
        begun = begin_with(person=lin, words="", by=world.marieke, at=NOW)
        note(line="Naar het rapport gekeken.", circle=story.circle, by=world.marieke, at=NOW)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            let_parents_read(story=story, by=lin, at=NOW)
        assert not Story.objects.filter(id=mine.id).exists()
    with world.acting("kim"):
        assert not Story.objects.filter(id__in=[mine.id, story.id, begun.id]).exists()
        assert not Moment.objects.exists() and not OwnWords.objects.exists()
    after = NOW + timedelta(minutes=1)
    with acting_as(person(lin.id)):
        assert Story.objects.filter(id__in=[mine.id, story.id, begun.id]).count() == 3
        (seat,) = let_parents_read(story=story, by=lin, at=after)
        assert let_parents_read(story=story, by=lin, at=after) == []
    with world.acting("marieke"):
        note(line="Gebeld met school.", circle=story.circle, by=world.marieke, at=after)
    with world.acting("kim"):
        assert [one.line for one in Moment.objects.all()] == ["Gebeld met school."], "from its yes on"
        assert not Story.objects.filter(id__in=[mine.id, begun.id]).exists()
        samir = note_person(name="Samir", by=world.kim, at=NOW)
        note_parent(child=lin, parent=samir, by=world.kim, at=NOW)
        with pytest.raises(ChildDecides), transaction.atomic():
            let_in(circle=story.circle, person=samir, by=world.kim, at=NOW)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Membership.objects.create(
                circle=story.circle, person=samir, parent_of=lin, let_in_by=world.kim, since=NOW, until=seat.until
            )
    with acting_as(person(lin.id)):
        leave(membership=seat, by=lin, at=NOW)
    with world.acting("kim"):
        assert not Story.objects.filter(id=story.id).exists(), "what a child gave it takes back"


def seated_behind_its_back(world: World, lin: Person, **about: Any) -> Circle:
    """A circle about the child in which its parent sits from the beginning, by whoever acts."""
    return begin_circle(name="x", kind="story", by=world.marieke, at=NOW, residents=[lin], **about)


def test_the_database_opens_no_story_of_a_child_from_twelve_with_a_parent_in_it(world: World):
    lin, adam = child(world, years=12), child(world, years=11, name="Adam Lansink")
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=NOW)
        said = {"opened_by": world.marieke, "opened_at": NOW}
        seated = seated_behind_its_back(world, lin, parents=[(world.kim, lin)])
        apart = seated_behind_its_back(world, lin, parents=[(world.kim, lin)])
        for act in (
            lambda: Story.objects.create(circle=seated, person=lin, **said),
            lambda: StoryCircle.objects.create(story=story, circle=apart),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                act()
        young = begin_circle(
            name="x", kind="story", by=world.marieke, at=NOW, residents=[adam], parents=[(world.kim, adam)]
        )
        assert Story.objects.create(circle=young, person=adam, **said)
        assert StoryCircle.objects.create(story=story, circle=seated_behind_its_back(world, lin))
    with world.acting("kim"):
        assert [one.person for one in Story.objects.filter(person__in=[lin, adam])] == [adam]
        assert open_file(person=lin, by=world.kim, at=NOW), "a parent begins one itself, which the child reads"


def test_a_child_does_not_put_a_parent_out_that_decided_before_and_a_parent_does_not_stay(world: World):
    lin = child(world, years=11)
    story = file_of(world, lin, yes=False)
    with acting_as(office("beheer")):
        Birth.objects.filter(person=lin).update(day=born(14))
    with acting_as(person(lin.id)):
        seat = Membership.objects.get(circle=story.circle, person=world.kim)
        assert not Membership.objects.filter(id=seat.id).update(until=NOW)
        mariekes = Membership.objects.get(circle=story.circle, person=world.marieke)
        leave(membership=mariekes, by=lin, at=NOW)
    with world.acting("kim"):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Membership.objects.filter(id=seat.id).update(until=NOW + timedelta(days=4000))
        leave(membership=seat, by=world.kim, at=NOW)
        assert not Story.objects.filter(id=story.id).exists()


def test_nobody_says_of_anothers_child_whose_it_is(world: World):
    lin = child(world, years=14)
    with world.acting("yusuf"):
        for act in (
            lambda: note_parent(child=lin, parent=world.yusuf, by=world.yusuf, at=NOW),
            lambda: note_birth(person=world.riet, day=born(3), by=world.yusuf, at=NOW),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                act()
        assert not Birth.objects.exists() and not Parent.objects.exists()
        with pytest.raises(BornLater):
            note_birth(person=world.yusuf, day=timezone.localdate() + timedelta(days=1), by=world.yusuf, at=NOW)
    with world.acting("kim"):
        samir = note_person(name="Samir", by=world.kim, at=NOW)
        note_parent(child=lin, parent=samir, by=world.kim, at=NOW)
        assert Parent.objects.filter(child=lin).count() == 2
    with world.acting("marieke"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        false = Membership(circle_id=world.riets_story.circle_id, person=world.yusuf, parent_of=lin, since=NOW)
        false.let_in_by, false.until = world.marieke, NOW + timedelta(days=1)
        false.save(force_insert=True)


def test_a_household_is_read_together_and_each_file_alone(world: World):
    with world.acting("kim"):
        introduce(person=world.kim, to=world.marieke, by=world.kim, at=NOW)
    with world.acting("marieke"):
        told = (Housemate(person=world.kim, is_parent=True), Housemate("Fenna", born=born(9)), Housemate("Ria"))
        story = begin_household(housemates=told, name="Kim en Fenna", by=world.marieke, at=NOW)
        files = {one.called: one for one in own_files(household=story.household)}
        fennas = open_file(person=files["Fenna"], by=world.marieke, at=NOW)
        rias = open_file(person=files["Ria"], by=world.marieke, at=NOW)
        with pytest.raises(Alone):
            begin_household(housemates=told[:1], name="Kim", by=world.marieke, at=NOW)
        with pytest.raises(NoParent), transaction.atomic():
            begin_household(housemates=told[1:], name="Fenna", by=world.marieke, at=NOW)
    with world.acting("kim"):
        assert {story.id, fennas.id} <= set(Story.objects.values_list("id", flat=True))
        assert not Story.objects.filter(id=rias.id).exists()


def test_a_story_between_two_has_three_circles_and_each_reads_two(world: World):
    with world.acting("marieke"):
        story = begin_between(one=world.jan, other=world.riet, by=world.marieke, at=NOW)
        assert str(story) == "Jan en Riet"
        assert Party.objects.filter(story=story).count() == 2
        jans, riets = circle_for(story=story, teller=world.jan), circle_for(story=story, teller=world.riet)
        for line, circle in (("Samen", story.circle), ("Van Jan", jans), ("Van Riet", riets)):
            note(line=line, circle=circle, by=world.marieke, at=NOW)
        with pytest.raises(Alone):
            begin_between(one=world.jan, other=world.jan, by=world.marieke, at=NOW)
    for name, sees in (("jan", {"Samen", "Van Jan"}), ("riet", {"Samen", "Van Riet"}), ("yusuf", set())):
        with world.acting(name):
            lines = Moment.objects.filter(circle_id__in=[story.circle_id, jans.id, riets.id])
            assert {one.line for one in lines} == sees
    with world.acting("yusuf"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Party.objects.create(story=story, person=world.yusuf)


def test_a_second_circle_of_a_childs_own_leaves_its_parents_out(world: World):
    lin = child(world, years=12)
    story = file_of(world, lin)
    with acting_as(person(lin.id)):
        another = circle_without_parents(story=story, child=lin, by=lin, at=NOW)
        widest = begin_smaller_circle(story=story, name="met mama", by=lin, at=NOW, readers=[world.kim])
    with world.acting("kim"):
        assert set(Circle.objects.filter(within_story__story=story)) == {widest}
        assert not Circle.objects.filter(id=another.id).exists()


def test_a_parent_is_not_let_in_past_a_child_from_twelve_and_it_is_said_why(world: World):
    lin = child(world, years=14)
    story = file_of(world, lin)
    with world.acting("marieke"):
        own = circle_for(story=story, teller=lin)
        for verb in (let_in, invite):
            with pytest.raises(ChildDecides, match="Vanaf twaalf jaar"), transaction.atomic():
                verb(circle=own, person=world.kim, by=world.marieke, at=timezone.now())
        assert let_in(circle=own, person=world.fatima, by=world.marieke, at=timezone.now())
    with acting_as(person(lin.id)):
        assert let_in(circle=own, person=world.kim, by=lin, at=timezone.now())
