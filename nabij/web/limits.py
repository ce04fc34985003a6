"""How often somebody may knock: counted for whoever is logged in, else for the address they come from.

So nobody can be locked out by somebody else, unless both are unknown and behind one address. The counts stand in the
database, because several processes serve; one statement counts, so that asking at the same moment gains nothing.
"""

import hmac
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nabij.base.keys import uuid7
from nabij.web.errors import CALENDARS, OPEN_DATA, for_machines, shown

log = structlog.get_logger("nabij.web")

COUNT = """
  insert into web_tally as was (id, key, until, count) values (%(id)s, %(key)s, %(until)s, 1)
  on conflict (key) do update set
    count = case when was.until <= %(at)s then 1 else least(was.count, 1000000) + 1 end,
    until = case when was.until <= %(at)s then excluded.until else was.until end
  returning count, until"""
FORGET = """
  delete from web_tally where id in
    (select id from web_tally where until < %(at)s order by until limit 100 for update skip locked)"""
A_FEW_FIELDS = 2000  # bytes
ASKING, WRITING = ("GET", "HEAD"), ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Limit:
    """At most `most` requests within `seconds`: of these methods, under an address, asking or bringing something."""

    name: str
    most: int
    seconds: int
    under: str = "/"
    methods: tuple[str, ...] = WRITING
    ending: str = ""
    questions: bool = False
    files: bool = False

    def concerns(self, request: HttpRequest) -> bool:
        return (
            request.method in self.methods
            and request.path.startswith(self.under)
            and request.path.endswith(self.ending)
            and (not self.questions or bool(request.META.get("QUERY_STRING")))
            and (not self.files or brings_files(request))
        )


def brings_files(request: HttpRequest) -> bool:
    """Whether this is more than a few fields in the shape in which files come; only reading it would tell for sure."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    return (request.content_type or "").startswith("multipart/") and size.isdecimal() and int(size) > A_FEW_FIELDS


# Generous for people (a line is read while somebody types), and slow for programs.
LIMITS = (
    Limit("links", most=60, seconds=600, under="/brief/", methods=ASKING + WRITING),
    Limit("letters to owners", most=60, seconds=600, under="/klopt-nog/", methods=ASKING + WRITING),
    Limit("new links", most=5, seconds=3600, under="/klopt-nog/", ending="/klopt-nog/"),
    Limit("invitations", most=60, seconds=600, under="/uitnodiging/", methods=ASKING + WRITING),
    Limit("calendars", most=120, seconds=600, under="/agenda/", methods=ASKING + WRITING),
    Limit("codes", most=60, seconds=600, under="/kom/", methods=ASKING + WRITING),
    Limit("passkeys", most=60, seconds=60, under="/inloggen/passkey/"),
    Limit("initiatives", most=60, seconds=600, under="/kaart/zelf/", methods=ASKING + WRITING),
    Limit("sending in", most=20, seconds=3600, under="/kaart/zelf/", ending="/zelf/"),
    Limit("how true the map is", most=60, seconds=60, under="/kaart/hoe-", methods=ASKING),
    Limit("search", most=90, seconds=60, under="/kaart/", methods=ASKING, questions=True),
    Limit("open data", most=300, seconds=60, under=OPEN_DATA, methods=ASKING),
    Limit("public calendars", most=300, seconds=60, under=CALENDARS, methods=ASKING),
    Limit("words of visitors", most=30, seconds=600, under="/kaart/", ending="/bevestigingen/"),
    Limit("memory", most=60, seconds=60, under="/zoeken/"),
    Limit("files", most=20, seconds=600, files=True),
    Limit("writing", most=300, seconds=60),
)

# Who has no account says one thing a day about one listing; the door counts that where it is said.
ONCE_A_DAY = Limit("word about a listing", most=1, seconds=24 * 60 * 60)
# That nobody answers sinks a listing after three times: not one address, by itself, within a season.
ONCE_A_MONTH = Limit("unreached listing", most=1, seconds=30 * 24 * 60 * 60)

# Whoever types somebody's address sends them no more mail than this.
ONE_LINK_A_DAY = Limit("new link of an address", most=1, seconds=24 * 60 * 60)


def too_often(request: HttpRequest, *, who: UUID | None, at: datetime) -> int:
    """Counts this request where it counts; the seconds to wait, or 0."""
    waits = [0]
    for limit in LIMITS:
        if limit.concerns(request):
            count, until = counted(key_of(limit, who=str(who or address_of(request))), limit=limit, at=at)
            if count > limit.most:
                log.warning("limited", limit=limit.name, known=who is not None)
                waits.append(max(1, int((until - at).total_seconds())))
    return max(waits)


def counted(key: str, *, limit: Limit, at: datetime) -> tuple[int, datetime]:
    until = at + timedelta(seconds=limit.seconds)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"id": uuid7(), "key": key, "until": until, "at": at})
        count, ends = cursor.fetchone()
        if count == 1:
            cursor.execute(FORGET, {"at": at})
    return count, ends


def uncount(key: str) -> None:
    """As if it was not done: whoever took back what they did by mistake may do it again. Acts as the office 'door'."""
    with connection.cursor() as cursor:
        cursor.execute("delete from web_tally where key = %s", [key])


def key_of(limit: Limit, *, who: str) -> str:
    """Which count it is, without saying whose."""
    return hmac.new(settings.SECRET_KEY.encode(), f"nabij.limit:{limit.name}:{who}".encode(), "sha256").hexdigest()


def address_of(request: HttpRequest) -> str:
    """Where it comes from. What a header says of that is believed only as far as our own proxies wrote it."""
    said = [request.META.get("REMOTE_ADDR", "")]
    if settings.NABIJ_PROXIES:
        passed = request.headers.get("X-Forwarded-For", "").split(",")
        said.insert(0, passed[-settings.NABIJ_PROXIES].strip() if len(passed) >= settings.NABIJ_PROXIES else "")
    return next((found for one in said if (found := neighbours(one))), "unknown")


def neighbours(address: str) -> str:
    """An address; of IPv6 the network, since whoever has one address there has 2 to the 64th."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def slow_down(request: HttpRequest, *, wait: int) -> HttpResponse:
    response = shown(request, 429) if for_machines(request) else render(request, "429.html", status=429)
    response["Retry-After"] = str(wait)
    response["Cache-Control"] = "no-store"
    return response
