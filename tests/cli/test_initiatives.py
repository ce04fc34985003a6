import json
from uuid import uuid4

import pytest
from django.utils import timezone

from nabij.directory.entering import enter, rewrite
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.models import Service
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, acting_as
from tests.cli.test_doubles import run
from tests.conftest import owner
from tests.directory.conftest import NOW
from tests.mailbox import delivered

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits(monkeypatch):
    monkeypatch.setattr("nabij.directory.entering.understand", lambda **_known: 0)
    with owner():
        here = Neighbourhood.objects.create(code="BU04390101", name="Gors", kind="buurt")
    with acting_as(NOBODY):
        return enter(said={"name": "Soep", "description": "Elke vrijdag."}, neighbourhood=here, by=None, at=NOW)[0]


def test_what_waits_is_listed_and_a_yes_puts_it_on_the_map(waits):
    (one,) = json.loads(run("initiatives", "list", "--json").stdout)
    assert (one["id"], one["said"]["name"]) == (str(waits.pk), "Soep")
    assert "Elke vrijdag." in run("initiatives", "list").stdout
    assert run("initiatives", "yes", waits.pk).stdout == "Soep\n"
    assert Service.objects.get().name == "Soep"
    assert "Er wacht niets." in run("initiatives", "list").stdout
    again = run("initiatives", "yes", waits.pk)
    assert (again.exit_code, again.stderr) == (2, "Iemand zei hier al ja of nee op.\n")


def test_a_no_needs_a_reason(waits):
    assert run("initiatives", "no", waits.pk).exit_code == 2
    assert run("initiatives", "no", waits.pk, "--why", "Dit is een winkel.").exit_code == 0
    with owner():
        assert InitiativeAnswer.objects.get().why == "Dit is een winkel."
        assert not Service.objects.exists()


def test_who_gave_an_address_is_mailed_what_administration_answers(waits):
    with owner():
        Initiative.objects.update(said={"name": "Soep", "email": "soep@voorbeeld.example"})
    assert run("initiatives", "no", waits.pk).exit_code == 2
    assert delivered() == []
    run("initiatives", "yes", waits.pk)
    (mail,) = delivered()
    assert mail.to == ["soep@voorbeeld.example"] and "Soep" in str(mail.body)


def test_a_key_that_is_nowhere_gets_one_sentence_and_status_2(db):
    result = run("initiatives", "yes", uuid4())
    assert (result.exit_code, result.stderr) == (2, "Dit wacht niet, en staat niet op de kaart.\n")


def test_what_nobody_keeps_any_more_is_listed_and_given_to_somebody_else(waits):
    assert run("initiatives", "yes", waits.pk).exit_code == 0
    assert (run("initiatives", "hand", waits.pk).exit_code, run("initiatives", "list").stdout) == (
        2,
        "Er wacht niets.\n",
    )
    with owner():
        Initiative.objects.update(token_hash=None)  # As when whoever kept it is forgotten.
    assert "(niemand houdt dit bij)" in run("initiatives", "list").stdout
    assert json.loads(run("initiatives", "list", "--json").stdout)[0]["left"] is True
    token = run("initiatives", "hand", waits.pk).stdout.strip().split("/")[-2]
    with owner():
        assert Initiative.objects.of_token(token).get() == waits


def test_what_is_otherwise_is_listed_until_somebody_looked(waits):
    assert run("initiatives", "yes", waits.pk).exit_code == 0
    with owner():
        one = Initiative.objects.get()
        rewrite(initiative=one, said=one.said | {"name": "Stamppot"}, at=timezone.now())
    (told,) = json.loads(run("initiatives", "list", "--json").stdout)
    assert told["changed"] == [{"name": "Hoe het heet", "was": "Soep", "now": "Stamppot"}]
    assert "Hoe het heet: eerst Soep, nu Stamppot" in run("initiatives", "list").stdout
    assert run("initiatives", "seen", waits.pk).stdout == "Stamppot\n"
    assert "Er wacht niets." in run("initiatives", "list").stdout
