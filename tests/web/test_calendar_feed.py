"""The calendar feed: what stands in it, who has the address, and that it tells nothing of anybody."""

import re
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from dateutil import rrule  # type: ignore[import-untyped]
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from nabij.people.models import Account
from nabij.stories.calendars import make_feed
from nabij.stories.models import Feed
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import keep, promise
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look
from nabij.web.calendar.ics import calendar, folded, marked
from nabij.web.calendar.promised import Event, lines_of, rule
from tests.web.asking import logged_in
from tests.world import World

KEY = UUID("0197a000-0000-7000-8000-000000000001")
SITE = "https://nabij.example"
SECRETS = ("Riet", "Kuiper", "Marieke", "Bos", "rollator", "gemeente", "wijkwerker", "Alleen de post")


def event(first: date, course: Course, at: time | None = None) -> Event:
    return Event(KEY, first, at, course, datetime(2026, 11, 18, 9, tzinfo=UTC), f"{SITE}/afspraken/{KEY}/")


def feed_of(world: World, name: str) -> str:
    with world.acting(name):
        return f"/agenda/{make_feed(by=world.people[name], at=timezone.now())}.ics"


def read(url: str) -> list[str]:
    answer = Client().get(url)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def promises(world: World) -> None:
    today, at = timezone.localdate(), timezone.now()
    shared = {"circle": world.riets_story.circle, "story": world.riets_story, "by": world.marieke, "at": at}
    with world.acting("marieke"):
        promise(what="De rollator regelen voor Riet Kuiper", day=today, time=time(14, 30), **shared)
        until = today + timedelta(weeks=4)
        each_week = Course(Rhythm.WEEK, until, "Alleen de post")
        promise(what="Naar de gemeente", day=today, course=each_week, for_whom=world.riet, **shared)
        promise(what="Contact houden", course=Course(Rhythm.ALWAYS), **shared)
        promise(what="Zonder dag", **shared)
        done = promise(what="Al gedaan", day=today, **shared)
        keep(promise=done, kept=True, by=world.marieke, at=at)


def test_it_says_when_and_names_nobody_and_nothing(world):
    promises(world)
    lines, today = read(feed_of(world, "marieke")), timezone.localdate()
    text = "\n".join(lines)
    assert text.count("BEGIN:VEVENT") == 2, "what has no day, always runs or is done stands in no calendar"
    assert text.count("SUMMARY:Afspraak (Nabij)") == 2
    assert f"DTSTART;TZID=Europe/Amsterdam:{today:%Y%m%d}T143000" in lines
    assert f"DTSTART;VALUE=DATE:{today:%Y%m%d}" in lines
    assert f"RRULE:FREQ=WEEKLY;UNTIL={today + timedelta(weeks=4):%Y%m%d}" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    assert [word for word in SECRETS if word.lower() in text.lower()] == []
    with world.acting("riet"):
        assert not Look.objects.exists(), "nothing of her story was shown"


def test_where_it_leads_is_the_page_behind_the_log_in(world):
    promises(world)
    url = next(line for line in read(feed_of(world, "marieke")) if line.startswith("URL:"))
    path = re.sub(r"^URL:https?://[^/]+", "", url)
    assert Client().get(path).headers["Location"].startswith("/inloggen/")
    assert logged_in(world, "marieke").get(path).status_code == 200


def test_it_is_of_one_person_and_nobody_else_s_promises_are_in_it(world):
    promises(world)
    assert "BEGIN:VEVENT" not in read(feed_of(world, "jan"))


def test_no_calendar_is_kept_on_the_way_and_no_site_hears_the_address(world):
    answer = Client().get(feed_of(world, "marieke"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert not answer.cookies


def test_an_unknown_address_is_not_found_and_who_cannot_log_in_has_none(world):
    url = feed_of(world, "marieke")
    assert Client().get("/agenda/geen-sleutel.ics").status_code == 404
    assert Client().post(url).status_code == 405
    assert Client().get(url).status_code == 200
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.marieke).update(is_active=False)
    assert Client().get(url).status_code == 404


def test_made_anew_the_former_leads_nowhere_and_stopped_neither(world):
    client = logged_in(world, "riet")
    assert "Maak een link" in client.get("/mijn/agenda/").text
    first, second = (address_in(client.post("/mijn/agenda/").text) for _time in range(2))
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    again = client.get("/mijn/agenda/").text
    assert "Maak een nieuwe link" in again
    assert "/agenda/" not in re.sub(r"/mijn/agenda/(einde/)?", "", again), "it stands there once"
    assert client.post("/mijn/agenda/einde/", follow=True).status_code == 200
    assert Client().get(second).status_code == 404
    with world.acting("riet"):
        assert not Feed.objects.exists()


def address_in(page: str) -> str:
    found = re.search(r"/agenda/[\w-]+\.ics", page)
    assert found
    return found[0]


@pytest.mark.parametrize("first", [date(2026, 1, 15), date(2026, 1, 29), date(2026, 1, 30), date(2027, 12, 31)])
@pytest.mark.parametrize("rhythm", [Rhythm.WEEK, Rhythm.TWO_WEEKS, Rhythm.MONTH])
@pytest.mark.parametrize("at", [None, time(9, 15)])
def test_the_rule_gives_the_days_on_which_it_comes_back(first, rhythm, at):
    course = Course(rhythm, first + timedelta(days=800))
    said = rule(event(first, course, at))
    begins = datetime.combine(first, at or time())
    zone = timezone.get_current_timezone() if at else None
    days = [one.date() for one in rrule.rrulestr(said, dtstart=begins.replace(tzinfo=zone))]
    assert days == list(course.days_from(first))


def test_words_are_marked_and_cannot_begin_a_line_of_their_own():
    assert marked("a,b;c\\d\r\nURL:x") == "a\\,b\\;c\\\\d  URL:x"
    one = lines_of(event(date(2026, 1, 1), Course()), summary="S\r\nX:1", site=SITE)
    text = calendar([one], name="N\nBEGIN:VALARM")
    assert not any(line.startswith(("BEGIN:VALARM", "X:1")) for line in text.split("\r\n"))


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_a_folded_line_is_short_and_reads_as_before(text):
    lines = folded(text).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == text
