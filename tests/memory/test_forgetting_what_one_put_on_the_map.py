"""Who is forgotten takes their name and number off the map; what neighbours do there keeps its listing."""

from uuid import UUID

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction
from django.utils import timezone

from nabij.directory.entering import KeptByAnother, approve, enter, hand_on, rewrite, service_of, standing
from nabij.directory.models import (
    Address,
    Contact,
    Initiative,
    InitiativeAnswer,
    Phone,
    SearchWord,
    Service,
    ServiceMeaning,
)
from nabij.directory.own_rules import HANGS
from nabij.memory.forgetting import forget
from nabij.people.models import Hat, Neighbourhood
from nabij.trust.acting import NOBODY, Actor, acting_as, link, office, person
from nabij.web.nightly import forget_in_time
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.web.listing import coordinates
from tests.world import World

SAID = {"name": "Koffie", "contact": "Riet", "role": "gastvrouw", "phone": "06 12 34 56 78", "days": "TU"}


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nabij.directory.entering.understand", lambda **_known: 0)


def test_the_name_and_number_go_and_of_another_they_stay(world: World) -> None:
    now = timezone.now()
    with owner():
        here = Neighbourhood.objects.get(code="BU04390302")
    for name in ("riet", "jan"):
        by = world.people[name]
        with world.acting(name):
            one, _none = enter(said=SAID | {"contact": by.first_name}, neighbourhood=here, by=by, at=now)
        with acting_as(office("beheer")):
            approve(initiative=Initiative.objects.get(pk=one.pk), by=None, at=now)
    with acting_as(office("rights")):
        assert (Contact.objects.all()._raw_delete("default"), Initiative.objects.all()._raw_delete("default")) == (0, 0)
    asked = granted(world)
    with world.acting("marieke"):
        counts = forget(request=asked, by=world.marieke, at=now).counts
    assert counts["sociale-kaart"] == 3
    with owner():
        assert [one.name for one in Contact.objects.all()] == ["Jan"]
        assert (Phone.objects.count(), Service.objects.count()) == (1, 2)
        assert Initiative.objects.get().by == world.jan
        assert InitiativeAnswer.objects.count() == 1


def stands(world: World, **said: str) -> Initiative:
    """By Riet, with a yes."""
    with owner():
        here = Neighbourhood.objects.get(code="BU04390302")
    with world.acting("riet"):
        one, _none = enter(said=SAID | said, neighbourhood=here, by=world.riet, at=timezone.now())
    with acting_as(office("beheer")):
        approve(initiative=Initiative.objects.get(pk=one.pk), by=None, at=timezone.now())
    return one


def words_of(*asked: str) -> set[str]:
    return set(SearchWord.objects.filter(word__in=asked).values_list("word", flat=True))


def forget_riet(world: World) -> None:
    asked = granted(world)
    with world.acting("marieke"):
        forget(request=asked, by=world.marieke, at=timezone.now())


@pytest.fixture
def coordinator(world: World) -> Actor:
    with acting_as(office("beheer")):
        coordinates(world.yusuf)
    with owner():
        hat = Hat.objects.get(person=world.yusuf, role="coördinator vrijwilligers")
    return person(world.yusuf.pk, hat=hat.pk)


def test_where_others_can_come_it_stays_without_them(
    world: World, coordinator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    words = "Riet zet koffie. Bel Riet: 06 12 34 56 78 of riet@voorbeeld.example."
    one = stands(world, description=words, place="De Kwelder", address="Kade 1")
    with owner():
        Service.objects.update(assured_date="2026-01-05")
    forget_riet(world)
    with acting_as(NOBODY):
        service = Service.objects.get(status="active")
        assert service.description == "Iemand zet koffie. Bel iemand: een telefoonnummer of een mailadres."
        assert f"{service.assured_date}" == "2026-01-05"
        assert "riet" not in ServiceMeaning.objects.get(service=service).around
        assert words_of("riet", "koffie") == {"riet", "koffie"}
    forget_in_time(timestamp=0)
    with acting_as(NOBODY):
        assert words_of("riet", "koffie") == {"koffie"}
        assert not Initiative.objects.exists()
    with owner():
        assert not (Contact.objects.exists() or Phone.objects.exists())
        left = Initiative.objects.get()
        assert (left.pk, left.is_left, "contact" in left.said, "phone" in left.said) == (one.pk, True, False, False)
    with world.acting("riet"):
        assert not Initiative.objects.exists()
    with world.acting("jan"), pytest.raises(KeptByAnother):
        hand_on(initiative=left)
    with acting_as(coordinator):
        assert [there for there, _at in standing(codes=["BU04390302"])] == [left]
        token = hand_on(initiative=left)
        with pytest.raises(KeptByAnother):
            hand_on(initiative=left)
        assert Initiative.objects.of_token(token).update(said={}) == 0
    with acting_as(link(reader=UUID(int=0), reach=one.pk)):
        kept = Initiative.objects.of_token(token).get()
        rewrite(initiative=kept, said=kept.said | {"contact": "Jan", "role": "gastheer"}, at=timezone.now())
    with acting_as(NOBODY):
        assert Contact.objects.get().name == "Jan"


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ({"place": "De Kwelder"}, True),
        ({"place": "De Kwelder", "at_home": "1"}, False),
        ({"place": "De Kwelder", "introduction": "introduction"}, False),
        ({"virtual": "1", "link": "https://chat.example.org/x"}, True),
        ({"virtual": "1"}, False),
        ({}, False),
    ],
)
def test_where_nobody_finds_the_way_without_them_it_stops(world: World, said: dict[str, str], stays: bool) -> None:
    stands(world, **said)
    forget_riet(world)
    with owner():
        assert Service.objects.get().status == ("active" if stays else "defunct")
        assert Initiative.objects.exists() is InitiativeAnswer.objects.exists() is stays


def test_what_was_gone_already_does_not_come_back_by_it(world: World) -> None:
    stands(world, place="De Kwelder")
    with owner():
        Service.objects.update(status="defunct")
    forget_riet(world)
    with owner():
        assert Service.objects.get().status == "defunct"
        assert not Initiative.objects.exists()


def test_their_own_street_goes_and_another_stays(world: World) -> None:
    with owner():
        type(world.riet).objects.filter(pk=world.riet.pk).update(street="Kwelderkade")
    for address in ("Kwelderkade 12", "Dorpsplein 1"):
        stands(world, place="De Kwelder", address=address)
    forget_riet(world)
    with owner():
        assert [one.said.get("address") for one in Initiative.objects.order_by("at")] == [None, "Dorpsplein 1"]
        assert [one.address_1 for one in Address.objects.all()] == ["Dorpsplein 1"]


def test_without_a_request_the_map_stays(world: World) -> None:
    one = stands(world, place="De Kwelder")
    with owner():
        there = service_of(one)
    meaning = {"heading": "x", "body": "x", "meaning": [0.0] * 512, "told": "x", "made_at": timezone.now()}
    with acting_as(office("rights")):
        assert Initiative.objects.update(by=None) == 0
        for table in HANGS:
            assert apps.get_model("directory", table).objects.update(extra={"mine": 1}) == 0, table
        for make in (
            lambda: ServiceMeaning.objects.create(service=there, **meaning),
            lambda: SearchWord.objects.create(word="nepwoord", bits=[]),
        ):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                make()
