"""The pages of what is closed: whoever it is not for finds nothing there, and forms lose nothing that was typed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.people.models import Neighbourhood
from nabij.stories.breaking import seek
from nabij.stories.caring import share
from nabij.stories.models import SealKeeper
from nabij.stories.sealing import answer_as_second, seal
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look, Looked
from tests.web.asking import count, logged_in
from tests.world import World

WORDS = "Blauwe plek."


@pytest.fixture
def closed(world: World) -> dict[str, str]:
    """A sealed note, a broken glass and a shared concern about Riet; the address of each."""
    at = timezone.now()
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        appointing.trust(person=world.loes, neighbourhood=east, since=timezone.localdate())
    with world.acting("marieke"):
        day = timezone.localdate() + timedelta(days=9)
        said = {"words": WORDS, "reason": "Overleg.", "why_untold": "Gevaar.", "review_on": day}
        note = seal(story=world.riets_story, second=world.loes, by=world.marieke, at=at, **said)
    with world.acting("loes"):
        answer_as_second(keeper=SealKeeper.objects.get(person=world.loes), yes=True, by=world.loes, at=at)
    with world.acting("fatima"):
        worry = share(to=world.hats["marieke"], words="Ze eet niet.", story=world.riets_story, by=world.fatima, at=at)
    with world.acting("yusuf"):
        east_name, hat = "Wheermolen-Oost", world.hats["yusuf"]
        glass = seek(name="Riet Kuiper", place=east_name, reason="Nood.", by=world.yusuf, hat=hat, at=at)
        assert glass
    return {
        "seal": f"/besloten/{note.id}/",
        "concern": f"/zorg/{worry.id}/",
        "glass": f"/noodopening/{glass.id}/",
        "watch": f"/noodopeningen/{glass.id}/",
    }


@pytest.mark.parametrize(
    ("page", "may"),
    [
        ("seal", {"marieke", "loes"}),
        ("concern", {"fatima", "marieke"}),
        ("glass", {"yusuf"}),
        ("watch", {"loes"}),
    ],
)
def test_each_page_is_there_for_whom_it_is_and_for_nobody_else(world: World, closed, page, may):
    for name in world.people:
        expected = 200 if name in may else 404
        assert logged_in(world, name).get(closed[page]).status_code == expected, (page, name)


def test_nobody_does_anything_with_a_note_of_others(world: World, closed):
    for name in ("riet", "jan", "fatima", "yusuf"):
        client = logged_in(world, name)
        for act in ("antwoord/", "regels/", "voorstel/", "voorstel/antwoord/", "tweede/", "plaats/", "vertrek/"):
            assert client.post(closed["seal"] + act, {"yes": "yes", "words": "x", "kind": "open"}).status_code == 404


def test_no_other_page_says_that_there_is_something(world: World, closed):
    story = f"/verhalen/{world.riets_story.id}/"
    for name in ("riet", "jan", "fatima"):
        client = logged_in(world, name)
        for url in ("/", "/verhalen/", story, f"{story}tekst/", f"{story}lezers/", f"{story}hulp/", "/besloten/"):
            text = client.get(url, follow=True).content.decode()
            assert WORDS not in text
            assert "Besloten notitie bij" not in text
            assert "besloten notitie." not in text
            assert "noodopening" not in text, (name, url)


def test_behind_glass_nothing_else_opens(world: World, closed):
    client = logged_in(world, "yusuf")
    assert "Riet Kuiper" in client.get(closed["glass"]).content.decode()
    for url in (f"/verhalen/{world.riets_story.id}/", f"/mensen/{world.riet.id}/"):
        assert client.get(url).status_code == 404
    assert "Riet" not in client.get("/verhalen/").content.decode()
    with world.acting("riet"):
        assert not Look.objects.filter(who=world.yusuf.id).exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"review_on": "2020-01-01"}, "Die dag is al voorbij."),
        ({"review_on": timezone.localdate().isoformat()}, "Kies een dag na vandaag."),
        ({"review_on": "2090-01-01"}, "Kies een dag binnen een half jaar."),
        ({"review_on": "morgen"}, "Deze dag bestaat niet."),
        ({"reason": ""}, "Waarom nog niet lezen?"),
        ({"second": ""}, "Kies een tweede persoon."),
        ({"second": "00000000-0000-0000-0000-000000000000"}, "Kies een tweede persoon."),
        ({"told": "untold"}, "Waarom is vertellen gevaarlijk? Eén zin is genoeg."),
    ],
)
def test_a_mistake_in_a_sealed_note_is_a_sentence_and_loses_nothing(world: World, said, sentence):
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    typed = {"words": WORDS, "reason": "Overleg.", "second": str(world.hats["yusuf"].id), "review_on": day}
    page = logged_in(world, "marieke").post(
        f"/verhalen/{world.riets_story.id}/besloten/", typed | {"told": "told"} | said
    )
    assert page.status_code == 400
    assert sentence in page.content.decode()
    assert WORDS in page.content.decode()


def test_a_proposal_and_a_worry_ask_for_what_is_missing(world: World, closed):
    page = logged_in(world, "loes").post(closed["seal"] + "voorstel/", {"kind": "delete", "why": ""})
    text = page.content.decode()
    assert page.status_code == 400 and "Waarom? Eén zin is genoeg." in text and "Waarom nog niet lezen?" not in text
    text = logged_in(world, "marieke").post("/zorg/", {"words": "Ik zag iets."}).content.decode()
    assert "Kies een beroepskracht om dit mee te delen." in text and "tweede persoon" not in text


def test_the_pages_ask_a_few_questions(world: World, closed):
    for page, name, most in (
        ("seal", "loes", 16),
        ("glass", "yusuf", 20),
        ("watch", "loes", 14),
        ("concern", "fatima", 8),
    ):
        assert count(logged_in(world, name), closed[page]) <= most, page


def test_only_professionals_get_the_page_to_seal_and_its_look_tells_nobody(world: World):
    """Also of the page of a worry: in danger, who looked may not say what telling would."""
    for name, status in (("marieke", 200), ("fatima", 404), ("jan", 404), ("riet", 404)):
        assert logged_in(world, name).get(f"/verhalen/{world.riets_story.id}/besloten/").status_code == status, name
    logged_in(world, "fatima").get(f"/verhalen/{world.riets_story.id}/zorg/")
    with world.acting("riet"):
        assert {(one.who, one.what) for one in Look.objects.filter(about=world.riet.id)} == {
            (world.marieke.id, Looked.LISTED),
            (world.fatima.id, Looked.LISTED),
        }


def test_whoever_wears_no_hat_of_work_is_shown_the_way_to_somebody(world: World):
    text = logged_in(world, "fatima").get("/noodopening/").content.decode()
    assert "alleen met een pet van je werk" in text
    assert "Open nu" not in text


def test_the_meldcode_is_for_everybody_and_keeps_nothing(client, db):
    text = client.get("/meldcode/").content.decode()
    assert 'href="tel:112"' in text
    assert 'href="tel:08002000"' in text
    assert "<form" not in text.split("<main")[1].split("</main>")[0]
