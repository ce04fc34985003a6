"""`nabij welcome`: a log-in for somebody new, or for somebody noted before, whose story already stands here."""

import pytest

from nabij.people.models import Account, Hat, Person
from nabij.stories.models import Story
from nabij.stories.verbs import begin_about
from nabij.trust.acting import acting_as, office, person
from tests.cli.test_administration import EAST, refused, run
from tests.world import AT, World


def test_somebody_new_gets_a_log_in_and_a_hat(world: World) -> None:
    said = run(
        "welcome",
        "Sanne Visser",
        "sanne@voorbeeld.example",
        "--role",
        "wijkwerker",
        "--formal",
        "--neighbourhood",
        EAST,
    )
    assert said == "Sanne Visser kan inloggen met sanne@voorbeeld.example.\n"
    with acting_as(office("beheer")):
        made = Account.objects.get(email="sanne@voorbeeld.example").person
        hat = Hat.objects.get(person=made)
        assert (made.called, hat.role, hat.formal, hat.open) == ("Sanne Visser", "wijkwerker", True, True)


def test_somebody_noted_before_reads_the_story_that_stands_there(world: World) -> None:
    with world.acting("marieke"):
        story = begin_about(name="Dina Post", words="De avonden zijn zo stil.", by=world.marieke, at=AT)
    run("welcome", "Dina Post", "dina@voorbeeld.example", "--person", str(story.person_id))
    with acting_as(office("beheer")):
        dina = Account.objects.get(email="dina@voorbeeld.example").person
        assert Person.objects.filter(name="Dina Post").count() == 1
    with acting_as(person(dina.id)):
        assert Story.objects.get() == story
    with world.acting("kim"):
        assert not Story.objects.filter(id=story.id).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Riet", "riet"), "geen mailadres"),
        (("Riet", "riet@voorbeeld.example"), "hoort al bij iemand"),
        (("Els", "els@voorbeeld.example", "--neighbourhood", "BU99999999"), "Buurt BU99999999 is er niet"),
        (("Els", "els@voorbeeld.example", "--person", "geen-sleutel"), "Deze persoon is er niet"),
        ((" ", "els@voorbeeld.example"), "Eén woord is genoeg"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(world: World, words, said) -> None:
    assert said in refused("welcome", *words)
