"""Keeping the rules of a neighbourhood: writing one down, changing it as a new row, and ending it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.verbs import leave_trace
from nabij.weighing.register import Rule, RuleEnding


class NotYoursToKeep(ValueError):
    """The rules of a neighbourhood are kept by who coordinates there."""

    def __init__(self) -> None:
        super().__init__(_("Wie deze buurt coördineert, houdt de regels bij. Vraag het daar."))


class HalfARule(ValueError):
    """A rule says what it is, and who may back doing otherwise."""

    def __init__(self) -> None:
        super().__init__(
            _("Schrijf op hoe de regel heet, wat er staat, en wie rugdekking mag geven om ervan af te wijken.")
        )


class EndedAlready(ValueError):
    """Only how a rule is now changes or ends."""

    def __init__(self) -> None:
        super().__init__(_("Deze regel is intussen veranderd of vervallen. Kijk hoe hij nu is."))


@dataclass(frozen=True)
class Written:
    """What is written down of a rule; mandate: the role of who may back doing otherwise."""

    name: str
    words: str
    mandate: str
    made_by: str = Rule.Maker.HOUSE
    source: str = ""


def kept_places() -> list[str]:
    """Where whoever acts keeps the rules."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_kept_places()")
        return list(cursor.fetchone()[0])


@transaction.atomic
def write_rule(
    *, neighbourhood: Neighbourhood, written: Written, by: Person, at: datetime, hat: Hat | None = None
) -> Rule:
    made = Rule(neighbourhood=neighbourhood, at=at)
    return put_down(made, written=written, what="write_rule", by=by, at=at, hat=hat)


@transaction.atomic
def change_rule(*, rule: Rule, written: Written, by: Person, at: datetime, hat: Hat | None = None) -> Rule:
    """The same rule as it is from now on; what was done otherwise before goes by the rule as it was."""
    if not stands(rule.id):
        raise EndedAlready
    made = Rule(key=rule.key, number=rule.number + 1, neighbourhood_id=rule.neighbourhood_id, at=at)
    return put_down(made, written=written, what="change_rule", by=by, at=at, hat=hat)


@transaction.atomic
def end_rule(*, rule: Rule, by: Person, at: datetime, hat: Hat | None = None) -> RuleEnding:
    if rule.neighbourhood_id not in kept_places():
        raise NotYoursToKeep
    if not stands(rule.id):
        raise EndedAlready
    made = RuleEnding.objects.create(rule=rule, at=at)
    leave_trace(by=by, hat=hat, what="end_rule", thing=made, circle=None, at=at)
    return made


def put_down(made: Rule, *, written: Written, what: str, by: Person, at: datetime, hat: Hat | None) -> Rule:
    if made.neighbourhood_id not in kept_places():
        raise NotYoursToKeep
    made.name, made.words, made.mandate, made.source = (
        " ".join(said.split()) for said in (written.name, written.words, written.mandate, written.source)
    )
    made.made_by = written.made_by
    if not (made.name and made.words and made.mandate):
        raise HalfARule
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except (IntegrityError, ProgrammingError) as at_once:  # Somebody else changed it at this moment.
        raise EndedAlready from at_once
    leave_trace(by=by, hat=hat, what=what, thing=made, circle=None, at=at)
    return made


def stands(rule: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select trust.rule_stands(%s)", [rule])
        return bool(cursor.fetchone()[0])
