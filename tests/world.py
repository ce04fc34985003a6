"""A small neighbourhood for tests of rules: Riet's story, its circle, and people who are not in it.

Marieke (wijkwerker) opened Riet's story; Fatima (wandelgroep) and Jan (buurman) read along. Yusuf works in the same
neighbourhood and is in no circle. Loes works at the municipality. Kim lives elsewhere and has a story of her own.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from nabij.people.models import Hat, Neighbourhood, Person
from nabij.people.verbs import give_account, note_person, put_on
from nabij.stories.models import Story
from nabij.stories.verbs import open_story
from nabij.trust.acting import acting_as, office, person

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
TODAY = date(2026, 11, 18)


def days_before_now(days: int) -> datetime:
    """The same hour on the clock at home, so many days ago; an hour of summer would be another day near midnight."""
    return timezone.make_aware(timezone.make_naive(timezone.now()) - timedelta(days=days))


@dataclass
class World:
    """The people of the small neighbourhood, their hats, and the two stories."""

    people: dict[str, Person]
    hats: dict[str, Hat]
    riets_story: Story
    kims_story: Story

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError as missing:
            raise AttributeError(name) from missing

    def acting(self, name: str):
        hat = self.hats.get(name)
        return acting_as(person(self.people[name].id, hat=hat.id if hat else None))


NAMES = {
    "riet": "Riet Kuiper",
    "marieke": "Marieke Bos",
    "fatima": "Fatima El Amrani",
    "jan": "Jan Groen",
    "yusuf": "Yusuf Demir",
    "loes": "Loes Hartman",
    "kim": "Kim Lansink",
}
NOTED = ("riet", "jan")  # Marieke knew them before they had a login.
HATS = {
    "marieke": ("wijkwerker", True),
    "fatima": ("leidt Samen Wandelen", False),
    "jan": ("buurman", False),
    "yusuf": ("wijkverpleegkundige", True),
    "loes": ("beleidsmedewerker", True),
}


def build() -> World:
    """Makes the world through the verbs, each as whoever would do it."""
    with acting_as(office("beheer")):
        town = Neighbourhood.objects.create(code="GM0439", name="Purmerend", kind="gemeente")
        east = Neighbourhood.objects.create(code="BU04390302", name="Wheermolen-Oost", kind="buurt", parent=town)
        people = {
            key: note_person(name=name, by=None, at=AT, neighbourhood=east if key != "kim" else None)
            for key, name in NAMES.items()
            if key not in NOTED
        }
    with acting_as(person(people["marieke"].id)):
        for key in NOTED:
            people[key] = note_person(name=NAMES[key], by=people["marieke"], at=AT, neighbourhood=east)
    with acting_as(office("beheer")):
        hats = {
            key: put_on(
                person=people[key],
                role=role,
                formal=formal,
                since=date(2025, 1, 1),
                neighbourhood=east,
                open=key != "jan",
            )
            for key, (role, formal) in HATS.items()
        }
        for key, one in people.items():
            give_account(person=one, email=f"{key}@voorbeeld.example", at=AT)
    with acting_as(person(people["marieke"].id, hat=hats["marieke"].id)):
        riets = open_story(
            by=people["marieke"],
            at=AT,
            person=people["riet"],
            hat=hats["marieke"],
            readers=[(people["fatima"], hats["fatima"]), (people["jan"], hats["jan"])],
        )
    with acting_as(person(people["kim"].id)):
        kims = open_story(by=people["kim"], at=AT, person=people["kim"])
    return World(people=people, hats=hats, riets_story=riets, kims_story=kims)
