"""Households, a child's yes and a story between two, on the screen."""

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.models import Birth, Person
from nabij.stories.families import Housemate, begin_between, begin_household, circle_for, open_file
from nabij.stories.models import Party, Story
from tests.conftest import owner
from tests.rules.test_families import born, child, read_by_parents
from tests.web.asking import logged_in
from tests.world import World

NOW = timezone.now()
HOUSEHOLD = "/verhalen/nieuw/huishouden/"


def test_a_household_begins_with_its_people_and_each_gets_a_file(world: World):
    client = logged_in(world, "marieke")
    assert b"huishouden" in client.get("/verhalen/nieuw/").content
    said = {"name_0": "Dina Post", "parent_0": "on", "name_1": "Fenna Post", "born_1": born(9).isoformat()}
    answer = client.post(HOUSEHOLD, said, follow=True)
    text = answer.content.decode()
    assert "Dina Post" in text
    assert "Fenna is nog geen 12. Een ouder leest mee en beslist wie er leest." in text
    with world.acting("marieke"):
        story = Story.objects.get(household__isnull=False)
        assert str(story) == "Dina en Fenna"
        fenna = Person.objects.get(name="Fenna Post")
        assert Birth.objects.get(person=fenna)
    opened = client.post(f"/verhalen/{story.id}/huisgenoten/{fenna.id}/verhaal/", follow=True)
    assert "Fenna Post" in opened.content.decode()
    assert logged_in(world, "yusuf").get(f"/verhalen/{story.id}/huisgenoten/").status_code == 404
    assert client.post(f"/verhalen/{story.id}/huisgenoten/{world.kim.id}/verhaal/").status_code == 404


def test_my_own_story_is_the_one_about_me_alone_and_else_the_one_of_my_household(world: World):
    with world.acting("marieke"):
        people = [Housemate(person=world.riet), Housemate(person=world.jan)]
        with owner():
            Story.objects.filter(id=world.riets_story.id).update(opened_at=NOW)
        ours = begin_household(housemates=people, name="Wij", by=world.marieke, at=NOW - timedelta(days=9))
    riet, jan = (logged_in(world, name).get("/mijn-verhaal/") for name in ("riet", "jan"))
    assert riet["Location"] == f"/verhalen/{world.riets_story.id}/", "the household's is older"
    assert jan["Location"] == f"/verhalen/{ours.id}/"


def test_a_household_that_cannot_be_says_why_and_keeps_what_was_typed(world: World):
    client = logged_in(world, "marieke")
    later = (timezone.localdate() + timedelta(days=3)).isoformat()
    for said, why in (
        ({"name_0": "Dina Post"}, "Noem minstens twee mensen."),
        ({"name_0": "Dina Post", "name_1": "Fenna", "born_1": born(9).isoformat()}, "Wie is de ouder of voogd?"),
        (
            {"name_0": "Dina Post", "parent_0": "on", "name_1": "Fenna", "born_1": later},
            "Kies de dag waarop Fenna is geboren.",
        ),
        ({"name_0": "Dina Post", "name_1": "Fenna", "born_1": "31-31-2020"}, "Deze dag bestaat niet."),
        ({"name_0": "Dina Post", "name_1": "Fenna", "born_4": born(9).isoformat()}, "Hoe heet deze huisgenoot?"),
    ):
        answer = client.post(HOUSEHOLD, said)
        assert answer.status_code == 400
        assert why in answer.content.decode()
        assert "Dina Post" in answer.content.decode()
    with world.acting("marieke"):
        assert not Person.objects.filter(name="Dina Post").exists()


def test_more_than_three_housemates_wait_until_they_are_asked_for(world: World):
    client = logged_in(world, "marieke")
    assert "<details><summary>Er wonen meer mensen" in client.get(HOUSEHOLD).content.decode()
    again = client.post(HOUSEHOLD, {"name_4": "Fenna Post"}).content.decode()
    assert "<details open><summary>Er wonen meer mensen" in again
    assert "Fenna Post" in again


def test_somebody_one_knows_is_asked_about_in_a_household(world: World):
    client = logged_in(world, "marieke")
    said = {"name_0": "Fatima El Amrani", "name_1": "Ria Post"}
    asked = client.post(HOUSEHOLD, said)
    assert asked.status_code == 400
    assert "Bedoel je iemand die je al kent?" in asked.content.decode()
    client.post(HOUSEHOLD, said | {"which_name_0": str(world.fatima.id)})
    with world.acting("fatima"):
        assert Story.objects.filter(household__isnull=False).exists()
    forged = client.post(HOUSEHOLD, said | {"which_name_0": str(world.kim.id)})
    assert forged.status_code == 400


def test_a_child_says_yes_on_its_own_page(world: World):
    lin = child(world, years=14)
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=NOW)
        own = circle_for(story=story, teller=lin)
        told = note(line="Ik slaap slecht.", circle=own, by=world.marieke, at=NOW, told_by=lin)
    world.people["lin"] = lin
    page = f"/momenten/{told.id}/ouders/"
    client = logged_in(world, "lin")
    assert "Laat ouders dit lezen" not in client.get(f"/verhalen/{story.id}/").content.decode(), "no parent reads yet"
    read_by_parents(story, child=lin)
    assert "Laat ouders dit lezen" in client.get(f"/verhalen/{story.id}/").content.decode()
    assert "Ik slaap slecht." in client.get(page).content.decode()
    assert logged_in(world, "kim").get(page).status_code == 404
    assert "Ik slaap slecht." not in logged_in(world, "kim").get(f"/verhalen/{story.id}/").content.decode()
    refused = client.post(page, {})
    assert refused.status_code == 400
    assert "Zonder een ja blijft het waar het staat." in refused.content.decode()
    client.post(page, {"yes": "on"})
    assert "Ik slaap slecht." in logged_in(world, "kim").get(f"/verhalen/{story.id}/").content.decode()
    assert "Laat ouders dit lezen" not in client.get(f"/verhalen/{story.id}/").content.decode()


def test_a_child_lets_its_parents_read_and_nobody_does_that_for_it(world: World):
    lin = world.people["lin"] = child(world, years=14)
    with world.acting("marieke"):
        ours = begin_household(
            housemates=[Housemate(person=world.kim, is_parent=True), Housemate(person=lin)],
            name="Lansink",
            by=world.marieke,
            at=NOW,
        )
    logged_in(world, "lin").post("/mijn-verhaal/", {"words": "Dit zeg ik niet thuis."})
    marieke, household = logged_in(world, "marieke"), f"/verhalen/{ours.id}/huisgenoten/"
    begun = marieke.post(f"{household}{lin.id}/verhaal/", follow=True).content.decode()
    assert "Ouders lezen het pas als Lin dat zelf wil." in begun
    with world.acting("marieke"):
        story = Story.objects.get(person=lin)
    url, readers = f"/verhalen/{story.id}/ouders/", f"/verhalen/{story.id}/lezers/"
    assert logged_in(world, "kim").get(readers).status_code == 404
    assert marieke.post(url).status_code == 404
    assert "Laat mijn ouders meelezen" not in marieke.get(readers).content.decode()
    client = logged_in(world, "lin")
    assert "Laat mijn ouders meelezen" in client.get(readers).content.decode()
    assert "Je ouders lezen nu mee" in client.post(url, follow=True).content.decode()
    assert "Laat mijn ouders meelezen" not in client.get(readers).content.decode()
    kim = logged_in(world, "kim")
    assert kim.get(readers).status_code == 200
    assert "Dit zeg ik niet thuis." not in "".join(
        kim.get(page).content.decode() for page in ("/", "/verhalen/", f"/verhalen/{story.id}/")
    )


def chosen(client: Client, url: str) -> list[str]:
    """The circles that are chosen on a page, by the input that says so."""
    page = client.get(url).content.decode()
    return re.findall(r'<input type="radio"[^>]* name="circle" value="([^"]+)" checked>', page)


def test_what_a_child_writes_stands_in_its_own_circle_unless_it_chooses_another(world: World):
    lin = child(world, years=14)
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=NOW)
        own = circle_for(story=story, teller=lin)
    assert own != story.circle
    read_by_parents(story, child=lin)
    world.people["lin"] = lin
    page, client = f"/verhalen/{story.id}/", logged_in(world, "lin")
    assert f'name="seen" value="{own.id}"' in client.get(page).content.decode()
    assert chosen(client, f"{page}woorden/") == chosen(client, f"{page}afspraken/") == [str(own.id)]
    client.post(f"{page}woorden/", {"words": "Ik wil naar voetbal."})
    assert "Ik wil naar voetbal." not in logged_in(world, "kim").get(page).content.decode()
    marieke = logged_in(world, "marieke")
    assert chosen(marieke, f"{page}woorden/") == [str(own.id)], "whose words they are decides, not who types"
    assert chosen(marieke, f"{page}afspraken/") == [str(story.circle_id)]
    assert f'name="seen" value="{story.circle_id}"' in marieke.get(page).content.decode()
    client.post(f"{page}woorden/", {"words": "Dit mag mama lezen.", "circle": str(story.circle_id)})
    assert "Dit mag mama lezen." in logged_in(world, "kim").get(page).content.decode()


def test_what_one_of_two_writes_the_other_does_not_read_unless_it_is_chosen(world: World):
    with world.acting("marieke"):
        story = begin_between(one=world.jan, other=world.riet, by=world.marieke, at=NOW)
    page, jan = f"/verhalen/{story.id}/", logged_in(world, "jan")
    with world.acting("jan"):
        own = circle_for(story=story, teller=world.jan)
        assert own != story.circle
    assert chosen(jan, f"{page}woorden/") == [str(own.id)]
    jan.post(f"{page}woorden/", {"words": "De muziek is te hard."})
    jan.post("/momenten/", {"line": "Weer muziek.", "circle": str(own.id), "seen": str(own.id), "fixed": "1"})
    for name, reads in (("jan", True), ("marieke", True), ("riet", False)):
        shown = logged_in(world, name).get(page).content.decode()
        assert ("De muziek is te hard." in shown) is reads
        assert ("Weer muziek." in shown) is reads


def test_a_story_between_two_begins_and_the_third_does_not_read_it(world: World):
    client = logged_in(world, "marieke")
    said = {"one": "Jan Groen", "other": "Riet Kuiper"}
    assert client.post("/verhalen/nieuw/twee/", said).status_code == 400
    said |= {"which_one": str(world.jan.id), "which_other": str(world.riet.id)}
    shown = client.post("/verhalen/nieuw/twee/", said, follow=True)
    assert "Jan en Riet" in shown.content.decode()
    with world.acting("riet"):
        story = Story.objects.get(called="Jan en Riet")
        assert Party.objects.filter(story=story).count() == 2
    assert logged_in(world, "riet").get(f"/verhalen/{story.id}/").status_code == 200
    assert logged_in(world, "yusuf").get(f"/verhalen/{story.id}/").status_code == 404
    same = {"one": "Jan Groen", "other": "Jan Groen", "which_one": str(world.jan.id), "which_other": str(world.jan.id)}
    refused = client.post("/verhalen/nieuw/twee/", same)
    assert "Noem minstens twee mensen." in refused.content.decode()
    with world.acting("marieke"):
        assert not Moment.objects.filter(circle=story.circle).exists()
