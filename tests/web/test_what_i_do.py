"""My own page: stories with the last contact, promises, time, what only I know; and the counts of my team."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from nabij.moments.models import TimeSpent
from nabij.moments.timespent import NoSuchTime, minutes_of
from nabij.moments.verbs import note
from nabij.people.models import Group, Hat
from nabij.people.verbs import note_person
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import begin_smaller_circle, open_story, promise
from nabij.trust.acting import acting_as, office
from tests.web.asking import count, logged_in
from tests.world import World


def mine(world: World, name: str = "marieke") -> str:
    page = logged_in(world, name).get("/mijn/werk/")
    assert page.status_code == 200
    return page.content.decode().split("<main", 1)[1]


def section(text: str, name: str) -> str:
    return text.split(f'id="{name}"', 1)[1].split("</section>", 1)[0]


def test_my_stories_with_contact_and_promises_and_what_only_i_know(world: World) -> None:
    now = timezone.now()
    with world.acting("marieke"):
        note(line="Gewandeld.", circle=world.riets_story.circle, by=world.marieke, at=now)
        shared = {"story": world.riets_story, "by": world.marieke, "at": now}
        promise(what="belt", circle=world.riets_story.circle, day=timezone.localdate() + timedelta(days=1), **shared)
        small = begin_smaller_circle(story=world.riets_story, name="Wij twee", by=world.marieke, at=now, readers=[])
        promise(what="kijkt", circle=small, **shared)
        long_ago = shared | {"at": now - timedelta(days=91)}
        began = timezone.localdate() - timedelta(days=90)
        carried = Course(Rhythm.ALWAYS)
        promise(what="houdt contact", circle=world.riets_story.circle, day=began, course=carried, **long_ago)
    text = mine(world)
    assert "Riet Kuiper" in section(text, "verhalen")
    assert "Laatst contact: vandaag. 3 afspraken, de eerste: morgen." in section(text, "verhalen")
    assert "Als wijkwerker: 1 verhaal en 3 afspraken." in text
    assert "Wij twee. Ook 1 afspraak." in section(text, "alleen"), "Fatima and Jan read the rest"
    assert "Riet Kuiper" not in section(mine(world, "jan"), "alleen")
    assert "1 afspraak" not in section(mine(world, "jan"), "verhalen")
    with world.acting("marieke"):
        ada = note_person(name="Ada Vos", by=world.marieke, at=now)
        open_story(person=ada, by=world.marieke, at=now, hat=world.hats["marieke"])
    alone = section(mine(world), "alleen")
    assert "Het hele verhaal." in alone
    assert "/lezers/" in alone, "the way to let somebody in"
    assert "Riet Kuiper" not in mine(world, "riet"), "one's own story is no work"


def test_a_time_is_noted_changed_and_taken_away_and_a_wrong_one_stays_to_be_mended(world: World) -> None:
    with world.acting("marieke"):
        line = note(line="Gewandeld.", circle=world.riets_story.circle, by=world.marieke, at=timezone.now())
    client, url = logged_in(world, "marieke"), f"/momenten/{line.id}/tijd/"
    for said, minutes in (("20", 20), ("1 uur 30", 90)):
        assert client.post(url, {"tijd": said}).status_code == 302
        with world.acting("marieke"):
            assert TimeSpent.objects.get().minutes == minutes
    assert "1 uur 30" in section(mine(world), "tijd")
    wrong = client.post(url, {"tijd": "een tijdje"})
    assert wrong.status_code == 400
    assert 'value="een tijdje"' in wrong.content.decode()
    assert logged_in(world, "jan").post(url, {"tijd": "20"}).status_code == 404
    assert client.post(url, {"tijd": ""}).status_code == 302
    with world.acting("marieke"):
        assert not TimeSpent.objects.exists()


def test_how_long_is_read_as_people_write_it() -> None:
    for said, minutes in (("20 min", 20), ("2 uur", 120), ("1:30", 90), ("1.05", 65), ("1u15", 75), ("90", 90)):
        assert minutes_of(said) == minutes
    for said, minutes in (("1,5 uur", 90), ("0.25 u", 15), ("2,75u", 165)):
        assert minutes_of(said) == minutes
    for said in ("-5", "2500", "25 uur", "24,5 uur", "1,30 uur", "1 dag", "²"):
        with pytest.raises(NoSuchTime):
            minutes_of(said)


def test_the_counts_of_a_team_are_for_who_was_granted_a_hat_of_it(world: World) -> None:
    with acting_as(office("beheer")):
        team = Group.objects.create(name="Wijkteam Oost", kind="team", formal=True)
        Hat.objects.filter(person=world.marieke).update(group=team)
    url = f"/groepen/{team.id}/werk/"
    assert url in mine(world)
    text = logged_in(world, "marieke").get(url).content.decode()
    few = text.split("Nog te weinig om te laten zien", 1)[1].split("</ul>", 1)[0]
    assert (few.count("<li>"), "<table" in text) == (6, False)  # Said once, of all six.
    assert "Riet" not in text.split("<main", 1)[1]
    for name in ("jan", "loes", "riet"):
        assert logged_in(world, name).get(url).status_code == 404


def more(world: World, how_many: int) -> None:
    with world.acting("marieke"):
        for number in range(how_many):
            at = timezone.now()
            person = note_person(name=f"Bewoner {number}", by=world.marieke, at=at)
            story = open_story(by=world.marieke, at=at, person=person, hat=world.hats["marieke"])
            note(line="Gewandeld.", circle=story.circle, by=world.marieke, at=at)
            promise(what="belt", circle=story.circle, story=story, by=world.marieke, at=at, day=date(2099, 1, 1))


def test_it_asks_as_few_questions_for_many_stories_as_for_one(world: World) -> None:
    more(world, 1)
    few = count(logged_in(world, "marieke"), "/mijn/werk/")
    more(world, 6)
    assert count(logged_in(world, "marieke"), "/mijn/werk/") == few <= 16
