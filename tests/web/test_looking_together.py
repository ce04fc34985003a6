"""Asking one along: who is invited and who is not, what the other reads, and what they say."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nabij.bridge.looking_along import ask_along
from nabij.bridge.models import LookRest, Receiver, Referral
from nabij.bridge.referring import Said, to_hat
from nabij.moments.verbs import say
from nabij.stories.caring import answer_concern, share
from nabij.stories.concerns import Concern
from nabij.trust.models import Membership
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World, days_before_now

pytestmark = pytest.mark.django_db
INVITED = "Wil je er iemand bij vragen?"


def page_of(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/samen/"


@pytest.fixture
def alone(world: World) -> World:
    """Marieke has Riet's story in hand for long, and shared two worries with Yusuf."""
    with owner():
        seats = Membership.objects.filter(circle=world.riets_story.circle)
        seats.filter(person__in=[world.fatima, world.jan]).update(until=days_before_now(60))
        seats.update(since=days_before_now(90))
    for ago in (20, 4):
        worry(world, days=ago)
    return world


def worry(world: World, *, days: int, words: str = "Ze eet bijna niets meer.") -> Concern:
    said: dict[str, Any] = {"to": world.hats["yusuf"], "by": world.marieke, "story": world.riets_story}
    with world.acting("marieke"):
        return share(words=words, at=days_before_now(days), **said)


def read(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return str(answer.content.decode())


def sent(world: World, **more: Any) -> dict[str, Any]:
    """What Marieke types, to Fatima."""
    said = {"to": f"hat:{world.hats['fatima'].id}", "what": "Denk je een keer mee?", "agreed": "yes"}
    return said | {"ground": "Riet zei ja bij de koffie."} | more


def test_only_whose_hand_it_is_in_is_invited(alone: World) -> None:
    marieke, story = logged_in(alone, "marieke"), f"/verhalen/{alone.riets_story.id}/"
    assert INVITED in read(marieke, "/") and "Vraag iemand om mee te kijken" in read(marieke, story)
    page = read(marieke, page_of(alone))
    assert "Twee keer in vier weken was er een zorg" in page and "Nabij houdt 14 dagen aan" in page
    assert "Fatima El Amrani" in page and "Yusuf Demir, wijk" not in page, "from the other world"
    assert "eet bijna niets" not in page
    for name in ("riet", "yusuf", "fatima"):
        other = logged_in(alone, name)
        assert INVITED not in read(other, "/"), name
        if name == "riet":
            assert "Vraag iemand om mee te kijken" not in read(other, story)
        assert other.get(page_of(alone)).status_code == 404, name


def test_it_is_not_asked_where_another_reads_nor_when_worries_do_not_grow(alone: World) -> None:
    marieke = logged_in(alone, "marieke")
    with owner():
        Membership.objects.filter(circle=alone.riets_story.circle, person=alone.fatima).update(until=None)
    assert INVITED not in read(marieke, "/"), "Fatima reads along"
    with owner():
        Membership.objects.filter(person=alone.fatima).update(until=days_before_now(5))
    assert INVITED not in read(marieke, "/"), "she went five days ago"
    with owner():
        Membership.objects.filter(person=alone.fatima).update(until=days_before_now(60))
    assert INVITED in read(marieke, "/")
    for ago in (40, 45):
        worry(alone, days=ago)
    assert INVITED not in read(marieke, "/"), "as many as before"
    with alone.acting("marieke"):
        told: dict[str, Any] = {"circle": alone.riets_story.circle, "owner": alone.riet, "by": alone.marieke}
        say(about=alone.jan, kind="too_much", said_by=alone.riet, at=days_before_now(2), **told)
    assert INVITED in read(marieke, "/"), "and what was said in the story counts"
    for one in worries(alone):
        with alone.acting("yusuf"):
            answer_concern(concern=one, kind="answered", words="Gebeld.", by=alone.yusuf, at=timezone.now())
    assert INVITED not in read(marieke, "/"), "every worry was answered"


def worries(world: World) -> list[Concern]:
    with world.acting("yusuf"):
        return list(Concern.objects.prefetch_related("answers"))


def test_not_now_rests_for_four_weeks_and_is_read_by_nobody_else(alone: World) -> None:
    marieke = logged_in(alone, "marieke")
    assert marieke.post(page_of(alone) + "rust/").status_code == 302
    assert INVITED not in read(marieke, "/")
    assert marieke.post(page_of(alone) + "rust/").status_code == 404, "there is nothing to rest"
    for name in ("marieke", "riet", "yusuf"):
        with alone.acting(name):
            assert LookRest.objects.exists() == (name == "marieke")
    with owner():
        LookRest.objects.update(until=timezone.localdate())
    assert INVITED in read(marieke, "/")


def test_one_sentence_is_sent_and_the_other_says_yes_and_what_they_do(alone: World) -> None:
    marieke, fatima = logged_in(alone, "marieke"), logged_in(alone, "fatima")
    missing: tuple[tuple[dict[str, Any], str], ...] = (
        ({"what": ""}, "Eén zin is genoeg"),
        ({"ground": ""}, "Schrijf hoe die ja zei"),
        ({"to": "x"}, "Wie vraag je?"),
    )
    for wrong, said in missing:
        answer = marieke.post(page_of(alone), sent(alone, **wrong))
        assert answer.status_code == 400 and said in answer.content.decode(), wrong
    assert marieke.post(page_of(alone), sent(alone)).status_code == 302
    assert INVITED not in read(marieke, "/"), "somebody is asked"
    with alone.acting("fatima"):
        made = Referral.objects.get(together=True)
    url = f"/doorverwijzingen/{made.id}/"
    page = read(fatima, url)
    assert "vraagt of je meekijkt" in page and "Denk je een keer mee?" in page and "eet bijna niets" not in page
    assert fatima.get(f"/verhalen/{alone.riets_story.id}/").status_code == 404, "the story stays closed"
    assert "Denk je een keer mee?" in read(logged_in(alone, "riet"), url), "whom it is about reads it"
    for typed, said in (({}, "Kies ja, later of nee"), ({"kind": "yes"}, "Kies een dag die nog komt")):
        answer = fatima.post(url + "meekijken/", typed)
        assert answer.status_code == 400 and said in answer.content.decode()
    day = (timezone.localdate() + timedelta(days=7)).isoformat()
    assert fatima.post(url + "meekijken/", {"kind": "later", "day": day}).status_code == 302
    assert logged_in(alone, "yusuf").post(url + "meekijken/", {"kind": "no"}).status_code == 404
    assert marieke.post(url + "meekijken/", {"words": "x"}).status_code == 404, "who asked does not answer"
    assert "Wat gaan jullie doen?" in read(fatima, url)
    assert fatima.post(url + "meekijken/", {"words": ""}).status_code == 400
    assert fatima.post(url + "meekijken/", {"words": "We eten op donderdag samen."}).status_code == 302
    page = read(marieke, url)
    assert "We eten op donderdag samen." in page and "Schrijf in het verhaal wat jullie doen" in page
    assert fatima.post(url + "meekijken/", {"words": "Nog eens."}).status_code == 404


def test_a_no_needs_no_reason_and_nobody_else_is_asked(alone: World) -> None:
    with alone.acting("marieke"):
        said: dict[str, Any] = {"story": alone.riets_story, "about": alone.riet, "by": alone.marieke}
        made = ask_along(
            whom=to_hat(alone.hats["fatima"]),
            said=Said(what="Kijk je mee?", ground="Ze zei ja."),
            at=days_before_now(40),
            **said,
        )
    fatima, url = logged_in(alone, "fatima"), f"/doorverwijzingen/{made.id}/"
    assert fatima.post(url + "meekijken/", {"kind": "no"}).status_code == 302
    assert "Nee, nu niet." in read(logged_in(alone, "marieke"), url)
    assert INVITED in read(logged_in(alone, "marieke"), "/"), "another may be asked"
    with owner():
        assert Receiver.objects.filter(referral=made).count() == 1


def test_more_worries_ask_no_more_of_the_database(alone: World) -> None:
    marieke, story = logged_in(alone, "marieke"), f"/verhalen/{alone.riets_story.id}/"
    few = count(marieke, "/"), count(marieke, page_of(alone)), count(marieke, story)
    for ago in (1, 2, 3):
        worry(alone, days=ago)
    assert (count(marieke, "/"), count(marieke, page_of(alone)), count(marieke, story)) == few
    assert few[0] <= 26 and few[1] <= 32 and few[2] <= 27, few
