"""What somebody gladly does is written down by another; before their yes nobody near sees it, then it is theirs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.bridge.heard import HeardOffer, OfferYes
from nabij.bridge.hearing import (
    ForOneself,
    HeardGone,
    Nameless,
    NotTheirs,
    ProofFirst,
    SaidNo,
    SaidOtherwise,
    TooYoung,
    hear,
    heard_by,
    note_their_yes,
    say_yes,
    take_back,
)
from nabij.bridge.offering import (
    NoPlace,
    OfferGone,
    OverAlready,
    change,
    end,
    load_of,
    note_asked,
    offer,
    pause,
    resume,
)
from nabij.bridge.offers import Offer, OfferEnding, OfferPause
from nabij.memory.standing_in import be_back, go_away
from nabij.people.mandates import HatRule
from nabij.people.models import Account, Hat, Neighbourhood, Person
from nabij.people.verbs import give_account, note_birth, note_person, put_on
from nabij.trust.acting import NOBODY, acting_as, administrator, link, office
from nabij.trust.verbs import introduce
from tests.conftest import owner
from tests.world import World

REFUSED = "row-level security|permission denied"
LAMPS = "Ik repareer graag lampen"


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def now() -> Any:
    return timezone.now()


@pytest.fixture
def els(world: World) -> Person:
    """Marieke wrote her down; she has no login, and nobody else knows of her."""
    with world.acting("marieke"):
        world.people["els"] = note_person(name="Els Zonder", by=world.marieke, at=now(), neighbourhood=here())
    return world.els


def heard(world: World, whose: str, *, by: str = "marieke", line: str = LAMPS, **more: Any) -> HeardOffer:
    with world.acting(by):
        whom = {"person": world.people[whose], "neighbourhood": here(), "by": world.people[by], "at": now()}
        return hear(line=line, **(whom | more))


def noted(world: World, whose: str = "els") -> HeardOffer:
    """Marieke writes it down, and notes the yes she was told."""
    there = heard(world, whose)
    with world.acting("marieke"):
        assert note_their_yes(heard=there, by=world.marieke, at=now())
    return there


def sees(world: World, name: str, table: Any) -> int:
    with world.acting(name):
        return int(table.objects.count())


def test_before_the_yes_only_two_see_it_and_after_it_it_is_an_offer_like_any_other(world: World) -> None:
    there = heard(world, "jan", week=["sat-morning"], room=2, kinds=["chores"])
    assert heard(world, "jan") == there, "twice is once"
    near = ("marieke", "jan", "riet", "fatima", "yusuf", "kim")
    assert [sees(world, name, HeardOffer) for name in near] == [1, 1, 0, 0, 0, 0]
    for actor in (NOBODY, administrator(world.loes.id), office("reminders")):
        with acting_as(actor):
            assert not HeardOffer.objects.exists()
    assert [sees(world, name, Offer) for name in near] == [0, 0, 0, 0, 0, 0]
    with world.acting("marieke"), pytest.raises(NotTheirs):
        say_yes(heard=there, yes=True, by=world.marieke, at=now())
    with world.acting("jan"):
        first = say_yes(heard=there, yes=True, by=world.jan, at=now())
        assert say_yes(heard=there, yes=True, by=world.jan, at=now()) == first
        with pytest.raises(SaidOtherwise):
            say_yes(heard=there, yes=False, by=world.jan, at=now())
    assert [sees(world, name, Offer) for name in near] == [1, 1, 1, 1, 1, 0]
    assert [sees(world, name, HeardOffer) for name in near] == [1, 1, 0, 0, 0, 0]
    with world.acting("yusuf"):
        made = Offer.objects.select_related("person").get()
        assert (made.person, made.line, made.week, made.room) == (world.jan, LAMPS, ["sat-morning"], 2)
    with world.acting("jan"):
        end(offer=made, by=world.jan, at=now())
    assert heard(world, "jan") != there, "what was stopped may be asked again"


def test_a_no_stays_between_the_two_and_is_not_asked_again(world: World) -> None:
    there = heard(world, "jan")
    with world.acting("jan"):
        say_yes(heard=there, yes=False, by=world.jan, at=now())
    assert [sees(world, name, OfferYes) for name in ("jan", "marieke", "riet", "yusuf")] == [1, 1, 0, 0]
    with pytest.raises(SaidNo, match="Jan zei hier al nee op"):
        heard(world, "jan")
    heard(world, "jan", by="riet")
    with world.acting("jan"):
        assert heard_by(by=world.jan) == [], "by another, in the same words: nobody asks him again"
    assert [sees(world, name, Offer) for name in ("jan", "marieke", "riet")] == [0, 0, 0]
    with owner():
        assert not Hat.objects.filter(person=world.jan, role="helpt in de buurt").exists()


def test_who_has_no_login_says_yes_through_who_wrote_it_down_who_minds_it_for_them(world: World, els: Person) -> None:
    there = noted(world)
    with world.acting("jan"):
        made = Offer.objects.select_related("person").get()
        assert (made.id, made.person.name) == (there.id, "Els Zonder"), "seen by name, in an open hat"
        note_asked(offer=made, by=world.jan, at=now())
        with pytest.raises(OfferGone):
            pause(offer=made, by=world.jan, at=now())
        with pytest.raises(OfferGone):
            when(made, world.jan, ["mon-morning"])
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            end(offer=made, by=world.jan, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferPause.objects.create(offer=made, at=now())
    with world.acting("marieke"):
        assert load_of([made]) == {made.id: 1}
        when(made, world.marieke, ["mon-morning"])
        assert Offer.objects.get().week == ["mon-morning"]
        pause(offer=made, by=world.marieke, at=now())
    assert [sees(world, name, Offer) for name in ("marieke", "jan")] == [1, 0]
    assert [sees(world, name, OfferPause) for name in ("marieke", "jan")] == [1, 0]
    with world.acting("marieke"):
        resume(offer=made, by=world.marieke, at=now())
        end(offer=made, by=world.marieke, at=now())
        assert OfferEnding.objects.get().by == world.marieke
    assert sees(world, "jan", OfferEnding) == 0


def when(made: Offer, by: Person, week: list[str], line: str = LAMPS) -> None:
    change(offer=made, line=line, week=week, kinds=[], room=None, until=None, by=by, at=now())


def test_the_words_somebody_said_yes_to_are_changed_by_nobody_else(world: World, els: Person) -> None:
    noted(world)
    with world.acting("marieke"):
        made = Offer.objects.get()
        when(made, world.marieke, ["tue-morning"], line="Ik repareer ook fietsen")
        assert Offer.objects.get().line == LAMPS
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Offer.objects.filter(id=made.id).update(line="Ik repareer ook fietsen")


def test_with_a_login_it_is_theirs_alone(world: World, els: Person) -> None:
    noted(world)
    with owner():
        login(world, els)
    with world.acting("marieke"):
        made = Offer.objects.get()
        with pytest.raises(OfferGone):
            pause(offer=made, by=world.marieke, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            end(offer=made, by=world.marieke, at=now())
    with world.acting("els"):
        pause(offer=made, by=els, at=now())
    assert [sees(world, name, Offer) for name in ("els", "marieke")] == [1, 0]


def login(world: World, whose: Person) -> None:
    give_account(person=whose, email="els@buurt.example", at=now())


def test_past_the_verbs_nobody_writes_a_yes_an_offer_or_a_hat_for_another(world: World, els: Person) -> None:
    jans, hers = heard(world, "jan"), heard(world, "els")
    row: dict[str, Any] = {"line": "Iets", "neighbourhood": here(), "at": now()}
    with world.acting("marieke"):
        assert not note_their_yes(heard=jans, by=world.marieke, at=now()), "who logs in says so themselves"
        for wrong in (
            lambda: OfferYes.objects.create(heard=jans, yes=True, by=world.jan, noted_by=world.marieke, at=now()),
            lambda: OfferYes.objects.create(heard=hers, yes=True, by=world.jan, noted_by=world.marieke, at=now()),
            lambda: OfferYes.objects.create(heard=hers, yes=True, by=world.els, at=now()),
            lambda: Offer.objects.create(id=hers.id, person=els, since=timezone.localdate(), **row),
            lambda: Hat.objects.create(person=els, role="x", formal=False, since=timezone.localdate()),
            lambda: HeardOffer.objects.create(person=world.jan, noted_by=world.riet, **row),
            lambda: HeardOffer.objects.create(person=world.kim, noted_by=world.marieke, **row),
        ):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                wrong()
    for name in ("marieke", "jan", "riet"):
        with world.acting(name), connection.cursor() as cursor:
            cursor.execute("select trust.offer_of_yes(%s)", [hers.id])
            assert cursor.fetchone()[0] is None and not Offer.objects.exists(), "of no yes comes no offer"
    with world.acting("riet"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        OfferYes.objects.create(heard=hers, yes=True, by=els, noted_by=world.riet, at=now())


def test_a_yes_is_noted_by_who_knows_them_from_more_than_an_open_hat(world: World, els: Person) -> None:
    noted(world)
    more = heard(world, "els", by="yusuf", line="Ik kook graag")
    with world.acting("yusuf"):
        assert not note_their_yes(heard=more, by=world.yusuf, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferYes.objects.create(heard=more, yes=True, by=els, noted_by=world.yusuf, at=now())
    with acting_as(office("beheer")):
        introduce(person=els, to=world.yusuf, at=now())
    with world.acting("yusuf"):
        assert note_their_yes(heard=more, by=world.yusuf, at=now())
    assert sees(world, "jan", Offer) == 2


def test_a_link_answers_and_stops_the_one_thing_of_its_reader(world: World) -> None:
    there, other = heard(world, "jan"), heard(world, "jan", line="Ik zaag graag")
    for reader, reach, many in ((world.jan, there.id, 1), (world.fatima, there.id, 0), (world.jan, world.jan.id, 0)):
        with acting_as(link(reader=reader.id, reach=reach)):
            assert HeardOffer.objects.count() == many
    through = link(reader=world.jan.id, reach=there.id)
    with acting_as(through):
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferYes.objects.create(heard=other, yes=True, by=world.jan, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            OfferEnding.objects.create(offer_id=there.id, by=world.marieke, at=now())
        say_yes(heard=there, yes=True, by=world.jan, at=now())
        assert Offer.objects.filter(id=there.id).exists()
    assert sees(world, "fatima", Offer) == 1
    refused = pytest.raises(DatabaseError, match=REFUSED)
    with acting_as(link(reader=world.fatima.id, reach=there.id)), refused, transaction.atomic():
        OfferEnding.objects.create(offer_id=there.id, by=world.fatima, at=now())
    with acting_as(through):
        OfferEnding.objects.create(offer_id=there.id, by=world.jan, at=now())
    assert [sees(world, name, Offer) for name in ("fatima", "jan")] == [0, 1]


def test_what_cannot_be_written_down_gets_a_sentence(world: World, els: Person) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    with world.acting("marieke"):
        nameless = note_person(known_as="de buurvrouw", by=world.marieke, at=now())
        tim = note_person(name="Tim Klein", by=world.marieke, at=now())
        note_birth(person=tim, day=timezone.localdate() - timedelta(days=15 * 365), by=world.marieke, at=now())
    world.people |= {"nameless": nameless, "tim": tim}
    wrong: tuple[tuple[str, type[Exception], dict[str, Any]], ...] = (
        ("marieke", ForOneself, {}),
        ("nameless", Nameless, {}),
        ("tim", TooYoung, {}),
        ("els", OverAlready, {"until": yesterday}),
        ("els", NoPlace, {"neighbourhood": None}),
    )
    for whose, problem, more in wrong:
        with pytest.raises(problem):
            heard(world, whose, **more)
    for whose in ("nameless", "tim"):
        with world.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            row: dict[str, Any] = {"line": "Iets", "neighbourhood": here(), "at": now()}
            HeardOffer.objects.create(person=world.people[whose], noted_by=world.marieke, **row)
    with owner():
        assert not HeardOffer.objects.exists()


def test_no_yes_comes_too_late_or_goes_past_what_a_hat_asks_here(world: World, els: Person) -> None:
    today = timezone.localdate()
    late, held = heard(world, "jan", until=today), heard(world, "jan", line="Ik zaag graag")
    with owner():
        HeardOffer.objects.filter(id=late.id).update(until=today - timedelta(days=1))
        Hat.objects.filter(person=world.jan).update(open=False)
        HatRule.objects.create(role="helpt in de buurt", kind="vog", since=today)
        late.refresh_from_db()
    for there, problem in ((late, HeardGone), (held, ProofFirst)):
        with world.acting("jan"), pytest.raises(problem), transaction.atomic():
            say_yes(heard=there, yes=True, by=world.jan, at=now())
    with pytest.raises(ProofFirst):
        heard(world, "els")
    with owner():
        assert not OfferYes.objects.exists() and not Offer.objects.exists()


def test_what_waits_is_taken_back_by_who_wrote_it_and_an_answer_is_not(world: World, els: Person) -> None:
    there, said = heard(world, "jan"), noted(world)
    with world.acting("jan"), pytest.raises(HeardGone):
        take_back(heard=there, by=world.jan, at=now())
    with world.acting("marieke"):
        with pytest.raises(HeardGone):
            take_back(heard=said, by=world.marieke, at=now())
        take_back(heard=there, by=world.marieke, at=now())
    assert sees(world, "jan", HeardOffer) == 0


def test_one_sentence_is_one_offer_whoever_wrote_it_down(world: World) -> None:
    with world.acting("jan"):
        own = offer(line=LAMPS, neighbourhood=here(), by=world.jan, at=now())
    there = heard(world, "jan", by="riet")
    with world.acting("jan"):
        say_yes(heard=there, yes=True, by=world.jan, at=now())
        assert list(Offer.objects.all()) == [own]


def test_who_stands_in_or_coordinates_after_them_minds_what_somebody_wrote_down(world: World, els: Person) -> None:
    noted(world)
    heard(world, "els", line="Ik kook graag")
    today = timezone.localdate()
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator", "formal": True, "since": today - timedelta(days=9)}
        world.hats["yusuf"] = put_on(person=world.yusuf, neighbourhood=here(), open=True, **role)
    assert [sees(world, name, HeardOffer) for name in ("marieke", "fatima", "yusuf")] == [2, 0, 0]
    with world.acting("marieke"):
        days = {"starts": today, "ends": today + timedelta(days=5)}
        absence = go_away(by=world.marieke, at=now(), stand_in=world.fatima, **days).absence
    assert [sees(world, name, HeardOffer) for name in ("fatima", "yusuf")] == [2, 0]
    with world.acting("fatima"):
        made = Offer.objects.get()
        pause(offer=made, by=world.fatima, at=now())
    assert [sees(world, name, Offer) for name in ("fatima", "yusuf")] == [1, 0], "it rests"
    with world.acting("marieke"):
        be_back(absence=absence, by=world.marieke, at=now())
    assert [sees(world, name, Offer) for name in ("fatima", "yusuf")] == [0, 0]
    with owner():
        Account.objects.filter(person=world.marieke).update(is_active=False)
    assert [sees(world, name, Offer) for name in ("fatima", "yusuf")] == [0, 1], "nobody else minds it any more"
    with world.acting("yusuf"):
        end(offer=made, by=world.yusuf, at=now())
        assert OfferEnding.objects.get().by == world.yusuf
