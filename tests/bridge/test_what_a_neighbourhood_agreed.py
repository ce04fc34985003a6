"""Kinds of help start where this neighbourhood says; everybody reads it, administration alone changes it."""

import pytest
from django.db import DatabaseError, transaction

from nabij.bridge.kinds import kinds_of
from nabij.bridge.ladder import RungName
from nabij.bridge.models import KindOfHelp
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.trust.acting import NOBODY, acting_as, office
from tests.bridge.street import Street

pytestmark = pytest.mark.django_db


@pytest.fixture
def street() -> Street:
    street = Street()
    street.person("Bep Oud")
    street.person("Wim Oud")
    return street


def test_a_neighbourhood_moves_a_kind_and_says_why(street):
    story = street.story("bep")
    story.tie("wim", "family", weight="strong")
    assert story.ask("Mijn tuin is te zwaar.", map=False).first == RungName.OWN
    with acting_as(office("beheer")):
        KindOfHelp.objects.create(
            neighbourhood=street.here, key="garden", starts_on="initiatives", why="De tuinploeg komt hier bij iedereen."
        )
    ladder = story.ask("Mijn tuin is te zwaar.")
    assert ladder.first == RungName.INITIATIVES
    assert ladder.why_first == "De tuinploeg komt hier bij iedereen."


def test_the_neighbourhood_has_the_last_word_over_the_town(street):
    with acting_as(office("beheer")):
        KindOfHelp.objects.create(neighbourhood=street.town, key="garden", starts_on="initiatives")
        KindOfHelp.objects.create(neighbourhood=street.here, key="garden", starts_on="neighbours")
    with acting_as(NOBODY):
        by_key = {kind.key: kind for kind in kinds_of([street.here.code, street.town.code], usual=DEFAULTS)}
        only_town = {kind.key: kind for kind in kinds_of([street.town.code], usual=DEFAULTS)}
    assert by_key["garden"].starts == RungName.NEIGHBOURS
    assert only_town["garden"].starts == RungName.INITIATIVES


def test_a_kind_and_words_of_its_own(street):
    with acting_as(office("beheer")):
        KindOfHelp.objects.create(
            neighbourhood=street.here, key="pigeons", name="duiven", starts_on="professionals", words=["Duiventil"]
        )
    assert story_kinds(street, "De duiventil staat scheef.") == ("duiven",)


def story_kinds(street: Street, question: str) -> tuple[str, ...]:
    return street.story("bep").ask(question, map=False).kinds


def test_everybody_reads_it_and_only_administration_writes_it(street):
    with acting_as(office("beheer")):
        kept = KindOfHelp.objects.create(neighbourhood=street.here, key="garden", starts_on="neighbours")
    with acting_as(NOBODY):
        assert KindOfHelp.objects.get() == kept
    with street.acting("bep"), pytest.raises(DatabaseError), transaction.atomic():
        KindOfHelp.objects.create(neighbourhood=street.here, key="chores", starts_on="own")
