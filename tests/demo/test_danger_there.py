"""The example neighbourhood holds a sealed note whose day has come, and a broken glass that was judged."""

import pytest

from nabij.people.models import Account, Person
from nabij.stories.glassreading import told_in, watched
from nabij.stories.sealreading import asking
from nabij.stories.seals import SealedNote, SealTold
from nabij.trust.acting import acting_as, office, person
from nabij.trust.glass import BreakGlass
from tests.demo.conftest import AT

pytestmark = pytest.mark.usefixtures("neighbourhood", "db")


def somebody(key: str) -> Person:
    with acting_as(office("door")):
        return Account.objects.select_related("person").get(email=f"{key}@voorbeeld.example").person


def test_marieke_and_sanne_are_asked_to_look_again_and_nobody_else_knows():
    for key, seen in (("marieke", ["review"]), ("sanne", ["review"]), ("yusuf", []), ("noor", [])):
        who = somebody(key)
        with acting_as(person(who.id)):
            assert [what for _one, what in asking(by=who, at=AT)] == seen
            assert SealedNote.objects.count() == len(seen)
            assert SealTold.objects.count() == 0


def test_the_glass_was_broken_judged_and_told():
    noor, gerda, kim = somebody("noor"), somebody("gerda"), somebody("kim")
    with acting_as(person(noor.id)):
        (one,) = watched(by=noor)
        assert (one.glass.by_name, one.glass.about_name, len(one.looks)) == ("Wouter Ekel", "Piet Blom", 1)
        assert (one.review.verdict, one.asks(AT)) == ("needed", False)
    with acting_as(person(gerda.id)):
        piet = Person.objects.get(name="Piet Blom")
        assert len(told_in(residents=[piet.id, gerda.id])) == 1
    with acting_as(person(kim.id)):
        assert not BreakGlass.objects.exists()
