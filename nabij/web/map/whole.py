"""One listing whole, as sentences and pieces for the screen. Asks the database nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from nabij.bridge.reasons import listed
from nabij.directory.hours import WEEK, Hours
from nabij.directory.initiatives import OWN
from nabij.directory.models import Address, Confirmation, CostOption, Location, Phone, Service
from nabij.directory.reading import Listing
from nabij.web.days import WEEKDAYS, days_from, local_day, opening, say_clock, say_date, say_day, say_end
from nabij.web.map.lines import Fresh, ago, named, sentence, tel
from nabij.web.map.lines import fresh as line_fresh

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Weekday:
    """A day of the week with its opening hours; none means closed."""

    name: str
    times: tuple[str, ...]
    today: bool


@dataclass(frozen=True)
class Opening:
    """When something is open: a week, and what else the listing says about it."""

    days: tuple[Weekday, ...]
    also: tuple[str, ...]


def hours_of(hours: Sequence[Hours], *, now: datetime) -> Opening:
    """The ordinary week as a table; everything else, such as the first Saturday, in the words of the listing."""
    today = local_day(now)
    there = [one for one in hours if not one.until or one.until >= today]
    weekly = [one for one in there if _every_week(one, today)]
    days = [
        Weekday(
            name=str(WEEKDAYS[nth]),
            times=tuple(dict.fromkeys(_between(one) for one in _in_order(weekly) if code in one.byday.split(","))),
            today=nth == today.weekday(),
        )
        for nth, code in enumerate(WEEK)
    ]
    also = tuple(dict.fromkeys(filter(None, (_in_words(one, today) for one in there))))
    return Opening(days=tuple(days) if weekly else (), also=also)


def _every_week(one: Hours, today: date) -> bool:
    told = one.opens and one.closes and not one.closed
    plain = one.byday and not re.search(r"\d", one.byday) and not one.bymonthday and one.interval < 2
    return bool(told and plain and (not one.starts or one.starts <= today))


def _in_order(hours: Iterable[Hours]) -> list[Hours]:
    return sorted(hours, key=lambda one: (one.opens or time.min, one.closes or time.min))


def _between(one: Hours) -> str:
    opens, closes = one.opens or time.min, one.closes or time.min
    if opens == time.min and closes in (time.min, LAST_MINUTE):
        return _("dag en nacht")
    return _("%(opens)s tot %(closes)s") % {"opens": say_clock(opens).split(" ")[0], "closes": say_end(closes)}


def _in_words(one: Hours, today: date) -> str:
    """What the listing itself says, and from when or until when that holds."""
    said = [sentence(one.words)]
    if one.closed:
        said = [sentence(one.words) or _("Soms dicht.")]
    if one.starts and one.starts > today:
        said.append(_("Vanaf %(day)s.") % {"day": say_date(one.starts, year=True)})
    if one.until:
        said.append(_("Tot en met %(day)s.") % {"day": say_date(one.until, year=True)})
    return " ".join(filter(None, said))


@dataclass(frozen=True)
class Where:
    """A place of a listing: what it is called, its address, how to get there and how to get in."""

    name: str
    lines: tuple[str, ...]
    sentences: tuple[str, ...]


def place(there: Location, *, whole: Listing) -> Where:
    access = [text for one in whole.access_of(there) for text in (one.description, one.details)]
    return Where(
        name=there.name,
        lines=tuple(line for address in whole.addresses_of(there) for line in _address(address)),
        sentences=tuple(filter(None, map(sentence, (there.description, there.transportation, *access)))),
    )


def _address(address: Address) -> list[str]:
    town = " ".join(filter(None, (address.postal_code, address.city)))
    return [line for line in (address.address_1, address.address_2, town) if line]


@dataclass(frozen=True)
class Way:
    """A way to reach them ("bereiken"): what stands there, where it leads, and a word beside it."""

    icon: str
    words: str
    url: str
    note: str = ""


def ways(whole: Listing) -> list[Way]:
    """Telephone, mail and web, each once; only addresses that a browser may follow are links."""
    service, organization = whole.hit.service, whole.hit.service.organization
    found = [_phone(one) for one in whole.phones]
    mails = [service.email, *(one.email for one in whole.contacts)]
    if not any(mails) and organization:
        mails = [organization.email]
    found += [Way("mail", mail, f"mailto:{mail}" if "@" in mail else "") for mail in dict.fromkeys(filter(None, mails))]
    site = service.url or (organization.website if organization else "")
    if site:
        safe = re.match(r"https?://", site, re.IGNORECASE)
        found.append(Way("globe", re.sub(r"^https?://", "", site).rstrip("/"), site if safe else ""))
    return found


def _phone(phone: Phone) -> Way:
    note = f"{_('toestel')} {phone.extension}" if phone.extension else ""
    number = tel(phone.number)
    said = ", ".join(filter(None, (phone.description, note)))
    return Way("phone", phone.number, f"tel:{number}" if number else "", said)


def contacts(whole: Listing) -> str:
    """Whom to ask for, as the listing names them."""
    names = dict.fromkeys(named(one.name, title=one.title) for one in whole.contacts)
    return listed([name for name in names if name])


def costs(whole: Listing) -> list[str]:
    told = [whole.hit.service.fees_description, *(_cost(one) for one in whole.costs)]
    return list(dict.fromkeys(filter(None, map(sentence, told))))


def _cost(one: CostOption) -> str:
    if one.amount_description or one.amount is None:
        return one.amount_description or one.option
    amount = f"{one.amount:.2f}".replace(".", ",").removesuffix(",00")
    return " ".join(filter(None, (f"{one.option}:" if one.option else "", amount, one.currency)))


def ages(service: Service) -> str:
    low, high = service.minimum_age, service.maximum_age
    if low and high:
        return _("Van %(low)g tot en met %(high)g jaar.") % {"low": low, "high": high}
    if low:
        return _("Vanaf %(low)g jaar.") % {"low": low}
    return _("Tot en met %(high)g jaar.") % {"high": high} if high else ""


def fresh(whole: Listing, *, now: datetime) -> Fresh:
    """When it was last found right, and in which way if somebody told that."""
    told, last = line_fresh(whole.hit, now=now), whole.last
    if last and _denies(whole, last):
        words = _("%(day)s kreeg iemand hier geen gehoor. Bel of mail eerst even.")
        return Fresh(words % {"day": _day(last, now=now)}, old=True)
    if told.old or not (last and last.how and last.found == Confirmation.Found.RIGHT) or _in_the_list(whole, last):
        return told
    words = _("%(when)s bevestigd, %(how)s.")
    return Fresh(words % {"when": opening(ago(local_day(last.at), now=now)), "how": last.how.rstrip(".")}, old=False)


def _denies(whole: Listing, last: Confirmation) -> bool:
    """Whether that nobody answered is what tells most against it, and one person's word."""
    sure, known = whole.hit.sure, last.said_by != Confirmation.Voice.VISITOR
    return last.found == Confirmation.Found.UNREACHED and known and sure.denied and not sure.out_of_reach


def _day(said: Confirmation, *, now: datetime) -> str:
    return opening(say_day(said.at, now=now) if days_from(said.at, now=now) > -7 else say_date(local_day(said.at)))


def _in_the_list(whole: Listing, last: Confirmation) -> bool:
    """Whether the list this comes from found it right after somebody did here."""
    return bool(whole.hit.confirmed and whole.hit.confirmed > local_day(last.at))


def _as_told(whole: Listing) -> str:
    """Where it was last found right: by whoever does it, or in the list it comes from."""
    if whole.hit.service.came_from.startswith(OWN):
        return _("Dat zei wie dit doet zelf.")
    return _("Zo staat het in de lijst waar dit uit komt.")


def how_confirmed(whole: Listing, *, now: datetime) -> str:
    """By whom it was last found right, or what somebody found since; nobody's name."""
    last, sure = whole.last, whole.hit.sure
    if last is None:
        return _as_told(whole) if sure.confirmed else ""
    if last.found == Confirmation.Found.RIGHT and last.said_by != Confirmation.Voice.VISITOR:
        return _as_told(whole) if _in_the_list(whole, last) else ""
    day = _day(last, now=now)
    if last.found == Confirmation.Found.RIGHT:
        return "" if _says_so(whole) else _("%(day)s zei een bezoeker dat dit klopt.") % {"day": day}
    if last.found == Confirmation.Found.UNREACHED:
        return "" if _denies(whole, last) else _("%(day)s kreeg iemand hier geen gehoor.") % {"day": day}
    return _("%(day)s vond iemand dat dit niet meer klopt.") % {"day": day}


def _says_so(whole: Listing) -> bool:
    """Whether the word of a visitor is the one by which it still counts as right, which is said already."""
    sure = whole.hit.sure
    return not (sure.denied or sure.out_of_reach) and (sure.kept_by_a_visitor or sure.confirmed is None)
