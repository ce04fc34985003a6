"""The map on the screen: who opens it, what one line does, what stands beside it, and how it was."""

import re
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from nabij.moments.models import Placing, Tie
from nabij.moments.network import add, end, move
from nabij.moments.tieline import read_tie
from nabij.moments.verbs import Present, note, say
from nabij.stories.models import Story
from nabij.trust.models import Look, Looked
from nabij.trust.verbs import introduce, let_in
from nabij.web.network.days import day_in, seasons
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World


def page(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/netwerk/"


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def told(world: World, line: str, *, at: datetime | None = None) -> Tie:
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.marieke, "told_by": world.riet}
        return add(at=at or timezone.now(), **said, **vars(read_tie(line)))


def tie(key: UUID, world: World) -> Tie:
    with world.acting("riet"):
        return Tie.objects.current().select_related("circle").get(id=key)


def test_the_circle_opens_it_and_an_outsider_is_told_nothing(world: World) -> None:
    told(world, "zus Els, heel dichtbij, geeft soep")
    found = text(logged_in(world, "jan"), page(world))
    assert "Wie er om Riet heen staan" in found and "Els" in found and "soep" in found
    refused = logged_in(world, "yusuf").get(page(world))
    assert refused.status_code == 404 and "Els" not in refused.content.decode()
    assert Client().get(page(world)).headers["Location"].startswith("/inloggen/")
    with world.acting("riet"):
        assert Look.objects.filter(what=Looked.NETWORK, who=world.jan.id).count() == 1


def test_an_empty_map_asks_who_there_is(world: World) -> None:
    found = text(logged_in(world, "marieke"), page(world))
    assert "Nog niemand genoemd. Wie ziet Riet wel eens?" in found
    assert "Om samen over te praten" not in found and "Wat hier is verteld" not in found


def test_one_line_puts_somebody_on_the_map_by_whose_word(world: World) -> None:
    client = logged_in(world, "marieke")
    line = "zus Els, heel dichtbij, geeft soep en krijgt gezelschap"
    answer = client.post(page(world), {"line": line, "told": str(world.riet.id)}, follow=True)
    found = answer.content.decode()
    assert "Els staat er nu bij: heel dichtbij." in found
    assert (
        f'value="{world.riet.id}" class="utrecht-textbox utrecht-textbox--html-input" id="id_told_1" checked' in found
        or re.search(rf'value="{world.riet.id}"[^>]*checked', found)
    ), "whose word it is stays chosen"
    with world.acting("riet"):
        drawn = Tie.objects.get()
        assert (drawn.ring, drawn.kind, drawn.gives, drawn.takes) == (1, "family", "soep", "gezelschap")
        assert (drawn.told_by, drawn.noted_by, drawn.called) == (world.riet, world.marieke, "zus")
        assert drawn.turn is not None, "a place of its own"
    own = logged_in(world, "riet").get(page(world)).content.decode()
    assert "Wie zegt dit?" not in own and "Wie er om jou heen staan" in own


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Riet, heel dichtbij", "Riet staat al in het midden. Wie staat er omheen?"),
        ("zichzelf", "Riet staat al in het midden"),
        ("els, geeft brood", "Els staat er al."),
        (" ", "Er staat nog geen naam."),
        (", dichtbij", "Er staat nog geen naam."),
        ("Els geeft " + "x" * 400, "te lang voor één regel"),
    ],
)
def test_a_line_that_cannot_be_gets_a_sentence_and_stays(world: World, line: str, said: str) -> None:
    told(world, "Els")
    answer = logged_in(world, "marieke").post(page(world), {"line": line, "told": str(world.riet.id)})
    found = answer.content.decode()
    assert answer.status_code == 400
    assert said in found
    assert f'value="{line.strip()}"' in found or not line.strip()
    with world.acting("riet"):
        assert Tie.objects.count() == 1


def test_somebody_moves_by_a_step_and_by_a_drag_and_stays_in_the_table(world: World) -> None:
    one, client = told(world, "Els, verder weg"), logged_in(world, "jan")
    where = f"/banden/{one.id}/plaats/"
    after = client.post(where, {"step": "nearer"})
    assert after.headers["Location"].endswith(f"?band={one.id}#band-{one.id}")
    assert re.search(r"<strong>Els</strong>.*?dichtbij, gewoon", text(client, page(world)), re.S)
    client.post(where, {"ring": "1", "turn": "270"})
    now = tie(one.id, world)
    assert (now.stands_in, now.turned) == (1, 270)
    client.post(where, {"step": "right"})
    assert tie(one.id, world).turned == 300
    client.post(where, {"step": "nearer"})
    assert tie(one.id, world).stands_in == 1, "nearer than this there is not"
    with world.acting("riet"):
        assert Placing.objects.count() == 3, "one for each time something changed"
        assert set(Placing.objects.values_list("by", flat=True)) == {world.jan.id}
    for wrong in ({"ring": "4"}, {"ring": "x"}, {"turn": "360"}, {"step": "away"}, {"told": str(world.kim.id)}):
        assert client.post(where, wrong).status_code == 400, wrong
    for name in ("yusuf", "kim"):
        for address in (where, f"/banden/{one.id}/einde/"):
            assert logged_in(world, name).post(address, {"step": "farther"}).status_code == 404
        assert logged_in(world, name).get(f"/banden/{one.id}/").status_code == 404


def test_who_is_taken_off_stays_on_the_map_of_before(world: World) -> None:
    one = told(world, "Els", at=timezone.now() - timedelta(days=40))
    client = logged_in(world, "riet")
    found = client.post(f"/banden/{one.id}/einde/", follow=True).content.decode()
    assert "Els staat er niet meer bij." in found and "Nog niemand genoemd" in found
    before = (timezone.localdate() - timedelta(days=10)).isoformat()
    then = text(client, f"{page(world)}?op={before}")
    assert "Niet meer op de kaart: Els." in then and "Nu staat er niemand." in then
    again = client.post(f"/banden/{one.id}/einde/", follow=True).content.decode()
    assert "Iemand anders haalde de naam net weg." in again
    gone = client.post(f"/banden/{one.id}/", {"kind": "friend", "weight": "strong", "gives": "een taart"})
    assert gone.status_code == 400 and "een taart" in gone.content.decode(), "nothing typed is lost"


def test_what_is_said_of_somebody_is_told_anew(world: World) -> None:
    one, client = told(world, "Els, geeft linzen"), logged_in(world, "marieke")
    with world.acting("marieke"):
        move(tie=one, ring=1, by=world.marieke, told_by=world.riet, at=timezone.now())
    found = text(client, f"/banden/{one.id}/")
    assert "heel dichtbij, zei Riet." in found and 'value="linzen"' in found
    said = {"called": "vriendin", "kind": "friend", "weight": "strong", "gives": "brood", "told": str(world.riet.id)}
    assert client.post(f"/banden/{one.id}/", said).status_code == 302
    found = text(client, page(world))
    assert "brood" in found and "linzen" not in found
    assert "heel dichtbij, sterk" in found


def test_then_and_now_lie_beside_each_other(world: World) -> None:
    early, now = timezone.now() - timedelta(days=100), timezone.now()
    with owner():
        Story.objects.filter(id=world.riets_story.id).update(opened_at=early)
    els, bea = told(world, "Els, verder weg", at=early), told(world, "Bea, heel dichtbij", at=early)
    told(world, "koor De Wheer", at=early)
    with world.acting("riet"):
        move(tie=els, ring=1, by=world.riet, at=now)
        move(tie=bea, ring=2, by=world.riet, at=now)
    told(world, "plek: de markt")
    day = timezone.localdate() - timedelta(days=50)
    found = text(logged_in(world, "fatima"), f"{page(world)}?op={day.isoformat()}")
    for sentence in ("Erbij gekomen: de markt.", "Dichterbij: Els.", "Verder weg: Bea."):
        assert sentence in found
    assert found.count('<svg class="ringmap"') == 2
    assert re.search(r"Els</strong></th><td[^>]*>verder weg</td><td[^>]*>heel dichtbij</td>", found)
    assert "data-moves" not in found, "what was is not moved"


@pytest.mark.parametrize(
    ("op", "said"),
    [("2026-02-31", "Deze dag bestaat niet"), ("gisteren", "Deze dag bestaat niet"), ("0001-01-01", "Zo lang geleden")],
)
def test_a_day_that_cannot_be_gets_a_sentence(world: World, op: str, said: str) -> None:
    answer = logged_in(world, "jan").get(f"{page(world)}?op={op}")
    assert answer.status_code == 400 and said in answer.content.decode()
    later = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "Kies een dag die voorbij is." in logged_in(world, "jan").get(f"{page(world)}?op={later}").content.decode()


def test_seasons_end_on_their_last_day() -> None:
    assert seasons(since=date(2026, 1, 5), today=date(2026, 11, 22)) == [
        (date(2026, 8, 31), "zomer 2026"),
        (date(2026, 5, 31), "lente 2026"),
        (date(2026, 2, 28), "winter 2025-2026"),
    ]
    assert seasons(since=date(2026, 11, 1), today=date(2026, 12, 1)) == [(date(2026, 11, 30), "herfst 2026")]
    assert seasons(since=date(2026, 11, 1), today=date(2026, 11, 22)) == []
    assert day_in("2026-11-21", today=date(2026, 11, 22)) == (date(2026, 11, 21), "")


def test_who_came_later_sees_no_map_of_before(world: World) -> None:
    early, joined = timezone.now() - timedelta(days=100), timezone.now() - timedelta(days=10)
    with owner():
        Story.objects.filter(id=world.riets_story.id).update(opened_at=early)
    told(world, "Els, geeft soep", at=early)
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.riet, by=world.yusuf, at=early)
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.riet, at=joined, sees_from=joined)
    client = logged_in(world, "yusuf")
    assert "Wat er eerder stond, lees je niet." in text(client, page(world))
    told(world, "Bea", at=joined + timedelta(days=1))
    for days, bea in ((50, False), (2, True)):
        day = (timezone.localdate() - timedelta(days=days)).isoformat()
        found = text(client, f"{page(world)}?op={day}")
        assert "Els" not in found and "soep" not in found
        assert ('<th scope="col"' in found) is bea
        assert ("Wat er eerder stond, lees je niet." in found) is not bea
    assert "soep" in text(logged_in(world, "jan"), page(world))


def test_plain_facts_and_prompts_as_told_in_this_circle_alone(world: World) -> None:
    one = told(world, "zus Els, krijgt geld")
    told(world, "huisarts Bram geeft pillen")
    with world.acting("marieke"):
        shared = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        say(about=one.other, owner=world.riet, kind="too_much", said_by=one.other, **shared)
    found = text(logged_in(world, "jan"), page(world))
    for fact in ("Eén geeft iets.", "Eén krijgt iets.", "Eén komt vanuit werk.", "Het is te veel voor Els."):
        assert fact in found
    assert "Om samen over te praten" in found and "Wie wil Riet vaker zien?" in found
    assert "geen oordeel" in found
    for name in ("Jan", "Fatima", "Marieke"):
        with world.acting("riet"):
            said = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.riet, "at": timezone.now()}
            add(name=name, kind="friend", ring=1, weight="strong", gives="koffie", **said)
            there = [Present(world.people[name.lower()])]
            note(line="koffie", circle=world.riets_story.circle, by=world.riet, at=timezone.now(), present=there)
    assert "Om samen over te praten" not in text(logged_in(world, "jan"), page(world))


def test_however_many_stand_there_it_asks_the_same_number_of_questions(world: World) -> None:
    first = told(world, "Els")
    url, day = page(world), (timezone.localdate() - timedelta(days=1)).isoformat()
    few = [count(logged_in(world, "fatima"), one) for one in (url, f"{url}?op={day}", f"/banden/{first.id}/")]
    for number in range(20):
        one = told(world, f"Buur {number}")
        with world.acting("riet"):
            move(tie=one, ring=1, by=world.riet, at=timezone.now())
            if number % 2:
                end(tie=one, by=world.riet, at=timezone.now())
    many = [count(logged_in(world, "fatima"), one) for one in (url, f"{url}?op={day}", f"/banden/{first.id}/")]
    assert many == few
    assert max(many) <= 17
