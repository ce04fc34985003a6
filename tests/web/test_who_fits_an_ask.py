"""The short list of an ask on the screen: for who may know who asks, with what is not so said beside each reason."""

import re

from nabij.bridge.asks import Ask
from nabij.bridge.contradictions import Contradiction
from nabij.bridge.offers import Offer
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

HERE = "BU04390302"


def main(text: str) -> str:
    return text.split("<main", 1)[1]


def asked(world: World, *, line: str = "Wie kan een lamp ophangen?", **more: str) -> str:
    """An ask of Riet's beside two offers; the address of its list."""
    for name, says in (("jan", "Ik doe kleine klussen, liever geen trap"), ("fatima", "Ik hang lampen op")):
        said = {"line": says, "neighbourhood": HERE, "kinds": ["chores"], "room": "3"}
        assert logged_in(world, name).post("/aanbod/", said).status_code == 302
    made = logged_in(world, "riet").post("/vragen/", {"line": line, "neighbourhood": HERE, **more})
    return f"{made['Location']}wie/"


def test_the_list_has_reasons_and_remarks_and_is_for_who_knows_who_asks(world: World) -> None:
    where, riet = asked(world), logged_in(world, "riet")
    assert where in riet.get(where.removesuffix("wie/")).text, "the ask leads to it"
    page = main(riet.get(where).text)
    assert page.index("Ik hang lampen op") < page.index("Ik doe kleine klussen"), "the same word comes first"
    assert "Biedt dit aan: kleine klussen." in page and "Zegt erbij: “liever geen trap”." in page
    assert not re.search(r"score|punten|procent|\d%", page)
    assert 'action="/kennismakingen/"' in page
    for name in ("jan", "kim"):
        there = logged_in(world, name)
        assert there.get(where).status_code == 404
        assert there.post(where.replace("/wie/", "/tegenspraak/"), {}).status_code == 404
    assert count(riet, where) <= 40


def test_not_so_is_said_once_counts_and_is_taken_back(world: World) -> None:
    where, riet = asked(world), logged_in(world, "riet")
    to = where.replace("/wie/", "/tegenspraak/")
    with owner():
        offer = Offer.objects.get(line="Ik hang lampen op")
    said = {
        "offer": offer.id,
        "ground": "kind:chores",
        "reason": "Biedt dit aan: kleine klussen.",
        "words": "doet dit niet meer",
    }
    for _twice in range(2):
        assert riet.post(to, said)["Location"] == where
    with owner():
        (kept,) = Contradiction.objects.all()
        assert kept.ask == Ask.objects.get()
    page = main(riet.get(where).text)
    assert page.index("Ik doe kleine klussen") < page.index("Ik hang lampen op")
    assert "Riet zei: “doet dit niet meer”." in page
    assert "doet dit niet meer" not in logged_in(world, "fatima").get("/prikbord/").text
    back = f"/tegenspraak/{kept.id}/intrekking/"
    assert logged_in(world, "fatima").post(back).status_code == 404
    assert riet.post(back)["Location"] == where
    assert riet.post(back).status_code == 404, "once"
    assert "doet dit niet meer" not in main(riet.get(where).text)


def test_what_cannot_be_said_gets_a_sentence_and_loses_nothing(world: World) -> None:
    where, riet = asked(world), logged_in(world, "riet")
    to = where.replace("/wie/", "/tegenspraak/")
    with owner():
        offer = Offer.objects.get(line="Ik hang lampen op")
    wrong = (
        ({"words": "x" * 201, "ground": "kind:chores"}, "Dit is te lang."),
        ({"words": "wat dan ook", "ground": "score"}, "Deze reden staat er niet meer."),
        ({"words": "niets gekozen"}, "Kies wat er niet klopt."),
    )
    for said, sentence in wrong:
        answer = riet.post(to, {"offer": offer.id, **said})
        assert (answer.status_code, sentence in answer.text, said["words"] in answer.text) == (400, True, True), said
    for nothing in (world.riets_story.id, "geen sleutel"):
        assert riet.post(to, {"offer": nothing, "ground": "kind:chores"}).status_code == 404
    with owner():
        assert not Contradiction.objects.exists()


def test_a_medical_act_is_nobodys_on_the_screen_too(world: World) -> None:
    where = asked(world, line="Wie kan pillen uitzetten voor mijn moeder?")
    page = main(logged_in(world, "riet").get(where).text)
    assert "Dit is een medische handeling." in page
    assert "Stel een kennismaking voor" not in page
