"""How often somebody may knock: enough for people, and nobody is locked out by somebody else."""

from datetime import timedelta

import pytest
import structlog
from django.db import DatabaseError
from django.test import Client, RequestFactory

from nabij.moments.models import Moment
from nabij.trust.acting import acting_as, office
from nabij.web import limits
from nabij.web.limits import LIMITS, Limit, address_of, counted, key_of, too_often
from nabij.web.models import Tally
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.world import AT


@pytest.fixture
def three(monkeypatch):
    """At most three of anything."""
    monkeypatch.setattr(limits, "LIMITS", tuple(Limit(**{**one.__dict__, "most": 3}) for one in LIMITS))


def statuses(ask, *, times: int) -> list[int]:
    return [ask().status_code for _time in range(times)]


@pytest.mark.parametrize(
    "url", ["/brief/geen-sleutel/", "/kaart/?q=taal", "/uitnodiging/geen/", "/kom/GEEN/", "/agenda/geen.ics"]
)
def test_links_and_search_are_counted_for_whoever_is_unknown_by_address(url, world, three):
    def ask(address):
        return Client().get(url, REMOTE_ADDR=address)

    *allowed, fourth = (ask("192.0.2.1") for _time in range(4))
    assert {one.status_code for one in allowed} <= {200, 404}
    assert fourth.status_code == 429
    assert "Wacht een paar minuten" in fourth.content.decode()
    assert 0 < int(fourth.headers["Retry-After"]) <= 600
    assert "no-store" in fourth.headers["Cache-Control"]
    assert ask("192.0.2.2").status_code in (200, 404)


def test_a_page_without_a_question_is_not_counted(world, three):
    assert statuses(lambda: Client().get("/kaart/"), times=6) == [200] * 6


def test_whoever_is_logged_in_is_counted_alone(world, three):
    """Twenty neighbours on one address in the community centre, of whom one does something mad."""
    marieke, fatima = logged_in(world, "marieke"), logged_in(world, "fatima")
    asked = "/kaart/?q=taal"
    assert statuses(lambda: Client().get(asked), times=4)[-1] == 429
    assert statuses(lambda: marieke.get(asked), times=4) == [200, 200, 200, 429]
    assert fatima.get(asked).status_code == 200
    assert marieke.get("/").status_code == 200  # Reading her own page goes on.


def test_writing_is_counted_and_nothing_is_written_after(world, three):
    riet = logged_in(world, "riet")
    assert 429 not in statuses(lambda: riet.post("/momenten/", {"line": ""}), times=3)
    assert riet.post("/momenten/", {"line": "dit komt er niet meer bij"}).status_code == 429
    with owner():
        assert not Moment.objects.filter(line__contains="niet meer bij").exists()


def test_files_are_counted_wherever_they_are_brought(world, three):
    asked = {"content_type": "multipart/form-data; boundary=x", "data": b"x" * 3000 + b"--x--\r\n"}
    assert 429 not in statuses(lambda: Client().post("/kaart/", **asked), times=3)
    assert Client().post("/kaart/", **asked).status_code == 429


def count(key: str, *, at) -> int:
    with acting_as(office("door")):
        return counted(key, limit=LIMITS[0], at=at)[0]


def test_after_its_time_counting_begins_anew(world):
    later = AT + timedelta(seconds=LIMITS[0].seconds)
    assert [count("a", at=AT), count("a", at=AT), count("b", at=AT)] == [1, 2, 1]
    assert [count("a", at=later), count("a", at=later)] == [1, 2]


def test_what_is_over_is_forgotten(world):
    for number in range(5):
        count(str(number), at=AT)
    count("new", at=AT + timedelta(days=1))
    with acting_as(office("door")):
        assert list(Tally.objects.values_list("key", flat=True)) == ["new"]


def test_a_count_names_nobody_and_nobody_reads_it(world):
    request = RequestFactory().get("/brief/x/", REMOTE_ADDR="192.0.2.77")
    with acting_as(office("door")):
        too_often(request, who=None, at=AT)
        too_often(request, who=world.riet.id, at=AT)
        kept = str(list(Tally.objects.values()))
    assert "192.0.2.77" not in kept
    assert str(world.riet.id) not in kept
    with pytest.raises(DatabaseError, match="permission denied"), world.acting("riet"):
        Tally.objects.exists()


def test_another_secret_makes_other_keys(settings):
    one = key_of(LIMITS[0], who="192.0.2.1")
    settings.SECRET_KEY = "another"
    assert key_of(LIMITS[0], who="192.0.2.1") != one


def test_the_log_says_which_limit_and_not_who(world, three):
    request = RequestFactory().get("/brief/geheim/", REMOTE_ADDR="192.0.2.1")
    with structlog.testing.capture_logs() as said, acting_as(office("door")):
        for _time in range(4):
            too_often(request, who=None, at=AT)
    assert said == [{"event": "limited", "log_level": "warning", "limit": "links", "known": False}]


# -- Where a request comes from ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "passed", "found"),
    [
        (0, "203.0.113.9", "192.0.2.1"),  # Anybody can write such a header.
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),  # The first was written by whoever asks.
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "onzin", "192.0.2.1"),
        (1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        (1, "2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_a_header_is_believed_as_far_as_our_own_proxies_wrote_it(proxies, passed, found, settings):
    settings.NABIJ_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": passed})
    assert address_of(request) == found


def test_without_any_address_it_is_still_counted(settings):
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) == "unknown"
