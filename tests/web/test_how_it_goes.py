"""How it goes, over time: said by the resident or noted by who heard it, and drawn without a judgement."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from nabij.stories.going import Goes, NoSuchNumber, OneOfTwo
from nabij.stories.models import OwnWords
from nabij.stories.verbs import tell
from tests.web.asking import count, logged_in
from tests.world import World


def page_of(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/hoe-het-gaat/"


def test_the_resident_and_who_heard_it_write_it_down_and_an_outsider_does_not(world: World):
    riet, marieke, yusuf = (logged_in(world, name) for name in ("riet", "marieke", "yusuf"))
    asked = riet.get(page_of(world)).content.decode()
    assert 'name="gezicht"' in asked and 'name="cijfer"' not in asked, "one of the two is asked, never both"
    assert riet.post(page_of(world), {"words": "Ik ben tot de brug geweest.", "gezicht": "5"}).status_code == 302
    heard = {"words": "Het been jeukt.", "met": "cijfer", "cijfer": "6"}
    assert marieke.post(page_of(world), heard).status_code == 302
    assert riet.post(page_of(world), {"words": "Gewoon.", "gezicht": ""}).status_code == 302
    story = marieke.get(f"/verhalen/{world.riets_story.id}/").content.decode()
    assert "Riet vertelde het, Marieke schreef het op" in story and "Heel goed" in story and "Een 6" in story
    assert "Nog geen eigen woorden van Riet" in story, "how it goes does not take the place of what she wants"
    assert "Ik ben tot de brug geweest." in riet.get("/mijn-pagina/").content.decode()
    assert "Ik ben tot de brug geweest." not in marieke.get("/mijn-pagina/").content.decode()
    assert "Ik ben tot de brug geweest." in riet.get(f"/verhalen/{world.riets_story.id}/tekst/").content.decode()
    assert yusuf.get(page_of(world)).status_code == 404
    assert yusuf.post(page_of(world), {"words": "Zij redt het niet."}).status_code == 404


def test_what_cannot_be_gets_a_sentence_and_keeps_what_was_typed(world: World):
    client = logged_in(world, "riet")
    for said, sentence in (
        ({"words": "", "gezicht": "4"}, "Eén woord is genoeg"),
        ({"words": "Zo zo la la", "met": "cijfer", "cijfer": "11"}, "Een cijfer gaat van 0 tot en met 10."),
        ({"words": "Zo zo la la", "met": "cijfer", "cijfer": "\x00"}, "Een cijfer gaat van 0 tot en met 10."),
        ({"words": "Zo zo la la", "gezicht": "9"}, "Kies een gezicht uit de lijst, of niets."),
    ):
        answer = client.post(page_of(world), said)
        assert answer.status_code == 400 and sentence in answer.content.decode()
        assert said["words"] in answer.content.decode()
    with world.acting("riet"):
        told = {"story": world.riets_story, "person": world.riet, "words": "Zo", "by": world.riet, "at": timezone.now()}
        with pytest.raises(OneOfTwo):
            tell(goes=Goes(face=3, number=5), **told)
        with pytest.raises(NoSuchNumber):
            tell(goes=Goes(number=-1), **told)
        straight = {**told, "noted_by": told["by"], "circle": world.riets_story.circle}
        del straight["by"]
        for wrong in ({"face": 3, "number": 5, "kind": "goes"}, {"face": 3}, {"number": 11, "kind": "goes"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                OwnWords.objects.create(**straight, **wrong)


def test_the_picture_shows_each_time_once_and_asks_no_more_questions_when_there_are_many(world: World):
    client = logged_in(world, "marieke")
    with world.acting("marieke"):
        told = {"story": world.riets_story, "person": world.riet, "by": world.marieke}
        tell(words="Een", goes=Goes(number=3), at=timezone.now(), **told)
    few = count(client, page_of(world))
    with world.acting("marieke"):
        for number in range(12):
            tell(words=f"Nog {number}", goes=Goes(face=number % 5 + 1), at=timezone.now(), **told)
    many = count(client, page_of(world))
    assert few == many <= 16
    text = client.get(page_of(world)).content.decode()
    assert text.count("goings__mouth") - 5 == 10, "the newest ten are drawn, beside the five to choose from"
    assert "Nog 0" in text and "De tekening toont de laatste tien keer" in text
