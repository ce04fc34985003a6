"""Asks, offers, what was not so of them, introductions and who spoke of an agreement: each for its term."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from nabij.bridge import agreeing
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.asking import ask, end_ask, say_yes
from nabij.bridge.correcting import contradict
from nabij.bridge.heard import HeardOffer
from nabij.bridge.hearing import hear, note_their_yes
from nabij.bridge.hearing import say_yes as say_offer
from nabij.bridge.introducing import Went, When, answer, propose, propose_for_ask, say_how
from nabij.bridge.introductions import Introduction, Side
from nabij.bridge.models import Ask, NotAgain, Offer
from nabij.bridge.offering import end, note_asked, offer, pause, resume
from nabij.bridge.safeguards import Safeguard
from nabij.people.models import Group, Hat, Neighbourhood, Person
from nabij.people.verbs import note_person, put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.retention import forget
from tests.conftest import owner
from tests.trust.aging import counted, older
from tests.world import World

pytestmark = pytest.mark.django_db
YOUNG, OLD = timedelta(days=360), timedelta(days=10)  # One year is between the first and both together.
ASKED = {"bridge_ask", "bridge_asker", "bridge_askyes", "bridge_askending"}
HEARD = {"bridge_heardoffer", "bridge_offeryes"}
OFFERED = {"bridge_offer", "bridge_offerpause", "bridge_offerending", "bridge_offerasked"}
MET = {"bridge_introduction", "bridge_side", "bridge_introductionanswer", "bridge_introductionoutcome"}
MET |= {"bridge_meeting", "bridge_howitwent"}
PUBLIC = {
    "bridge_agreement",
    "bridge_clause",
    "bridge_agreementparty",
    "bridge_signature",
    "bridge_agreementwithdrawal",
}
SPOKEN = {"bridge_penholder", "bridge_remark"}


def left(tables: set[str]) -> set[str]:
    """Which of these tables still hold something, after what is past its term went."""
    report = forget(at=timezone.now())
    assert report.left == {}
    there = counted()
    return {table for table in tables if there[table]}


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def by(world: World, name: str) -> dict[str, Any]:
    return {"by": world.people[name], "at": timezone.now()}


@pytest.fixture
def asked(world: World) -> Ask:
    """Marieke asks for Jan, who says yes, and it is met."""
    with world.acting("marieke"):
        made = ask(line="Wie zaagt een luik?", about=world.jan, neighbourhood=here(), **by(world, "marieke"))
    with world.acting("jan"):
        say_yes(ask=made, yes=True, **by(world, "jan"))
        end_ask(ask=made, kind="met", **by(world, "jan"))
    return made


def offered(world: World) -> Offer:
    """Riet offers and rests a while; Jan asked for it."""
    with world.acting("riet"):
        made = offer(line="Ik leer je breien", neighbourhood=here(), kinds=["company"], **by(world, "riet"))
        pause(offer=made, **by(world, "riet"))
        resume(offer=made, **by(world, "riet"))
    with world.acting("jan"):
        note_asked(offer=made, **by(world, "jan"))
    return made


def met(world: World) -> Introduction:
    """Marieke brought Riet and Jan together; they met."""
    when = When(spot="De Kwelder", meets_at=timezone.now() + timedelta(days=2))
    with world.acting("marieke"):
        two = {"one": world.riet, "other": world.jan, "hat": world.hats["marieke"]}
        made = propose(why="Jullie breien allebei", when=when, **two, **by(world, "marieke"))
    for name in ("riet", "jan"):
        with world.acting(name):
            side = Side.objects.get(introduction=made.id, person=world.people[name])
            answer(side=side, kind="yes", **by(world, name))
    with world.acting("jan"):
        say_how(introduction=made.id, went=Went(met=True), **by(world, "jan"))
    return made


def test_an_ask_goes_after_a_year_with_who_asked_and_what_became_of_it(asked: Ask) -> None:
    older(YOUNG, tables=ASKED)
    assert left(ASKED) == ASKED
    older(OLD, tables=ASKED)
    assert left(ASKED) == set()


def test_what_hangs_on_an_ask_does_not_go_before_it(asked: Ask) -> None:
    older(YOUNG + OLD, tables=ASKED - {"bridge_ask"})
    assert left(ASKED) == ASKED


def test_an_offer_stays_as_long_as_it_stands_and_goes_a_year_after_it_ended(world: World) -> None:
    made = offered(world)
    older(YOUNG * 4, tables=OFFERED - {"bridge_offerasked"})
    assert left(OFFERED) == OFFERED - {"bridge_offerending"}, "what still stands is never too old"
    with world.acting("riet"):
        end(offer=made, **by(world, "riet"))
    older(YOUNG, tables=OFFERED)
    assert left(OFFERED) == OFFERED
    older(OLD, tables=OFFERED)
    assert left(OFFERED) == set()


def test_an_offer_with_a_last_day_goes_a_year_after_that_day(world: World) -> None:
    last = timezone.localdate() + timedelta(days=30)
    with world.acting("riet"):
        offer(line="Ik pas op je planten", neighbourhood=here(), until=last, **by(world, "riet"))
    older(YOUNG, tables=OFFERED)
    assert left(OFFERED) == {"bridge_offer"}
    older(OLD, tables=OFFERED)
    assert left(OFFERED) == {"bridge_offer"}, "its last day is less than a year ago"
    older(timedelta(days=40), tables=OFFERED)
    assert left(OFFERED) == set()


def heard(world: World, *, whose: str = "els") -> HeardOffer:
    """Marieke writes down what Els, who has no login, gladly does, and notes her yes."""
    with world.acting("marieke"):
        said = {"neighbourhood": here(), **by(world, "marieke")}
        made = hear(line="Ik repareer graag lampen", person=world.people[whose], **said)
        note_their_yes(heard=made, **by(world, "marieke"))
    return made


def test_what_was_written_down_for_another_goes_after_a_year_and_with_its_answer(world: World) -> None:
    there = heard(world, whose="jan")
    with world.acting("jan"):
        say_offer(heard=there, yes=False, **by(world, "jan"))
    older(YOUNG, tables=HEARD)
    assert left(HEARD) == HEARD
    older(OLD, tables=HEARD - {"bridge_heardoffer"})
    assert left(HEARD) == HEARD, "a no stays as long as what it was said to"
    older(OLD, tables=HEARD)
    assert left(HEARD) == set()


def test_who_offers_without_a_login_stays_with_their_hat_until_the_offer_goes(world: World) -> None:
    with world.acting("marieke"):
        world.people["els"] = note_person(name="Els Zonder", **by(world, "marieke"), neighbourhood=here())
    there = heard(world)
    both = HEARD | {"bridge_offer"}
    older(YOUNG + OLD, tables=[*both, "people_person"])
    assert left(both) == both, "whoever minds it is known by it, as long as it is offered"
    with owner():
        assert Hat.objects.filter(person=world.els, open=True).exists()
    with world.acting("marieke"):
        end(offer=Offer.objects.get(id=there.id), **by(world, "marieke"))
    older(YOUNG + OLD, tables=OFFERED)
    assert left(both | {"bridge_offerending"}) == set()
    assert forget(at=timezone.now()).left == {}
    with owner():
        assert not Person.objects.filter(id=world.els.id).exists()


def test_that_somebody_was_asked_goes_after_a_year_and_the_offer_stays(world: World) -> None:
    offered(world)
    older(YOUNG, tables=["bridge_offerasked"])
    assert left({"bridge_offerasked"}) == {"bridge_offerasked"}
    older(OLD, tables=["bridge_offerasked"])
    assert left(OFFERED) == {"bridge_offer", "bridge_offerpause"}


def test_what_was_not_so_goes_after_a_year_and_with_its_ask(world: World) -> None:
    made = offered(world)
    with world.acting("riet"):
        contradict(offer=made, ask=None, ground="kind:company", **by(world, "riet"))
    older(YOUNG, tables=["bridge_contradiction"])
    assert left({"bridge_contradiction"}) == {"bridge_contradiction"}
    older(OLD, tables=["bridge_contradiction"])
    assert left({"bridge_contradiction", "bridge_offer"}) == {"bridge_offer"}
    with world.acting("jan"):
        wanted = ask(line="Wie leert mij breien?", neighbourhood=here(), **by(world, "jan"))
        contradict(offer=made, ask=wanted, ground="kind:company", **by(world, "jan"))
    older(YOUNG + OLD, tables=ASKED)
    assert left({"bridge_contradiction", "bridge_ask", "bridge_offer"}) == {"bridge_offer"}


def test_an_introduction_goes_after_a_year_with_all_that_was_said_of_it(world: World) -> None:
    met(world)
    older(YOUNG, tables=MET)
    assert left(MET) == MET
    older(OLD, tables=MET)
    assert left(MET) == set()


def test_what_was_said_of_an_introduction_does_not_go_before_it(world: World) -> None:
    met(world)
    older(YOUNG + OLD, tables=MET - {"bridge_introduction"})
    assert left(MET) == MET


def test_an_ask_stays_as_long_as_an_introduction_of_it(world: World) -> None:
    with world.acting("riet"):
        wanted = ask(line="Wie loopt er mee?", neighbourhood=here(), **by(world, "riet"))
        propose_for_ask(ask=wanted, other=world.jan, **by(world, "riet"))
    older(YOUNG + OLD, tables=ASKED)
    assert left({"bridge_ask", "bridge_introduction"}) == {"bridge_ask", "bridge_introduction"}
    older(YOUNG + OLD, tables=MET)
    assert left(ASKED | MET) == set()


def test_that_two_do_not_meet_again_stays_as_long_as_both(world: World) -> None:
    with owner():
        NotAgain.objects.create(one=world.riet, other=world.jan, at=timezone.now())
        Safeguard.objects.create(person=world.jan, kind="vog", seen_by=world.marieke, at=timezone.now())
    both = {"bridge_notagain", "bridge_safeguard"}
    older(YOUNG * 6, tables=both)
    assert left(both) == both


@pytest.fixture
def agreed(world: World) -> World:
    """Marieke proposes two versions, signs one for her team and takes the other back; Fatima says something of it."""
    with acting_as(office("beheer")):
        place: dict[str, Any] = {"neighbourhood": here()}
        team = Group.objects.create(name="Wijkteam", kind="team", formal=True, **place)
        crew = Group.objects.create(name="Tuinploeg", kind="initiative", formal=False, **place)
        since = {"since": timezone.localdate() - timedelta(days=9), **place}
        worn = put_on(person=world.marieke, role="teamlid", formal=True, group=team, **since)
    line = agreeing.Line("garden", "initiatives", "De tuinploeg komt kijken.")
    said = {"lines": [line], "groups": [team, crew], "why": "", "hat": worn, **place}
    with world.acting("marieke"):
        review = timezone.localdate() + timedelta(days=90)
        kept, back = (agreeing.propose(review_on=review, **said, **by(world, "marieke")) for _time in range(2))
        party = AgreementParty.objects.select_related("group", "agreement").get(agreement=kept, group=team)
        agreeing.sign(party=party, **by(world, "marieke"))
        agreeing.take_back(agreement=back, **by(world, "marieke"))
    with world.acting("fatima"):
        agreeing.remark(agreement=kept, kind="", words="Fijn.", hat=world.hats["fatima"], **by(world, "fatima"))
    return world


def test_what_was_agreed_stays_and_who_spoke_of_it_as_long_as_they_are_here(agreed: World) -> None:
    older(YOUNG * 6, tables=PUBLIC | SPOKEN)
    assert left(PUBLIC | SPOKEN) == PUBLIC | SPOKEN


def test_who_is_only_written_down_goes_with_what_they_offered_and_not_before(world: World) -> None:
    """A neighbour nobody knows any more: what was seen of them and that two do not meet again go along."""
    with acting_as(office("beheer")):
        els = note_person(known_as="buurvrouw van nummer negen", by=None, at=timezone.now())
    with owner():
        NotAgain.objects.create(one=els, other=world.jan, at=timezone.now())
        Safeguard.objects.create(person=els, kind="vog", seen_by=world.marieke, at=timezone.now())
    both = {"bridge_notagain", "bridge_safeguard"}
    assert left(both) == both
    older(timedelta(days=190), tables=["people_person", "trust_noted", "trust_acquaintance"])
    assert left(both) == set()
    with owner():
        assert not Person.objects.filter(id=els.id).exists()
