"""No page leads anywhere it should not, also when people write addresses that run and tags that end an attribute.

Every form gets such words in every field, every page gets them in its address; then every page is read as a browser
would read it.
"""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.rules.rich import Rich, fill
from tests.rules.test_every_address import addresses, client_of
from tests.rules.test_injected_sql import QUERY, forms_of
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.every_page]
LEADS_ON = {"href", "src", "action", "formaction", "poster", "data", "cite", "ping", "srcset", "xlink:href"} | {
    f"hx-{way}" for way in ("get", "post", "put", "patch", "delete", "push-url")
}
SCHEMES = {"http:", "https:", "mailto:", "tel:"}
MARK = "binnengesmokkeld"
# Each would be a link, a tag or an attribute of its own where it were not escaped.
HOSTILE = (
    f"javascript:alert('{MARK}')",
    f'"><a {MARK} href="javascript:x">',
    f"' {MARK}='1' onmouseover='x",
    f"//{MARK}.example/x",
    f"java\tscript:{MARK}",
    f"data:text/html,<b {MARK}>",
    f"</script></title></textarea><img {MARK} src=x>",
)


class Addresses(HTMLParser):
    """Every address on a page, wherever a browser would follow or fetch it; and what slipped in as a tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.smuggled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in LEADS_ON]
        self.smuggled += [tag for name, _value in attrs if name == MARK or name.startswith("on")]


def unsafe(address: str) -> bool:
    """Another scheme, or another site by two slashes, however it is written: browsers skip spaces and controls."""
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    scheme = re.match(r"[^/?#:]*:", plain)
    if plain.startswith(("//", "/\\", "\\")) or (scheme and scheme[0] not in SCHEMES):
        return True
    return scheme is not None and MARK in urlsplit(plain).netloc


def read(client: Client, url: str, **asked: str) -> Addresses:
    page, answer = Addresses(), client.get(url, asked)
    assert answer.status_code < 500, url
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        page.feed(answer.content.decode())
    return page


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


@pytest.mark.parametrize("kind", ["opener", "resident", "administrator"])
def test_what_people_write_becomes_no_link_and_no_tag(rich: Rich, kind: str) -> None:
    client, kept = client_of(rich, kind), 0
    for number, ((way, url), fields) in enumerate(sorted(forms_of(client, rich).items())):
        if way != "post":
            continue
        for turn, field in enumerate(sorted(fields)):
            words = HOSTILE[(number + turn) % len(HOSTILE)]
            typed = {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"} | {field: words}
            kept += client.post(url, typed).status_code == 302
    assert kept > 3, "or nothing was written, and there is nothing to see"
    seen = wrong = ""
    for reader in sorted({kind, "resident", "opener"}):
        other = client_of(rich, reader)
        for name, url in addresses(rich):
            if name == "account_logout":
                continue
            page = read(other, url)
            wrong += "".join(f"\n{url} {one}" for one in page.found if unsafe(one)) + "".join(page.smuggled)
            seen += "x" * len(page.found)
    assert wrong == ""
    assert len(seen) > 1000


@pytest.mark.parametrize("kind", ["visitor", "opener"])
def test_what_stands_in_the_address_of_a_page_becomes_no_link_and_no_tag(rich: Rich, kind: str) -> None:
    client, wrong, seen = client_of(rich, kind), [], 0
    for number, (name, url) in enumerate(addresses(rich)):
        if name == "account_logout":
            continue
        asked = {key: HOSTILE[(number + turn) % len(HOSTILE)] for turn, key in enumerate(QUERY)}
        page = read(client, url, **asked)
        wrong += [(url, one) for one in page.found if unsafe(one)] + [(url, one) for one in page.smuggled]
        seen += len(page.found)
    assert wrong == []
    assert seen > 100


@pytest.mark.parametrize(
    "address", [*HOSTILE[:1], HOSTILE[3], HOSTILE[4], HOSTILE[5], "\\\\elders.example", " JavaScript:x"]
)
def test_an_unsafe_address_would_be_seen(address: str) -> None:
    assert unsafe(address)
    assert not any(unsafe(good) for good in ("/kaart/?q=a:b", "#hoofd", "mailto:a@b.nl", "tel:0299", "?tot=3", ""))
    page = Addresses()
    page.feed(f'<p>{HOSTILE[1]}<form action="{address}">')
    assert page.smuggled == ["a"]
    assert len(page.found) == 2
