"""Asks, offers, referrals, introductions and what was agreed are found by whoever reads them, and by nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from nabij.bridge import agreeing
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.asking import ask, end_ask
from nabij.bridge.introducing import propose
from nabij.bridge.models import Ask, Clause, Introduction, Offer, Referral, Side
from nabij.bridge.offering import offer
from nabij.bridge.referring import Said, Whom, refer
from nabij.bridge.searching import words_lately
from nabij.memory.hits import remember
from nabij.memory.search import Within
from nabij.people.models import Group, Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look, Looked
from tests.web.asking import logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
WORD = "zonnebloem"


def now() -> Any:
    return timezone.now()


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def found(world: World, who: str, words: str = WORD, within: Within | None = None) -> dict[type, list[str]]:
    """{kind of thing: texts} of what somebody finds."""
    with world.acting(who):
        answers = remember(words, upto=20, by=world.people[who], hat=None, at=now(), within=within)
    texts: dict[type, list[str]] = {}
    for one in answers.hits:
        said = " ".join("".join(text for text, _marked in one.pieces).split())
        texts.setdefault(type(one.thing), []).append(said)
    return texts


def kinds(world: World, who: str, words: str = WORD) -> set[type]:
    return set(found(world, who, words))


def test_an_ask_is_found_near_by_its_line_and_never_by_who_asks(world: World) -> None:
    with world.acting("riet"):
        lamp = ask(line="Wie zet een zonnebloem neer?", neighbourhood=here(), by=world.riet, at=now())
    for who in ("riet", "jan", "yusuf"):
        assert found(world, who) == {Ask: ["Wie zet een zonnebloem neer?"]}
    assert found(world, "kim") == {}
    assert Ask not in kinds(world, "jan", "Riet"), "by a name nobody learns who asks"
    with world.acting("riet"):
        end_ask(ask=lamp, kind="met", by=world.riet, at=now())
    assert (kinds(world, "riet"), kinds(world, "jan")) == ({Ask}, set())


def test_a_slip_of_the_pen_is_forgiven_by_what_one_reads_there_and_by_nothing_else(world: World) -> None:
    with world.acting("riet"):
        ask(line="Wie zet een zonnebloem neer?", neighbourhood=here(), by=world.riet, at=now())
    with world.acting("marieke"):
        refer(
            about=world.riet,
            whom=Whom(name="Jan", person=world.jan),
            said=Said(what="Een hortensia snoeien", ground="Ze zei ja."),
            by=world.marieke,
            at=now(),
        )
    assert found(world, "jan", "zonnebleom") == {Ask: ["Wie zet een zonnebloem neer?"]}
    assert found(world, "kim", "zonnebleom") == {}, "she lives elsewhere"
    assert (kinds(world, "jan", "hortesnia"), kinds(world, "fatima", "hortesnia")) == ({Referral}, set())
    with world.acting("fatima"):
        assert {"zonnebloem", "hortensia"} & set(words_lately()) == {"zonnebloem"}


def test_an_ask_for_another_is_found_by_the_two_before_their_yes(world: World) -> None:
    with world.acting("marieke"):
        line = "Wie koopt een zonnebloem?"
        ask(line=line, about=world.jan, neighbourhood=here(), by=world.marieke, at=now())
    assert (kinds(world, "marieke"), kinds(world, "jan")) == ({Ask}, {Ask})
    assert (kinds(world, "fatima"), kinds(world, "yusuf")) == (set(), set())


def test_an_offer_is_found_near_also_by_the_name_of_whom_one_knows(world: World) -> None:
    with world.acting("riet"):
        offer(line="Ik kweek een zonnebloem voor je", neighbourhood=here(), by=world.riet, at=now())
    assert found(world, "jan") == {Offer: ["Ik kweek een zonnebloem voor je"]}
    assert (kinds(world, "yusuf"), kinds(world, "kim")) == ({Offer}, set())
    assert Offer in kinds(world, "jan", "Riet")


def test_a_referral_is_found_by_who_asked_who_is_asked_and_whom_it_is_about_and_that_is_a_look(world: World) -> None:
    with world.acting("marieke"):
        said = Said(what="Samen naar de tuin", lived="Ze wil een zonnebloem zaaien.", ground="Zij zei ja.")
        whom = Whom(name="Jan Groen", person=world.jan)
        refer(about=world.riet, whom=whom, said=said, by=world.marieke, at=now())
    for who in ("marieke", "jan", "riet"):
        assert found(world, who) == {Referral: ["Samen naar de tuin Ze wil een zonnebloem zaaien."]}
    assert (kinds(world, "fatima"), kinds(world, "kim")) == (set(), set())
    with world.acting("riet"):
        looks = Look.objects.filter(what=Looked.REFERRAL)
        assert sorted(one.who_name for one in looks) == [world.jan.called, world.marieke.called]


def test_an_introduction_is_found_by_whom_it_is_proposed_to_and_by_who_proposed_it(world: World) -> None:
    with world.acting("marieke"):
        two = {"one": world.riet, "other": world.jan}
        propose(
            **two, why="Jullie kweken allebei een zonnebloem", by=world.marieke, at=now(), hat=world.hats["marieke"]
        )
    assert (kinds(world, "riet"), kinds(world, "jan"), kinds(world, "marieke")) == ({Side}, {Side}, {Introduction})
    assert (kinds(world, "fatima"), kinds(world, "kim")) == (set(), set())


def test_what_is_agreed_is_found_where_it_holds_and_from_when_it_is_signed(world: World) -> None:
    with acting_as(office("beheer")):
        place: dict[str, Any] = {"neighbourhood": here()}
        team = Group.objects.create(name="Wijkteam", kind="team", formal=True, **place)
        crew = Group.objects.create(name="Tuinploeg", kind="initiative", formal=False, **place)
        since = {"since": timezone.localdate() - timedelta(days=9), **place}
        worn = put_on(person=world.marieke, role="teamlid", formal=True, group=team, **since)
        put_on(person=world.fatima, role="tuinvrouw", formal=False, group=crew, **since)
    line = agreeing.Line("garden", "initiatives", "De tuinploeg zet een zonnebloem.", then="Daarna het team.")
    with world.acting("marieke"):
        made = agreeing.propose(
            lines=[line],
            groups=[team, crew],
            review_on=timezone.localdate() + timedelta(days=90),
            why="",
            hat=worn,
            by=world.marieke,
            at=now(),
            **place,
        )
    for name, group in (("marieke", team), ("fatima", crew)):
        assert kinds(world, "jan") == set()
        with world.acting(name):
            party = AgreementParty.objects.select_related("group", "agreement").get(agreement=made, group=group)
            agreeing.sign(party=party, by=world.people[name], at=now())
    assert found(world, "jan") == {Clause: ["De tuinploeg zet een zonnebloem. Daarna het team."]}
    assert kinds(world, "kim") == set()


def test_what_was_chosen_narrows_it_down_and_a_story_holds_none_of_it(world: World) -> None:
    with world.acting("riet"):
        ask(line="Wie zet een zonnebloem neer?", neighbourhood=here(), by=world.riet, at=now())
    assert found(world, "jan", within=Within(kinds=frozenset({"ask"})))
    assert found(world, "jan", within=Within(since=now() - timedelta(hours=1)))
    for within in (
        Within(kinds=frozenset({"referral"})),
        Within(until=now() - timedelta(hours=1)),
        Within(circles=(world.riets_story.circle_id,)),
    ):
        assert found(world, "jan", within=within) == {}


def test_the_page_says_what_kind_it_is_and_leads_to_it(world: World) -> None:
    with world.acting("riet"):
        lamp = ask(line="Wie zet een zonnebloem neer?", neighbourhood=here(), by=world.riet, at=now())
        sown = offer(line="Zonnebloem zaaien", neighbourhood=here(), by=world.riet, at=now())
    page = logged_in(world, "jan").post("/zoeken/", {"vraag": WORD}).content.decode()
    for said in ("Vraag</span>", "Aanbod</span>", f"/vragen/{lamp.id}/", f"/aanbod/{sown.id}/", "Iemand uit de buurt"):
        assert said in page
    assert "Niets gevonden" in logged_in(world, "kim").post("/zoeken/", {"vraag": WORD}).content.decode()
