"""Every page a person of the cast comes to by its links, in a browser that says what the policy stopped: nothing."""

import re

import pytest

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.sealing import write_seal
from tests.world import build

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
"""
MOST = 40
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def links(page) -> list[str]:
    found = page.eval_on_selector_all("a[href^='/']", "all => all.map(one => one.getAttribute('href').split('#')[0])")
    return [url for url in found if not url.startswith(("/static/", "/inloggen/uit"))]


def walk(page, start: list[str]) -> tuple[set[str], list[str]]:
    """Pages that were opened, one of each kind, and what was stopped on them."""
    page.add_init_script(LISTEN)
    waiting, stopped = list(start), []
    seen: set[str] = set()
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        kind = KEY.sub("KEY", url.split("?")[0])
        if kind in seen:
            continue
        seen.add(kind)
        page.goto(url)
        waiting += links(page)
        stopped += [f"{url}: {one}" for one in page.evaluate("window.violations")]
    return seen, stopped


@pytest.mark.browser
@pytest.mark.parametrize("who", [None, "marieke", "riet"])
def test_the_policy_stops_nothing_of_ours(who, page, live, log_in):
    write_seal()
    world = build()
    if who:
        with acting_as(office("door")):
            account = Account.objects.get(person=world.people[who])
        log_in(page, account)
    seen, stopped = walk(page, ["/", "/kaart/?q=taal", "/stijl/", "/bestaat-niet/", "/wie-ziet-wat/"])
    assert stopped == []
    assert len(seen) >= (12 if who else 7), seen


@pytest.mark.browser
def test_what_is_inline_is_stopped_and_seen(page, live):
    """The listener of the test above hears something when there is something to hear."""
    page.add_init_script(LISTEN)
    page.goto("/kaart/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.harm = 1'}))")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    page.wait_for_function("window.violations.length >= 2")
    assert page.evaluate("window.harm") is None
