"""The pages of administration: for administrators alone, with what was typed kept, and bounded in what they ask."""

import io
import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from defusedcsv import csv
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from nabij.people.models import Account, Administrator, Hat, Proof, Suspension, TakingOff
from nabij.people.own import put_on_own
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, administrator, office
from nabij.trust.administering import appoint, mark_of
from nabij.trust.models import RightsReview, Setting, Trace
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.mailbox import delivered
from tests.web.asking import count, logged_in
from tests.world import AT, World

ALL = ("", "mensen/", "petten/", "bewijzen/", "groepen/", "plekken/", "diensten/", "instellingen/", "rechten/")
CONTENT = ("moments_", "stories_", "trust_circle", "trust_membership", "trust_noted", "trust_look", "people_strength")
TODAY = timezone.localdate
HOUR = 3600


@pytest.fixture
def kept(world: World) -> World:
    """Loes keeps administration, beside her work."""
    with acting_as(office("beheer")):
        appoint(person=world.loes, by=None, at=AT)
    return world


@pytest.fixture
def loes(kept: World) -> Client:
    return logged_in(kept, "loes")


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(f"/beheer/{path}")
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def post(client: Client, path: str, said: dict[str, object], status: int = 302) -> str:
    answer = client.post(f"/beheer/{path}", said)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


@pytest.mark.parametrize("path", ALL)
def test_a_page_is_there_for_administrators_and_for_nobody_else(kept: World, loes: Client, path: str) -> None:
    assert "Beheer" in text(loes, path)
    assert logged_in(kept, "marieke").get(f"/beheer/{path}").status_code == 404
    assert Client().get(f"/beheer/{path}").headers["location"].startswith("/inloggen/")


@pytest.mark.parametrize("path", [*ALL, "mensen/{marieke}/", "rechten/overzicht.csv"])
def test_no_page_asks_for_what_is_written_or_for_more_of_a_person_than_a_name(
    kept: World, loes: Client, path: str
) -> None:
    with CaptureQueriesContext(connection) as seen:
        text(loes, path.format(marieke=kept.marieke.id))
    asked = [one["sql"] for one in seen.captured_queries]
    start = next(number for number, sql in enumerate(asked) if "administrator" in sql and "people_hat" not in sql)
    own = re.compile(r"has_story|people_account\".*session", re.DOTALL)
    later = [sql for sql in asked[start:] if not own.search(sql)]
    assert later
    assert [sql for sql in later if any(f'"{name}' in sql for name in CONTENT)] == []
    more = re.compile(
        r"""(?:"people_person"|T\d+)\."(?:street|community|latitude|languages|go_between_id)"|"password\""""
    )
    assert [sql for sql in later if more.search(sql)] == []


def test_somebody_is_invited_and_hears_how_to_log_in(kept: World, loes: Client, django_capture_on_commit_callbacks):
    post(loes, "mensen/", {"name": "Sanne Visser", "mail": "Sanne@voorbeeld.example", "neighbourhood": "BU04390302"})
    assert "Sanne Visser" in text(loes, "mensen/?q=sanne")
    with acting_as(office("post")):
        letter = Letter.objects.get(kind="welcome")
    send_letter(letter=str(letter.id))
    sent = mail.outbox[-1]
    assert (sent.to, sent.subject) == (["sanne@voorbeeld.example"], "Welkom bij Nabij")
    assert "Loes Hartman nodigt je uit." in sent.body and "/inloggen/" in sent.body
    assert "BU04390302" not in sent.body


@pytest.mark.parametrize(
    "said, why",
    [
        ({"name": "Sanne", "mail": "sanne"}, "Dit is geen mailadres."),
        ({"name": "", "mail": "sanne@voorbeeld.example"}, "Eén woord is genoeg."),
        ({"name": "Sanne", "mail": "RIET@voorbeeld.example"}, "logt al iemand in."),
    ],
)
def test_who_cannot_be_invited_is_told_and_nothing_is_lost(loes: Client, said: dict[str, object], why: str) -> None:
    page = post(loes, "mensen/", {**said, "neighbourhood": ""}, status=400)
    assert why in page and str(said["mail"]) in page


def test_an_account_stands_still_with_a_reason_and_goes_on(kept: World, loes: Client) -> None:
    yusuf, path = logged_in(kept, "yusuf"), f"mensen/{kept.yusuf.id}/"
    assert yusuf.get("/").status_code == 200
    assert "Eén zin is genoeg" in post(loes, f"{path}stilstand/", {"why": " "}, status=400)

    post(loes, f"{path}stilstand/", {"why": "werkt hier niet meer"})
    assert "werkt hier niet meer" in text(loes, path)
    assert not yusuf.get("/dit-is-er-niet/").wsgi_request.user.is_authenticated, "whoever was in is out"

    post(loes, f"{path}stilstand/einde/", {})
    assert yusuf.get("/dit-is-er-niet/").wsgi_request.user.is_authenticated
    with acting_as(office("beheer")):
        row = Suspension.objects.get()
        assert (row.why, row.made_by_id, row.ended_by_id) == ("werkt hier niet meer", kept.loes.id, kept.loes.id)


def test_nobody_stops_their_own_account(kept: World, loes: Client) -> None:
    page = post(loes, f"mensen/{kept.loes.id}/stilstand/", {"why": "even niet"}, status=400)
    assert "Je eigen account zet je niet stil." in page


def test_a_mail_address_changes_and_the_old_one_opens_nothing(kept: World, loes: Client) -> None:
    path = f"mensen/{kept.jan.id}/mailadres/"
    jan = logged_in(kept, "jan")
    assert jan.get("/").status_code == 200
    why = {"why": "kan niet meer bij de oude mail"}
    assert "logt al iemand in" in post(loes, path, why | {"mail": "riet@voorbeeld.example"}, status=400)
    post(loes, path, why | {"mail": "jan.groen@voorbeeld.example"})
    assert jan.get("/").wsgi_request.user.is_anonymous, "out on every device"
    assert loes.get("/beheer/").status_code == 200
    heard = {one.to[0]: str(one.body) for one in delivered()}
    assert "Je logt niet meer in met dit mailadres." in heard["jan@voorbeeld.example"]
    assert "jan.groen" not in heard["jan@voorbeeld.example"]
    assert "Was jij dit niet" in heard["jan@voorbeeld.example"]
    assert all("kan niet meer bij de oude mail" in one for one in heard.values()) and len(heard) == 2
    with acting_as(administrator(kept.loes.id)):
        assert Trace.objects.get(what="change_mail").why == "Jan Groen. kan niet meer bij de oude mail"
    assert "Vanaf nu log je in met dit mailadres." in heard["jan.groen@voorbeeld.example"]
    for address, gets_in in (("jan@voorbeeld.example", False), ("jan.groen@voorbeeld.example", True)):
        mail.outbox.clear()
        Client().post("/inloggen/", {"login": address})
        assert any("code" in one.subject.lower() for one in delivered()) == gets_in, [one.body for one in mail.outbox]


def test_a_mail_address_changes_for_a_reason_alone(kept: World, loes: Client) -> None:
    for why in ("", "   "):
        said = {"mail": "jan.groen@voorbeeld.example", "why": why}
        page = post(loes, f"mensen/{kept.jan.id}/mailadres/", said, status=400)
        assert "Eén zin is genoeg." in page and "jan.groen@voorbeeld.example" in page, "what was typed is kept"
    with acting_as(office("door")):
        assert Account.objects.get(person=kept.jan).email == "jan@voorbeeld.example"


def test_who_changes_a_mail_address_shows_once_more_who_they_are(kept: World, loes: Client) -> None:
    where, said = f"/beheer/mensen/{kept.jan.id}/mailadres/", {"mail": "jan.groen@voorbeeld.example", "why": "vergeten"}
    asked = logged_in(kept, "loes", ago=HOUR).post(where, said)
    assert asked["Location"].startswith("/inloggen/nog-eens/")
    with acting_as(office("door")):
        assert Account.objects.get(person=kept.jan).email == "jan@voorbeeld.example"
    assert loes.post(where, said).status_code == 302


def grant(loes: Client, world: World, who: str, **more: object) -> None:
    said = {"role": "maatje", "can": "meelopen", "cannot": "geld lenen", "neighbourhood": "BU04390302", "open": "on"}
    post(loes, f"mensen/{world.people[who].id}/petten/", {**said, **more})


def test_a_hat_needs_what_was_asked_for_it(kept: World, loes: Client) -> None:
    post(loes, "bewijzen/", {"role": "maatje", "kind": "vog", "since": f"{TODAY()}", "neighbourhood": ""})
    path, said = f"mensen/{kept.kim.id}/petten/", {"role": "Maatje", "can": "meelopen", "neighbourhood": ""}
    refused = post(loes, path, said, status=400)
    assert "vraagt om een VOG" in refused and "meelopen</textarea>" in refused
    again = post(loes, path, {**said, "kind": "vog"}, status=400)
    assert "Op welke dag zag je het bewijs?" in again

    grant(loes, kept, "kim", kind="vog", seen_on=f"{TODAY()}", valid_until=f"{TODAY() + timedelta(days=900)}")
    with acting_as(office("beheer")):
        hat = Hat.objects.get(person=kept.kim)
        assert (hat.granted_by_id, Proof.objects.get(hat=hat).seen_by_id) == (kept.loes.id, kept.loes.id)
        assert Hat.objects.worn_on(TODAY()).filter(id=hat.id).exists()
    own = logged_in(kept, "riet").post("/mijn-pagina/petten/", {"role": "maatje", "neighbourhood": ""})
    assert "moet je eerst iets laten zien" in own.content.decode()


def test_residents_read_the_mandate_and_not_the_paper(kept: World, loes: Client) -> None:
    until = TODAY() + timedelta(days=900)
    grant(loes, kept, "kim", kind="vog", seen_on=f"{TODAY()}", valid_until=f"{until}")
    with acting_as(office("beheer")):
        hat = Hat.objects.get(person=kept.kim)
    page = logged_in(kept, "riet").get(f"/petten/{hat.id}/").content.decode()
    for said in ("geld lenen", "Gegeven door Loes Hartman.", "VOG: op", "gezien door Loes Hartman"):
        assert said in page
    assert f"{until.year}" not in page, "until when it holds is for the wearer"
    assert f"{until.year}" in logged_in(kept, "kim").get(f"/petten/{hat.id}/").content.decode()


def test_a_hat_is_taken_off_with_a_reason_that_bites_at_once(kept: World, loes: Client) -> None:
    path = f"petten/{kept.hats['yusuf'].id}/einde/"
    yusuf = logged_in(kept, "yusuf")
    assert kept.hats["yusuf"] in yusuf.get("/dit-is-er-niet/").wsgi_request.me.hats  # type: ignore[attr-defined]
    assert "Eén zin is genoeg" in post(loes, path, {"why": ""}, status=400)
    post(loes, path, {"why": "werkt nu in Edam"})
    assert yusuf.get("/dit-is-er-niet/").wsgi_request.me.hats == []  # type: ignore[attr-defined]
    assert "De reden: werkt nu in Edam" in yusuf.get(f"/petten/{kept.hats['yusuf'].id}/").content.decode()
    assert post(loes, path, {"why": "nog eens"}, status=404)


def test_whoever_wears_a_granted_hat_gives_it_back(kept: World) -> None:
    yusuf, hat = logged_in(kept, "yusuf"), kept.hats["yusuf"]
    path = f"/mijn-pagina/petten/{hat.id}/einde/"
    assert yusuf.post(path, {"why": ""}).status_code == 400
    assert logged_in(kept, "jan").post(path, {"why": "weg ermee"}).status_code == 404
    assert yusuf.post(path, {"why": "ik ga met pensioen"}).status_code == 302
    with acting_as(office("beheer")):
        assert TakingOff.objects.get(hat=hat).by_id == kept.yusuf.id


def test_the_last_granted_hat_stays_on_while_something_is_carried_in_it(kept: World) -> None:
    hat = kept.hats["marieke"]
    answer = logged_in(kept, "marieke").post(f"/mijn-pagina/petten/{hat.id}/einde/", {"why": "ik ga met pensioen"})
    assert answer.status_code == 400
    assert "ik ga met pensioen" in answer.content.decode(), "what was typed stays"
    with acting_as(office("beheer")):
        assert not TakingOff.objects.filter(hat=hat).exists()


def test_a_proof_that_runs_out_is_told_weeks_before_and_after(kept: World, loes: Client) -> None:
    soon = TODAY() + timedelta(days=20)
    grant(loes, kept, "kim", kind="vog", seen_on=f"{TODAY()}", valid_until=f"{soon}")
    kim = logged_in(kept, "kim")
    assert "Loopt af op" in text(loes, "")
    for path in ("/", "/mijn-pagina/"):
        assert "VOG voor je pet maatje loopt af op" in kim.get(path).content.decode()
    with acting_as(office("beheer")):
        Hat.objects.filter(person=kept.kim).update(since=TODAY() - timedelta(days=40))
    with owner():
        Proof.objects.update(seen_on=TODAY() - timedelta(days=40), valid_until=TODAY() - timedelta(days=1))
    assert "Verlopen op" in text(loes, "")
    assert "verliep op" in kim.get("/mijn-pagina/").content.decode()


def test_an_administrator_is_named_and_stops_but_never_the_last(kept: World, loes: Client) -> None:
    mine, hers = f"mensen/{kept.loes.id}/beheerder/einde/", f"mensen/{kept.fatima.id}/beheerder/"
    assert "laatste beheerder" in post(loes, mine, {"why": "Genoeg gedaan."}, status=400)
    assert "Eén zin is genoeg" in post(loes, hers, {"why": " "}, status=400)
    post(loes, hers, {"why": "Samen is veiliger."})
    with acting_as(administrator(kept.loes.id)):
        assert Trace.objects.get(what="appoint", who=kept.loes.id).why == "Fatima El Amrani. Samen is veiliger."
    assert "Beheer" in text(logged_in(kept, "fatima"), "")
    assert "Eén zin is genoeg" in post(loes, mine, {}, status=400)
    post(loes, mine, {"why": "Genoeg gedaan."})
    text(loes, "", status=404)
    with acting_as(administrator(kept.fatima.id)):
        assert Administrator.objects.current().count() == 1


def test_groups_places_and_duty_are_kept_on_the_screen(kept: World, loes: Client) -> None:
    post(loes, "groepen/", {"name": "De Kookploeg", "kind": "initiative", "neighbourhood": ""})
    assert "staat er al" in post(
        loes, "groepen/", {"name": "de kookploeg", "kind": "initiative", "neighbourhood": ""}, status=400
    )
    post(loes, "plekken/", {"name": "De Kern", "neighbourhood": "BU04390302", "address": "Dorpsplein 1", "hours": ""})
    now = timezone.localtime()
    duty = {
        "hat": str(kept.hats["yusuf"].id),
        "neighbourhood": "BU04390302",
        "starts": f"{now:%Y-%m-%dT%H:%M}",
        "ends": f"{now + timedelta(hours=8):%Y-%m-%dT%H:%M}",
        "phone": "0299 00 00 64",
    }
    assert "eindigt nadat" in post(loes, "diensten/", {**duty, "ends": duty["starts"]}, status=400)
    post(loes, "diensten/", duty)
    assert "De Kookploeg" in text(loes, "groepen/") and "De Kern" in text(loes, "plekken/")
    page = text(loes, "diensten/")
    assert "0299 00 00 64" in page
    ends = re.search(r"/beheer/(diensten/[0-9a-f-]+/einde/)", page)
    assert ends
    post(loes, ends[1], {})
    assert "0299 00 00 64" not in text(loes, "diensten/")


def test_what_the_installation_says_is_read_by_everybody_and_nothing_is_overwritten(kept: World, loes: Client) -> None:
    for words in ("Wees aardig.", "Wees aardig, ook online."):
        post(loes, "instellingen/terms/", {"words": words})
    page = Client().get("/spelregels/").content.decode()
    assert "ook online" in page
    with acting_as(office("beheer")):
        assert Setting.objects.count() == 2
    # Somebody who began before that sees both, and says it once more.
    began = {"words": "Wees stil.", "began": mark_of("Wees aardig.")}
    answer = loes.post("/beheer/instellingen/terms/", began)
    both = answer.content.decode()
    assert answer.status_code == 400 and "Iemand anders veranderde dit net" in both
    assert "ook online" in both and "Wees stil." in both
    post(loes, "instellingen/terms/", {**began, "began": mark_of("Wees aardig, ook online.")})
    assert "Wees stil." in Client().get("/spelregels/").content.decode()
    text(loes, "instellingen/geen/", status=404)


def test_rights_are_looked_at_once_a_quarter(kept: World, loes: Client) -> None:
    assert "Kijk na wie wat mag" in text(loes, "")
    assert "Eén zin is genoeg" in post(loes, "rechten/", {"changed": " "}, status=400)
    post(loes, "rechten/", {"changed": "niets"})
    assert "Kijk na wie wat mag" not in text(loes, "")
    with owner():
        RightsReview.objects.update(at=timezone.now() - timedelta(days=92))
    assert "meer dan een kwartaal geleden" in text(loes, "")


def test_the_export_is_safe_to_open(kept: World, loes: Client) -> None:
    post(loes, f"mensen/{kept.kim.id}/petten/", {"role": "=HYPERLINK(1)", "neighbourhood": ""})
    answer = loes.get("/beheer/rechten/overzicht.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["naam", "mail", "kan inloggen"]
    kims = next(row for row in rows if row[0] == "Kim Lansink")
    assert kims[5].startswith("'=")
    assert {row[0] for row in rows[1:]} == {one.name for one in kept.people.values()}

    sheet = load_workbook(io.BytesIO(loes.get("/beheer/rechten/overzicht.xlsx").content)).active
    cell = next(row[5] for row in sheet.iter_rows() if row[0].value == "Kim Lansink")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert loes.get("/beheer/rechten/overzicht.pdf").status_code == 404
    with acting_as(administrator(kept.loes.id)):
        assert Trace.objects.filter(what="export_rights", who=kept.loes.id).count() == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_who_takes_the_rights_along_shows_once_more_who_they_are(kept: World, loes: Client, kind: str) -> None:
    where = f"/beheer/rechten/overzicht.{kind}"
    asked = logged_in(kept, "loes", ago=HOUR).get(where)
    assert asked["Location"] == f"/inloggen/nog-eens/?{urlencode({'next': where})}"
    with acting_as(administrator(kept.loes.id)):
        assert not Trace.objects.filter(what="export_rights").exists()
    assert loes.get(where).status_code == 200


def test_a_hat_somebody_keeps_to_their_circles_is_not_listed(kept: World, loes: Client) -> None:
    with kept.acting("riet"):
        put_on_own(by=kept.riet, at=AT, role="zorgt voor haar zus", can="", cannot="", neighbourhood=None, open=False)
    assert "zorgt voor haar zus" not in text(loes, "petten/") + text(loes, f"mensen/{kept.riet.id}/")
    assert "wijkverpleegkundige" in text(loes, "petten/")


def test_who_was_only_noted_is_not_listed(kept: World, loes: Client) -> None:
    with owner():
        Account.objects.filter(person=kept.kim).delete()
    for path in ("mensen/", "rechten/", "petten/"):
        assert "Kim Lansink" not in text(loes, path)
    text(loes, f"mensen/{kept.kim.id}/", status=404)
    assert "Riet Kuiper" in text(loes, "mensen/")


@pytest.mark.parametrize("path, most", [("", 14), ("mensen/", 12), ("petten/", 12), ("rechten/", 14)])
def test_it_asks_as_much_however_many_there_are(kept: World, loes: Client, path: str, most: int) -> None:
    few = count(loes, f"/beheer/{path}")
    for number in range(6):
        grant(loes, kept, "kim", role=f"pet {number}", kind="vog", seen_on=f"{TODAY()}", valid_until=f"{TODAY()}")
        post(loes, "mensen/", {"name": f"Iemand {number}", "mail": f"i{number}@voorbeeld.example", "neighbourhood": ""})
    assert count(loes, f"/beheer/{path}") == few <= most
