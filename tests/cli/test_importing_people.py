"""`nabij import people`: all or nothing, safe to repeat, each problem with its file, row and column."""

import json
from pathlib import Path

import pytest
from django.core import mail
from typer.testing import CliRunner, Result

from nabij.cli.commands import app
from nabij.people.models import Account, Group, Hat, Person
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.administering import require_proof
from nabij.trust.models import Trace
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.world import AT, TODAY, World

EAST = "BU04390302"
GOOD = (
    "naam;e-mail;pet;groep;buurt\n"
    f"Sanne Visser;Sanne@voorbeeld.example;wijkwerker;Wijkteam;{EAST}\n"
    "Ali Çelik;ali@voorbeeld.example;maatje;Buren;wheermolen-oost\n"
    "Riet Kuiper;riet@voorbeeld.example;;;\n"
    ";;;;\n"
)


@pytest.fixture
def groups(world: World) -> World:
    with acting_as(office("beheer")):
        Group.objects.create(name="Wijkteam", kind="team", formal=True)
        Group.objects.create(name="Buren", kind="initiative", formal=False)
    return world


@pytest.fixture
def write(tmp_path: Path):
    def written(content: str | bytes, name: str = "mensen.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["import", "people", str(path), *words])


def done(path: Path, *words: str) -> str:
    result = run(path, *words)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def counted() -> list[int]:
    with acting_as(office("beheer")):
        found = [noun.objects.count() for noun in (Person, Account, Hat)]
    with acting_as(office("post")):
        return [*found, Letter.objects.count()]


def test_everybody_is_invited_with_their_hat_and_a_second_time_nothing_changes(groups: World, write) -> None:
    path = write(GOOD)
    assert "2 mensen uitgenodigd, 2 petten gegeven" in done(path)
    after = counted()
    with acting_as(office("beheer")):
        sanne, ali = (
            Hat.objects.select_related("person", "group").get(group__name=one) for one in ("Wijkteam", "Buren")
        )
        assert (sanne.person.called, sanne.formal, sanne.open, sanne.neighbourhood_id) == (
            "Sanne Visser",
            True,
            True,
            EAST,
        )
        assert (ali.person.called, ali.formal, ali.group.name) == ("Ali Çelik", False, "Buren")
        assert Account.objects.get(email="sanne@voorbeeld.example").person == sanne.person
    assert "0 mensen uitgenodigd, 0 petten gegeven" in done(path)
    assert counted() == after


def test_who_is_invited_gets_a_letter_that_tells_nothing_of_hats(groups: World, write) -> None:
    done(write(GOOD))
    with acting_as(office("post")):
        letters = list(Letter.objects.filter(kind="welcome").order_by("id"))
    for letter in letters:
        send_letter(letter=str(letter.id))
    assert [one.to for one in mail.outbox] == [["sanne@voorbeeld.example"], ["ali@voorbeeld.example"]]
    assert {one.subject for one in mail.outbox} == {"Welkom bij Nabij"}
    assert "/inloggen/" in mail.outbox[0].body and "wijkwerker" not in mail.outbox[0].body


def test_a_dry_run_says_what_would_happen_and_writes_nothing(groups: World, write) -> None:
    before = counted()
    said = done(write(GOOD), "--dry-run")
    assert "rij 2: Sanne Visser <Sanne@voorbeeld.example> krijgt een uitnodiging en de pet wijkwerker" in said
    assert "rij 4: Riet Kuiper <riet@voorbeeld.example> kan al inloggen" in said
    assert "er is niets bewaard" in said
    assert counted() == before


def test_json_is_one_document(groups: World, write) -> None:
    told = json.loads(done(write(GOOD), "--json"))
    assert (told["written"], told["rows"], told["invited"], told["hats"], told["problems"]) == (True, 3, 2, 2, [])
    refused = run(write("naam,mail\nX,geen\n"), "--json")
    told = json.loads(refused.stdout)
    assert (refused.exit_code, told["written"], told["problems"][0]["column"]) == (2, False, "mail")
    nothing = run(Path("/bestaat/niet.csv"), "--json")
    assert (nothing.exit_code, json.loads(nothing.stdout)["written"]) == (2, False)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + "name,mail,hat\r\nZoë Brönk,zoe@voorbeeld.example,\r\n".encode(),
        "name\tmail\nZoë Brönk\tzoe@voorbeeld.example\n".encode("cp1252"),
        'Naam;Mailadres;Notitie\n"Zoë Brönk";zoe@voorbeeld.example;"telt niet; mee"\n'.encode(),
    ],
    ids=["utf-8 with a mark, commas", "cp1252, tabs", "semicolons and a column of their own"],
)
def test_it_is_read_however_a_spreadsheet_wrote_it(groups: World, write, content: bytes) -> None:
    done(write(content))
    with acting_as(office("beheer")):
        assert Account.objects.get(email="zoe@voorbeeld.example").person.name == "Zoë Brönk"


@pytest.mark.parametrize(
    "row, column, why",
    [
        (";x@voorbeeld.example;;;", "naam", "Eén woord is genoeg"),
        ("Els;geen-adres;;;", "mail", "geen mailadres"),
        ("Els;;;;", "mail", "geen mailadres"),
        ("Els;riet@voorbeeld.example;;;", "naam", "die anders heet"),
        ("Els;els@voorbeeld.example;kok;De Kookploeg;", "groep", "is er niet"),
        ("Els;els@voorbeeld.example;kok;;BU99999999", "buurt", "is er niet"),
        ("Els;els@voorbeeld.example;;Buren;", "pet", "Welke pet"),
        (f"Els;els@voorbeeld.example;{'k' * 81};;", "pet", "te lang"),
        (f"{'E' * 121};els@voorbeeld.example;;;", "naam", "te lang"),
        ("Els;els@voorbeeld.example;maatje;;", "pet", "vraagt om een VOG"),
        ("Els;els@voorbeeld.example;;;;te veel", "-", "meer vakken"),
        ("Sanne Anders;sanne@voorbeeld.example;;;", "naam", "die anders heet"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_nobody_is_brought_in(
    groups: World, write, row: str, column: str, why: str
) -> None:
    with acting_as(office("beheer")):
        require_proof(role="maatje", kind="vog", since=TODAY, by=None, at=AT)
    before = counted()
    good = "Sanne Visser;sanne@voorbeeld.example;;;\n"
    result = run(write(f"naam;mail;pet;groep;buurt\n{good}{row}\n"))
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1), result.output
    assert result.stderr.startswith(f"mensen.csv, rij 3, kolom {column}: ") and why in result.stderr
    assert "Er is niets bewaard" in result.stdout
    assert counted() == before


def test_whether_a_hat_is_of_a_job_is_said_by_its_column_before_its_group(groups: World, write) -> None:
    head = "naam;mail;pet;groep;formeel\n"
    done(write(head + "Els;els@voorbeeld.example;stagiair;Wijkteam;nee\nBo;bo@voorbeeld.example;gastvrouw;Buren;Ja\n"))
    with acting_as(office("beheer")):
        said = dict(Hat.objects.filter(role__in=("stagiair", "gastvrouw")).values_list("role", "formal"))
    assert said == {"stagiair": False, "gastvrouw": True}
    assert "Schrijf ja of nee" in run(write(head + "Jo;jo@voorbeeld.example;x;;misschien\n")).stderr


@pytest.mark.parametrize(
    "content, why",
    [
        (b"", "leeg"),
        (b"voornaam;adres\nEls;hier\n", "in elk geval naam en mail"),
        (b"naam;mail;Naam\nEls;els@voorbeeld.example;Els\n", "twee keer"),
        (b"PK\x03\x04\x00\x00\x00\x08naam", "geen tekst"),
        (b'naam;mail\n"Els;els@voorbeeld.example\n', "aanhalingsteken"),
        (b"naam;mail\n" + b"x" * 5_000_001, "te groot"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(groups: World, write, content: bytes, why: str) -> None:
    result = run(write(content))
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert why in result.stderr


def test_every_invitation_leaves_its_trace(groups: World, write) -> None:
    done(write(GOOD))
    with acting_as(office("beheer")):
        who = Account.objects.get(email="ali@voorbeeld.example").person_id
    with groups.acting("loes"):
        assert not Trace.objects.filter(what="invite").exists()

    with owner():
        assert Trace.objects.get(what="invite", thing_id=who).who_name == "beheer"
