"""A field that is sent twice, or in the address beside the form, has one meaning: the last in the form itself."""

import re
from urllib.parse import urlencode

from django.test import Client

from nabij.moments.models import Moment
from nabij.people.models import Hat
from nabij.trust.models import Circle
from nabij.web.today.box import ONLY_ME
from tests.web.asking import logged_in
from tests.world import World

FORM = "application/x-www-form-urlencoded"


def send(client: Client, *fields: tuple[str, str], address: str = "/momenten/"):
    return client.post(address, urlencode(fields), content_type=FORM)


def test_the_circle_that_was_seen_is_the_circle_it_is_written_to(world: World) -> None:
    """Whoever smuggles a second circle behind the first is asked again: those faces were not seen."""
    client, story = logged_in(world, "marieke"), str(world.riets_story.circle_id)
    line = ("line", "Een geheim")
    assert send(client, line, ("circle", ONLY_ME), ("seen", ONLY_ME), ("circle", story)).status_code == 200
    with world.acting("marieke"):
        assert not Moment.objects.exists()
    assert send(client, line, ("circle", story), ("seen", ONLY_ME), ("circle", ONLY_ME)).status_code == 302
    with world.acting("marieke"):
        assert Moment.objects.get().circle.kind == Circle.Kind.OWN
    with world.acting("fatima"):
        assert not Moment.objects.exists()


def test_what_the_address_adds_to_a_form_counts_for_nothing(world: World) -> None:
    client, story = logged_in(world, "marieke"), str(world.riets_story.circle_id)
    added = urlencode({"circle": story, "seen": story, "line": "Iets anders", "hat": str(world.hats["jan"].id)})
    typed = (("line", "Voor mij"), ("circle", ONLY_ME), ("seen", ONLY_ME))
    assert send(client, *typed, address=f"/momenten/?{added}").status_code == 302
    with world.acting("marieke"):
        moment = Moment.objects.get()
        assert (moment.line, moment.circle.kind) == ("Voor mij", Circle.Kind.OWN)
        assert moment.hat in (None, *Hat.objects.filter(person=world.marieke))


def test_a_question_that_is_asked_twice_is_the_last_one(world: World) -> None:
    page = Client().get("/kaart/?q=eerste&q=laatste").content.decode()
    (box,) = re.findall(r"<input[^>]*name=\"q\"[^>]*>", page)
    assert 'value="laatste"' in box


def test_a_cookie_or_header_is_no_field(world: World) -> None:
    client = logged_in(world, "marieke")
    client.cookies["line"] = "Uit een koekje"
    answer = client.post("/momenten/", {"circle": ONLY_ME, "seen": ONLY_ME}, headers={"line": "Uit een kop"})
    assert answer.status_code == 400
    with world.acting("marieke"):
        assert not Moment.objects.exists()
