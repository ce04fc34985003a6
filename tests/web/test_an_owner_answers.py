"""The page behind the link in the mail to whoever does it: klopt nog, verander iets, bestaat niet meer, geen mail."""

import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.test import Client
from django.utils import timezone

from nabij.directory.asking_owners import ask_owners
from nabij.directory.correcting import say_right, stop_mail
from nabij.directory.models import (
    Confirmation,
    Location,
    Organization,
    OwnerChange,
    OwnerLetter,
    OwnerStop,
    Phone,
    Schedule,
    SearchWord,
    Service,
    ServiceAtLocation,
)
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import NOBODY, acting_as, link, office
from tests.conftest import owner
from tests.mailbox import delivered
from tests.web.asking import count, logged_in
from tests.world import World

NOW = timezone.now()  # The database looks at its own clock whether a link still lives.
SERVICES = (
    "id,name,status,email,description,url\n"
    "s1,Eettafel,active,eten@voorbeeld.example,Samen eten,https://eten.example\n"
    "s2,Soep,active,eten@voorbeeld.example,Soep op de stoep,\n"
    "s3,Koffie,active,koffie@voorbeeld.example,Koffie,\n"
)
TABLES = {
    "services": SERVICES,
    "phones": "id,service_id,number\np1,s1,0299 00 00 01\np2,s3,0299 00 00 02\n",
    "schedules": "id,service_id,freq,byday,opens_at,closes_at\nh1,s1,WEEKLY,TU,17:00,19:00\n",
}


@pytest.fixture
def listed(db: None, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    bring(tmp_path)


def bring(path) -> None:
    for table, text in TABLES.items():
        (path / f"{table}.csv").write_text(text)
    with acting_as(office("beheer")):
        import_hsds(path=path, at=NOW, source="kaart")


@pytest.fixture
def address(listed: None) -> str:
    """The address in the mail to who does the Eettafel and the Soep."""
    with acting_as(office("reminders")):
        ask_owners(at=NOW)
    mail = next(one for one in delivered() if one.to == ["eten@voorbeeld.example"])
    return str(re.findall(r"/klopt-nog/\S+", str(mail.body))[0])


def of(name: str) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.get(name=name)


def post(address: str, name: str, answer: str, **said: str):
    return Client().post(address, {"service": str(of(name).pk), "answer": answer, **said}, follow=True)


def boxes(**said: str) -> dict[str, str]:
    now = {"times": "di 17:00-19:00", "phone": "0299 00 00 01", "mail": "eten@voorbeeld.example"}
    return now | {"web": "https://eten.example", "description": "Samen eten"} | said


def words_of(name: str) -> list[tuple[str, str]]:
    with acting_as(office("beheer")):
        return list(Confirmation.objects.filter(service=of(name)).order_by("id").values_list("found", "said_by"))


def test_looking_confirms_nothing_because_scanners_look_first(address: str) -> None:
    shown = Client().get(address)

    assert shown.status_code == 200
    assert shown.headers["referrer-policy"] == "no-referrer"
    assert "di 17:00-19:00" in shown.content.decode() and "0299 00 00 01" in shown.content.decode()
    assert "Koffie" not in shown.content.decode()
    assert words_of("Eettafel") == []


def test_one_tap_says_it_is_right(address: str) -> None:
    told = post(address, "Eettafel", "right").content.decode()

    assert "dat dit klopt." in told
    assert words_of("Eettafel") == [("right", "owner")]
    assert words_of("Soep") == []
    assert "Vandaag bevestigd." in Client().get(f"/kaart/{of('Eettafel').pk}/").content.decode()


def test_another_s_listing_is_not_theirs(address: str) -> None:
    assert post(address, "Koffie", "right").status_code == 422
    assert words_of("Koffie") == []


def test_a_correction_stands_at_once_and_shows_what_was(address: str, world: World) -> None:
    told = post(
        address, "Eettafel", "correct", **boxes(times="wo 18:00-20:00", phone="06 12 34 56 78")
    ).content.decode()

    assert "Was: 0299 00 00 01" in told and "Is nu: 06 12 34 56 78" in told
    page = f"/kaart/{of('Eettafel').pk}/"
    shown = Client().get(page).content.decode()
    assert "06 12 34 56 78" in shown and "0299 00 00 01" not in shown
    assert "Was: di 17:00-19:00" in shown
    assert "0299 00 00 01" not in logged_in(world, "fatima").get(page).content.decode()
    assert count(logged_in(world, "fatima"), page) <= 15
    with acting_as(office("beheer")):
        assert Schedule.objects.get(service=of("Eettafel")).byday == "WE"
    assert words_of("Eettafel") == [("right", "owner")]


def test_what_was_left_as_it_is_stays_as_it_is_also_where_it_could_not_be_written_so(address: str) -> None:
    long = "Samen eten.\n\nMet een praatje vooraf. " + "Welkom. " * 300
    with owner():
        Service.objects.filter(name="Eettafel").update(description=long, url="eten.example")
    said = boxes(web="eten.example", phone="06 12 34 56 78", description=long.strip().replace("\n", "\r\n"))
    assert post(address, "Eettafel", "correct", **said).status_code == 200
    there = of("Eettafel")
    assert (there.description, there.url) == (long, "eten.example")
    with acting_as(office("beheer")):
        assert [one.field for one in OwnerChange.objects.all()] == ["phone"]


def test_an_empty_number_is_no_number(address: str) -> None:
    assert "Was: 0299 00 00 01" in post(address, "Eettafel", "correct", **boxes(phone="")).content.decode()
    with acting_as(office("beheer")):
        assert not Phone.objects.filter(service=of("Eettafel")).exists()


def test_what_is_found_by_its_words_is_found_by_the_new_ones(address: str) -> None:
    post(address, "Soep", "correct", **boxes(times="", phone="", web="", description="Erwtensoep met roggebrood"))
    assert "Soep" in Client().get("/kaart/", {"q": "roggebrood"}).content.decode()


@pytest.mark.parametrize(
    ("box", "typed", "sentence"),
    [
        ("phone", "bel maar", "Dit is geen telefoonnummer. Schrijf het zoals 0299 12 34 56."),
        ("mail", "eten at example", "Dit is geen mailadres. Schrijf het zoals naam@voorbeeld.nl."),
        ("web", "javascript:alert(1)", "Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl."),
        ("description", " ", "Schrijf in een paar woorden wat het is."),
        ("times", "di " * 200, "Dit is te lang. Schrijf het in hooguit 300 tekens."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_lost(
    address: str, box: str, typed: str, sentence: str
) -> None:
    tried = post(address, "Eettafel", "correct", **boxes(**{"times": "do 10:00-12:00", box: typed}))

    assert tried.status_code == 422
    assert sentence in tried.content.decode()
    assert (typed.strip() if box == "times" else "do 10:00-12:00") in tried.content.decode()
    assert words_of("Eettafel") == []
    with acting_as(office("beheer")):
        assert not OwnerChange.objects.exists()


def test_what_is_gone_is_found_by_nobody_and_can_come_back(address: str) -> None:
    assert "Dit staat als gestopt." in post(address, "Soep", "gone").content.decode()
    assert "Soep op de stoep" not in Client().get("/kaart/", {"q": "soep"}).content.decode()
    assert "Dit is gestopt." in Client().get(f"/kaart/{of('Soep').pk}/").content.decode()

    post(address, "Soep", "right")
    assert of("Soep").status == "active"


def test_a_list_that_has_not_heard_of_it_does_not_undo_it(
    address: str, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(address, "Eettafel", "correct", **boxes(times="wo 18:00-20:00", phone="06 12 34 56 78", description="Anders"))
    bring(tmp_path)
    with acting_as(office("beheer")):
        assert Phone.objects.get(service=of("Eettafel")).number == "06 12 34 56 78"
        assert Schedule.objects.get(service=of("Eettafel")).byday == "WE"
    assert of("Eettafel").description == "Anders"

    monkeypatch.setitem(TABLES, "services", SERVICES.replace("Samen eten", "Samen eten en zingen"))
    monkeypatch.setitem(TABLES, "schedules", TABLES["schedules"].replace("TU", "FR"))
    bring(tmp_path)
    assert of("Eettafel").description == "Samen eten en zingen"
    with acting_as(office("beheer")):
        assert [one.byday for one in Schedule.objects.filter(service=of("Eettafel"))] == ["FR"]

    post(
        address,
        "Eettafel",
        "correct",
        **boxes(times="vr 17:00-19:00", description="Nog eens anders", phone="06 12 34 56 78"),
    )
    bring(tmp_path)
    assert of("Eettafel").description == "Nog eens anders"


def test_mail_stops_and_comes_again_by_the_same_page(address: str) -> None:
    assert (
        "Je krijgt hierover geen mail meer." in Client().post(address, {"answer": "stop"}, follow=True).content.decode()
    )
    assert "geen mail meer" in Client().post(address, {"answer": "again"}, follow=True).content.decode()
    with acting_as(office("reminders")):
        assert list(OwnerStop.objects.order_by("id").values_list("stops", flat=True)) == [True, False]


def test_an_old_link_and_a_wrong_one_open_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get("/klopt-nog/niet-van-ons/").status_code == 404
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=61))
    assert Client().get(address).status_code == 410
    assert Client().post(address, {"service": str(of("Soep").pk), "answer": "gone"}).status_code == 410
    assert of("Soep").status == "active"


def test_the_database_holds_the_link_to_its_own_listings(address: str) -> None:
    with acting_as(office("reminders")):
        letter = OwnerLetter.objects.get(address_hash__isnull=False, services__contains=[of("Soep").pk])
        other = OwnerLetter.objects.exclude(pk=letter.pk).get()
    through = link(reader=letter.id, reach=letter.id)
    with acting_as(through):
        assert list(OwnerLetter.objects.all()) == [letter]
        say_right(service=of("Soep"), at=NOW)
        assert Service.objects.filter(name="Soep").update(url="https://soep.example") == 1
        assert Service.objects.filter(name="Koffie").update(url="https://soep.example") == 0
        assert Schedule.objects.filter(service__name="Koffie").delete()[0] == 0
        assert Phone.objects.filter(service__name="Koffie").delete()[0] == 0
        SearchWord.objects.create(word="stoepsoep", bits=["sto"])
    koffie = of("Koffie")
    for refused in (
        lambda: say_right(service=koffie, at=NOW),
        lambda: Phone.objects.create(service=koffie, number="06"),
        lambda: Schedule.objects.create(service=koffie, description="altijd"),
        lambda: OwnerChange.objects.create(service=koffie, field="web", was="", became="x", at=NOW),
        lambda: stop_mail(letter=other, stops=True, at=NOW),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(through):
            refused()


def test_a_link_is_theirs_as_long_as_the_address_is(address: str) -> None:
    with owner():
        Service.objects.filter(name="Soep").update(email="ander@voorbeeld.example")
    shown = Client().get(address).content.decode()
    assert "Eettafel" in shown and "Soep" not in shown
    assert post(address, "Soep", "right").status_code == 422
    post(address, "Eettafel", "correct", **boxes(mail="nieuw@voorbeeld.example"))
    assert "Dank je wel." in post(address, "Eettafel", "right").content.decode()


def test_what_people_see_besides_is_shown_until_the_listing_says_it_itself(address: str) -> None:
    with owner():
        house = Organization.objects.create(
            name="De Brug", email="brug@voorbeeld.example", website="https://brug.example"
        )
        place = Location.objects.create(name="Zaal 1")
        Phone.objects.create(location=place, number="0299 77 77 77")
        Schedule.objects.create(location=place, freq="WEEKLY", byday="MO", opens_at="09:00", closes_at="10:00")
        for service in Service.objects.filter(name__in=("Soep", "Eettafel")):
            ServiceAtLocation.objects.create(service=service, location=place)
        Service.objects.update(organization=house)
    eating, soup = Client().get(address).content.decode().split('<section class="sheet"')[1:3]

    assert all(
        seen in soup for seen in ("Dit zien mensen ook", "De Brug", "Zaal 1", "0299 77 77 77", "maandag 9 tot 10 uur")
    )
    assert "https://brug.example" in soup and "brug@voorbeeld.example" not in soup
    assert "De Brug" in eating and "0299 77 77 77" not in eating and "maandag" not in eating
    assert count(Client(), address) <= 13

    post(address, "Soep", "correct", **boxes(times="", web="", phone="06 12 34 56 78", description="Soep op de stoep"))
    assert "0299 77 77 77" not in Client().get(address).content.decode()


def test_what_a_list_took_off_does_not_come_back_by_the_link(address: str) -> None:
    with owner():
        Service.objects.filter(name="Soep").update(status="inactive")
    shown = Client().get(address).content.decode()
    assert "Dat kwam niet door jullie." in shown and "Zet het weer op de kaart" not in shown
    post(address, "Soep", "right")
    assert of("Soep").status == "inactive"


def test_a_visitor_reads_of_letters_and_changes_nothing(address: str) -> None:
    post(address, "Eettafel", "correct", **boxes(phone="06 12 34 56 78"))
    with acting_as(NOBODY):
        assert not OwnerChange.objects.exists()
    for table in (OwnerLetter, OwnerStop):
        with pytest.raises(ProgrammingError, match="permission denied"), acting_as(NOBODY):
            list(table.objects.all())
