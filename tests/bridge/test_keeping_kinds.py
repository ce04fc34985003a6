"""Who works in a neighbourhood keeps by which words its questions are heard; where they start is agreed, not kept."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from nabij.bridge import keeping_kinds
from nabij.bridge.keeping_kinds import keep_kind
from nabij.bridge.ladder import RungName
from nabij.bridge.models import KindOfHelp
from nabij.directory.models import Attribute, Service, TaxonomyTerm
from nabij.people.models import Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.bridge.street import AT, SINCE, Street
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/buurt/BU04390302/soorten-hulp/"


@pytest.fixture
def street() -> Street:
    """Marieke works here; Jan is a neighbour; Bep put on a hat of her own; Kim works elsewhere."""
    street = Street()
    with acting_as(office("beheer")):
        far = Neighbourhood.objects.create(code="BU04390101", name="Elders", kind="buurt", parent=street.town)
    for name in ("Marieke Bos", "Jan Groen", "Bep Oud", "Kim Ver"):
        street.person(name)
    street.hat("marieke", "wijkwerker", formal=True, group=street.team)
    street.hat("jan", "buurman")
    street.hat("kim", "wijkwerker", formal=True, neighbourhood=far)
    return street


def kept(street: Street, by: str, **said: Any) -> KindOfHelp:
    everything: dict[str, Any] = {"key": "garden", "name": "", "words": ["Volkstuin"], "categories": []} | said
    with street.acting(by):
        here = Neighbourhood.objects.select_related("parent__parent").get(code=street.here.code)
        return keep_kind(neighbourhood=here, by=street.people[by], hat=street.hats.get(by), at=AT, **everything)


def test_who_works_there_says_by_which_words_and_nobody_else(street: Street) -> None:
    story = street.story("bep")
    assert story.ask("De boules zijn kwijt.", map=False).kinds == ()
    kept(street, "marieke", words=["Boules", " boules "], name="buiten")
    kept(street, "marieke", words=["boules"], name="buiten")
    ladder = story.ask("De boules zijn kwijt.", map=False)
    assert ladder.kinds == ("buiten",)
    for name in ("jan", "bep", "kim"):
        with pytest.raises(keeping_kinds.NoWorkHere):
            kept(street, name)
        with street.acting(name):
            assert KindOfHelp.objects.update(name="nee") == 0
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                KindOfHelp.objects.create(neighbourhood=street.here, key="walk", starts_on="own")
    with street.acting("marieke"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            KindOfHelp.objects.update(starts_on="own")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            KindOfHelp.objects.all().delete()


def test_a_kind_of_its_own_has_a_name_and_plain_words_and_a_place_on_the_map(street: Street) -> None:
    kept(
        street, "marieke", key="", name="Duiven", words=["duiventil"], categories=["dieren"], starts_on="professionals"
    )
    with street.acting("marieke"):
        there = keeping_kinds.kinds_noted(street.here)
    assert (there["duiven"].starts, there["duiven"].categories) == (RungName.PROFESSIONALS, ("dieren",))
    with street.acting("jan"):
        assert there["garden"].categories == ("bewegen",)
    new: dict[str, Any] = {"key": "", "starts_on": "own"}
    for said, problem in (
        ({"name": ""}, keeping_kinds.Unnamed),
        ({"name": "!!"}, keeping_kinds.Unnamed),
        ({"name": "duiven"}, keeping_kinds.ThereAlready),
        ({"name": "tuin"}, keeping_kinds.ThereAlready),
        ({"name": "Bijen", "words": ["bij(en"]}, keeping_kinds.NoPlainWord),
        ({"name": "Bijen", "words": ["x" * 61]}, keeping_kinds.NoPlainWord),
        ({"name": "Bijen", "words": [f"bij{number}" for number in range(31)]}, keeping_kinds.TooManyWords),
        ({"name": "", "key": "duiven"}, keeping_kinds.Unnamed),
    ):
        with pytest.raises(problem):
            kept(street, "marieke", **(new | said))
    with acting_as(office("beheer")):
        KindOfHelp.objects.create(neighbourhood=street.here, key="walk", starts_on="own", words=["lo(pen"])
    assert street.story("bep").ask("Ik wil lo(pen.", map=False).question, "a sign that breaks a pattern is not heard"


def test_it_is_kept_on_a_page_that_everybody_reads(world: World) -> None:
    with acting_as(office("beheer")):
        service = Service.objects.create(name="Volkstuin", status="active")
        term = TaxonomyTerm.objects.create(code="category:bewegen", name="Bewegen en buiten")
        Attribute.objects.create(link_id=service.id, link_entity="service", link_type="category", taxonomy_term=term)
        put_on(person=world.riet, role="buurvrouw", formal=False, since=SINCE)
    marieke, riet = logged_in(world, "marieke"), logged_in(world, "riet")
    few = count(marieke, PAGE)
    assert "Deze buurt gebruikt de gewone soorten" in Client().get(PAGE).content.decode()
    assert 'name="words"' not in riet.get(PAGE).content.decode()
    for client, status in ((riet, 400), (Client(), 400), (marieke, 302)):
        sent = {"words": "volkstuin, moestuin", "categories": ["bewegen"]}
        assert client.post(PAGE + "?soort=garden", sent).status_code == status
    page = marieke.get(PAGE + "?soort=garden").content.decode()
    assert "Eigen woorden: volkstuin, moestuin." in page and "Verander Tuin" in page
    wrong = marieke.post(PAGE, {"name": "Bijen", "starts_on": "own", "words": "bij(en"})
    assert wrong.status_code == 400 and "kan niet" in wrong.content.decode() and "bij(en" in wrong.content.decode()
    assert marieke.post(PAGE, {"name": "Bijen", "starts_on": "own", "words": "imker"}).status_code == 302
    assert "Bijen" in Client().get(PAGE).content.decode()
    assert count(marieke, PAGE) == few
