"""Introducing two people: each reads their own side until both said yes, and nobody is proposed again after a no."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from nabij.bridge.asking import ask, end_ask
from nabij.bridge.introducing import (
    AnsweredAlready,
    NoContact,
    NotGoingOn,
    NothingWritten,
    NotIntroduced,
    NotThesePeople,
    NotYoursToIntroduce,
    TimeGone,
    Went,
    When,
    WhyNotSaid,
    answer,
    answer_by_link,
    introduced_to,
    keep_in_touch,
    propose,
    propose_for_ask,
    say_how,
    say_when,
    withdraw,
    write_message,
)
from nabij.bridge.introduction_letters import remind, write_letters
from nabij.bridge.models import (
    AskEnding,
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    Meeting,
    NotAgain,
    OfferAsked,
    Side,
)
from nabij.bridge.offering import offer
from nabij.people.models import Neighbourhood, Person
from nabij.people.verbs import note_person, put_on
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkUsed, make_link
from nabij.trust.acting import acting_as, link, office
from nabij.trust.models import Acquaintance
from tests.conftest import owner
from tests.world import World

REFUSED = "row-level security"
WHY = "Jullie komen allebei bij gezinnen rond de Lindestraat."


def now():
    return timezone.now()


def letters(introduction: Introduction, *, later: timedelta = timedelta()) -> int:
    with acting_as(office("reminders")):
        return write_letters(introduction=introduction.id, at=now() + later)


@pytest.fixture
def proposed(world: World) -> Introduction:
    """Marieke introduces Jan, whose hat is closed, and Yusuf, at a coffee morning."""
    with world.acting("marieke"):
        when = When(spot="De Kwelder", meets_at=now() + timedelta(days=2))
        made = propose(one=world.jan, other=world.yusuf, why=WHY, by=world.marieke, at=now(), when=when)
    letters(made)
    return made


def say(world: World, who: str, kind: str) -> IntroductionAnswer:
    with world.acting(who):
        return answer(side=Side.objects.of(world.people[who].id)[0], kind=kind, by=world.people[who], at=now())


def test_until_both_said_yes_each_reads_their_own_side_alone(world: World, proposed: Introduction):
    for name, counted in (
        ("marieke", (1, 2)),
        ("jan", (0, 1)),
        ("yusuf", (0, 1)),
        ("fatima", (0, 0)),
        ("riet", (0, 0)),
    ):
        with world.acting(name):
            assert (Introduction.objects.count(), Side.objects.count()) == counted, name
            assert Meeting.objects.count() == min(counted[1], 1)
    with world.acting("yusuf"):
        side = Side.objects.get()
        assert (side.whom, side.why) == ("iemand uit je buurt", WHY)
        assert Person.objects.filter(id=world.jan.id).count() == 0
    with world.acting("jan"):
        assert Side.objects.get().whom == "Yusuf Demir, wijkverpleegkundige"
        assert introduced_to(proposed.id) is None
    say(world, "jan", "yes")
    with world.acting("yusuf"):
        assert (IntroductionAnswer.objects.count(), IntroductionOutcome.objects.count()) == (0, 0)
    say(world, "yusuf", "yes")
    for name, other in (("jan", "yusuf"), ("yusuf", "jan")):
        with world.acting(name):
            assert Introduction.objects.get().proposed_by_id == world.marieke.id
            assert introduced_to(proposed.id) == world.people[other]
            assert Person.objects.filter(id=world.people[other].id).exists()
            assert Side.objects.count() == 1
    with world.acting("fatima"):
        assert introduced_to(proposed.id) is None


def test_after_a_no_nobody_learns_whose_it_was_and_it_is_never_proposed_again(world: World, proposed: Introduction):
    say(world, "jan", "yes")
    say(world, "yusuf", "no")
    assert letters(proposed) == 2  # Jan, who said yes, and Marieke; both hear that it does not go on.
    with world.acting("jan"):
        assert IntroductionOutcome.objects.get().kind == "off"
        assert IntroductionAnswer.objects.get().kind == "yes"
        assert Introduction.objects.count() == 0
        with pytest.raises(AnsweredAlready):
            answer(side=Side.objects.get(), kind="no", by=world.jan, at=now())
    with world.acting("marieke"):
        assert [one.kind for one in IntroductionAnswer.objects.order_by("at")] == ["yes", "no"]
        for one, other in ((world.jan, world.yusuf), (world.yusuf, world.jan)):
            with pytest.raises(NotThesePeople):
                propose(one=one, other=other, why=WHY, by=world.marieke, at=now())
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                Introduction.objects.create(one=one, other=other, why=WHY, proposed_by=world.marieke, at=now())
        assert propose(one=world.jan, other=world.fatima, why=WHY, by=world.marieke, at=now())
    with owner():
        Introduction.objects.filter(id=proposed.id).delete()  # A year later.
        assert NotAgain.objects.count() == 1
    with world.acting("marieke"), pytest.raises(NotThesePeople):
        propose(one=world.jan, other=world.yusuf, why=WHY, by=world.marieke, at=now())


def test_one_proposes_whom_one_knows_in_clear_sentences(world: World, proposed: Introduction):
    with world.acting("marieke"):
        by = {"why": WHY, "by": world.marieke, "at": now()}
        with pytest.raises(NotIntroduced):
            propose(one=world.jan, other=world.jan, **by)
        with pytest.raises(WhyNotSaid):
            propose(one=world.jan, other=world.fatima, **{**by, "why": " "})
        with pytest.raises(TimeGone):
            propose(one=world.jan, other=world.fatima, when=When(meets_at=now() - timedelta(hours=1)), **by)
        with pytest.raises(NotThesePeople):
            propose(one=world.yusuf, other=world.jan, **by)
        with pytest.raises(NotYoursToIntroduce):
            propose(one=world.jan, other=world.kim, **by)
    with world.acting("riet"):
        # Who wears no hat introduces themselves, and no two others.
        said = {"why": "Ik wandel ook graag.", "by": world.riet, "at": now()}
        with pytest.raises(NotYoursToIntroduce):
            propose(one=world.jan, other=world.fatima, **said)
        own = propose(one=world.riet, other=world.fatima, **said)
        assert IntroductionAnswer.objects.get(side__introduction=own).kind == "yes"
        assert Side.objects.filter(introduction=own).count() == 1
    with world.acting("fatima"):
        assert Side.objects.get(introduction=own).whom == "Riet Kuiper"
    say(world, "fatima", "no")
    with world.acting("riet"):
        # Who introduces themselves sees that it does not go on, and no answer of the other.
        assert IntroductionAnswer.objects.filter(side__introduction=own).count() == 1
        assert IntroductionOutcome.objects.get(introduction=own).kind == "off"


def test_what_is_said_on_the_telephone_is_noted_by_who_proposed_it(world: World, proposed: Introduction):
    with world.acting("marieke"):
        jans = Side.objects.get(person=world.jan)
        noted = answer(side=jans, kind="yes", by=world.marieke, at=now(), via="phone")
        assert (noted.by_id, noted.via) == (world.marieke.id, "phone")
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            answer(side=Side.objects.get(person=world.yusuf), kind="yes", by=world.marieke, at=now(), via="here")
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        IntroductionAnswer.objects.create(side=jans, kind="no", via="here", by=world.yusuf, at=now())
    with world.acting("jan"):
        assert Side.objects.get().newest.via == "phone"


def test_a_link_answers_once_and_later_asks_again(world: World, proposed: Introduction):
    with acting_as(office("post")):
        first, second = (
            make_link(letter=one, expires=now() + timedelta(days=2))
            for one in Letter.objects.filter(about_id=proposed.id).order_by("reader_id")
        )
    tokens = {}
    with acting_as(office("door")):
        for token in (first, second):
            found = Link.objects.of_token(token).get()
            tokens[found.reader_id] = found
    jans, yusufs = tokens[world.jan.id], tokens[world.yusuf.id]
    with acting_as(link(reader=world.jan.id, reach=proposed.id)):
        assert Side.objects.get().person_id == world.jan.id
        answer_by_link(link=jans, kind="later", at=now())
        with pytest.raises(LinkUsed):
            answer_by_link(link=jans, kind="yes", at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            side = Side(id=Side.objects.get().id, introduction_id=proposed.id, person_id=world.jan.id)
            IntroductionAnswer.objects.create(side=side, kind="yes", via="mail", by=world.yusuf, at=now())
    assert letters(proposed) == 0
    assert letters(proposed, later=timedelta(days=29)) == 2  # Jan's later is over; Yusuf said nothing.
    with acting_as(link(reader=world.yusuf.id, reach=proposed.id)):
        answer_by_link(link=yusufs, kind="yes", at=now())
    with world.acting("jan"):
        assert answer(side=Side.objects.get(), kind="yes", by=world.jan, at=now()).kind == "yes"
    with acting_as(link(reader=world.yusuf.id, reach=proposed.id)):
        assert introduced_to(proposed.id) == world.jan
        with pytest.raises(AnsweredAlready):
            say_how_twice(proposed, by=world.yusuf)


def say_how_twice(introduction: Introduction, *, by: Person) -> None:
    for _time in (1, 2):
        say_how(introduction=introduction.id, went=Went(met=True, face=4), by=by, at=now(), via="mail")


def test_what_is_taken_back_asks_nothing_any_more(world: World, proposed: Introduction):
    say(world, "jan", "yes")
    with world.acting("jan"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        withdraw(introduction=proposed, by=world.jan, at=now())
    with world.acting("marieke"):
        withdraw(introduction=proposed, by=world.marieke, at=now())
        with pytest.raises(AnsweredAlready):
            withdraw(introduction=proposed, by=world.marieke, at=now())
    with world.acting("yusuf"), pytest.raises(NotGoingOn):
        answer(side=Side.objects.get(), kind="yes", by=world.yusuf, at=now())
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        side = Side.objects.get()
        IntroductionAnswer.objects.create(side=side, kind="yes", via="here", by=world.yusuf, at=now())
    with world.acting("marieke"):  # It was no no: these two may be introduced at another time.
        assert propose(one=world.jan, other=world.yusuf, why=WHY, by=world.marieke, at=now())


def test_two_write_each_other_until_one_stops_and_each_says_how_it_went(world: World, proposed: Introduction):
    with world.acting("jan"), pytest.raises(NoContact):
        write_message(introduction=proposed.id, words="Dag!", by=world.jan, at=now())
    say(world, "jan", "yes")
    say(world, "yusuf", "yes")
    assert letters(proposed) == 5  # To each that it goes on and how it went, and to Marieke.
    with world.acting("jan"):
        with pytest.raises(NothingWritten):
            write_message(introduction=proposed.id, words=" ", by=world.jan, at=now())
        assert write_message(introduction=proposed.id, words="Tot dinsdag!", by=world.jan, at=now())
        say_when(introduction=proposed, when=When("walk", meets_at=now() + timedelta(days=5)), by=world.jan, at=now())
        say_how(
            introduction=proposed.id, went=Went(met=True, contact=True, face=5, line="Fijn."), by=world.jan, at=now()
        )
    assert letters(proposed) == 1  # Jan said how it went already; Yusuf is asked after the new time.
    with world.acting("yusuf"):
        assert Letter.objects.get(kind="message").words == "Tot dinsdag!"
        assert HowItWent.objects.count() == 0
        keep_in_touch(introduction=proposed, go_on=False, by=world.yusuf, at=now())
        assert Acquaintance.objects.filter(person=world.yusuf).count() == 0
    with world.acting("jan"):
        with pytest.raises(NoContact):
            write_message(introduction=proposed.id, words="Nog iets.", by=world.jan, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            said = {"kind": "message", "about_kind": "introduction", "about_id": proposed.id, "due": now()}
            Letter.objects.create(reader=world.yusuf, writer=world.jan, written_at=now(), **said)
    for name, read in (("marieke", 1), ("fatima", 0)):
        with world.acting(name):
            assert HowItWent.objects.count() == read
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        say_how(introduction=proposed.id, went=Went(met=True), by=world.fatima, at=now())


def test_who_never_answers_is_asked_twice_and_then_it_does_not_go_on(world: World, proposed: Introduction):
    for days, made in ((1, 0), (15, 2), (20, 0), (30, 0)):
        with acting_as(office("reminders")):
            assert remind(at=now() + timedelta(days=days)) == made, days
    with world.acting("jan"):
        assert IntroductionOutcome.objects.get().kind == "off"


@pytest.fixture
def met_an_offer(world: World) -> Introduction:
    """Riet asks; Bram coordinates, may know it, and introduces her to Wim, who offers."""
    keys: dict[str, Any] = {}
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        for key, name in (("wim", "Wim Vries"), ("bram", "Bram Kok")):
            world.people[key] = note_person(name=name, by=None, at=now(), neighbourhood=here)
        said = {"role": "coördinator", "formal": True, "since": localdate(now()), "open": True}
        world.hats["bram"] = put_on(person=world.bram, neighbourhood=here, **said)
    with world.acting("wim"):
        keys["offer"] = offer(line="Ik kom met de boormachine", neighbourhood=here, by=world.wim, at=now())
    with world.acting("riet"):
        said = {"neighbourhood": here, "by": world.riet, "at": now(), "to_coordinator": True}
        keys["ask"] = ask(line="Wie hangt mijn lamp op?", **said)
    with world.acting("bram"):
        return propose_for_ask(**keys, by=world.bram, at=now(), hat=world.hats["bram"])


def test_who_offers_answers_first_and_who_asks_is_hidden_until_their_own_yes(world: World, met_an_offer: Introduction):
    assert letters(met_an_offer) == 1
    with world.acting("riet"):
        assert Side.objects.count() == 0  # Nobody is told of somebody who may not want to.
    with world.acting("wim"):
        side = Side.objects.get()
        assert (side.whom, side.why) == ("iemand uit je buurt", "Wie hangt mijn lamp op?")
        assert OfferAsked.objects.get().by_id == world.bram.id
    say(world, "wim", "yes")
    assert letters(met_an_offer) == 1
    with world.acting("wim"):
        assert (Introduction.objects.count(), Person.objects.filter(id=world.riet.id).count()) == (0, 0)
    with world.acting("riet"):
        side = Side.objects.get()
        assert (side.whom, side.why) == ("Wim Vries, helpt in de buurt", "Ik kom met de boormachine")
    say(world, "riet", "yes")
    for name, other in (("wim", "riet"), ("riet", "wim")):
        with world.acting(name):
            assert introduced_to(met_an_offer.id) == world.people[other]
            say_how(introduction=met_an_offer.id, went=Went(met=True), by=world.people[name], at=now())
            if name == "wim":
                assert AskEnding.objects.count() == 0
    with world.acting("riet"):
        assert AskEnding.objects.get().kind == "met"


def test_an_ask_goes_on_when_they_did_not_meet_and_asks_nobody_when_over(world: World, met_an_offer: Introduction):
    with world.acting("riet"):
        asked = met_an_offer.ask
        with pytest.raises(NotThesePeople):
            propose_for_ask(ask=asked, offer=met_an_offer.offer, by=world.riet, at=now())
        own = propose_for_ask(ask=asked, other=world.fatima, by=world.riet, at=now())
    with world.acting("fatima"):
        assert Side.objects.get().whom == "iemand uit je buurt"  # Also when who asks proposes it themselves.
        answer(side=Side.objects.get(), kind="yes", by=world.fatima, at=now())
        assert introduced_to(own.id) == world.riet
        say_how(introduction=own.id, went=Went(met=False), by=world.fatima, at=now())
    with world.acting("riet"):
        say_how(introduction=own.id, went=Went(met=True), by=world.riet, at=now())
        assert AskEnding.objects.count() == 0
        end_ask(ask=asked, kind="withdrawn", by=world.riet, at=now())
    with world.acting("wim"), pytest.raises(NotGoingOn):
        answer(side=Side.objects.get(), kind="yes", by=world.wim, at=now())
    with world.acting("fatima"), pytest.raises(NotYoursToIntroduce):
        propose_for_ask(ask=asked, other=world.marieke, by=world.fatima, at=now())
