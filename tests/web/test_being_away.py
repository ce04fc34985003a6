"""Being away on the screen: what is asked, what the stand-in and the resident read, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.memory.models import Absence
from nabij.moments.verbs import ComeBack, note
from nabij.stories.verbs import promise
from nabij.trust.models import Look, Membership
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def typed(world: World, **other) -> dict[str, str]:
    today = timezone.localdate()
    return {
        "starts": today.isoformat(),
        "ends": (today + 5 * DAY).isoformat(),
        "stand_in": str(world.hats["yusuf"].id),
        "stories": str(world.riets_story.id),
        "past": "laatst",
    } | other


def something_to_do(world: World) -> None:
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        note(line="Ze is gevallen.", come_backs=[ComeBack(timezone.localdate(), "dokter bellen")], **said)
        promise(what="Brood halen", story=world.riets_story, day=timezone.localdate() + DAY, **said)


def test_the_stand_in_finds_on_today_what_became_theirs_and_ticks_it_off(world: World) -> None:
    something_to_do(world)
    before = count(logged_in(world, "yusuf"), "/")
    sent = logged_in(world, "marieke").post("/afwezig/", typed(world), follow=True)
    assert "Yusuf neemt voor je waar" in sent.text
    stands_in = logged_in(world, "yusuf")
    today = stands_in.get("/").text
    for words in ("Voor Marieke", "Brood halen", "Dokter bellen"):
        assert words in today
    done = today.split("Dokter bellen")[1].split('action="')[1].split('"')[0]
    stands_in.post(done)
    assert "Dokter bellen" not in stands_in.get("/").text
    assert count(stands_in, "/") <= before + 16
    with world.acting("riet"):  # To see it on Today is a look at her story.
        assert Look.objects.filter(who=world.yusuf.id, about=world.riet.id).exists()
    assert stands_in.get("/afwezig/").status_code == 200
    assert logged_in(world, "jan").post(done).status_code == 404


def test_the_resident_reads_it_on_today_and_stops_it(world: World) -> None:
    logged_in(world, "marieke").post("/afwezig/", typed(world))
    resident = logged_in(world, "riet")
    assert "Yusuf leest zolang met je mee" in resident.get("/").text
    with world.acting("riet"):
        seat = Membership.objects.get(person=world.yusuf)
    resident.post(f"/lidmaatschappen/{seat.id}/einde/")
    assert "Yusuf leest zolang met je mee" not in resident.get("/").text
    assert logged_in(world, "yusuf").get(f"/verhalen/{world.riets_story.id}/").status_code == 404


def test_back_sooner_closes_it_and_nobody_else_ends_it(world: World) -> None:
    logged_in(world, "marieke").post("/afwezig/", typed(world))
    with world.acting("marieke"):
        key = Absence.objects.get().id
    assert logged_in(world, "fatima").post(f"/afwezigheden/{key}/einde/").status_code == 404
    assert "Je bent er niet" in logged_in(world, "marieke").get("/").text
    logged_in(world, "marieke").post(f"/afwezigheden/{key}/einde/")
    assert "Je bent er niet" not in logged_in(world, "marieke").get("/").text
    assert logged_in(world, "yusuf").get(f"/verhalen/{world.riets_story.id}/").status_code == 404
    again = logged_in(world, "marieke").post(f"/afwezigheden/{key}/einde/", follow=True)
    assert "Dit was al voorbij." in again.text


def test_what_cannot_be_gets_a_sentence_and_nothing_typed_is_lost(world: World) -> None:
    last = (timezone.localdate() - 3 * DAY).isoformat()
    sent = logged_in(world, "marieke").post("/afwezig/", typed(world, ends=last))
    assert sent.status_code == 400
    assert "De laatste dag ligt voor de eerste." in sent.text
    assert last in sent.text
    assert f'value="{world.hats["yusuf"].id}" selected' in sent.text
    empty = logged_in(world, "marieke").post("/afwezig/", {"starts": ""})
    assert empty.status_code == 400
    assert "Wie neemt voor je waar? Kies iemand." in empty.text
