"""From a line to help: what cannot wait stays so, and what was written stands in no address."""

from datetime import timedelta

from django.utils import timezone

from nabij.moments.models import Moment
from nabij.people.verbs import take_duty
from nabij.trust.acting import acting_as, office
from tests.web.asking import count, logged_in
from tests.world import World

LINE = "wie kan er nu meteen mee naar het ziekenhuis?"


def offers(client, line: str) -> dict[str, str]:
    shown = client.post("/momenten/lezing/", {"line": line}).content.decode()
    return {f"offer-{n}": "yes" for n in range(6) if f'name="offer-{n}"' in shown}


def save(client, line: str, *, circle: str = "mij") -> str:
    kept = client.post("/momenten/", {"line": line, "seen": circle, "back": "/", **offers(client, line)})
    assert kept.status_code == 302
    return kept.headers["Location"]


def on_duty(world: World) -> None:
    near = world.marieke.neighbourhood
    assert near is not None
    starts = timezone.now() - timedelta(hours=1)
    with acting_as(office("beheer")):
        take_duty(
            hat=world.hats["yusuf"],
            neighbourhood=near,
            starts=starts,
            ends=starts + timedelta(hours=2),
            phone="0299 00 00 00",
        )


def test_without_a_story_it_shows_who_has_duty_and_an_empty_box(world):
    on_duty(world)
    client = logged_in(world, "marieke")
    url = save(client, LINE)
    assert url == "/momenten/hulp/"
    text = client.get(url).content.decode()
    assert "Yusuf Demir heeft nu dienst" in text
    assert "tel:0299000000" in text
    assert "112" in text
    assert "ziekenhuis" not in text.split("<main")[1].split('id="zoek"')[1]
    assert "Yusuf" not in logged_in(world, "kim").get(url).content.decode(), "Kim lives elsewhere"
    assert count(client, url) <= 14


def test_in_a_story_the_question_is_found_by_its_id_and_only_by_its_writer(world):
    client, circle = logged_in(world, "marieke"), str(world.riets_story.circle_id)
    url = save(client, f"Bij @Riet geweest. {LINE.capitalize()}", circle=circle)
    with world.acting("marieke"):
        moment = Moment.objects.get()
    assert url.startswith(f"/verhalen/{world.riets_story.id}/hulp/?moment={moment.id}")
    assert "ziekenhuis" not in url
    assert "ziekenhuis" in client.get(url).content.decode()
    assert "ziekenhuis" not in logged_in(world, "jan").get(url).content.decode().split("<form")[-1]
    assert client.get(f"/verhalen/{world.riets_story.id}/hulp/?moment=geen").status_code == 200


def test_what_cannot_wait_stays_urgent(world):
    client, circle = logged_in(world, "marieke"), str(world.riets_story.circle_id)
    url = save(client, "@Riet huilend aan de deur, in paniek. Wie kan er komen?", circle=circle)
    assert "spoed=1" in url
    assert 'name="spoed"' in client.get(url).content.decode()
