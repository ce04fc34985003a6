"""Open data: the same for everybody, kept a while, not asked too often, and never about a private person."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nabij.directory.models import Contact, Phone, Service
from nabij.trust.acting import NOBODY, acting_as
from nabij.web import limits
from nabij.web.limits import LIMITS, Limit
from tests.directory.conftest import LISTINGS
from tests.web.asking import logged_in

PEOPLE = {
    "services": "id,name,description\ns1,Eettafel,Samen eten\n",
    "contacts": (
        "id,service_id,name,title,department,email\n"
        "c1,s1,Wil,Kookploeg,,kookploeg@wheermolen.example\nc2,s1,Mevrouw de Boer,,,boer@post.example\n"
        "c3,s1,,,,jan@post.example\nc4,s1,Samira,,Planning,\n"
    ),
    "phones": (
        "id,service_id,contact_id,number\nn1,s1,c1,0299 00 00 01\nn2,s1,c2,06 00 00 00 02\nn3,s1,,0299 00 00 03\n"
    ),
}


def test_who_speaks_for_something_is_shown_and_who_is_private_is_held_back(folder, bring, ask):
    bring(folder(**PEOPLE))
    (one,) = ask("services", full="true")["contents"]
    assert {(who.get("name", ""), who.get("email", "")) for who in one["contacts"]} == {
        ("Wil", "kookploeg@wheermolen.example"),
        ("Samira", ""),
    }
    assert {phone["number"] for phone in one["phones"]} == {"0299 00 00 01", "0299 00 00 03"}
    said = str([ask(many, full="true") for many in ("services", "organizations", "service_at_locations")])
    assert "Boer" not in said and "06 00" not in said and "jan@" not in said and "Wil" in said


def test_the_database_itself_holds_back_and_who_is_logged_in_reads_it(folder, bring, world):
    bring(folder(**PEOPLE))
    with acting_as(NOBODY):
        assert set(Contact.objects.values_list("name", flat=True)) == {"Wil", "Samira"}
        assert Phone.objects.count() == 2
    with world.acting("riet"):
        assert Contact.objects.count() == 4 and Phone.objects.count() == 3


def test_a_page_without_a_way_in_says_that_logging_in_may_show_one(folder, bring, world):
    contacts = "id,service_id,name\nc1,s1,Mevrouw de Boer\n"
    phones = "id,service_id,contact_id,number\nn1,s1,c1,06 00 00 00 02\n"
    bring(folder(services=PEOPLE["services"], contacts=contacts, phones=phones))
    with acting_as(NOBODY):
        page = f"/kaart/{Service.objects.get().pk}/"
    theirs, ours = (client.get(page).content.decode() for client in (Client(), logged_in(world, "riet")))
    assert "Boer" not in theirs and "06 00" not in theirs and "Wie inlogt, ziet soms" in theirs
    assert "Boer" in ours and "06 00 00 00 02" in ours and "Wie inlogt, ziet soms" not in ours


def test_who_is_logged_in_gets_the_same_as_everybody(folder, bring, world):
    bring(folder(**PEOPLE))
    ours, theirs = (client.get("/hsds/v3/services?full=true") for client in (logged_in(world, "riet"), Client()))
    assert ours.content == theirs.content and b"Boer" not in ours.content
    assert not ours.cookies and "Cookie" not in ours.headers.get("Vary", "")
    assert ours.headers["Cache-Control"] == "public, max-age=300"


def test_what_somebody_has_already_is_not_sent_again(bring, ask):
    bring(LISTINGS)
    client = Client()
    first = client.get("/hsds/v3/services")
    again = client.get("/hsds/v3/services", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/hsds/v3/services?page=2", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200 and other.headers["ETag"] != first.headers["ETag"]


def test_it_can_only_be_read(db):
    for way in ("post", "put", "patch", "delete"):
        answer = getattr(Client(enforce_csrf_checks=True), way)("/hsds/v3/services")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
        assert answer.headers["Content-Type"] == "application/problem+json"
    assert Client().head("/hsds/v3/services").status_code == 200


def test_asking_too_often_is_said_in_json(db, monkeypatch):
    three = tuple(Limit(**{**one.__dict__, "most": 3}) for one in LIMITS if one.name == "open data")
    monkeypatch.setattr(limits, "LIMITS", three)
    *allowed, fourth = (Client().get("/hsds/v3/services", REMOTE_ADDR="192.0.2.1") for _time in range(4))
    assert {one.status_code for one in allowed} == {200}
    assert fourth.status_code == fourth.json()["status"] == 429
    assert 0 < int(fourth.headers["Retry-After"]) <= 60
    assert Client().get("/hsds/v3/services", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_a_question_that_is_too_long_is_a_problem(ask):
    assert ask(f"services?search={'x' * 5000}", status=413)["status"] == 413


@pytest.mark.parametrize("path, most", [("services?full=true", 45), ("services", 5), ("taxonomy_terms", 4)])
def test_a_page_asks_the_database_a_fixed_number_of_times(path, most, bring, client, without_limits):
    bring(LISTINGS)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/hsds/v3/{path}").status_code == 200
    ours = [one["sql"] for one in asked.captured_queries if "directory_" in one["sql"]]
    assert len(ours) <= most
