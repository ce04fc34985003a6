"""What the pages of an agreement show: its clauses with what is said of them, its groups, and what a version is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.bridge.agreement_reading import Difference, Overview, Version, state_of
from nabij.bridge.agreements import Agreement, AgreementParty, Remark
from nabij.bridge.comparing import Change, parts_of
from nabij.web.days import number, opening, say_date
from nabij.web.me import Me


@dataclass(frozen=True)
class ClauseLine:
    """One clause: what it is about, what it says, and what people say of it."""

    kind: str
    name: str
    parts: list[tuple[str, str]]
    remarks: list[Remark]


@dataclass(frozen=True)
class PartyLine:
    """A group in the agreement: whether it signed, when, and through whom as far as one may see that."""

    name: str
    url: str
    shape: str
    signed: str  # Empty as long as it did not.


@dataclass(frozen=True)
class VersionLine:
    """One version in a list."""

    words: str
    url: str
    note: str


def name_of(version: Version, kind: str) -> str:
    return opening(version.names.get(kind, kind))


def clause_lines(version: Version) -> Iterator[ClauseLine]:
    for one in version.clauses:
        remarks = version.remarks.get(one.kind, [])
        yield ClauseLine(one.kind, name_of(version, one.kind), parts_of(one), remarks)


def party_lines(version: Version) -> Iterator[PartyLine]:
    for one in version.parties:
        signature = getattr(one, "signature", None)
        said = ""
        if signature:
            pen = version.pens.get(signature.id)
            names = {"day": dated(signature.at), "name": pen.called if pen else ""}
            said = _("Getekend op %(day)s, door %(name)s.") if pen else _("Getekend op %(day)s.")
            said %= names
        group = one.group
        shape = "formal" if group.formal else "informal"
        yield PartyLine(group.name, reverse("group", args=[group.id]), shape, said)


def dated(at: datetime) -> str:
    return say_date(localdate(at), year=True)


def standing(version: Version) -> str:
    """What this version is now, in a sentence."""
    review = say_date(version.agreement.review_on, year=True)
    waiting = len(version.waits_for)
    since = dated(version.since) if version.since else ""
    if version.state == "proposed":
        said = ngettext(
            "Een voorstel. Het geldt zodra nog %(count)s groep tekent.",
            "Een voorstel. Het geldt zodra nog %(count)s groepen tekenen.",
            waiting,
        )
        return said % {"count": number(waiting)}
    return {
        "holds": _("Geldt sinds %(since)s. Op %(review)s kijken we er opnieuw naar."),
        "before": _("Gold vanaf %(since)s. Nu geldt een nieuwere versie."),
        "taken_back": _("Teruggenomen door wie het voorstelde."),
        "lapsed": _("Ging niet door. Er kwam een nieuwere versie."),
    }[version.state] % {"since": since, "review": review}


def version_line(agreement: Agreement) -> VersionLine:
    """Of one that was read by `told`."""
    named, signed = agreement.named, agreement.signed  # type: ignore[attr-defined]
    said = {
        "holds": _("geldt nu"),
        "proposed": _("%(signed)d van %(named)d groepen tekenden") % {"signed": signed, "named": named},
        "before": _("gold eerder"),
        "taken_back": _("teruggenomen"),
        "lapsed": _("ging niet door"),
    }[state_of(agreement)]
    words = _("Versie %(number)d van %(day)s") % {"number": agreement.number, "day": dated(agreement.at)}
    return VersionLine(words, reverse("agreement_version", args=[agreement.id]), f"{opening(said)}. {agreement.why}")


def shown(version: Version) -> dict[str, object]:
    """What every page of one version shows."""
    return {
        "version": version,
        "agreement": version.agreement,
        "area": version.place,
        "standing": standing(version),
        "clauses": list(clause_lines(version)),
        "parties": list(party_lines(version)),
        "proposer": version.pens.get(None),
        "general": version.remarks.get("", []),
    }


@dataclass(frozen=True)
class ChangeLine:
    """What differs for one kind of question, under what it is called."""

    name: str
    change: Change


def change_lines(found: Difference) -> list[ChangeLine]:
    return [ChangeLine(opening(found.names.get(one.kind, one.kind)), one) for one in found.changes]


def to_do(me: Me) -> Iterator[tuple[str, str, str]]:
    """For Today: a proposal that a group of mine did not sign, and an agreement that is soon looked at again."""
    for one in AgreementParty.objects.mine_to_sign().select_related("group").order_by("id"):
        words = _("Er ligt een voorstel voor de buurtafspraak")
        note = _("%(group)s tekende nog niet. Jij hebt een pet van die groep.") % {"group": one.group.name}
        yield words, reverse("agreement_version", args=[one.agreement_id]), note
    due = Agreement.objects.filter(parties__in=AgreementParty.objects.mine_to_review(today=me.today)).distinct()
    for agreement in due.values("neighbourhood_id", "neighbourhood__name", "review_on"):
        said = {"name": agreement["neighbourhood__name"], "day": say_date(agreement["review_on"], year=True)}
        words = _("De buurtafspraak van %(name)s is toe aan een nieuwe blik") % said
        note = _("Uiterlijk op %(day)s. Klopt alles nog?") % said
        yield words, reverse("agreement", args=[agreement["neighbourhood_id"]]), note


def listed(found: Overview) -> dict[str, object]:
    return {
        "area": found.here,
        "proposed": [version_line(one) for one in found.proposed],
        "before": [version_line(one) for one in found.before],
        "may": found.may_speak,
        "around": found.around,
        **(shown(found.version) if found.version else {}),
    }


def key_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
