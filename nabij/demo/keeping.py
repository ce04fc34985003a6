"""What the administrator of the example neighbourhood did: said what hats need, saw proofs, looked who may what."""

import datetime as dt
import tomllib
from functools import cache
from typing import Any

from nabij.demo.cast import DATA, MAIL
from nabij.demo.ground import Ground
from nabij.people.granting import Shown
from nabij.people.models import Account
from nabij.trust.acting import acting_as, administrator, office
from nabij.trust.administering import appoint, note_review, require_proof, say_setting, see_proof

MORNING = dt.time(9, 30)


@cache
def facts() -> dict[str, Any]:
    return tomllib.loads((DATA / "administration.toml").read_text(encoding="utf-8"))


def keep(ground: Ground) -> None:
    """Everything up to the clock of the ground, each on its day; and when everybody was here last."""
    with acting_as(office("door")):
        for number, account in enumerate(Account.objects.exclude(email__in=map(MAIL.format, facts()["quiet"]))):
            last = ground.at - dt.timedelta(hours=5 + 7 * (number % 31))
            Account.objects.filter(pk=account.pk).update(last_login=last)
    by, moment, day = ground.people[facts()["administrator"]], ground.calendar.moment, ground.calendar.day
    began = moment(dt.datetime.combine(dt.date(2026, 5, 21), MORNING))
    with acting_as(office("beheer")):
        appoint(person=by, by=None, at=began)
    with acting_as(administrator(by.id)):
        for key, words in facts()["settings"].items():
            say_setting(key=key, words=words, by=by, at=began)
        for role, kind, since in facts()["rules"]:
            require_proof(role=role, kind=kind, since=day(since), by=by, at=began)
        for who, hat, kind, seen_on, *until in facts()["proofs"]:
            shown = Shown(kind, day(seen_on), day(until[0]) if until else None)
            at = moment(dt.datetime.combine(seen_on, MORNING))
            see_proof(hat=ground.hats[who, hat], shown=shown, by=by, at=at)
        for on, changed in facts()["reviews"]:
            note_review(changed=changed, by=by, at=moment(dt.datetime.fromisoformat(on)))
