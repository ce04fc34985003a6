"""What holds for every short list, whoever asks and whatever is offered: tried on invented asks and offers."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nabij.bridge.fit import Bond, Helped, Known, Offered, Trait, Wanted
from nabij.bridge.fit_words import slots_in, wish_of
from nabij.bridge.matching import hear, shortlist
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.bridge.weeks import SLOTS
from tests.bridge.pool import PLACES, TODAY
from tests.bridge.thirty import THIRTY

pytestmark = pytest.mark.django_db  # The social map of this folder is brought in once.
PEOPLE = [UUID(int=number, version=4) for number in range(1, 8)]
LINES = sorted(
    {one.line for one in THIRTY if one.number != "A14"} | {"Een potje schaken", "Iemand die meegaat, Arabisch"}
)
HEARD = {line: hear(line) for line in LINES}  # The encoder is asked once.
KINDS = [kind.key for kind in DEFAULTS if not kind.alone]
TONGUES = st.lists(st.sampled_from(["nl", "ar", "tr", "en", "ti"]), max_size=3, unique=True).map(tuple)
TRAITS = st.lists(
    st.builds(
        Trait,
        st.sampled_from(["can", "lived", "likes"]),
        st.sampled_from(["weduwe", "elektricien", "gevlucht", "vrouw van 40", "20 jaar in een kantine", "rijdt auto"]),
    ),
    max_size=2,
).map(tuple)
WEEKS = st.lists(st.sampled_from(SLOTS), max_size=6, unique=True).map(tuple)
SPOTS = st.sampled_from(list(PLACES.values()))
OFFERS = st.builds(
    Offered,
    offer=st.uuids(version=4),
    person=st.sampled_from(PEOPLE),
    name=st.just("Iemand"),
    line=st.sampled_from(
        ["Ik help graag", "Lampen en fietsen", "Schaken, liever geen trap", "Taalmaatje", "Samen eten"]
    ),
    kinds=st.lists(st.sampled_from(KINDS), max_size=3, unique=True).map(tuple),
    group=st.booleans(),
    week=WEEKS,
    languages=TONGUES,
    traits=TRAITS,
    spot=SPOTS,
    room=st.one_of(st.none(), st.integers(1, 3)),
    asked=st.integers(0, 3),
    resting=st.booleans(),
    safeguards=st.sampled_from(((), (("vog", None),), (("training", None),), (("vog", date(2026, 1, 1)),))),
)
POOLS = st.lists(OFFERS, max_size=8, unique_by=lambda one: one.offer)


@st.composite
def asks(draw):
    line = draw(st.sampled_from(LINES))
    return Wanted(
        ask=draw(st.uuids(version=4)),
        line=line,
        heard=HEARD[line],
        wish=wish_of(line),
        about=PEOPLE[0],
        asked_by=PEOPLE[0],
        today=TODAY,
        week=draw(WEEKS) or slots_in(line),
        languages=draw(TONGUES),
        traits=draw(TRAITS),
        spot=draw(SPOTS),
        vog_for=draw(st.sampled_from([frozenset(), frozenset({"family", "childcare"})])),
    )


KNOWN = st.builds(
    Known,
    by=st.just(PEOPLE[0]),
    named=st.frozensets(st.sampled_from(PEOPLE), max_size=1),
    bonds=st.dictionaries(
        st.sampled_from(PEOPLE), st.builds(Bond, st.sampled_from(["", "past op", "repareert fietsen"]), st.booleans())
    ),
    helped=st.dictionaries(st.sampled_from(PEOPLE), st.just(Helped(times=2))),
    rather_not=st.frozensets(st.sampled_from(PEOPLE), max_size=1),
)


def order(wanted, offers, known, at_most=100):
    return [one.offer for one in shortlist(wanted=wanted, offers=offers, known=known, at_most=at_most).candidates]


@settings(max_examples=150, deadline=None)
@given(asks(), POOLS, KNOWN, st.randoms(use_true_random=False))
def test_the_same_whatever_comes_in_first(wanted, offers, known, chance):
    mixed = list(offers)
    chance.shuffle(mixed)
    assert shortlist(wanted=wanted, offers=offers, known=known) == shortlist(wanted=wanted, offers=mixed, known=known)


@settings(max_examples=150, deadline=None)
@given(asks(), POOLS, OFFERS, KNOWN)
def test_one_more_offer_takes_away_nothing_that_was_better(wanted, offers, more, known):
    before, after = order(wanted, offers, known), order(wanted, [*offers, more], known)
    if more.offer in before or more.offer not in after:
        return
    better = after[: after.index(more.offer)]
    assert better == before[: len(better)]
    others = [one for one in before if one in after]
    assert [one for one in after if one != more.offer] == others
    gone = set(before) - set(after)  # At most another offer of the same person, which fits less.
    whose = {one.offer: one.person for one in offers}
    assert all(whose[one] == more.person for one in gone) and len(gone) <= 1


@settings(max_examples=250, deadline=None)
@given(asks(), POOLS, KNOWN, st.data())
def test_what_is_said_against_a_reason_never_raises_it(wanted, offers, known, data):
    """One offer of each person, for who has two keeps a place with the other."""
    offers = list({one.person: one for one in offers if not one.group}.values())
    before = shortlist(wanted=wanted, offers=offers, known=known, at_most=100).candidates
    with_reasons = [one for one in before if one.reasons]
    if not with_reasons:
        return
    candidate = data.draw(st.sampled_from(with_reasons))
    reason = data.draw(st.sampled_from(candidate.reasons))
    against = replace(known, against={(candidate.offer, reason.ground): "Klopt niet meer."})
    after = shortlist(wanted=wanted, offers=offers, known=against, at_most=100).candidates
    place = [one.offer for one in before].index(candidate.offer)
    lower = [one.offer for one in after].index(candidate.offer)
    assert lower >= place
    assert reason.ground not in [one.ground for one in after[lower].reasons]
    assert "Klopt niet meer." in after[lower].remarks
    others = [one.offer for one in before if one.offer != candidate.offer]
    assert [one.offer for one in after if one.offer != candidate.offer] == others


@settings(max_examples=100, deadline=None)
@given(asks(), POOLS, KNOWN)
def test_nobody_is_left_out_but_by_what_is_said_in_words(wanted, offers, known):
    """Whoever is not on the list asks it, has said no, or lacks the VOG that is asked; and there is no number."""
    found = shortlist(wanted=wanted, offers=offers, known=known, at_most=100)
    there = {one.offer for one in found.candidates} | {one.person for one in found.candidates if not one.group}
    for one in offers:
        needs = "vraagt deze buurt een VOG" in " ".join(found.first) and not one.holds("vog", on=TODAY)
        out = not one.group and (one.person == wanted.about or needs)
        assert out or one.offer in there or one.person in there
    assert not any(name in vars(one) for one in found.candidates for name in ("counts", "score", "weight"))
