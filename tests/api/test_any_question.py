"""Whatever is asked within the description, and whatever beside it: the answer is as described, and never breaks."""

import json

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from nabij.api.endpoints import ENDPOINTS, QUESTIONS
from nabij.directory.models import Service
from tests.directory.conftest import LISTINGS

BOUND = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


@pytest.fixture
def described(bring, without_limits, monkeypatch):
    """The description as the running application gives it, for the example neighbourhood."""
    bring(LISTINGS)
    for when in (request_started, request_finished):  # The connection is the test's, and stays open.
        when.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/hsds/v3/openapi.json", app=get_wsgi_application())
    for when in (request_started, request_finished):
        when.connect(close_old_connections)


def test_every_answer_is_as_described(described):
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @BOUND
        @given(case=operation.as_strategy() | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
        def every_answer_fits(case):
            answer = case.call()
            # A question of more than four thousand signs is refused before it is read; this check knows no 413.
            unknown = [negative_data_rejection] if answer.status_code == 413 else []
            # Nor can a schema say that one question needs another.
            unknown += [positive_data_acceptance] if "proximity needs a postcode." in answer.text else []
            case.validate_response(answer, excluded_checks=unknown)

        every_answer_fits()
        asked += 1
    assert asked == 1 + 2 * len(ENDPOINTS)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    many=st.sampled_from([*ENDPOINTS]),
    asked=st.dictionaries(st.sampled_from([*QUESTIONS]) | st.text(max_size=5), st.text(max_size=20), max_size=4),
)
def test_any_words_get_an_answer(many, asked, db, without_limits):
    answer = Client().get(f"/hsds/v3/{many}", asked)
    told = json.loads(answer.content or b"{}") if "ndjson" not in answer.headers["Content-Type"] else {}
    assert answer.status_code in (200, 400)
    assert answer.status_code == 200 or {one["name"] for one in told["errors"]} <= set(asked) | {"proximity"}


def test_the_description_is_of_this_installation(ask, settings):
    told = ask("openapi.json")
    assert told["openapi"].startswith("3.1") and told["servers"] == [{"url": f"{settings.NABIJ_URL}/hsds/v3"}]
    assert set(told["paths"]) == {"/"} | {path for many in ENDPOINTS for path in (f"/{many}", f"/{many}/{{id}}")}
    assert not Service.objects.exists()
