"""What hangs on a note or a circle, in the full neighbourhood: who came later, who left, who never had a seat.

Everybody of the cast sees of each table what `truth` says; and of the three it is said in so many words.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.bridge.models import (
    Ask,
    AskEnding,
    Asker,
    AskYes,
    Contradiction,
    HandingOn,
    HeardOffer,
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    LookRest,
    Meeting,
    Offer,
    OfferAsked,
    OfferEnding,
    OfferPause,
    OfferYes,
    PartnerAnswer,
    Penholder,
    Receiver,
    Referral,
    ReferralStep,
    Remark,
    Safeguard,
    Side,
    Thanks,
)
from nabij.directory.models import Initiative, InitiativeAnswer, OwnerChange, UnfinishedList
from nabij.memory.models import Handover
from nabij.moments.models import Attachment, CameBack, FollowUp, Moment, TimeSpent
from nabij.moments.verbs import come_back, note
from nabij.people.models import (
    Administrator,
    Duty,
    Person,
    Proof,
    ReachableHours,
    Signpost,
    Strength,
    Suspension,
    WayToReach,
)
from nabij.post.models import Preference
from nabij.post.requests import Thing, object_to
from nabij.stories.breaking import tell_circle
from nabij.stories.models import (
    Closing,
    Draft,
    Feed,
    Handhold,
    Keeping,
    Promise,
    ReadyLine,
    Reopening,
    SilenceAnswer,
    Turn,
)
from nabij.stories.reminding import tell
from nabij.stories.verbs import keep
from nabij.trust.acting import acting_as, office
from nabij.trust.consenting import consent
from nabij.trust.glass import BreakGlass, GlassReview, GlassTelling
from nabij.trust.models import (
    Consent,
    Correction,
    Erasure,
    Hold,
    Knock,
    Limit,
    Membership,
    Merge,
    MergeEnd,
    Objection,
    Release,
    Request,
    Withdrawal,
)
from nabij.trust.requesting import lift, put_beside
from nabij.trust.verbs import leave, open_past
from nabij.weighing.models import (
    Backing,
    BackingAsked,
    Came,
    Choice,
    Decision,
    Deviation,
    Dilemma,
    DilemmaCircle,
    Option,
    Participant,
    ParticipantEnd,
    Perspective,
    Precedent,
    PrecedentEnding,
    PrecedentTeller,
    Review,
    Rule,
    RuleEnding,
    Voice,
    WorkingTogether,
)
from tests.conftest import owner
from tests.rules.cast import CAST
from tests.rules.rich import Rich, fill, now
from tests.rules.richer import go_on
from tests.rules.richest import and_also
from tests.rules.tables import TABLES, Table, everything, what_is_seen
from tests.rules.test_any_neighbourhood import BROKEN, EVER, broken
from tests.rules.whole_truth import WholeTruth
from tests.shape.test_guards import guards
from tests.world import World

REFUSED = "row-level security"
# What hangs on a person is held against the truth here alone: nothing of it happens in the invented neighbourhoods.
ALL_TABLES: tuple[Table, ...] = (
    *TABLES, WayToReach, ReachableHours, Strength, Duty, Proof, Administrator, Suspension,
    Hold, Release, Knock, Erasure, Turn, Feed, Preference, Draft, Attachment, Handover, Closing, Reopening, Handhold,
    ReadyLine, Merge, MergeEnd, SilenceAnswer, LookRest, PartnerAnswer, TimeSpent, Penholder, Remark,
    Offer, OfferPause, OfferEnding, OfferAsked, HeardOffer, OfferYes, Safeguard,
    Ask, Asker, AskYes, AskEnding, Contradiction,
    Referral, Receiver, ReferralStep, Thanks, HandingOn,
    Introduction, Side, IntroductionAnswer, IntroductionOutcome, Meeting, HowItWent,
    Initiative, InitiativeAnswer, OwnerChange, UnfinishedList, Signpost,
    Dilemma, DilemmaCircle, Option, Participant, ParticipantEnd, Perspective, Voice, Choice, Decision, Came,
    WorkingTogether,
    Rule, RuleEnding, Deviation, BackingAsked, Backing, Review, Precedent, PrecedentTeller, PrecedentEnding,
)  # fmt: skip


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def truth() -> WholeTruth:
    with owner():
        rows = everything(ALL_TABLES)
    at = timezone.now()
    return WholeTruth(now=at, today=timezone.localdate(at), rows=rows)


OLDER_DANGER_TOLD = """
    create or replace function trust.my_told_glasses() returns uuid[] language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct g.id), '{}') from public.trust_membership m
      join public.trust_breakglass g on g.person_id = m.person_id
      join public.trust_glasstelling t on t.glass_id = g.id and t.told
      where m.as_resident and m.circle_id = any((select trust.my_circles())::uuid[]) $$"""
MORE_BROKEN = {
    "a limited note is read": "alter policy hide_limited on moments_moment using (true)",
    "who left sees who is asked in": f"alter policy see_member on trust_invitation using (circle_id = {EVER})",
    "who came later hears of an older danger": OLDER_DANGER_TOLD,
    "what is held is seen by all": "alter policy see_about on trust_hold using (true)",
}


@pytest.mark.parametrize("name", [*BROKEN["asking"], *BROKEN["danger"], *MORE_BROKEN])
def test_a_broken_rule_shows_in_the_full_neighbourhood(rich: Rich, name: str) -> None:
    go_on(rich)
    and_also(rich)
    with broken((BROKEN["asking"] | BROKEN["danger"] | MORE_BROKEN)[name]):
        assert against_the_truth(rich) != []


def test_every_table_that_is_not_public_is_held_against_the_truth() -> None:
    compared = {table._meta.db_table for table in ALL_TABLES}
    read = {
        guard.table
        for guard in guards().values()
        if guard.rls and "select" in guard.grants and not any(one.using == "true" for one in guard.policies)
    }
    assert read == compared
    assert all(hasattr(WholeTruth, f"sees_{table._meta.model_name}") for table in ALL_TABLES)


def seen_by(rich: Rich, kind: str, table: Any) -> set[UUID]:
    with rich.world.acting(CAST[kind]):
        return set(table._default_manager.values_list("pk", flat=True))


def count(rich: Rich, table: Any, *kinds: str) -> list[int]:
    return [len(seen_by(rich, kind, table)) for kind in kinds]


@pytest.mark.parametrize("later", [False, True])
def test_everybody_sees_of_each_table_what_the_truth_says(rich: Rich, later: bool) -> None:
    """The same truth as of the invented neighbourhoods; here with hats that are worn, and everything of everything."""
    if later:
        go_on(rich)
        and_also(rich)
    assert against_the_truth(rich) == []


def against_the_truth(rich: Rich) -> list[tuple[str, str]]:
    """Who sees of which table something else than the truth says."""
    said, wrong = truth(), []
    for kind in CAST:
        with rich.world.acting(CAST[kind]):
            seen = what_is_seen(ALL_TABLES)
        wrong += [(kind, name) for name, keys in seen.items() if keys != said.sees(rich.who(kind).id, name)]
    return wrong


def circle_of(rich: Rich) -> Any:
    return rich.world.riets_story.circle


def test_who_came_later_reads_no_words_beside_an_older_note_until_the_past_is_opened(rich: Rich) -> None:
    world = rich.world
    with world.acting("marieke"):
        younger = Moment.objects.get(line__contains="zonnebloem")
        put_beside(note=younger.id, circle=circle_of(rich), words="Dit klopt.", by=world.marieke, at=now())
    assert count(rich, Correction, "resident", "member", "later", "volunteer") == [2, 2, 1, 0]
    with world.acting("jan"):
        leave(membership=world.riets_story.circle.memberships.get(person=world.jan), by=world.jan, at=now())
    assert count(rich, Correction, "inviter") == [0]
    with world.acting("riet"):
        open_past(membership=Membership.objects.get(id=rich.keys["membership"]), by=world.riet, at=now())
    assert count(rich, Correction, "later") == [2]


def test_nobody_puts_words_beside_a_note_they_do_not_read_or_of_another_circle(rich: Rich) -> None:
    world = rich.world
    older = rich.keys["moment"]

    def beside(by: Person, note: UUID) -> Correction:
        return put_beside(note=note, circle=circle_of(rich), words="x", by=by, at=now())

    with world.acting("marieke"):
        other = Moment.objects.get(line__contains="dagboekje").id
    for name, which in (("nora", older), ("marieke", other), ("jan", other)):
        with world.acting(name), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            beside(world.people[name], which)
    with world.acting("jan"):
        assert beside(world.jan, older)


def test_whose_words_they_are_sees_them_still_after_leaving(rich: Rich) -> None:
    world = rich.world
    with world.acting("jan"):
        mine = put_beside(note=rich.keys["moment"], circle=circle_of(rich), words="x", by=world.jan, at=now())
        leave(membership=world.riets_story.circle.memberships.get(person=world.jan), by=world.jan, at=now())
    assert seen_by(rich, "inviter", Correction) == {mine.id}
    assert mine.id not in seen_by(rich, "later", Correction)


def test_an_objection_shown_to_a_circle_is_for_who_reads_the_note(rich: Rich) -> None:
    world = rich.world
    for word in ("zeehondje", "zonnebloem"):
        with world.acting("riet"):
            about = Moment.objects.get(line__contains=word)
            thing = Thing("moments.moment", about.id, circle_of(rich), world.marieke.id)
            object_to(thing=thing, words=word, person=world.riet, by=world.riet, at=now(), show_circle=True)
    for name, words in (("jan", {"zeehondje", "zonnebloem"}), ("nora", {"zonnebloem"}), ("wim", set())):
        with world.acting(name):
            assert set(Objection.objects.values_list("words", flat=True)) == words
    with world.acting("riet"):
        reader = Thing("trust.membership", rich.keys["membership"], circle_of(rich))
        early = now() - timedelta(days=9)
        object_to(thing=reader, words="Te vroeg.", person=world.riet, by=world.riet, at=early, show_circle=True)
    for name, sees in (("jan", True), ("nora", False)):
        with world.acting(name):
            assert Objection.objects.filter(words="Te vroeg.").exists() is sees


def test_an_objection_to_a_limited_note_is_not_shown_to_whom_it_is_limited_for(rich: Rich) -> None:
    world = rich.world
    with world.acting("riet"):
        about = Thing("moments.moment", rich.keys["limited"], circle_of(rich), world.marieke.id)
        object_to(
            thing=about, words="Over wat beperkt is.", person=world.riet, by=world.riet, at=now(), show_circle=True
        )
    for name, sees in (("marieke", True), ("jan", False)):
        with world.acting(name):
            assert Objection.objects.filter(words__startswith="Over wat").exists() is sees


def test_how_somebody_was_told_when_they_said_yes_is_not_read_by_who_came_later(rich: Rich) -> None:
    world = rich.world
    with world.acting("riet"):
        early = now() - timedelta(days=9)
        consent(person=world.riet, circle=circle_of(rich), informed="Na het gesprek.", by=world.riet, at=early)
    for name, told in (("jan", 2), ("nora", 1), ("wim", 0)):
        with world.acting(name):
            assert Consent.objects.count() == told
            assert not Withdrawal.objects.exists()


def test_who_came_later_hears_of_no_older_danger_and_gets_no_letter_of_it(rich: Rich) -> None:
    world = rich.world
    with owner():
        BreakGlass.objects.update(at=now() - timedelta(days=9))
    with world.acting("loes"):
        tell_circle(glass=BreakGlass.objects.get(), told=True, by=world.loes, at=now())
    for table in (BreakGlass, GlassTelling):
        assert count(rich, table, "resident", "member", "later", "volunteer") == [1, 1, 0, 0]
    assert count(rich, GlassReview, "third", "later") == [0, 0]
    with acting_as(office("reminders")):
        assert tell(glass_id=rich.keys["glass"], at=now()) == 4, "Riet, Marieke, Fatima and Jan"


def test_a_limited_note_is_read_behind_broken_glass_and_not_by_the_circle(rich: Rich) -> None:
    """Danger goes before a limit (AVG art. 18, paragraph 2); also for who once read there and reads no more."""
    limited = {"id": rich.keys["limited"]}
    for kind, reads in (("breaker", True), ("opener", True), ("member", False), ("professional", False)):
        with rich.world.acting(CAST[kind]):
            assert Moment.objects.filter(**limited).exists() is reads, kind
    with owner():
        once = {"person": rich.world.yusuf, "circle": circle_of(rich), "let_in_by": rich.world.riet}
        Membership.objects.create(since=now() - timedelta(days=9), until=now() - timedelta(days=8), **once)
    assert rich.keys["limited"] in seen_by(rich, "breaker", Moment)
    with owner():
        BreakGlass.objects.update(until=now() - timedelta(minutes=1))
    assert seen_by(rich, "breaker", Moment) == set()


def test_behind_broken_glass_nothing_is_kept_or_ticked_off(rich: Rich) -> None:
    world, at = rich.world, now()
    with world.acting("yusuf"):
        promised, back = Promise.objects.get(id=rich.keys["promise"]), FollowUp.objects.get(id=rich.keys["follow_up"])
        for act in (
            lambda: Keeping.objects.create(promise=promised, kept=True, by=world.yusuf, at=at),
            lambda: CameBack.objects.create(follow_up=back, by=world.yusuf, at=at),
        ):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                act()
    with world.acting("fatima"):
        assert keep(promise=promised, kept=True, by=world.fatima, at=at)
        assert come_back(follow_up=back, by=world.fatima, at=at)


def test_of_three_only_who_has_a_seat_reads_and_only_their_time(rich: Rich) -> None:
    """Fatima is there from the beginning; Nora came later; Jan left; Wim never had a seat."""
    go_on(rich)
    with rich.world.acting("riet"):
        for one in Limit.objects.in_force():
            lift(limit=one, by=rich.world.riet, at=now())
        note(line="Wat er nu is.", circle=circle_of(rich), by=rich.world.riet, at=now())
    # Riet opened the past to Nora; that is undone, for here it is about who came later with the past closed.
    with owner():
        Membership.objects.get(id=rich.keys["membership"]).openings.all().delete()
    since = Membership.objects.filter(id=rich.keys["membership"])
    with rich.world.acting("nora"):
        came = since.get().sees_from
    for name, lines in (("fatima", "all"), ("nora", "since"), ("jan", "none"), ("wim", "none")):
        with rich.world.acting(name):
            times = list(Moment.objects.filter(circle=circle_of(rich)).values_list("noted_at", flat=True))
            assert bool(times) is (lines != "none"), name
            assert (min(times, default=came) < came) is (lines == "all"), name
    assert count(rich, Request, "member", "later", "volunteer") == [0, 0, 0]
