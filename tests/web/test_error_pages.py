"""Error pages say what happened, what is safe and what now, and read nothing from the database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.csrf import csrf_failure

from nabij.web import errors


@pytest.fixture
def request_of_nobody() -> HttpRequest:
    return RequestFactory().get("/verhalen/", headers={"accept-language": "nl"})


def test_a_broken_page_says_so_without_the_database(request_of_nobody: HttpRequest) -> None:
    response = errors.broken(request_of_nobody)

    assert response.status_code == 500
    assert "Dit ligt niet aan jou." in response.content.decode()


def test_a_broken_page_needs_nothing_at_all() -> None:
    assert "Dit ligt niet aan jou." in render_to_string("errors/500.html")


def test_what_is_not_there_does_not_say_whether_it_exists(request_of_nobody: HttpRequest) -> None:
    response = errors.not_found(request_of_nobody, Exception("No Story matches the given query."))

    assert response.status_code == 404
    assert "No Story" not in response.content.decode()
    assert "van een kring waar je niet bij zit" in response.content.decode()


def test_what_is_not_allowed_says_whom_to_ask(request_of_nobody: HttpRequest) -> None:
    response = errors.forbidden(request_of_nobody, PermissionDenied())

    assert response.status_code == 403
    assert "Vraag iemand die erbij hoort" in response.content.decode()


def test_what_cannot_be_read_loses_nothing(request_of_nobody: HttpRequest) -> None:
    response = errors.bad_request(request_of_nobody, Exception())

    assert response.status_code == 400
    assert "Wat je schreef staat er nog." in response.content.decode()


def test_a_page_that_was_open_too_long_says_so(request_of_nobody: HttpRequest) -> None:
    response = csrf_failure(request_of_nobody)

    assert response.status_code == 403
    assert "stond te lang open" in response.content.decode()
