"""`nabij check log`: one sentence and status 0 when it is whole, what is wrong and status 1 when it is not."""

import json

from django.db import connection
from django.utils import timezone
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.trust.acting import acting_as, office
from nabij.trust.chaining import chain
from nabij.trust.models import Look
from nabij.web.logs.jobs import chain_logs
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.world import World


def check(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ("check", "log", *words))
    assert result.stderr == ""
    return result.exit_code, result.stdout


def test_before_the_first_link_it_says_how_many_rows_wait(world: World):
    status, said = check()
    assert status == 0
    assert said.startswith("Er is nog geen keten: ")


def test_the_job_makes_it_whole_and_a_changed_row_is_named(world: World):
    logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/")
    chain_logs(timestamp=0)
    status, said = check()
    assert (status, said.startswith("Het logboek is heel: ")) == (0, True)
    newest = said.strip().rsplit(" ", 1)[-1]
    assert check("--expect", newest.upper())[0] == 0
    assert check("--expect", "00" * 32)[0] == 1
    with owner(), connection.cursor() as cursor:
        cursor.execute("alter table trust_look disable trigger user")
        row = Look.objects.get().id
        Look.objects.update(hat_name="arts")
        cursor.execute("alter table trust_look enable trigger user")
    status, said = check()
    assert status == 1
    assert said.startswith("Het logboek klopt niet: 1 afwijking.\n")
    assert f"Regel {row} van " in said
    assert "(schakel 1) is veranderd." in said


def test_one_document_for_machines(world: World):
    with acting_as(office("logs")):
        rows = chain(at=timezone.now())
    status, said = check("--json")
    found = json.loads(said)
    assert status == 0
    assert (found["whole"], found["rows"], found["links"], found["problems"]) == (True, rows, 1, [])
    assert len(found["newest"]) == 64
