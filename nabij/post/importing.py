"""Bringing in a list of people at once: all of them, or nobody when one row cannot be used."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from nabij.base.bringing import Report, Unusable, fill
from nabij.people.granting import AlreadyWorn, NameNeeded, ProofMissing, Ungranted
from nabij.people.models import Account, Group, Hat, Neighbourhood, Person
from nabij.people.own import Unsaid
from nabij.post.people_file import NO, YES, Line, read
from nabij.post.welcoming import NoMail, check_mail, invite
from nabij.trust.administering import grant_hat

LONGEST = {"name": Person._meta.get_field("name").max_length, "hat": Hat._meta.get_field("role").max_length}


@dataclass(frozen=True)
class Brought:
    """What became, or would become, of one row."""

    row: int
    name: str
    mail: str
    invited: bool
    hat: str = ""


class PeopleReport(Report[Brought]):
    """Who was brought in, or would be."""

    @property
    def invited(self) -> int:
        return sum(one.invited for one in self.brought)

    @property
    def hats(self) -> int:
        return sum(bool(one.hat) for one in self.brought)

    def counts(self) -> dict[str, int]:
        return {"rows": self.rows, "invited": self.invited, "hats": self.hats}


def import_people(*, path: Path, at: datetime, dry_run: bool = False) -> PeopleReport:
    """What was there already is left alone, so the same file twice changes nothing."""
    sheet = read(path)
    report = PeopleReport(sheet.name, dry_run)
    fill(report, sheet=sheet, bring=lambda line: bring(line, at=at))
    return report


def bring(line: Line, *, at: datetime) -> Brought:
    """One row: a log-in for whoever has none, and a hat for whoever does not wear it yet."""
    check(line)
    near, group = neighbourhood_of(line.neighbourhood), group_of(line.group)
    account = Account.objects.select_related("person").filter(email__iexact=line.mail).first()
    if account and account.person.called.casefold() != line.name.casefold():
        raise Unusable("name", _("Met dit adres logt al iemand in die anders heet."))
    new = account is None
    if account is None:
        account = invite(name=line.name, mail=line.mail, by=None, at=at, neighbourhood=near)
    hat = put_on(line, account.person, group=group, near=near, at=at) if line.hat else None
    return Brought(line.row, line.name, line.mail, new, hat.role if hat else "")


def check(line: Line) -> None:
    if not line.name:
        raise Unusable("name", str(NameNeeded()))
    try:
        check_mail(line.mail)
    except NoMail as problem:
        raise Unusable("mail", str(problem)) from problem
    for column, most in LONGEST.items():
        if len(getattr(line, column)) > (most or 0):
            raise Unusable(column, _("Dit is te lang. Er passen %(most)s letters.") % {"most": most})
    if line.formal.casefold() not in ("", *YES, *NO):
        raise Unusable("formal", _("Schrijf ja of nee, of laat het leeg."))
    if line.group and not line.hat:
        raise Unusable("hat", _("Welke pet draagt deze persoon in die groep?"))


def put_on(line: Line, person: Person, *, group: Group | None, near: Neighbourhood | None, at: datetime) -> Hat | None:
    """The hat of a row; None when it is worn already. Whether it belongs to a job the row says, or else its group."""
    formal = line.formal.casefold() in YES if line.formal else bool(group and group.formal)
    try:
        return grant_hat(
            by=None,
            at=at,
            person=person,
            role=line.hat,
            formal=formal,
            group=group,
            neighbourhood=near,
            open=near is not None,
        )
    except AlreadyWorn:
        return None
    except ProofMissing as problem:
        sentence = _("%(why)s Nodig deze persoon uit zonder pet, en geef de pet bij beheer.")
        raise Unusable("hat", sentence % {"why": problem}) from problem
    except (Ungranted, Unsaid) as problem:
        raise Unusable("hat", str(problem)) from problem


def neighbourhood_of(said: str) -> Neighbourhood | None:
    """By its code or its name."""
    if not said:
        return None
    found = list(Neighbourhood.objects.defer("outline").filter(code__iexact=said)[:1])
    found = found or list(Neighbourhood.objects.defer("outline").filter(name__iexact=said)[:2])
    if not found:
        raise Unusable("neighbourhood", _("Buurt “%(name)s” is er niet.") % {"name": said})
    if len(found) > 1:
        raise Unusable(
            "neighbourhood", _("Er zijn meer buurten die “%(name)s” heten. Schrijf de code.") % {"name": said}
        )
    return found[0]


def group_of(said: str) -> Group | None:
    found = list(Group.objects.filter(name__iexact=said)[:2]) if said else []
    if said and not found:
        raise Unusable("group", _("De groep “%(name)s” is er niet.") % {"name": said})
    if len(found) > 1:
        raise Unusable("group", _("Er zijn meer groepen die “%(name)s” heten.") % {"name": said})
    return found[0] if found else None
