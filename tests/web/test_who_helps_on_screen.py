"""Who helps already, on the screen: counted by a line each, and last time beside today."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.stories.families import circle_for, open_file
from nabij.stories.models import Scan
from nabij.stories.scanning import count_help
from nabij.stories.verbs import begin_smaller_circle
from nabij.trust.models import Look
from nabij.web.scan.marks import marks
from tests.rules.test_families import child, read_by_parents
from tests.web.asking import count, logged_in
from tests.world import World

BOTH = {"informal": "Jan, de buurman\nAnneke\n", "formal": "de huisarts\n"}


def page(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/wie-helpt/"


def typed(world: World, name: str = "riet", **more: str):
    said = {"day": timezone.localdate().isoformat(), **BOTH, **more}
    return logged_in(world, name).post(page(world) + "nieuw/", said)


def counted(world: World, days: int, *, informal: list[str], formal: list[str], **more):
    at = timezone.now()
    said = {"story": world.riets_story, "circle": world.riets_story.circle, "by": world.riet, **more}
    with world.acting("riet"):
        day = timezone.localdate() - timedelta(days=days)
        return count_help(informal=informal, formal=formal, day=day, at=at, **said)


def test_who_helps_is_counted_and_the_circle_reads_it(world: World):
    assert "Hier komt wie er nu helpt" in logged_in(world, "jan").get(page(world)).content.decode()
    answer = typed(world)
    assert (answer.status_code, answer.headers["Location"]) == (302, page(world))
    text = logged_in(world, "jan").get(page(world)).content.decode()
    assert "Twee uit de eigen omgeving, één vanuit werk." in text
    assert "Jan, de buurman" in text
    assert "face--informal" in text
    assert "face--formal" in text
    assert '"soft">nieuw<' not in text, "the first time nothing is new"
    for name in ("yusuf", "kim"):
        assert logged_in(world, name).get(page(world)).status_code == 404
        assert typed(world, name).status_code == 404
    assert Client().get(page(world)).status_code == 302


def test_the_story_leads_there_and_reading_it_is_a_look(world: World):
    text = logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/").content.decode()
    assert page(world) in text
    with world.acting("riet"):
        before = Look.objects.count()
    logged_in(world, "marieke").get(page(world))
    with world.acting("riet"):
        assert Look.objects.count() == before + 1


def test_last_time_stands_beside_today(world: World):
    counted(world, 90, informal=["Gerda", "Jan"], formal=["de huisarts"])
    form = logged_in(world, "marieke").get(page(world) + "nieuw/").content.decode()
    assert "Gerda\nJan</textarea>" in form, "the last count stands there already"
    typed(world, "marieke", informal="Jan\nFatima", formal="de huisarts\nYusuf")
    text = logged_in(world, "riet").get(page(world)).content.decode()
    assert "Vorige keer ook: Gerda." in text
    assert text.count('<span class="soft">nieuw</span>') == 2
    assert text.count('<circle class="n-informal"') == 4
    assert text.count('<rect class="n-formal"') == 3
    assert "Marieke schreef dit op" in text


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"informal": "", "formal": ""}, "Er staat nog niemand."),
        ({"nobody": "on"}, "Haal dan het vinkje bij niemand weg."),
        ({"formal": "anneke"}, "“Anneke” staat in beide lijsten."),
        ({"informal": "kort\n" + "x" * 121}, "Regel 2 is te lang."),
        ({"informal": "\n".join(f"naam {n}" for n in range(41))}, "meer dan veertig"),
        ({"day": "2099-01-01"}, "Die dag moet nog komen."),
        ({"day": "31-31-2026"}, "Deze dag bestaat niet."),
        ({"circle": "00000000-0000-0000-0000-000000000000"}, "Kies wie dit mag lezen."),
    ],
)
def test_what_cannot_be_counted_says_why_and_loses_nothing(world: World, said: dict[str, str], why: str):
    answer = typed(world, **said)
    text = answer.content.decode()
    assert answer.status_code == 400
    assert why in text
    for box in ("informal", "formal"):
        assert {**BOTH, **said}[box].strip() in text
    with world.acting("riet"):
        assert not Scan.objects.exists()


def test_nobody_helps_is_a_count_too(world: World):
    assert typed(world, informal="", formal="", nobody="on").status_code == 302
    assert "Er hielp toen niemand." in logged_in(world, "jan").get(page(world)).content.decode()


def test_a_smaller_circle_stands_apart_and_others_do_not_see_it(world: World):
    with world.acting("marieke"):
        small = begin_smaller_circle(
            story=world.riets_story, name="Wij samen", by=world.marieke, at=timezone.now(), readers=[]
        )
    counted(world, 0, informal=["Ineke"], formal=[], circle=small)
    assert "Alleen voor Wij samen." in logged_in(world, "riet").get(page(world)).content.decode()
    assert "Ineke" not in logged_in(world, "jan").get(page(world)).content.decode()


def test_what_a_child_counts_its_parents_do_not_read(world: World):
    lin = child(world, years=14)
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=timezone.now())
        own = circle_for(story=story, teller=lin)
    world.people["lin"], world.riets_story = lin, read_by_parents(story, child=lin)
    assert typed(world, "lin", informal="mijn mentor").status_code == 302
    with world.acting("lin"):
        assert Scan.objects.get().circle == own
    assert "mijn mentor" in logged_in(world, "lin").get(page(world)).content.decode()
    assert "mijn mentor" not in logged_in(world, "kim").get(page(world)).content.decode()


def test_it_stands_in_ones_own_data(world: World):
    typed(world)
    text = logged_in(world, "riet").get("/mijn/wat/hulp/").content.decode()
    assert "de huisarts" in text
    assert "Vraag om het te wissen" in logged_in(world, "riet").get("/mijn/wat/geteld/").content.decode()


def test_however_many_counts_it_asks_at_most_nine_questions(world: World):
    few = count(logged_in(world, "marieke"), page(world))
    for days in range(12):
        counted(world, days * 30, informal=[f"buur {n}" for n in range(days)], formal=["de huisarts"])
    many = count(logged_in(world, "marieke"), page(world))
    assert few <= many <= 9


def test_marks_are_never_scaled_and_stay_where_they_were() -> None:
    day = timezone.localdate()
    one = marks([(day, 3, 1)])
    two = marks([(day, 3, 1), (day, 9, 0)])
    assert two.rows[0] == one.rows[0]
    assert len(two.rows[1].marks) == 9
    assert max(mark.x for row in two.rows for mark in row.marks if not mark.formal) < 230, "no mark runs into the other"
    assert two.height > two.rows[1].marks[-1].y + 6
