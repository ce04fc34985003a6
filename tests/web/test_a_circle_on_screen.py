"""The page of a circle: who reads from when, the past, a last day, leaving, smaller circles, choosing who reads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.moments.models import Saying, Tie
from nabij.moments.verbs import note
from nabij.people.models import Account
from nabij.people.verbs import note_person, put_on
from nabij.stories.models import OwnWords, Promise
from nabij.stories.verbs import begin_smaller_circle, promise
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Circle, Look, Looked, Membership, Opening
from nabij.trust.verbs import introduce, leave, let_in
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.web.inviting import page_of, text_of
from tests.world import TODAY, World


@pytest.fixture
def later(world: World) -> World:
    """Yusuf came today, and does not read what Marieke wrote last week."""
    now = timezone.now()
    with world.acting("marieke"):
        note(line="Van vorige week.", circle=world.riets_story.circle, by=world.marieke, at=now - timedelta(days=7))
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.marieke, at=now, sees_from=now)
    return world


def seat(world: World, name: str, *, circle: Circle | None = None) -> Membership:
    with world.acting(name):
        there = circle.id if circle else world.riets_story.circle_id
        return Membership.objects.current().get(circle=there, person=world.people[name])


def story_page(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/"


def test_members_see_who_reads_from_when_and_outsiders_see_nothing(later):
    text = text_of(logged_in(later, "jan").get(page_of(later)))
    assert "Yusuf Demir" in text
    assert "Leest vanaf" in text
    assert "via Marieke" in text
    assert logged_in(later, "loes").get(page_of(later)).status_code == 404
    with later.acting("kim"):
        own = Circle.objects.get(kind="story")
    assert logged_in(later, "jan").get(f"/kringen/{own.id}/").status_code == 404


def test_looking_who_reads_is_a_look(world):
    logged_in(world, "jan").get(page_of(world))
    with world.acting("riet"):
        assert Look.objects.get().what == Looked.READERS


def test_whom_one_lets_in_reads_from_now_unless_the_past_is_chosen(world):
    client, url = logged_in(world, "marieke"), page_of(world)
    client.post(url, {"person": str(world.hats["yusuf"].id)})
    client.post(url, {"person": str(world.hats["loes"].id), "past": "alles", "last": "2031-01-31"})
    with world.acting("riet"):
        now, all_of_it = (Membership.objects.get(person=world.people[name]) for name in ("yusuf", "loes"))
        assert now.sees_from is not None
        assert now.until is None
        assert all_of_it.sees_from is None
        assert timezone.localdate(all_of_it.until).isoformat() == "2031-02-01", "the last day itself is theirs"
    assert "Tot en met vrijdag 31 januari" in text_of(client.get(url))


def test_a_last_day_that_is_over_keeps_what_was_chosen(world):
    said = {"person": str(world.hats["yusuf"].id), "past": "alles", "last": "2020-01-31"}
    answer = logged_in(world, "marieke").post(page_of(world), said)
    assert answer.status_code == 400
    assert "Die dag is al voorbij" in text_of(answer)
    assert 'value="alles" id="id_past_1" checked' in text_of(answer) or "checked" in text_of(answer)
    with world.acting("marieke"):
        assert not Membership.objects.filter(person=world.yusuf, circle=world.riets_story.circle).exists()


def test_the_circle_opens_the_past_and_whoever_came_later_cannot(later):
    yusuf = seat(later, "yusuf")
    url, page = f"/lidmaatschappen/{yusuf.id}/verleden/", story_page(later)
    assert "Van vorige week." not in text_of(logged_in(later, "yusuf").get(page))
    logged_in(later, "yusuf").post(url, {"since": "begin"})
    assert "Van vorige week." not in text_of(logged_in(later, "yusuf").get(page))
    jan = logged_in(later, "jan")
    assert "Open wat er eerder stond" in text_of(jan.get(page_of(later)))
    assert jan.post(url, {"since": "day", "day": ""}).status_code == 400
    assert jan.post(url, {"since": "begin"}).status_code == 302
    assert "Van vorige week." in text_of(logged_in(later, "yusuf").get(page))
    with later.acting("riet"):
        assert Opening.objects.get().by == later.jan
    text = text_of(jan.get(page_of(later)))
    assert "Open wat er eerder stond" not in text
    assert "Jan opende wat er eerder stond" in text
    assert logged_in(later, "loes").post(url, {"since": "begin"}).status_code == 404


def test_the_past_opens_from_a_day(later):
    url = f"/lidmaatschappen/{seat(later, 'yusuf').id}/verleden/"
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    logged_in(later, "riet").post(url, {"since": "day", "day": day})
    assert "Van vorige week." not in text_of(logged_in(later, "yusuf").get(story_page(later)))
    with later.acting("riet"):
        assert timezone.localdate(Opening.objects.get().since).isoformat() == day


def test_the_resident_chooses_a_last_day_and_another_member_does_not(world):
    url = f"/lidmaatschappen/{seat(world, 'jan').id}/einddatum/"
    assert "Kies een einddatum" not in text_of(logged_in(world, "fatima").get(page_of(world)))
    logged_in(world, "fatima").post(url, {"last": "2031-01-31"})
    assert seat(world, "jan").until is None
    riet = logged_in(world, "riet")
    assert "Kies een einddatum" in text_of(riet.get(page_of(world)))
    assert riet.post(url, {"last": "2020-01-31"}).status_code == 400
    assert riet.post(url, {"last": "gisteren"}).status_code == 400
    assert riet.post(url, {"last": "2031-01-31"}).status_code == 302
    assert seat(world, "jan").until


def test_before_one_leaves_it_is_said_what_stays_and_what_was_promised(world):
    now, circle = timezone.now(), world.riets_story.circle
    with world.acting("jan"):
        note(line="Ik liep mee.", circle=circle, by=world.jan, at=now)
        promise(circle=circle, what="Zondag soep brengen", by=world.jan, at=now, story=world.riets_story)
    url = f"/lidmaatschappen/{seat(world, 'jan').id}/einde/"
    client = logged_in(world, "jan")
    text = text_of(client.get(url))
    assert "Je schreef hier één regel." in text
    assert "Zondag soep brengen" in text
    assert logged_in(world, "fatima").get(url).status_code == 302, "only one's own"
    assert client.post(url).status_code == 302
    assert client.get(page_of(world)).status_code == 404
    text = text_of(logged_in(world, "riet").get(page_of(world)))
    assert "Wie hier eerder las" in text
    assert "Jan Groen" in text


def test_a_smaller_circle_is_begun_by_choosing_faces(world):
    url, jan = story_page(world) + "kringen/", logged_in(world, "jan")
    text = text_of(jan.get(url))
    assert "Altijd erbij" in text
    assert jan.post(url, {"name": " ", "readers": [str(world.fatima.id)]}).status_code == 400
    assert jan.post(url, {"name": "Met zijn drieën", "readers": [str(world.kim.id)]}).status_code == 400
    made = jan.post(url, {"name": "Met zijn drieën", "readers": [str(world.fatima.id)]})
    with world.acting("riet"):
        smaller = Circle.objects.get(name="Met zijn drieën")
        members = Membership.objects.filter(circle=smaller).select_related("person", "hat")
        assert {one.person.first_name for one in members} == {"Riet", "Jan", "Fatima"}
        assert next(one.hat for one in members if one.person == world.fatima) == world.hats["fatima"]
    assert made.headers["Location"] == f"/kringen/{smaller.id}/"
    assert "Met zijn drieën" in text_of(logged_in(world, "fatima").get(page_of(world)))
    assert "Met zijn drieën" not in text_of(logged_in(world, "marieke").get(page_of(world)))
    assert logged_in(world, "marieke").get(f"/kringen/{smaller.id}/").status_code == 404
    assert logged_in(world, "kim").get(url).status_code == 404


@pytest.fixture
def two(world: World) -> Circle:
    """Riet and Jan alone."""
    with world.acting("jan"):
        return begin_smaller_circle(
            story=world.riets_story, name="Alleen wij tweeën", by=world.jan, at=timezone.now(), readers=[]
        )


FORMS: dict[str, tuple[dict[str, str], type[OwnWords | Promise | Tie | Saying]]] = {
    "woorden/": ({"words": "Alleen voor Jan."}, OwnWords),
    "afspraken/": ({"what": "De sleutel bewaren", "day": ""}, Promise),
    "mensen/": ({"name": "Nicht Els", "kind": "family", "ring": "2", "weight": "plain"}, Tie),
    "gezegd/": ({"kind": "named", "words": "Els belt elke week."}, Saying),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_story_asks_who_reads_it_and_keeps_to_that(world, two, form):
    said, model = FORMS[form]
    said = said | ({"who": str(world.jan.id)} if form == "afspraken/" else {})
    said = said | ({"about": str(world.riet.id)} if form == "gezegd/" else {})
    url, jan = story_page(world) + form, logged_in(world, "jan")
    text = text_of(jan.get(url))
    assert text.index("Alleen wij tweeën") < text.index('type="submit"', text.index("Wie mag dit lezen?"))
    assert jan.post(url, said | {"circle": str(two.id)}).status_code == 302, text_of(jan.post(url, said))
    for name, sees in (("riet", 1), ("marieke", 0)):
        with world.acting(name):
            assert model.objects.filter(circle=two).count() == sees
    refused = logged_in(world, "marieke").post(url, said | {"who": str(world.marieke.id), "circle": str(two.id)})
    assert refused.status_code == 400
    assert "Kies wie dit mag lezen." in text_of(refused)
    with world.acting("riet"):
        assert model.objects.count() == 1


def test_when_others_read_by_now_it_is_asked_once_more(world):
    url, client = story_page(world) + "woorden/", logged_in(world, "jan")
    seen = text_of(client.get(url)).split('name="seen" value="')[1].split('"')[0]
    with world.acting("marieke"):
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.marieke, at=timezone.now())
    answer = client.post(url, {"words": "Voor deze vier.", "seen": seen, "circle": str(world.riets_story.circle_id)})
    assert answer.status_code == 400
    text = text_of(answer)
    assert "Er lezen nu andere mensen mee" in text
    assert "Voor deze vier." in text
    assert "Yusuf" in text
    with world.acting("riet"):
        assert not OwnWords.objects.exists()


def test_who_is_in_a_smaller_circle_alone_opens_the_story_there(world, two):
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.jan, by=world.yusuf, at=timezone.now())
    with world.acting("jan"):
        let_in(circle=two, person=world.yusuf, by=world.jan, at=timezone.now())
    client = logged_in(world, "yusuf")
    pages = ("", "lezers/", "woorden/", "afspraken/", "mensen/", "gezegd/", "tekst/", "kringen/", "hulp/")
    for url in (story_page(world) + one for one in pages):
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert "Marieke" not in text_of(answer).replace("Marieke Bos, wijkwerker</option>", "")
    client.post(story_page(world) + "woorden/", {"words": "Gehoord van Riet."})
    for name, sees in (("jan", 1), ("marieke", 0)):
        with world.acting(name):
            assert OwnWords.objects.count() == sees


def test_a_promise_in_a_line_to_a_smaller_circle_stands_in_the_story(world, two):
    client = logged_in(world, "jan")
    said = {"line": "Ik bel morgen de huisarts", "circle": str(two.id), "seen": str(two.id), "fixed": "1"}
    client.post("/momenten/", said | {"offer-0": "yes", "back": story_page(world)})
    with world.acting("jan"):
        assert Promise.objects.get().story == world.riets_story


def test_who_cannot_log_in_yet_is_offered_a_login_by_whoever_noted_them(world):
    with owner():
        Account.objects.filter(person=world.riet).delete()
    assert "Kan nog niet inloggen." in text_of(logged_in(world, "jan").get(page_of(world)))
    assert "Geef een eigen inlog" in text_of(logged_in(world, "marieke").get(page_of(world)))
    assert "Geef een eigen inlog" not in text_of(logged_in(world, "jan").get(page_of(world)))


def test_however_many_read_along_the_page_asks_no_more(world):
    few = count(logged_in(world, "marieke"), page_of(world))
    now = timezone.now()
    for number in range(12):
        with acting_as(office("beheer")):
            person = note_person(name=f"Buur {number}", by=None, at=now)
            put_on(
                person=person, role="buur", formal=False, since=TODAY, neighbourhood=world.riet.neighbourhood, open=True
            )
        with world.acting("marieke"):
            it = let_in(circle=world.riets_story.circle, person=person, by=world.marieke, at=now, sees_from=now)
            if number % 2:
                continue
        with world.acting("riet"):
            leave(membership=it, by=world.riet, at=now)
    assert count(logged_in(world, "marieke"), page_of(world)) <= few <= 16
