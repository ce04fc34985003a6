"""Neighbours put what they do on the map themselves: one yes, and they keep it from then on."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from nabij.directory import entering
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.models import (
    Address,
    Attribute,
    Contact,
    Location,
    Phone,
    Schedule,
    SearchWord,
    Service,
    ServiceMeaning,
)
from nabij.directory.own_rows import MEETING
from nabij.directory.reading import listing, subjects
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.acting import NOBODY, Actor, acting_as, link, office, person
from tests.conftest import owner
from tests.directory.conftest import NOW

pytestmark = pytest.mark.django_db
HERE, THERE = "BU04390101", "BU04390102"
COFFEE = {
    "name": "Koffie in het Turks",
    "description": "Samen koffie drinken en praten, met thee voor wie dat wil.",
    "category": "Ontmoeten",
    "place": "De Brug",
    "address": "Kade 1",
    "days": "TU",
    "opens": "10:00",
    "closes": "12:00",
    "contact": "Emine",
    "phone": "020 665 8001",
    "email": "emine@voorbeeld.example",
    "languages": "tr; nl",
    "for_whom": "Voor vrouwen uit de buurt.",
    "community": "Turks",
    "go_between": "Hatice van de moskee",
}


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it means is for one test; the others do not wait for it."""
    monkeypatch.setattr("nabij.directory.entering.understand", lambda **_known: 0)


@pytest.fixture
def people(db: None) -> dict[str, Actor]:
    """Karin coordinates here, Wil there, and Emine has an account."""
    with owner():
        town = Neighbourhood.objects.create(code="WK043901", name="Purmerend", kind="wijk")
        for code in (HERE, THERE):
            Neighbourhood.objects.create(code=code, name=f"Buurt {code[-3:]}", kind="buurt", parent=town)
        karin, wil, emine = (Person.objects.create(name=name, made_at=NOW) for name in ("Karin", "Wil", "Emine"))
        worn: dict[str, Any] = {"formal": True, "granted_by": emine, "since": NOW.date(), "role": "coördinator"}
        hats = [
            Hat.objects.create(person=one, neighbourhood_id=where, **worn)
            for one, where in ((karin, HERE), (wil, THERE))
        ]
    here, there = (person(hat.person_id, hat=hat.pk) for hat in hats)
    return {"karin": here, "wil": there, "emine": person(emine.pk)}


def who(name: str) -> Person:
    return Person.objects.get(name=name)


def sent(people: dict[str, Actor], **said: str) -> Initiative:
    """By Emine, in her own name."""
    with owner():
        emine, here = who("Emine"), Neighbourhood.objects.get(code=HERE)
    with acting_as(people["emine"]):
        return entering.enter(said=COFFEE | said, neighbourhood=here, by=emine, at=NOW)[0]


def sent_by_a_visitor() -> tuple[Initiative, str]:
    with owner():
        here = Neighbourhood.objects.get(code=HERE)
    with acting_as(NOBODY):
        return entering.enter(said=COFFEE, neighbourhood=here, by=None, at=NOW)


def approved(people: dict[str, Actor], one: Initiative) -> Service:
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]):
        return entering.approve(initiative=Initiative.objects.get(pk=one.pk), by=karin, at=NOW)


def by_link(one: Initiative) -> Actor:
    return link(reader=UUID(int=0), reach=one.pk)


def test_it_waits_until_who_coordinates_there_says_yes(people, monkeypatch):
    monkeypatch.undo()
    one = sent(people)
    with acting_as(NOBODY):
        assert not Service.objects.exists()
    service = approved(people, one)
    with acting_as(NOBODY):
        assert Service.objects.get() == service
        told = listing(service.pk, at=NOW)
        assert (told.hit.spot.name, told.hit.spot.address) == ("De Brug", "Kade 1")
        assert told.hit.languages == ("nl", "tr")
        assert (told.hit.for_whom, service.community, service.go_between) == (
            "Voor vrouwen uit de buurt.",
            "Turks",
            "Hatice van de moskee",
        )
        assert told.hit.confirmed == date(2026, 11, 20)
        assert [(one.byday, str(one.opens_at)) for one in Schedule.objects.all()] == [("TU", "10:00:00")]
        assert [one.name for one in subjects()] == ["Ontmoeten"]
        assert "by_whom:informal" in told.hit.codes
        assert ServiceMeaning.objects.filter(service=service).exists()
    with pytest.raises(entering.AnsweredAlready), acting_as(people["karin"]):
        entering.approve(initiative=one, by=None, at=NOW)


def test_what_waits_is_seen_by_who_sent_it_and_who_coordinates(people):
    one = sent(people)
    for name, there in (("emine", True), ("karin", True), ("wil", False)):
        with acting_as(people[name]):
            assert Initiative.objects.filter(pk=one.pk).exists() is there, name
    with acting_as(NOBODY):
        assert not Initiative.objects.exists()
    for actor, by in ((people["wil"], "Wil"), (people["emine"], "Emine"), (people["karin"], "Wil")):
        with owner():
            other = who(by)
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            InitiativeAnswer.objects.create(initiative=one, yes=True, by=other, at=NOW)


def test_nobody_sends_in_anothers_name(people):
    with owner():
        karin, here = who("Karin"), Neighbourhood.objects.get(code=HERE)
    for actor in (people["emine"], NOBODY):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            entering.enter(said=COFFEE, neighbourhood=here, by=karin, at=NOW)


def test_after_the_yes_it_keeps_itself(people):
    one = sent(people)
    service = approved(people, one)
    with acting_as(people["emine"]):
        mine = Initiative.objects.get()
        entering.rewrite(initiative=mine, said=COFFEE | {"days": "WE", "phone": "", "category": "Taal"}, at=NOW)
        assert Schedule.objects.get(service=service).byday == "WE"
        assert not Phone.objects.exists()
        assert [one.name for one in subjects()] == ["Taal"]
    with acting_as(people["wil"]):
        assert Initiative.objects.update(said={}) == 0
        assert Service.objects.update(name="Weg") == 0


def test_by_its_link_one_keeps_that_one_and_no_other(people):
    one, token = sent_by_a_visitor()
    other, _token = sent_by_a_visitor()
    service, second = approved(people, one), approved(people, other)
    with acting_as(office("door")):
        assert Initiative.objects.of_token(token).get() == one
        assert not Initiative.objects.of_token("iets anders").exists()
    with acting_as(by_link(one)):
        assert list(Initiative.objects.all()) == [one]
        entering.rewrite(initiative=Initiative.objects.get(), said=COFFEE | {"name": "Thee in het Turks"}, at=NOW)
        assert Service.objects.get(pk=service.pk).name == "Thee in het Turks"
        assert Service.objects.filter(pk=second.pk).update(name="Weg") == 0
        assert InitiativeAnswer.objects.count() == 1
    mine = sent(people)
    with acting_as(by_link(mine)):  # In somebody's own name there is no link to it.
        assert not Initiative.objects.exists()


def test_what_one_keeps_hangs_on_nothing_of_another(people):
    one = sent(people)
    service = approved(people, one)
    with acting_as(office("beheer")):
        other = Service.objects.create(name="Eettafel")
    for model, said in (
        (Contact, {"service": other}),
        (Schedule, {"service": other}),
        (Attribute, {"link_id": other.pk, "link_entity": "service"}),
        (Contact, {"service": service, "location": Location(pk=other.pk)}),
        (Location, {"organization_id": other.pk}),
    ):
        for actor in (people["emine"],):
            with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor), transaction.atomic():
                model.objects.create(came_from=one.source, **said)
    with acting_as(people["emine"]):
        Contact.objects.create(came_from=one.source, service=service, name="Fatma")


def test_one_makes_only_what_one_keeps_findable(people):
    mine, (visitors, _token) = sent(people), sent_by_a_visitor()
    first, second = approved(people, mine), approved(people, visitors)
    told = {"heading": "koffie", "meaning": [0.0] * 512, "told": "x", "made_at": NOW}
    for actor, own, other in ((people["emine"], first, second), (by_link(visitors), second, first)):
        with acting_as(actor):
            ServiceMeaning.objects.create(service=own, **told)
            assert ServiceMeaning.objects.filter(service=own).update(heading="thee") == 1
            SearchWord.objects.create(word=f"koffie{own.pk.hex}", bits=[])
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor), transaction.atomic():
            ServiceMeaning.objects.create(service=other, **told)
    with acting_as(people["emine"]):
        assert ServiceMeaning.objects.filter(service=second).update(heading="weg") == 0
    waits = sent_by_a_visitor()[0]
    with acting_as(by_link(waits)):
        assert ServiceMeaning.objects.update(heading="weg") == 0
    for actor in (NOBODY, by_link(waits)):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor), transaction.atomic():
            SearchWord.objects.create(word="nepwoord", bits=[])


def test_only_by_introduction_nothing_says_how_to_reach_it(people):
    service = approved(people, sent(people, introduction="1", link="https://chat.example.org/x"))
    for actor in (NOBODY, people["wil"], people["karin"]):
        with acting_as(actor):
            told = listing(service.pk, at=NOW)
            assert (told.contacts, told.phones, told.addresses) == ([], [], [])
            assert [(one.name, one.latitude) for one in told.locations] == [("Buurt 101", None)]
            assert (told.hit.service.url, told.hit.service.email) == ("", "")
            assert told.hit.terms["way_in"] == ("alleen via een kennismaking",)
            assert told.hit.service.description.startswith("Samen koffie")
    with acting_as(people["emine"]):
        mine = Initiative.objects.get()
        assert mine.said["phone"] == "020 665 8001"
        entering.rewrite(initiative=mine, said=COFFEE, at=NOW)
        assert Address.objects.get().address_1 == "Kade 1"
        entering.rewrite(initiative=mine, said=COFFEE | {"introduction": "1"}, at=NOW)
        assert not (Address.objects.exists() or Contact.objects.exists())
        assert Location.objects.get().name == "Buurt 101"


def test_at_somebodys_home_there_is_no_address(people):
    service = approved(people, sent(people, at_home="1"))
    with acting_as(people["wil"]):
        told = listing(service.pk, at=NOW)
        assert ([one.name for one in told.locations], told.addresses) == (["Buurt 101"], [])
        assert [one.name for one in told.contacts] == ["Emine"]


def test_a_private_person_is_seen_by_who_is_logged_in_and_somebody_with_a_role_by_all(people):
    one = sent(people)
    approved(people, one)
    with acting_as(NOBODY):
        assert not Contact.objects.exists() and not Phone.objects.exists()
    with acting_as(people["wil"]):
        assert (Contact.objects.get().email, Phone.objects.get().number) == (
            "emine@voorbeeld.example",
            "020 665 8001",
        )
    with acting_as(people["emine"]):
        entering.rewrite(initiative=Initiative.objects.get(), said=COFFEE | {"role": "gastvrouw"}, at=NOW)
    with acting_as(NOBODY):
        assert (Contact.objects.get().title, Phone.objects.count()) == ("gastvrouw", 1)


def test_a_private_name_is_no_word_to_find_it_by(people, monkeypatch):
    monkeypatch.undo()
    service = approved(people, sent(people))
    with acting_as(NOBODY):
        assert "emine" not in ServiceMeaning.objects.get(service=service).around
    with acting_as(people["emine"]):
        entering.rewrite(initiative=Initiative.objects.get(), said=COFFEE | {"role": "gastvrouw"}, at=NOW)
    with acting_as(NOBODY):
        assert "emine" in ServiceMeaning.objects.get(service=service).around


def test_nobody_makes_themselves_the_way_to_safety(people):
    service = approved(people, sent(people, name="Veilig Thuis", role="medewerker"))
    with acting_as(office("beheer")):
        official = Service.objects.create(name="Veilig Thuis", status="active")
    with acting_as(NOBODY):
        safe = [listing(one.pk, at=NOW).hit.leads_to_safety for one in (service, official)]
    assert safe == [False, True]


def test_a_group_on_a_telephone_is_a_place_to_meet(people):
    group = {"name": "Buurtapp", "virtual": "1", "link": "https://chat.example.org/x", "description": "Wie helpt wie?"}
    with owner():
        emine, here = who("Emine"), Neighbourhood.objects.get(code=HERE)
    with acting_as(people["emine"]):
        one, _token = entering.enter(said=group, neighbourhood=here, by=emine, at=NOW)
    service = approved(people, one)
    with acting_as(NOBODY):
        place = Location.objects.get()
        assert (place.location_type, place.url, service.url) == ("virtual", group["link"], group["link"])
        assert [one.name for one in subjects()] == [MEETING]


def test_what_the_map_knows_of_the_place_comes_along(people):
    with acting_as(office("beheer")):
        Location.objects.create(name="de brug", latitude=51.4, longitude=5.4)  # Of another town.
        Location.objects.create(name="de brug", latitude=52.5, longitude=4.9)
        Neighbourhood.objects.update(latitude=52.51, longitude=4.95)
    service = approved(people, sent(people))
    with acting_as(NOBODY):
        spot = listing(service.pk, at=NOW).hit.spot
        assert (spot.latitude, spot.longitude) == (52.5, 4.9)


def test_a_no_says_why_and_takes_it_off_the_map_when_it_stood_there(people):
    one = sent(people)
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]), pytest.raises(entering.NoReason):
        entering.refuse(initiative=one, why=" ", by=karin, at=NOW)
    service = approved(people, one)
    with acting_as(people["karin"]):
        entering.refuse(initiative=one, why="Dit is een winkel.", by=karin, at=NOW)
        with pytest.raises(entering.AnsweredAlready):
            entering.refuse(initiative=one, why="Nog eens.", by=karin, at=NOW)
    with acting_as(people["emine"]):
        assert Initiative.objects.get().answer().why == "Dit is een winkel."
        left = Service.objects.get(pk=service.pk)
        assert (left.status, left.name) == ("defunct", entering.TAKEN_OFF)
        assert not Contact.objects.exists()
        with pytest.raises(entering.AnsweredAlready):
            entering.rewrite(initiative=one, said=COFFEE, at=NOW)
    with acting_as(people["karin"]):
        assert entering.standing(codes=[HERE]) == []


def test_who_stops_leaves_a_name_and_nothing_else(people):
    one = sent(people)
    service = approved(people, one)
    with acting_as(people["emine"]):
        entering.stop(initiative=one, at=NOW)
        left = Service.objects.get(pk=service.pk)
        assert (left.status, left.name, left.description, left.go_between) == ("defunct", COFFEE["name"], "", "")
        assert Initiative.objects.get().said == {"name": COFFEE["name"], "stopped": "1"}
        assert not (Contact.objects.exists() or Phone.objects.exists() or Schedule.objects.exists())


def test_beheer_says_yes_where_nobody_coordinates(people):
    one = sent(people)
    with acting_as(office("beheer")):
        entering.approve(initiative=Initiative.objects.get(pk=one.pk), by=None, at=NOW)
        assert InitiativeAnswer.objects.get().by is None
    with acting_as(NOBODY):
        assert Service.objects.get().name == COFFEE["name"]
