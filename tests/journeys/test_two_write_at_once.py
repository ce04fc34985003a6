"""Two people write at once in Riet's story, on two screens; the connection falls away for a while.

What Fatima types is kept while she types, and stands on her other screen. Riet saves first; Fatima sees Riet's words
beside her own, keeps both, and her draft is gone.
"""

import pytest
from playwright.sync_api import Page, Route, expect

from nabij.people.models import Account
from nabij.stories.models import Draft, OwnWords
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.conftest import owner
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def world(live: str) -> World:
    return build()


def writing(page: Page, world: World, log_in: LogIn, name: str) -> Page:
    with acting_as(office("door")):
        log_in(page, Account.objects.get(person=world.people[name]))
    page.goto(f"/verhalen/{world.riets_story.id}/woorden/")
    page.wait_for_load_state("networkidle")
    return page


def drafts() -> list[str]:
    with owner():
        return [one.typed.get("words", "") for one in Draft.objects.order_by("at")]


@pytest.mark.parametrize("width", [320, 1280])
def test_two_people_write_at_once_and_nothing_is_lost(
    world: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int
) -> None:
    fatima = writing(open_page(width=width, dark=width == 320), world, log_in, "fatima")
    riet = writing(open_page(), world, log_in, "riet")
    box = fatima.get_by_label("In eigen woorden")
    box.press_sequentially("Weer naar de markt")
    expect(fatima.get_by_text("Klad bewaard. Alleen jij leest het.")).to_be_visible()
    assert drafts() == ["Weer naar de markt"]

    fatima.context.set_offline(offline=True)
    box.press_sequentially(", met de rollator")
    expect(fatima.get_by_text("Geen verbinding. Je klad staat nu alleen in dit venster.")).to_be_visible()
    axe(fatima)
    assert drafts() == ["Weer naar de markt"]
    fatima.context.set_offline(offline=False)
    expect(fatima.get_by_text("Klad bewaard. Alleen jij leest het.")).to_be_visible()
    assert drafts() == ["Weer naar de markt, met de rollator"]

    tablet = writing(open_page(width=width), world, log_in, "fatima")
    expect(tablet.get_by_label("In eigen woorden")).to_have_value("Weer naar de markt, met de rollator")
    expect(tablet.get_by_text("Dit schreef je eerder.")).to_be_visible()
    axe(tablet)

    she_saves_first(riet)
    both_stand_there(tablet, axe)
    with world.acting("riet"):
        newest = OwnWords.objects.order_by("-at").first()
        assert newest
        assert newest.words.split() == "Samen eten op zondag. Weer naar de markt, met de rollator".split()
        assert newest.matters == "de hond van Jan"
    assert drafts() == []

    # On the first screen it still stands; thrown away there, nothing comes back.
    fatima.get_by_role("button", name="Gooi het weg").click()
    expect(box).to_have_value("")
    fatima.reload(wait_until="networkidle")
    expect(box).to_have_value("")
    assert drafts() == []
    types_before_the_draft_is_there(fatima)


def types_before_the_draft_is_there(page: Page) -> None:
    """What was kept and what is typed meanwhile stand beside each other in a box of one line, as words."""
    box = page.get_by_label("Wat telt nog meer?")
    box.fill("de hond van Jan")
    expect(page.get_by_text("Klad bewaard. Alleen jij leest het.")).to_be_visible()
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route("**/klad/?place=*", hold)
    page.reload()
    box.fill("en de kerk")
    asked[0].continue_()
    expect(box).to_have_value("de hond van Jan en de kerk")


def she_saves_first(riet: Page) -> None:
    riet.get_by_label("In eigen woorden").fill("Samen eten op zondag.")
    riet.get_by_label("Wat telt nog meer?").fill("de hond van Jan")
    riet.get_by_role("button", name="Bewaar").click()
    expect(riet.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()


def both_stand_there(tablet: Page, axe: Axe) -> None:
    """Riet's words beside Fatima's; both stay."""
    tablet.get_by_role("button", name="Bewaar").click()
    expect(tablet.get_by_text("Terwijl jij schreef, schreef ook Riet hier iets.")).to_be_visible()
    sides = tablet.get_by_role("group", name="In eigen woorden")
    expect(sides).to_contain_text("Samen eten op zondag.")
    expect(sides).to_contain_text("Weer naar de markt, met de rollator")
    axe(tablet)
    sides.get_by_label("Allebei, onder elkaar").check()
    tablet.get_by_role("group", name="Wat telt nog meer?").get_by_label("Wat Riet schreef").check()
    tablet.get_by_role("button", name="Bewaar").click()
    expect(tablet.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
    tablet.wait_for_load_state("networkidle")
