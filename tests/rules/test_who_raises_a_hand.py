"""Raising a hand for an ask: who asks stays hidden until both said yes, and nobody does it twice or after a no."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.bridge.asking import AskOver, ask, end_ask, say_yes
from nabij.bridge.asks import Ask
from nabij.bridge.hands import (
    NotForThisAsk,
    OwnAsk,
    RaisedAlready,
    TooYoung,
    answers_to,
    asked_of_me,
    raise_hand,
    take_hand_back,
)
from nabij.bridge.introducing import (
    NotGoingOn,
    NotThesePeople,
    answer,
    introduced_to,
    propose,
    propose_for_ask,
)
from nabij.bridge.introduction_letters import remind, write_letters
from nabij.bridge.models import (
    Asker,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    NotAgain,
    Offer,
    OfferAsked,
    Side,
)
from nabij.people.families import Birth
from nabij.people.models import Neighbourhood, Person
from nabij.people.verbs import note_person, put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.world import World

REFUSED, LINE, WORDS = "row-level security", "Wie hangt mijn lamp op?", "Ik heb een lange trap."


@pytest.fixture
def here(world: World) -> Neighbourhood:
    with acting_as(office("beheer")):
        return Neighbourhood.objects.get(code="BU04390302")


@pytest.fixture
def bram(world: World, here: Neighbourhood) -> Person:
    """He coordinates in the neighbourhood."""
    with acting_as(office("beheer")):
        world.people["bram"] = note_person(name="Bram Kok", by=None, at=timezone.now(), neighbourhood=here)
        said: dict[str, Any] = {"role": "coördinator", "formal": True, "since": timezone.localdate(), "open": True}
        world.hats["bram"] = put_on(person=world.people["bram"], neighbourhood=here, **said)
    return world.people["bram"]


def asks(world: World, who: str, here: Neighbourhood, line: str = LINE, **said: Any) -> Ask:
    with world.acting(who):
        return ask(line=line, neighbourhood=here, by=world.people[who], at=timezone.now(), **said)


def raises(world: World, who: str, asked: Ask, words: str = WORDS) -> Introduction:
    with world.acting(who):
        return raise_hand(ask_id=asked.id, words=words, by=world.people[who], at=timezone.now())


def says(world: World, who: str, introduction: Introduction, kind: str) -> None:
    with world.acting(who):
        side = Side.objects.get(introduction=introduction.id, person=world.people[who])
        answer(side=side, kind=kind, by=world.people[who], at=timezone.now())


def letters(introduction: Introduction) -> int:
    with acting_as(office("reminders")):
        return write_letters(introduction=introduction.id, at=timezone.now())


def test_who_asks_is_hidden_from_whoever_wants_to_until_both_said_yes(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    made = raises(world, "jan", asked)
    with world.acting("jan"):
        assert Introduction.objects.count() == Asker.objects.count() == 0
        assert introduced_to(made.id) is None
        side = Side.objects.get()
        assert (side.whom, side.why, side.said) == ("iemand uit je buurt", LINE, "yes")
        assert asked_of_me() == {asked.id: made.id}
        assert Offer.objects.count() == OfferAsked.objects.count() == 0, "it hangs on no offer"
    for name in ("fatima", "kim"):
        with world.acting(name):
            assert Side.objects.count() == IntroductionAnswer.objects.count() == 0
            assert asked_of_me() == {}
    with world.acting("riet"):
        (side,) = answers_to(asked)
        assert (side.whom, side.why, side.said) == ("Jan Groen", WORDS, "")
    assert letters(made) == 1
    with acting_as(office("post")):
        assert Letter.objects.get(about_id=made.id).reader_id == world.riet.id
    says(world, "riet", made, "yes")
    for name, other in (("jan", "riet"), ("riet", "jan")):
        with world.acting(name):
            assert introduced_to(made.id) == world.people[other]
            assert Introduction.objects.get().why == WORDS


def test_without_a_sentence_the_button_is_what_was_said(world: World, here: Neighbourhood):
    made = raises(world, "fatima", asks(world, "riet", here), words="  ")
    with world.acting("riet"):
        side = Side.objects.get(introduction=made.id)
        assert (side.whom, side.why) == ("Fatima El Amrani, leidt Samen Wandelen", "Dit wil ik wel doen.")


def test_a_hand_is_raised_in_ones_own_name(world: World, here: Neighbourhood):
    asked, sql = asks(world, "riet", here), "select trust.raise_hand(%s, 'Ik kom.', %s, 'iemand uit je buurt', now())"
    with world.acting("jan"), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="own name"), transaction.atomic():
            cursor.execute(sql, [asked.id, "Marieke Bos, wijkwerker"])
        cursor.execute(sql, [asked.id, "Jan Groen"])
    with world.acting("riet"):
        assert [side.whom for side in answers_to(asked)] == ["Jan Groen"]


def test_not_for_ones_own_ask_nor_twice_nor_for_what_is_over(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    with world.acting("marieke"):
        for_jan = ask(line="Wie loopt mee?", neighbourhood=here, about=world.jan, by=world.marieke, at=timezone.now())
    with pytest.raises(Ask.DoesNotExist):
        raises(world, "fatima", for_jan)  # Nobody knows of it before Jan's yes.
    with world.acting("jan"):
        say_yes(ask=for_jan, yes=True, by=world.jan, at=timezone.now())
    for who, what in (("riet", asked), ("jan", for_jan), ("marieke", for_jan)):
        with pytest.raises(OwnAsk):
            raises(world, who, what)
    raises(world, "fatima", for_jan)
    raises(world, "jan", asked)
    with pytest.raises(RaisedAlready):
        raises(world, "jan", asked, words="Nog eens.")
    with pytest.raises(Ask.DoesNotExist):
        raises(world, "kim", asked)  # She lives elsewhere.
    with world.acting("riet"):
        end_ask(ask=asked, kind="met", by=world.riet, at=timezone.now())
    with pytest.raises(AskOver):
        raises(world, "fatima", asked)
    with owner():
        assert Introduction.objects.count() == 2


def test_not_past_its_last_day_and_still_when_nobody_was_found(world: World, here: Neighbourhood):
    today = timezone.localdate()
    asked, unmet = asks(world, "riet", here, by_day=today), asks(world, "riet", here, "Wie brengt soep?")
    with world.acting("riet"):
        end_ask(ask=unmet, kind="nobody", by=world.riet, at=timezone.now())
    with world.acting("jan"), pytest.raises(AskOver):
        raise_hand(ask_id=asked.id, by=world.jan, at=timezone.now() + timedelta(days=1))
    assert raises(world, "jan", unmet) and raises(world, "jan", asked), "two asks are two hands, whoever asks them"


def test_not_after_a_no_between_the_two_and_the_refusal_says_of_nobody_why(world: World, here: Neighbourhood):
    first, second = asks(world, "riet", here), asks(world, "riet", here, "Wie brengt soep?")
    made = raises(world, "jan", first)
    says(world, "riet", made, "no")
    assert letters(made) == 1  # Jan hears that it does not go on, and not whose no it was.
    with world.acting("jan"):
        assert IntroductionOutcome.objects.get().kind == "off"
        assert IntroductionAnswer.objects.get().kind == "yes"
    with pytest.raises(NotForThisAsk) as after_no:
        raises(world, "jan", second)
    raises(world, "fatima", second)
    with owner():
        NotAgain.objects.all().delete()
    is_of_age(world.riet, 14)
    with pytest.raises(NotForThisAsk) as of_a_child:
        raises(world, "jan", second)
    assert str(after_no.value) == str(of_a_child.value)


def is_of_age(person: Person, years: int) -> None:
    """And some days."""
    day = timezone.localdate() - timedelta(days=years * 365.25 + 40)
    with owner():
        Birth.objects.update_or_create(person=person, defaults={"day": day, "at": timezone.now()})


def test_under_sixteen_one_is_not_introduced_by_ones_hand_nor_by_another(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    said: dict[str, Any] = {"why": "Om te wandelen.", "by": world.marieke, "at": timezone.now()}
    for years, young in ((15, True), (17, False)):
        is_of_age(world.jan, years)
        if young:
            with pytest.raises(TooYoung):
                raises(world, "jan", asked)
            with world.acting("marieke"), pytest.raises(NotThesePeople):
                propose(one=world.jan, other=world.yusuf, **said)
            with world.acting("riet"), pytest.raises(NotThesePeople):
                propose_for_ask(ask=asked, other=world.jan, by=world.riet, at=timezone.now())
            with world.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                add = {"why": "Zo maar.", "proposed_by": world.marieke, "at": timezone.now()}
                Introduction.objects.create(one=world.jan, other=world.yusuf, **add)
        else:
            assert raises(world, "jan", asked)
            with world.acting("marieke"):
                assert propose(one=world.jan, other=world.yusuf, **said)


def test_a_hand_is_taken_back_while_it_waits_and_may_be_raised_again(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    made = raises(world, "jan", asked)
    for name in ("riet", "fatima"):  # Whoever asks answers; only who raised it takes it back.
        with world.acting(name), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            take_hand_back(introduction=made.id, by=world.people[name], at=timezone.now())
    for _twice in range(2):
        with world.acting("jan"):
            assert take_hand_back(introduction=made.id, by=world.jan, at=timezone.now()).kind == "off"
    with world.acting("riet"):
        assert not answers_to(asked)
        with pytest.raises(NotGoingOn):
            answer(side=Side.objects.get(), kind="yes", by=world.riet, at=timezone.now())
    again = raises(world, "jan", asked)
    says(world, "riet", again, "yes")
    with world.acting("jan"):
        assert take_hand_back(introduction=again.id, by=world.jan, at=timezone.now()).kind == "together"


def test_the_coordinator_whom_who_asks_let_look_along_notes_the_answer_and_no_other(world, here, bram):
    open_ask, closed = asks(world, "riet", here, to_coordinator=True), asks(world, "riet", here, "Wie brengt soep?")
    made, hidden = raises(world, "jan", open_ask), raises(world, "fatima", closed)
    with world.acting("bram"):
        (side,) = answers_to(open_ask)
        assert (side.whom, side.person_id) == ("Jan Groen", world.riet.id)
        assert not answers_to(closed) and Side.objects.count() == 1
        assert Introduction.objects.count() == 0
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            answer(side=side, kind="yes", by=bram, at=timezone.now())  # As if it were asked of him.
        answer(side=side, kind="yes", by=bram, at=timezone.now(), via="phone")
    with world.acting("jan"):
        assert introduced_to(made.id) == world.riet
    with world.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        said: dict[str, Any] = {"kind": "yes", "via": "phone", "by": world.marieke, "at": timezone.now()}
        IntroductionAnswer.objects.create(side=side_of(hidden), **said)


def side_of(introduction: Introduction) -> Side:
    with owner():
        return Side.objects.get(introduction=introduction.id, second=True)


def test_who_asks_for_another_hears_that_somebody_wants_to_and_passes_it_on(world: World, here: Neighbourhood):
    now = timezone.now()
    with world.acting("marieke"):
        els = note_person(name="Els Zonder", by=world.marieke, at=now)
        asked = ask(line="Wie leest voor?", neighbourhood=here, about=els, by=world.marieke, at=now)
        say_yes(ask=asked, yes=True, by=els, noted_by=world.marieke, at=now)
    made = raises(world, "jan", asked)
    assert letters(made) == 2  # For Els, whom no letter reaches, and to Marieke.
    assert letters(made) == 0
    with world.acting("marieke"):
        assert Letter.objects.get(about_kind="introduction_wanted").about_id == made.id
        (side,) = answers_to(asked)
        answer(side=side, kind="yes", by=world.marieke, at=now, via="phone")
    with world.acting("jan"):
        assert introduced_to(made.id) == els
    with world.acting("fatima"):
        assert Side.objects.count() == 0


def test_who_raised_a_hand_hears_when_what_was_asked_is_over(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    made = raises(world, "jan", asked)
    letters(made)
    with world.acting("riet"):
        end_ask(ask=asked, kind="withdrawn", by=world.riet, at=timezone.now())
    with acting_as(office("reminders")):
        assert remind(at=timezone.now()) == 1
        assert remind(at=timezone.now() + timedelta(days=30)) == 0
    with world.acting("jan"):
        assert IntroductionOutcome.objects.get().kind == "off"
        assert Letter.objects.get(about_kind="introduction_off").reader_id == world.jan.id


def test_nobody_but_a_person_raises_a_hand_and_no_row_says_it_in_another_name(world: World, here: Neighbourhood):
    asked = asks(world, "riet", here)
    with acting_as(office("reminders")), connection.cursor() as cursor:
        cursor.execute("select trust.hand_refused(%s)", [asked.id])
        assert cursor.fetchone()[0] == "unknown"
    with world.acting("jan"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        said: dict[str, Any] = {"why": WORDS, "ask": asked, "proposed_by": world.jan, "at": timezone.now()}
        Introduction.objects.create(one=world.riet, other=world.jan, **said)
