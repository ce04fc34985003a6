"""My own page: what I say there stands there, others read what they may, and a mistake loses nothing."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.people.models import Account, Hat, Person, ReachableHours, Strength, WayToReach
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import begin_circle
from tests.browser import Axe, LogIn, OpenPage
from tests.web.asking import count, logged_in
from tests.world import World, build

MINE = "/mijn-pagina/"
EAST = "BU04390302"


def text(client: Client, url: str = MINE) -> str:
    return client.get(url).content.decode()


def say(client: Client, part: str, said: dict[str, object]) -> Client:
    response = client.post(f"{MINE}{part}/", said)
    assert (response.status_code, response.headers.get("Location")) == (302, MINE), response.content.decode()
    return client


def refused(client: Client, part: str, said: dict[str, object]) -> str:
    response = client.post(f"{MINE}{part}/", said)
    assert response.status_code == 400
    return response.content.decode()


def of(world: World, name: str) -> str:
    return f"/mensen/{world.people[name].id}/"


def test_it_is_mine_and_a_visitor_logs_in_first(world: World) -> None:
    assert "Riet Kuiper" in text(logged_in(world, "riet"))
    assert "Riet Kuiper" not in text(logged_in(world, "jan"))
    assert Client().get(MINE).headers["Location"].startswith("/inloggen/")
    assert Client().post(f"{MINE}talen/", {"spoken": "nl"}).headers["Location"].startswith("/inloggen/")


def test_the_hats_and_my_own_page_as_others_see_it_lead_there(world: World) -> None:
    riet = logged_in(world, "riet")
    assert f'href="{MINE}"' in text(riet, "/verhalen/")
    assert "Verander mijn pagina" in text(riet, of(world, "riet"))
    assert "Verander mijn pagina" not in text(logged_in(world, "marieke"), of(world, "riet"))


def test_languages_are_ticked_or_written_and_read_by_whoever_sees_me(world: World) -> None:
    riet = logged_in(world, "riet")
    say(riet, "talen", {"spoken": ["nl", "ar"], "others": "Hongaars, xh"})
    with world.acting("riet"):
        assert Person.objects.get(id=world.riet.id).languages == ["nl", "ar", "hu", "xh"]
    assert "Spreekt Nederlands, Arabisch, Hongaars en Xh." in text(logged_in(world, "marieke"), of(world, "riet"))
    assert logged_in(world, "kim").get(of(world, "riet")).status_code == 404


def test_a_language_nobody_knows_is_told_and_the_ticks_stay(world: World) -> None:
    page = refused(logged_in(world, "riet"), "talen", {"spoken": ["tr"], "others": "brabbeltaal"})
    assert "De taal “brabbeltaal” kennen we niet." in page
    assert 'value="brabbeltaal"' in page
    assert 'value="tr"' in page and 'id="my_languages_spoken_3" checked' in page
    with world.acting("riet"):
        assert Person.objects.get(id=world.riet.id).languages == []


def test_another_street_takes_the_old_spot_on_the_map_away(world: World) -> None:
    riet, home = logged_in(world, "riet"), {"street": "Gasinjetstraat", "neighbourhood": EAST}
    with world.acting("riet"):
        Person.objects.filter(id=world.riet.id).update(street="Koemarkt", latitude="52.511", longitude="4.961")
    say(riet, "straat", home)
    with world.acting("riet"):
        there = Person.objects.get(id=world.riet.id)
        assert (there.street, there.neighbourhood_id, there.latitude) == ("Gasinjetstraat", EAST, None)
        Person.objects.filter(id=world.riet.id).update(latitude="52.511", longitude="4.961")
    say(riet, "straat", home)
    with world.acting("riet"):
        assert Person.objects.get(id=world.riet.id).latitude, "the same street keeps its spot"
    say(riet, "straat", {"street": "", "neighbourhood": ""})
    with world.acting("riet"):
        assert Person.objects.get(id=world.riet.id).neighbourhood is None


def test_a_neighbourhood_that_is_not_there_is_told(world: World) -> None:
    page = refused(logged_in(world, "riet"), "straat", {"street": "Koemarkt", "neighbourhood": "BU99999999"})
    assert "Deze buurt kennen we niet." in page
    assert 'value="Koemarkt"' in page


def test_what_i_can_is_for_my_circles_unless_the_neighbourhood_may_see_it(world: World) -> None:
    fatima = logged_in(world, "fatima")
    say(fatima, "kan", {"kind": "can", "what": "couscous koken", "open": "on"})
    say(fatima, "kan", {"kind": "lived", "what": "alleen met drie kinderen"})
    assert "Ik heb meegemaakt" in text(fatima)
    circle = text(logged_in(world, "riet"), of(world, "fatima"))
    assert "couscous koken" in circle and "alleen met drie kinderen" in circle
    neighbourhood = text(logged_in(world, "yusuf"), of(world, "fatima"))
    assert "couscous koken" in neighbourhood and "alleen met drie kinderen" not in neighbourhood


def test_what_i_can_is_taken_away_by_me_alone(world: World) -> None:
    fatima = logged_in(world, "fatima")
    say(fatima, "kan", {"kind": "can", "what": "couscous koken"})
    with world.acting("fatima"):
        end = f"{MINE}kan/{Strength.objects.get().id}/einde/"
    assert logged_in(world, "riet").post(end).status_code == 404, "Riet reads it, and that is all"
    assert "Weggehaald." in fatima.post(end, follow=True).content.decode()
    assert "couscous koken" not in text(fatima)


def test_an_empty_sentence_is_told(world: World) -> None:
    assert "Er staat nog niets. Eén woord is genoeg." in refused(
        logged_in(world, "riet"), "kan", {"kind": "likes", "what": "  "}
    )


def test_hours_stand_on_the_days_i_chose_once(world: World) -> None:
    riet = logged_in(world, "riet")
    for _time in range(2):
        say(riet, "uren", {"weekdays": ["0", "2"], "opens": "09:00", "closes": "12.30"})
    assert "Maandag: 9.00 - 12.30" in text(logged_in(world, "marieke"), of(world, "riet"))
    with world.acting("riet"):
        first, last = ReachableHours.objects.order_by("weekday")
    say(riet, f"uren/{first.id}/einde", {})
    assert "Maandag: 9.00" not in text(riet) and "Woensdag: 9.00" in text(riet)
    assert logged_in(world, "marieke").post(f"{MINE}uren/{last.id}/einde/").status_code == 404


@pytest.mark.parametrize(
    "said, why",
    [
        ({"weekdays": ["1"], "opens": "12:00", "closes": "09:00"}, "Het einde komt niet na het begin."),
        ({"weekdays": ["1"], "opens": "9:00", "closes": "9:00"}, "Het einde komt niet na het begin."),
        ({"weekdays": ["1"], "opens": "25:00", "closes": "26:00"}, "Deze tijd bestaat niet."),
        ({"opens": "09:00", "closes": "12:00"}, "Kies een dag."),
    ],
)
def test_hours_that_cannot_be_get_a_sentence(world: World, said: dict[str, object], why: str) -> None:
    page = refused(logged_in(world, "riet"), "uren", said)
    assert why in page
    assert f'value="{said["opens"]}"' in page
    with world.acting("riet"):
        assert not ReachableHours.objects.exists()


def test_a_number_is_for_my_circles_and_taken_away_by_me(world: World) -> None:
    riet = logged_in(world, "riet")
    say(riet, "bereik", {"kind": "phone", "value": "06 00 00 00 61", "note": "liever appen"})
    say(riet, "bereik", {"kind": "mail", "value": "riet@voorbeeld.example"})
    assert "06 00 00 00 61" in text(logged_in(world, "jan"), of(world, "riet"))
    with world.acting("yusuf"):
        assert not WayToReach.objects.exists()
    with world.acting("riet"):
        end = f"{MINE}bereik/{WayToReach.objects.get(kind='phone').id}/einde/"
    assert logged_in(world, "jan").post(end).status_code == 404
    riet.post(end)
    assert "06 00 00 00 61" not in text(riet)


@pytest.mark.parametrize(
    "kind, value, why", [("phone", "bel maar", "geen telefoonnummer"), ("mail", "riet.example", "geen mailadres")]
)
def test_a_number_or_address_that_cannot_be_is_told(world: World, kind: str, value: str, why: str) -> None:
    page = refused(logged_in(world, "riet"), "bereik", {"kind": kind, "value": value})
    assert why in page and f'value="{value}"' in page


def test_community_and_go_between_are_said_by_name(world: World) -> None:
    riet = logged_in(world, "riet")
    say(riet, "via", {"community": "de volkstuin", "go_between": "fatima", "stand_in": "Jan Groen"})
    seen = text(logged_in(world, "marieke"), of(world, "riet"))
    assert "Via Fatima El Amrani kom je bij Riet binnen." in seen
    assert "Hoort bij: de volkstuin" in seen and "dan is Jan Groen er" in seen
    say(riet, "via", {"community": "", "go_between": "", "stand_in": ""})
    assert "de volkstuin" not in text(logged_in(world, "marieke"), of(world, "riet"))


def test_a_go_between_is_one_whom_i_know(world: World) -> None:
    riet = logged_in(world, "riet")
    page = refused(riet, "via", {"community": "de volkstuin", "go_between": "Kim Lansink"})
    assert "Je kent hier niemand die “Kim Lansink” heet." in page
    assert 'value="de volkstuin"' in page
    with world.acting("marieke"):
        other = Person.objects.create(name="Jan Tol", made_by=world.marieke, made_at=timezone.now())
        begin_circle(name="x", kind="group", by=world.marieke, at=timezone.now(), residents=[other])
    assert "Schrijf de voornaam en de achternaam." in refused(logged_in(world, "marieke"), "via", {"stand_in": "jan"})


def test_an_informal_hat_is_put_on_changed_and_taken_off(world: World) -> None:
    riet = logged_in(world, "riet")
    hat = {"role": "buurvrouw", "can": "planten water geven", "cannot": "tillen", "neighbourhood": EAST, "open": "on"}
    say(riet, "petten", hat)
    with acting_as(office("beheer")):
        Hat.objects.filter(person=world.riet).update(since=date(2025, 1, 1))  # The database's day may end later.
    yusuf = logged_in(world, "yusuf")
    assert "planten water geven" in text(yusuf, f"/petten/{hat_of(world, 'riet').id}/")

    say(riet, f"petten/{hat_of(world, 'riet').id}", {"can": "een praatje maken", "cannot": "", "open": "on"})
    assert "een praatje maken" in text(yusuf, f"/petten/{hat_of(world, 'riet').id}/")

    say(riet, f"petten/{hat_of(world, 'riet').id}/einde", {})
    off = hat_of(world, "riet")
    assert (off.until, off.open) == (timezone.localdate(), False)
    assert yusuf.get(f"/petten/{off.id}/").status_code == 404
    assert "een praatje maken" not in text(riet), "a hat that is off hangs nowhere"


def hat_of(world: World, name: str) -> Hat:
    with world.acting(name):
        return Hat.objects.get(person=world.people[name])


def test_a_hat_in_my_circles_only_is_not_seen_in_the_neighbourhood(world: World) -> None:
    say(logged_in(world, "riet"), "petten", {"role": "kookt graag", "neighbourhood": EAST})
    address = f"/petten/{hat_of(world, 'riet').id}/"
    assert logged_in(world, "jan").get(address).status_code == 200
    assert logged_in(world, "yusuf").get(address).status_code == 404


@pytest.mark.parametrize(
    "said, why",
    [
        ({"role": " ", "can": "koken"}, "Hoe heet deze pet?"),
        ({"role": "kok", "can": "koken", "open": "on"}, "Welke buurt mag deze pet zien?"),
    ],
)
def test_a_hat_that_cannot_be_gets_a_sentence(world: World, said: dict[str, object], why: str) -> None:
    page = refused(logged_in(world, "riet"), "petten", said)
    assert why in page and "koken</textarea>" in page


def test_a_granted_hat_is_read_and_not_changed_here(world: World) -> None:
    marieke, address = logged_in(world, "marieke"), f"{MINE}petten/{world.hats['marieke'].id}/"
    assert "Klopt er iets niet, vraag het aan beheer." in text(marieke)
    assert marieke.post(address, {"can": "alles"}).status_code == 404
    assert "Eén zin is genoeg" in refused(marieke, f"petten/{world.hats['marieke'].id}/einde", {"why": ""})
    assert logged_in(world, "jan").post(address, {"can": "alles"}).status_code == 404
    assert hat_of(world, "marieke").can == ""


def test_whoever_opens_the_address_of_a_form_finds_the_page(world: World) -> None:
    assert logged_in(world, "riet").get(f"{MINE}talen/").headers["Location"] == MINE


def test_it_asks_as_much_however_much_stands_there(world: World) -> None:
    riet = logged_in(world, "riet")
    few = count(riet, MINE)
    for number in range(12):
        say(riet, "kan", {"kind": "can", "what": f"iets {number}"})
        say(riet, "bereik", {"kind": "phone", "value": f"06 00 00 00 {number:02}"})
        say(riet, "petten", {"role": f"pet {number}", "neighbourhood": EAST})
    assert count(riet, MINE) == few <= 12


@pytest.fixture
def settled(live: str) -> World:
    """Marieke with two hats, and something under every heading."""
    world = build()
    with acting_as(office("beheer")):
        put_on(
            person=world.marieke,
            role="buurvrouw",
            formal=False,
            since=timezone.localdate(),
            neighbourhood=world.hats["marieke"].neighbourhood,
            can="planten water geven",
        )
    with world.acting("marieke"):
        Strength.objects.create(person=world.marieke, kind="can", what="luisteren", open=True)
        ReachableHours.objects.create(person=world.marieke, weekday=1, opens="09:00", closes="12:00")
        WayToReach.objects.create(person=world.marieke, kind="phone", value="06 00 00 00 62", noted_by=world.marieke)
    return world


def marieke_opens(page: Page, world: World, log_in: LogIn) -> Page:
    with acting_as(office("door")):
        log_in(page, Account.objects.get(person=world.marieke))
    page.goto(MINE)
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width, dark", [(320, False), (320, True), (1280, False), (1280, True)])
def test_it_can_be_used_by_everybody(
    settled: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool
) -> None:
    page = marieke_opens(open_page(width=width, dark=dark), settled, log_in)
    axe(page)
    for fold in page.locator("main details > summary").all():
        fold.click()
    axe(page)


@pytest.mark.browser
def test_it_is_filled_in_without_scripts(settled: World, open_page: OpenPage, log_in: LogIn) -> None:
    page = marieke_opens(open_page(width=320, scripts=False), settled, log_in)
    page.get_by_text("Zet een tijd erbij").click()
    page.get_by_label("Vrijdag").check()
    page.get_by_label("Vanaf").fill("14:00")
    page.get_by_label("Tot", exact=True).fill("13:00")
    page.locator("#uren").get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Het einde komt niet na het begin.")).to_be_visible()
    page.get_by_label("Tot", exact=True).fill("17:00")
    page.locator("#uren").get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Vrijdag: 14.00 - 17.00")).to_be_visible()
