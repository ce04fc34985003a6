"""What was decided about Riet's street, as Marieke carries it, and the rule it does not follow."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate

from nabij.people.models import Hat, Person, WayToReach
from nabij.people.verbs import give_account, note_person, put_on
from nabij.trust.acting import acting_as, link, office
from nabij.trust.verbs import introduce
from nabij.weighing.deciding import Decided, decide
from nabij.weighing.decisions import Decision
from nabij.weighing.deviating import YES, Backs, Otherwise, ask_backing, back, deviate
from nabij.weighing.deviations import Backing, Deviation
from nabij.weighing.keeping_rules import Written, write_rule
from nabij.weighing.register import Rule
from tests.conftest import owner
from tests.weighing.street import Street, now

MANDATE = "teamleider inkomen"
DUTY = Written(
    name="Inlichtingenplicht",
    words="Wie een uitkering heeft, meldt elk inkomen.",
    mandate=MANDATE,
    made_by=Rule.Maker.LAW,
    source="Participatiewet, artikel 17",
)


def day(days: int) -> date:
    return localdate(now()) + timedelta(days=days)


def otherwise(**other: Any) -> Otherwise:
    said: dict[str, Any] = {
        "instead": "Geen boete. Alleen wat overbleef telt.",
        "why": "Zij kwam er zelf mee.",
        "interest": "Van het kind, en van wie zelf iets durft te zeggen.",
        "valid_until": day(90),
        "review_on": day(60),
    }
    return Otherwise(**{**said, **other})


def coordinator(street: Street) -> Person:
    """Noor coordinates the neighbourhood."""
    return added(street, "noor", "Noor Arends", role="coördinator vrijwilligers", formal=True)


def added(street: Street, key: str, name: str, *, role: str, formal: bool, login: bool = True) -> Person:
    """Somebody Marieke knows, in a hat that was given to them."""
    world = street.world
    with world.acting("marieke"):
        one = world.people[key] = note_person(name=name, by=world.marieke, at=now())
        mail = WayToReach.Kind.MAIL
        WayToReach.objects.create(person=one, kind=mail, value=f"{key}@voorbeeld.example", noted_by=world.marieke)
    with acting_as(office("beheer")):
        here = world.hats["marieke"].neighbourhood
        since = localdate(now()) - timedelta(days=9)
        world.hats[key] = put_on(person=one, role=role, formal=formal, since=since, neighbourhood=here, open=True)
        introduce(person=world.marieke, to=one, by=world.marieke, at=now())
        introduce(person=one, to=world.marieke, by=world.marieke, at=now())
    if login:
        give(street, key)
    return one


def give(street: Street, key: str) -> None:
    with acting_as(office("beheer")):
        give_account(person=street.world.people[key], email=f"{key}@voorbeeld.example", at=now())


@dataclass
class Elsewise:
    """The street after the decision: Noor keeps the rules, and Tom has the mandate and a link instead of a login."""

    street: Street
    decision: Decision
    rule: Rule

    def __getattr__(self, name: str) -> Any:
        return getattr(self.street, name)

    def hat(self, who: str) -> Hat:
        return self.street.world.hats[who]

    def deviate(self, *ask: str, hat: Hat | None = None, **other: Any) -> Deviation:
        with self.street.world.acting("marieke"):
            return deviate(
                dilemma=self.street.dilemma.id,
                rule=self.rule,
                otherwise=otherwise(**other),
                by=self.street.marieke,
                at=now(),
                hat=(hat or self.hat("marieke")).id,
                ask=[self.street.world.people[one] for one in ask],
            )

    def back(self, it: Deviation, who: str, *, backs: Backs = YES, hat: Hat | None = None) -> Backing:
        with self.as_asked(it, who):
            worn = (hat or self.hat(who)).id
            return back(deviation=it.id, hat=worn, by=self.street.world.people[who], at=now(), backs=backs)

    def as_asked(self, it: Deviation, who: str):
        """As somebody who logs in, or by the link that came to them."""
        if who == "tom":
            return acting_as(link(reader=self.street.tom.id, reach=it.id))
        return self.street.world.acting(who)

    def ask(self, it: Deviation, who: str) -> None:
        with self.street.world.acting("marieke"):
            ask_backing(deviation=it, person=self.street.world.people[who], by=self.street.marieke, at=now())

    def ago(self, it: Deviation, days: int) -> None:
        """As if it was asked so many days ago, with all that was said of it."""
        with owner():
            back_then = timedelta(days=days)
            Deviation.objects.filter(id=it.id).update(
                at=it.at - back_then, valid_until=it.valid_until - back_then, review_on=it.review_on - back_then
            )
            for one in Backing.objects.filter(deviation=it):
                Backing.objects.filter(id=one.id).update(at=one.at - back_then)
            it.refresh_from_db()


def elsewise(street: Street) -> Elsewise:
    coordinator(street)
    added(street, "tom", "Tom Visser", role="Teamleider Inkomen", formal=True, login=False)
    for who in ("fatima", "yusuf", "gerda", "marieke"):
        street.speak(who, 5, 2, 1)
    with street.world.acting("noor"):
        here = street.world.hats["marieke"].neighbourhood
        rule = write_rule(neighbourhood=here, written=DUTY, by=street.noor, at=now())
    with street.world.acting("marieke"):
        said = Decided("Zij geeft het zelf door.", "Zij vertelde het zelf.", option=street.option(1))
        decision = decide(dilemma=street.dilemma.id, decided=said, by=street.marieke, at=now())
    return Elsewise(street, decision, rule)
