"""Who looked at what is about me: plain sentences, the same on one day once, and nobody else's log."""

import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import get_resolver
from django.utils import timezone

from nabij.moments.verbs import ComeBack, note
from nabij.stories.models import Promise
from nabij.stories.verbs import ask, promise, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.logs import TraceId
from nabij.trust.looking import Looker, Seen, write_looks
from nabij.trust.models import Look, Looked, Processing
from nabij.trust.subjects import person_of
from nabij.trust.verbs import note_look
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import days_before_now

SECRETS = (
    "Weer naar de zee lopen.",
    "Bij de zeehonden gekeken.",
    "De verrekijker ophalen",
    "Naar de vuurtoren",
    "Bellen met de zus",
)


@pytest.fixture
def told(world):
    """Riet's story with words, a moment, promises and something to come back to."""
    now = timezone.now()
    circle = world.riets_story.circle
    shared = {"circle": circle, "by": world.marieke, "at": now, "story": world.riets_story}
    with world.acting("marieke"):
        back = [ComeBack(timezone.localdate(), "Naar de vuurtoren")]
        note(line="Bij de zeehonden gekeken.", circle=circle, by=world.marieke, at=now, come_backs=back)
        tell(story=world.riets_story, person=world.riet, words="Weer naar de zee lopen.", by=world.marieke, at=now)
        promise(what="De verrekijker ophalen", **shared)
        ask(who=world.jan, what="Bellen met de zus", **shared)
    return world


def looked(world, name: str = "riet") -> list[tuple[str, str]]:
    with world.acting(name):
        return [(one.who_name, one.what) for one in Look.objects.filter(about=world.people[name].id).order_by("id")]


def test_what_stands_on_today_and_in_the_list_is_a_look_as_well(told):
    for name in ("jan", "yusuf", "riet"):
        client = logged_in(told, name)
        client.get("/")
        client.get("/verhalen/")
    assert looked(told) == [("Jan Groen", Looked.TODAY), ("Jan Groen", Looked.LISTED)]


def addresses(world) -> list[str]:
    """Every page of the product, for the people and things of Riet's story."""
    with owner():
        promised = Promise.objects.order_by("asked_at").first()
        come_back = promised.circle.moments.first().follow_ups.first()
        known = {
            "story": world.riets_story.id,
            "promise": promised.id,
            "person": world.jan.id,
            "follow_up": come_back.id,
            "code": "BU04390302",
            "kind": "afspraken",
        }
    found = []
    for views, pattern, *_rest in get_resolver().reverse_dict.values():
        for path, names in views:
            if pattern and set(names) <= set(known):
                found.append("/" + path % {name: known[name] for name in names})
    return sorted(set(found))


def test_every_page_that_shows_something_of_a_story_is_one_row(told):
    """Walks every address: what shows words of the story, or stands under its address, is written down once."""
    client, shown = logged_in(told, "marieke"), []
    for url in addresses(told):
        before = len(looked(told))
        answer = client.get(url)
        said = answer.content.decode() if answer.status_code == 200 else ""
        is_shown = any(secret in said for secret in SECRETS) or (said and str(told.riets_story.id) in url)
        rows = len(looked(told)) - before
        if is_shown or rows:
            shown.append(url)
            assert rows == 1, f"{url} shows the story and wrote {rows} rows"
    story = f"/verhalen/{told.riets_story.id}/"
    under = ("", "tekst/", "woorden/", "afspraken/", "lezers/", "mensen/", "gezegd/", "hulp/")
    assert {"/", "/verhalen/", *(story + one for one in under)} <= set(shown)
    assert any(url.startswith("/afspraken/") for url in shown)


def test_a_form_with_a_mistake_shows_the_story_and_is_written_down_once(told):
    story = f"/verhalen/{told.riets_story.id}/"
    client = logged_in(told, "marieke")
    assert client.post(story + "woorden/", {"words": ""}).status_code == 400
    assert looked(told) == [("Marieke Bos", Looked.WRITING)]
    assert client.post(story + "woorden/", {"words": "Het gaat."}).status_code == 302
    assert len(looked(told)) == 1, "what is kept leaves a trace, and is no look"


def test_what_is_only_about_oneself_is_no_look(told):
    for url in (f"/verhalen/{told.riets_story.id}/", f"/mensen/{told.riet.id}/", "/", "/verhalen/"):
        assert logged_in(told, "riet").get(url).status_code == 200
    assert looked(told) == []


def test_a_look_says_where_it_stands_and_processing_shares_its_trace_without_saying_who(told):
    story = f"/verhalen/{told.riets_story.id}/"
    worker = logged_in(told, "marieke")
    worker.get(story, REMOTE_ADDR="192.0.2.17")
    worker.get(story, REMOTE_ADDR="192.0.2.17")
    worker.get(story, REMOTE_ADDR="192.0.2.18")
    with owner():
        looks = list(Look.objects.order_by("id"))
        processed = {one.id: one for one in Processing.objects.all()}
    first = looks[0]
    assert (first.hat, first.hat_name) == (told.hats["marieke"].id, "wijkwerker")
    assert (first.circle_key, first.thing, first.action) == (told.riets_story.circle_id, "stories.story", "R")
    assert first.purpose == "samen-helpen"
    assert [one.access_point == first.access_point for one in looks] == [True, True, False]
    assert "192" not in first.access_point
    assert len({one.trace_id for one in looks}) == 3, "each request has a trace of its own"
    for one in looks:
        same = processed[one.id]
        assert (same.trace_id, same.operation_id, same.name) == (one.trace_id, one.operation_id, one.what)
        assert same.status == Processing.Status.OK
        assert same.began <= same.ended < same.began + timedelta(seconds=60)
        assert person_of(same.subject) == told.riet.id
        assert told.riet.id.bytes not in bytes(same.subject)
    names = {field.name for field in Processing._meta.get_fields()}
    assert names == {"id", "trace_id", "status", "name", "began", "ended", "activity", "subject"}


def test_nobody_reads_the_log_of_processing_and_nobody_adds_to_it_under_another_trace(told):
    logged_in(told, "marieke").get(f"/verhalen/{told.riets_story.id}/")
    with acting_as(office("logs")):
        row = Processing.objects.get()
    said = {"status": 1, "name": "read", "began": row.began, "ended": row.ended, "activity": "", "subject": b"x"}
    with told.acting("marieke"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Processing.objects.exists()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Processing.objects.create(**said, trace_id=row.trace_id)
        Processing.objects.create(**said, trace_id=TraceId())  # type: ignore[misc]
    with acting_as(office("logs")):
        assert Processing.objects.count() == 2


def test_looks_of_one_day_stand_once_with_how_many(told):
    worker = logged_in(told, "marieke")
    for _time in range(3):
        worker.get(f"/verhalen/{told.riets_story.id}/")
    logged_in(told, "fatima").get(f"/mensen/{told.riet.id}/")
    text = logged_in(told, "riet").get("/mijn/gekeken/").content.decode()
    assert text.count("<strong>Marieke Bos</strong>") == 1
    assert "Marieke Bos</strong>, wijkwerker</p>" in text
    assert "Las je verhaal, drie keer " in text
    assert "Fatima El Amrani</strong>, leidt Samen Wandelen</p>" in text
    assert "Bekeek je pagina, om " in text
    assert "Marieke Bos" not in logged_in(told, "kim").get("/mijn/gekeken/").content.decode()


def days_ago(world, *days: int, times: int = 1, name: str = "Marieke Bos") -> None:
    """Looks of earlier days, written as Marieke."""
    with world.acting("marieke"):
        for one in days:
            write_looks(
                looker=Looker(name, who=world.marieke.id),
                seen=[Seen("stories.story", world.riets_story.id, world.riet.id)] * times,
                what=Looked.READ,
                at=days_before_now(one),
            )


def test_a_period_is_chosen_and_a_wrong_one_is_said(told):
    days_ago(told, 1, 10, 100)
    riet, today = logged_in(told, "riet"), timezone.localdate()

    def days(query: dict) -> list[str]:
        return [str(one.day) for one in riet.get("/mijn/gekeken/", query).context["days"]]

    back = [str(today - timedelta(days=n)) for n in (1, 10, 100)]
    assert days({"van": back[1]}) == back[:2]
    assert days({"tot": back[1], "van": back[2]}) == back[1:]
    assert days({"van": str(today)}) == []
    wrong = riet.get("/mijn/gekeken/", {"van": "2026-02-31", "tot": "2026-02-01"})
    assert wrong.status_code == 400
    assert "Deze dag bestaat niet" in wrong.content.decode()
    assert "2026-02-01" in wrong.content.decode(), "what was typed is still there"
    turned = riet.get("/mijn/gekeken/", {"van": "2026-02-03", "tot": "2026-02-01"})
    assert "Kies een latere dag" in turned.content.decode()


def test_each_look_is_on_exactly_one_page(told):
    days_ago(told, *range(0, 200, 3), 400)
    riet, url, seen = logged_in(told, "riet"), "/mijn/gekeken/", []
    for _page in range(20):
        answer = riet.get(url)
        seen += [one.day for one in answer.context["days"]]
        if not answer.context["older"]:
            break
        url = "/mijn/gekeken/" + answer.context["older"]
    assert len(seen) == len(set(seen)) == 68
    assert seen == sorted(seen, reverse=True)


def test_a_hundred_thousand_looks_ask_as_few_questions_as_one(told):
    days_ago(told, 1)
    few = count(logged_in(told, "riet"), "/mijn/gekeken/")
    with owner(), connection.cursor() as cursor:
        cursor.execute(MANY, [told.riet.id])
        cursor.execute("analyze trust_look")
    assert count(logged_in(told, "riet"), "/mijn/gekeken/") == few <= 8
    begun = time.perf_counter()
    text = logged_in(told, "riet").get("/mijn/gekeken/").content.decode()
    assert time.perf_counter() - begun < 3, "a loaded machine is slow; without the window it is a minute"
    assert "Verder terug" in text


MANY = """
  insert into trust_look (id, at, who, who_name, hat_name, what, thing, about, purpose, why, access_point)
  select gen_random_uuid(), now() - n * interval '5 minutes', gen_random_uuid(), 'Iemand ' || n %% 7, '', 'read', 'x',
    %s, '', '', '' from generate_series(1, 100000) as n"""


def test_a_purpose_of_the_register_is_said(told):
    logged_in(told, "marieke").get(f"/verhalen/{told.riets_story.id}/")
    shown = logged_in(told, "riet").get("/mijn/gekeken/").content.decode()
    assert "Waarvoor: Om samen te helpen met wat jij wilt." in shown


@pytest.mark.parametrize("kind", Looked)
def test_every_kind_of_look_is_a_sentence_with_an_action_and_a_purpose(kind):
    assert str(kind.label).split()[0].islower()
    assert kind.action in "CRUDE"
    assert kind.purpose


def test_beside_the_story_the_same_look_of_one_minute_stands_once(world) -> None:
    at = timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=9)
    for name, seconds in (("marieke", 1), ("marieke", 2), ("marieke", 59), ("jan", 3), ("marieke", 60)):
        with world.acting(name):
            who, about = {"by": world.people[name], "hat": world.hats[name]}, [world.riet.id]
            note_look(about=about, thing=world.riets_story, at=at + timedelta(seconds=seconds), **who)
    shown = logged_in(world, "riet").get(f"/verhalen/{world.riets_story.id}/").content.decode()
    assert shown.count("<li>Marieke Bos, wijkwerker, ") == 2, "of two minutes"
    assert shown.count("<li>Jan Groen") == 1
