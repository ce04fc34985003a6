"""Today, help in a hurry and a story with two circles, as everybody can use them, on a phone too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Account
from nabij.stories.verbs import ask, begin_smaller_circle, promise
from nabij.trust.acting import acting_as, office
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def full(live: str) -> World:
    """Fatima promised, asked and wanted to come back to something, and reads in a smaller circle of Riet's story."""
    world, now = build(), timezone.now()
    long_ago, circle = now - timedelta(days=4), world.riets_story.circle
    with world.acting("fatima"):
        promise(circle=circle, what="belt de taxi", by=world.fatima, at=long_ago, day=timezone.localdate(long_ago))
        ask(who=world.jan, circle=circle, what="Loop je dinsdag mee?", by=world.fatima, at=now)
        begin_smaller_circle(story=world.riets_story, name="Riet en Fatima", by=world.fatima, at=now, readers=[])
        back = ComeBack(timezone.localdate(long_ago), "vragen hoe het ging")
        note(line="@Riet liep mee #lopen", circle=circle, by=world.fatima, at=now, themes=["lopen"], come_backs=[back])
    return world


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
@pytest.mark.parametrize("url", ["/", "/momenten/hulp/", "story"])
def test_everybody_can_use_it(full, open_page, log_in, axe, url, width, dark):
    page = open_page(width=width, dark=dark)
    with acting_as(office("door")):
        account = Account.objects.get(person=full.fatima)
    log_in(page, account)
    page.goto(f"/verhalen/{full.riets_story.id}/" if url == "story" else url)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"
