"""An ask is read by the neighbourhood, who asks is not; an offer is seen with who offers, while it stands."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.bridge.asking import AskOver, NotTheirs, SaidOtherwise, ask, end_ask, let_go_of_askers, say_yes
from nabij.bridge.asks import Ask, AskEnding, Asker, AskYes
from nabij.bridge.offering import OverAlready, change, end, load_of, note_asked, offer, pause, resume
from nabij.bridge.offers import Offer, OfferAsked, OfferEnding, OfferPause
from nabij.bridge.referring import Said, Whom, refer
from nabij.bridge.safeguards import NotYoursToSee, Safeguard, note_seen
from nabij.people.models import Neighbourhood, Person
from nabij.people.verbs import note_person, put_on
from nabij.trust.acting import NOBODY, acting_as, administrator, link, office
from nabij.trust.models import Acquaintance
from nabij.trust.verbs import introduce
from tests.world import TODAY, World

REFUSED = "row-level security|permission denied"


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def now() -> Any:
    return timezone.now()


@pytest.fixture
def lamp(world: World) -> Ask:
    """Riet asks; in her circle nobody hears of it."""
    with world.acting("riet"):
        return ask(line="Wie hangt een lamp op?", neighbourhood=here(), kinds=["chores"], by=world.riet, at=now())


@pytest.fixture
def knitting(world: World) -> Offer:
    with world.acting("riet"):
        said: dict[str, Any] = {"kinds": ["company"], "week": ["mon-morning"], "room": 2}
        return offer(line="Ik leer je breien", neighbourhood=here(), by=world.riet, at=now(), **said)


def sees(world: World, name: str, table: Any) -> int:
    with world.acting(name):
        return int(table.objects.count())


def test_the_neighbourhood_reads_the_line_and_nobody_reads_who_asks(world: World, lamp: Ask) -> None:
    near = ("marieke", "fatima", "jan", "yusuf", "loes")
    assert [sees(world, name, Ask) for name in ("riet", *near, "kim")] == [1, 1, 1, 1, 1, 1, 0]
    assert [sees(world, name, Asker) for name in ("riet", *near, "kim")] == [1, 0, 0, 0, 0, 0, 0]
    for actor in (NOBODY, administrator(world.loes.id), office("reminders")):
        with acting_as(actor):
            assert not Ask.objects.exists() and not Asker.objects.exists()
    with world.acting("jan"):
        there = Ask.objects.get()
        with pytest.raises(Asker.DoesNotExist):
            assert there.about
        for wrong in ({"about": world.jan, "asked_by": world.riet}, {"about": world.kim, "asked_by": world.jan}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Asker.objects.create(ask=there, at=now(), **wrong)
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            end_ask(ask=there, kind="withdrawn", by=world.jan, at=now())


def test_how_it_ended_is_theirs_and_whom_nobody_helped_stays_to_be_seen(world: World, lamp: Ask) -> None:
    with world.acting("riet"):
        other = ask(line="Wie kookt er mee?", neighbourhood=here(), by=world.riet, at=now())
        end_ask(ask=lamp, kind="nobody", by=world.riet, at=now())
        end_ask(ask=other, kind="met", by=world.riet, at=now())
        assert end_ask(ask=other, kind="withdrawn", by=world.riet, at=now()).kind == "met", "twice is once"
        assert AskEnding.objects.count() == 2 and Ask.objects.count() == 2
    with world.acting("jan"):
        assert list(Ask.objects.all()) == [lamp] and not AskEnding.objects.exists()
        assert not Ask.objects.open_on(TODAY).exists(), "and it is known that nobody was found"


def test_for_another_nobody_sees_it_before_their_yes(world: World) -> None:
    with world.acting("marieke"):
        said = {"about": world.jan, "neighbourhood": here(), "by": world.marieke, "at": now()}
        asked = ask(line="Wie past er op een hond?", **said)
        assert ask(line="Wie past er op een hond?", **said) == asked, "twice is once"
        with pytest.raises(NotTheirs):
            say_yes(ask=asked, yes=True, by=world.marieke, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            AskYes.objects.create(ask=asked, yes=True, by=world.jan, noted_by=world.marieke, at=now())
    assert [sees(world, name, Ask) for name in ("marieke", "jan", "fatima", "riet")] == [1, 1, 0, 0]
    with world.acting("jan"):
        theirs = Ask.objects.get()
        assert say_yes(ask=theirs, yes=True, by=world.jan, at=now()) == say_yes(
            ask=theirs, yes=True, by=world.jan, at=now()
        )
        with pytest.raises(SaidOtherwise):
            say_yes(ask=theirs, yes=False, by=world.jan, at=now())
    assert [sees(world, name, Ask) for name in ("fatima", "kim")] == [1, 0]
    assert [sees(world, name, Asker) for name in ("jan", "marieke", "fatima")] == [1, 1, 0]
    with world.acting("jan"):
        end_ask(ask=theirs, kind="withdrawn", by=world.jan, at=now())
        with pytest.raises(AskOver):
            say_yes(ask=theirs, yes=True, by=world.jan, at=now())
    assert sees(world, "fatima", Ask) == 0


def test_a_link_shows_and_answers_the_one_ask_of_its_reader(world: World) -> None:
    with world.acting("marieke"):
        shared = {"neighbourhood": here(), "by": world.marieke, "at": now()}
        asked, other = (ask(line=f"Wie helpt {what}?", about=world.jan, **shared) for what in ("schuren", "zagen"))
    for reader, reach, many in ((world.jan, asked.id, 1), (world.fatima, asked.id, 0), (world.jan, world.jan.id, 0)):
        with acting_as(link(reader=reader.id, reach=reach)):
            assert (Ask.objects.count(), Asker.objects.count()) == (many, many)
    with acting_as(link(reader=world.jan.id, reach=asked.id)):
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            AskYes.objects.create(ask=other, yes=True, by=world.jan, at=now())
        AskYes.objects.create(ask=asked, yes=True, by=world.jan, at=now())
    assert sees(world, "fatima", Ask) == 1


def test_the_yes_of_who_has_no_login_is_noted_by_who_asks(world: World) -> None:
    with world.acting("marieke"):
        els = note_person(name="Els Zonder", by=world.marieke, at=now())
        asked = ask(line="Wie leest voor?", about=els, neighbourhood=here(), by=world.marieke, at=now())
        say_yes(ask=asked, yes=True, by=els, noted_by=world.marieke, at=now())
    assert (sees(world, "jan", Ask), sees(world, "jan", AskYes)) == (1, 0)


def test_a_coordinator_knows_who_asks_only_when_that_was_said(world: World, lamp: Ask) -> None:
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator vrijwilligers", "formal": True, "since": TODAY - timedelta(days=9)}
        world.hats["yusuf"] = put_on(person=world.yusuf, neighbourhood=here(), open=True, **role)
    assert (sees(world, "yusuf", Ask), sees(world, "yusuf", Asker)) == (1, 0)
    with world.acting("riet"):
        said: dict[str, Any] = {"neighbourhood": here(), "by": world.riet, "at": now(), "to_coordinator": True}
        other = ask(line="Wie loopt er mee?", **said)
    assert (sees(world, "yusuf", Asker), sees(world, "fatima", Asker)) == (1, 0)
    with world.acting("yusuf"):
        assert Ask.objects.get(id=other.id).about == world.riet


def knows_of_riet(world: World, name: str) -> bool:
    with world.acting(name):
        return Person.objects.filter(id=world.riet.id).exists()


def test_a_coordinator_knows_of_who_asks_until_the_last_ask_ends_or_its_year_is_over(world: World) -> None:
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator", "formal": True, "since": TODAY - timedelta(days=9)}
        world.hats["yusuf"] = put_on(person=world.yusuf, neighbourhood=here(), open=True, **role)
    assert not knows_of_riet(world, "yusuf")
    with world.acting("riet"):
        said: dict[str, Any] = {"neighbourhood": here(), "by": world.riet, "to_coordinator": True}
        begun = now() - timedelta(days=1)
        asks = [ask(line=f"Wie {what} er mee?", at=begun, **said) for what in ("loopt", "zingt", "kookt")]
    for one in asks[:2]:
        assert knows_of_riet(world, "yusuf"), "as long as one of them stands"
        with world.acting("riet"):
            end_ask(ask=one, kind="met", by=world.riet, at=now())
    with acting_as(office("bewaren")):
        assert let_go_of_askers(at=now()) == 0
        assert let_go_of_askers(at=now() + timedelta(days=364)) == 1, "asked a year ago, and never ended"
    assert (knows_of_riet(world, "yusuf"), knows_of_riet(world, "marieke")) == (False, True)
    with world.acting("riet"):
        again = ask(line="Wie schaakt er mee?", at=now(), **said)
        Acquaintance.objects.all().delete()
        introduce(person=world.riet, to=world.yusuf, at=begun, by=world.riet)
        refer_to(world, "yusuf")
        end_ask(ask=again, kind="withdrawn", by=world.riet, at=now())
        end_ask(ask=asks[2], kind="withdrawn", by=world.riet, at=now())
    assert knows_of_riet(world, "yusuf"), "she asked something of him as well"


def refer_to(world: World, name: str) -> None:
    whom = Whom(name="Yusuf", person=world.people[name])
    refer(about=world.riet, whom=whom, said=Said(what="Een keer langskomen"), by=world.riet, at=now())


def test_an_offer_is_seen_with_who_offers_while_it_stands(world: World, knitting: Offer) -> None:
    assert [sees(world, name, Offer) for name in ("riet", "jan", "yusuf", "kim")] == [1, 1, 1, 0]
    with world.acting("yusuf"):
        there = Offer.objects.select_related("person").get()
        assert there.person.name == "Riet Kuiper", "an offer puts on an open hat"
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            end(offer=there, by=world.yusuf, at=now())
        assert not Offer.objects.filter(id=there.id).update(line="Iets anders")
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferPause.objects.create(offer=there, at=now())
    with world.acting("riet"):
        pause(offer=knitting, by=world.riet, at=now())
        assert not Offer.objects.open_on(timezone.localdate()).exists()
    assert (sees(world, "yusuf", Offer), sees(world, "yusuf", OfferPause)) == (0, 0)
    with world.acting("riet"):
        resume(offer=knitting, by=world.riet, at=now())
        assert Offer.objects.open_on(timezone.localdate()).get() == knitting
    assert sees(world, "yusuf", Offer) == 1
    with world.acting("riet"):
        ended = end(offer=knitting, by=world.riet, at=now())
        assert end(offer=knitting, by=world.riet, at=now()) == ended, "twice is once"
    assert (sees(world, "yusuf", Offer), sees(world, "yusuf", OfferEnding), sees(world, "riet", Offer)) == (0, 0, 1)


def test_nobody_offers_for_another_nor_elsewhere_nor_in_a_group_they_are_not_of(world: World, knitting: Offer) -> None:
    row: dict[str, Any] = {"line": "Iets", "neighbourhood": knitting.neighbourhood, "since": TODAY, "at": now()}
    for who, by in ((world.riet, "jan"), (world.kim, "kim")):
        with world.acting(by), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Offer.objects.create(person=who, **row)
    with world.acting("jan"):
        assert Offer.objects.create(person=world.jan, **row)


def test_how_often_somebody_was_asked_is_counted_and_by_whom_is_theirs(world: World, knitting: Offer) -> None:
    for name in ("jan", "fatima"):
        with world.acting(name):
            note_asked(offer=knitting, by=world.people[name], at=now())
            note_asked(offer=knitting, by=world.people[name], at=now())
    assert [sees(world, name, OfferAsked) for name in ("riet", "jan", "yusuf")] == [2, 1, 0]
    with world.acting("yusuf"):
        assert load_of([knitting]) == {knitting.id: 2}
    with world.acting("kim"):
        assert load_of([knitting]) == {}
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferAsked.objects.create(offer=knitting, by=world.kim, at=now())


def test_what_was_seen_is_noted_by_who_coordinates_and_never_by_oneself(world: World, knitting: Offer) -> None:
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator", "formal": True, "since": TODAY - timedelta(days=9)}
        world.hats["yusuf"] = put_on(person=world.yusuf, neighbourhood=here(), open=True, **role)
    for name in ("riet", "marieke", "jan"):
        with world.acting(name), pytest.raises(NotYoursToSee):
            note_seen(person=world.riet, kind="vog", by=world.people[name], at=now())
        with world.acting(name), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Safeguard.objects.create(person=world.riet, kind="vog", seen_by=world.people[name], at=now())
    with world.acting("yusuf"):
        with pytest.raises(NotYoursToSee):
            note_seen(person=world.jan, kind="vog", by=world.yusuf, at=now())
        first = note_seen(person=world.riet, kind="vog", by=world.yusuf, at=now())
        assert note_seen(person=world.riet, kind="vog", by=world.yusuf, at=now()) == first
    assert [sees(world, name, Safeguard) for name in ("riet", "jan", "kim")] == [1, 1, 0]


def test_an_offer_in_the_past_is_refused_in_a_sentence(world: World, knitting: Offer) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    with world.acting("riet"), pytest.raises(OverAlready, match="Die dag is al voorbij"):
        said: dict[str, Any] = {"kinds": [], "week": [], "room": None, "until": yesterday}
        change(offer=knitting, line="Breien", by=world.riet, at=now(), **said)
