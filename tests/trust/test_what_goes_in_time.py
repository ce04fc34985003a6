"""What is past its term goes, with a proof; what is younger or held stays, whatever the job asks."""

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from nabij.memory.models import Absence, Handover
from nabij.moments.models import Moment, Presence, TimeSpent
from nabij.moments.network import end, move
from nabij.moments.verbs import ComeBack, Present, come_back, draw_tie, note, say
from nabij.people.models import Person
from nabij.people.verbs import live_together, note_person, take_duty
from nabij.post.preferring import prefer
from nabij.post.verbs import make_link
from nabij.stories.calendars import make_feed
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.drafts import keep_draft
from nabij.stories.models import Closing, Promise, ReadyLine, Reopening, SilenceAnswer, Story, Turn
from nabij.stories.scanning import count_help
from nabij.stories.sealing import seal
from nabij.stories.seals import SealAgreement, SealedLine, SealedNote, SealKeeper, SealReview
from nabij.stories.verbs import ask, begin_smaller_circle, keep, promise, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.models import (
    BreakGlass,
    Circle,
    Deletion,
    Forgetting,
    GlassAttempt,
    GlassReview,
    Hold,
    Invitation,
    InvitationEnd,
    Knock,
    Look,
    Reply,
    Request,
    RightsReview,
    Session,
    Trace,
)
from nabij.trust.retention import forget
from nabij.trust.verbs import own_circle
from nabij.web.nightly import forget_in_time
from tests.conftest import owner
from tests.trust.aging import counted, let_rest, merged_and_apart, older
from tests.world import World

pytestmark = pytest.mark.django_db
YEAR, HALF = timedelta(days=370), timedelta(days=190)


def kept(made: Promise, **told: Any) -> None:
    keep(promise=made, kept=True, **told)
    Turn.objects.create(promise=made, day=timezone.localdate(), kept=True, **told)


@pytest.fixture
def full(world: World) -> World:
    """Riet's story with everything a story can hold."""
    now, circle, story = timezone.now(), world.riets_story.circle, world.riets_story
    with world.acting("marieke"):
        told = {"by": world.marieke, "at": now}
        jan = note_person(known_as="buurman met de hond", **told)
        world.people["hond"] = jan
        noted = note(
            line="Naar de markt gelopen.",
            circle=circle,
            hat=world.hats["marieke"],
            **told,
            present=[Present(world.riet), Present(jan)],
            come_backs=[ComeBack(timezone.localdate(now), "bellen")],
        )
        come_back(follow_up=noted.follow_ups.get(), by=world.marieke, at=now)
        of_riet = {"circle": circle, "owner": world.riet}
        tie = draw_tie(kind="neighbour", ring=2, told_by=world.marieke, at=now, other=jan, **of_riet)
        move(tie=tie, ring=1, by=world.marieke, at=now)
        end(tie=tie, by=world.marieke, at=now)
        say(about=jan, kind="named", said_by=world.riet, **of_riet, **told)
        tell(story=story, person=world.riet, words="Gewoon lopen", **told)
        ask(who=world.jan, circle=circle, story=story, what="Meelopen", **told)
        kept(promise(circle=circle, story=story, what="Bellen", **told), **told)
        make_feed(**told)
        prefer(pace="weekly", quiet=(None, None), language="nl", **told)
        mine = {"person": world.marieke, "at": now}
        TimeSpent.objects.create(moment=noted, minutes=20, **mine)
        Absence.objects.create(stand_in=world.jan, starts=timezone.localdate(now), ends=timezone.localdate(now), **mine)
        SilenceAnswer.objects.create(circle=circle, last=timezone.localdate(now), kind="right", **mine)
        let_rest(circle=circle, other=world.yusuf, **mine)
        Handover.objects.create(circle=circle, to=world.jan, to_name="Jan", last_day=timezone.localdate(now), **mine)
        count_help(story=story, circle=circle, informal=["Jan"], formal=[], by=world.marieke, at=now)
        ReadyLine.objects.create(story=story, circle=circle, what="Bel even", position=0, by=world.marieke, at=now)
        Reopening.objects.create(closing=Closing.objects.create(story=story, circle=circle, **told), **told)
        merged_and_apart(world, double=jan, at=now)
        begin_smaller_circle(story=story, name="wij twee", by=world.marieke, at=now, readers=[])
        note(line="Alleen voor mij.", circle=own_circle(by=world.marieke, at=now), by=world.marieke, at=now)
    return world


def stories_left() -> list[str]:
    with owner():
        return sorted(str(one.person) for one in Story.objects.all())


def test_nothing_young_goes(full: World):
    older(timedelta(days=150))
    was = counted()
    report = forget(at=timezone.now())
    assert (report.lines, report.left, counted()) == ([], {}, was)


def test_a_story_goes_a_year_after_its_last_moment_with_all_that_hangs_on_it(full: World):
    older(YEAR)
    report = forget(at=timezone.now())
    assert report.left == {}
    left = counted()
    gone: tuple[str, ...] = (
        "stories_story",
        "stories_promise",
        "stories_answer",
        "stories_keeping",
        "stories_turn",
        "stories_ownwords",
        "stories_scan",
        "stories_resource",
        "stories_closing",
        "stories_reopening",
        "stories_readyline",
        "stories_silenceanswer",
    )
    gone += ("moments_moment", "moments_presence", "moments_followup", "moments_cameback", "moments_tie")
    gone += ("moments_timespent", "moments_placing", "moments_tieend", "memory_absence", "memory_handover")
    gone += ("trust_merge", "trust_mergeend", "bridge_lookrest", "bridge_partneranswer")
    gone += ("moments_saying", "trust_noted", "stories_storycircle")
    assert {name: left[name] for name in gone if left[name]} == {"stories_story": 1}, "Kim keeps hers for two years"
    assert stories_left() == ["Kim Lansink"]
    with owner():
        assert not Person.objects.filter(known_as="buurman met de hond").exists()
        assert Person.objects.filter(name="Riet Kuiper").exists(), "who has a login stays as long as that"


def test_one_moment_of_last_month_keeps_the_whole_circle(full: World):
    older(YEAR)
    with full.acting("fatima"):
        line = {"line": "Nog gezien.", "circle": full.riets_story.circle, "by": full.fatima}
        note(**line, at=timezone.now() - timedelta(days=30))
    forget(at=timezone.now())
    with owner():
        assert Moment.objects.filter(circle=full.riets_story.circle).count() == 2
        assert Promise.objects.count() == 2
    assert stories_left() == ["Kim Lansink", "Riet Kuiper"]


def test_a_promise_kept_last_month_stays_in_a_quiet_circle(full: World):
    older(YEAR)
    with owner():
        kept = Promise.objects.get(what="Bellen").keeping
        kept.at = timezone.now() - timedelta(days=30)
        kept.save()
    forget(at=timezone.now())
    with owner():
        assert [one.what for one in Promise.objects.all()] == ["Bellen"]
    assert stories_left() == ["Kim Lansink", "Riet Kuiper"], "what stays keeps its story"


def test_a_dry_run_says_just_what_the_run_then_deletes_and_the_next_run_finds_nothing(full: World):
    older(YEAR)
    was, now = counted(), timezone.now()
    said = forget(at=now, dry_run=True)
    assert said.lines
    assert counted() == was
    assert forget(at=now).lines == said.lines
    assert forget(at=now).lines == []


def test_small_batches_delete_the_same(full: World):
    older(YEAR)
    said = forget(at=timezone.now(), dry_run=True)
    assert forget(at=timezone.now(), batch=1).lines == said.lines


def test_the_proof_holds_counts_and_days_and_nothing_of_what_stood_there(full: World):
    older(YEAR)
    report = forget(at=timezone.now())
    with owner():
        proofs = list(Deletion.objects.all())
        assert sum(one.how_many for one in proofs) == sum(one.how_many for one in report.lines)
        said = " ".join(str(vars(one)) for one in proofs)
    assert all(len(one.keys_hash) == 64 for one in proofs)
    for word in ("Riet", "Marieke", "markt", "lopen", "hond", "wij twee", str(full.riets_story.id)):
        assert word not in said
    moments = next(one for one in proofs if one.table_name == "moments_moment")
    assert moments.oldest == moments.newest == timezone.localdate(timezone.now() - YEAR)


def test_what_is_held_stays_and_goes_when_the_hold_is_lifted(full: World):
    older(YEAR)
    with acting_as(office("beheer")):
        day = timezone.localdate() + timedelta(days=30)
        held = Hold.objects.create(
            person_key=full.riet.id, why="Een klacht", by_name="Loes", until=day, at=timezone.now()
        )
    assert "Riet Kuiper" in stories_left()
    report = forget(at=timezone.now())
    assert [one.id for one in report.held] == [held.id]
    with owner():
        assert Moment.objects.filter(circle=full.riets_story.circle).count() == 1
        assert Presence.objects.count() == 2, "whom a held moment speaks of stays too"
    with full.acting("riet"):
        assert Hold.objects.get().why == "Een klacht"
    with full.acting("fatima"):
        assert not Hold.objects.exists()
    with owner():
        Hold.objects.all().update(until=timezone.localdate() - timedelta(days=1))
    forget(at=timezone.now())
    assert stories_left() == ["Kim Lansink"]


def test_the_office_cannot_delete_what_is_young_nor_read_a_line(full: World):
    """Even a mistake in the job: the rules hold the terms."""
    tables: tuple[str, ...] = (
        "moments_moment",
        "moments_tie",
        "stories_promise",
        "stories_story",
        "trust_circle",
        "people_person",
    )
    tables += ("moments_presence", "trust_membership", "trust_noted", "post_letter", "people_account", "people_hat")
    with acting_as(office("bewaren")), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"select count(*) from {table}")
            assert cursor.fetchone()[0] > 0
            cursor.execute(f"delete from {table}")
            assert cursor.rowcount == 0, table
        for column in ("moments_moment (line)", "stories_ownwords (words)", "moments_tie (gives)"):
            table, name = column.rstrip(")").split(" (")
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                cursor.execute(f"select {name} from {table}")
    older(YEAR, tables=["moments_moment"])
    with acting_as(office("bewaren")), connection.cursor() as cursor, transaction.atomic():
        cursor.execute("delete from moments_presence")
        assert cursor.rowcount == 0, "who was there goes with the moment, not before it"
    refused = pytest.raises(Exception, match="permission denied")
    with full.acting("marieke"), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute("delete from moments_moment")


def test_who_is_only_known_as_somebody_is_forgotten_after_six_months_and_the_moment_stays(full: World):
    older(HALF)
    now = timezone.now()
    with full.acting("marieke"):
        other = note_person(known_as="zus uit Hoorn", by=full.marieke, at=now - HALF)
        recent = {"circle": full.riets_story.circle, "by": full.marieke, "at": now - timedelta(days=100)}
        note(line="Zus gebeld.", present=[Present(other)], **recent)
    with owner():
        connection.cursor().execute("update trust_noted set at = at - interval '200 days'")
    forget(at=now)
    with owner():
        assert [one.known_as for one in Person.objects.exclude(known_as="")] == ["zus uit Hoorn"]
        moment = Moment.objects.get(line="Naar de markt gelopen.")
        assert [one.person for one in moment.presences.all()] == [full.riet]


def test_letters_links_and_duties_go_in_their_time(full: World):
    now = timezone.now()
    with acting_as(office("beheer")):
        take_duty(
            hat=full.hats["marieke"],
            neighbourhood=full.marieke.neighbourhood,
            starts=now - timedelta(hours=9),
            ends=now - timedelta(hours=1),
            phone="0299",
        )
    with acting_as(office("post")):
        letter = full.jan.letters.get()
        make_link(letter=letter, expires=now + timedelta(days=7))
    with full.acting("marieke"):
        keep_draft(by=full.marieke, place="/woorden/", typed={"words": "Nog niet af"}, seen="", at=now)
    older(timedelta(days=29), tables=["stories_draft"])
    assert forget(at=now).lines == []
    older(timedelta(days=39))
    gone = {(one.table, one.how_many) for one in forget(at=now).lines}
    assert gone == {("post_link", 1), ("stories_draft", 1)}
    older(timedelta(days=330), tables=["post_letter", "people_duty"])
    assert {one.table for one in forget(at=now).lines} == {"post_letter", "people_duty"}


def test_a_login_that_nobody_used_for_two_years_goes_when_its_person_reads_nowhere(full: World):
    older(timedelta(days=800), tables=["people_account", "people_person"])
    forget(at=timezone.now())
    with owner():
        left = set(Person.objects.filter(account__isnull=False).values_list("name", flat=True))
    assert left == {"Riet Kuiper", "Marieke Bos", "Fatima El Amrani", "Jan Groen", "Kim Lansink"}


def test_a_household_nobody_is_in_goes_and_one_with_people_stays(full: World):
    with acting_as(office("beheer")):
        live_together(people=[full.riet], name="Kuiper")
        live_together(people=[], name="niemand")
    assert [(one.table, one.how_many) for one in forget(at=timezone.now()).lines] == [("people_household", 1)]


def test_the_worker_does_it_each_night(full: World):
    older(YEAR)
    forget_in_time(timestamp=0)
    assert stories_left() == ["Kim Lansink"]
    assert forget(at=timezone.now()).lines == []


def test_a_circle_is_never_left_behind_half(full: World):
    older(YEAR)
    forget(at=timezone.now())
    with owner():
        assert not Circle.objects.filter(memberships__isnull=True).exists()


def test_what_came_with_trust_goes_in_its_time_and_not_before(full: World):
    now, circle = timezone.now(), full.riets_story.circle
    day = timezone.localdate()
    with owner():
        asked = Invitation.objects.create(
            circle=circle, person=full.loes, by=full.riet, at=now, expires=now + timedelta(days=14)
        )
        Knock.objects.create(invitation=asked, name="Loes", at=now)
        InvitationEnd.objects.create(invitation=asked, kind="declined", by=full.loes, at=now)
        request = Request.objects.create(
            person=full.riet, noted_by=full.riet, answerer=full.marieke, kind="access", made_at=now, answer_by=day
        )
        Reply.objects.create(request=request, kind="granted", by=full.marieke, at=now)
        attempt = GlassAttempt.objects.create(
            by=full.yusuf, third=full.loes, name="Riet", place="thuis", reason="brand", at=now
        )
        glass = BreakGlass.objects.create(
            attempt=attempt, person=full.riet, by=full.yusuf, third=full.loes, at=now, until=now + timedelta(days=1)
        )
        GlassReview.objects.create(glass=glass, verdict="needed", words="Terecht.", by=full.loes, at=now)
        worry = Concern.objects.create(words="Zorg.", by=full.jan, to=full.marieke, answer_by=day, at=now)
        ConcernAnswer.objects.create(concern=worry, kind="answered", words="Gebeld.", by=full.marieke, at=now)
        Session.objects.create(session_key="x", expire_date=now + timedelta(days=1), begun_at=now, seen_at=now)
        RightsReview.objects.create(at=now, changed="")
    new = ("trust_invitation", "trust_knock", "trust_invitationend", "trust_session", "stories_concern")
    long = ("trust_request", "trust_reply", "trust_glassattempt", "trust_breakglass", "trust_glassreview")
    tables = (*new, *long, "stories_concernanswer", "trust_rightsreview")
    assert forget(at=now).lines == []
    older(timedelta(days=50), tables=tables)
    assert {one.table for one in forget(at=now).lines} == {*new[:4]}
    older(timedelta(days=400), tables=tables)
    assert {one.table for one in forget(at=now).lines} == {"stories_concern", "stories_concernanswer"}
    older(timedelta(days=1200), tables=tables)
    assert forget(at=now).lines == []
    older(timedelta(days=200), tables=tables)
    report = forget(at=now)
    assert ({one.table for one in report.lines}, report.left) == ({*long, "trust_rightsreview"}, {})


def test_a_sealed_note_keeps_its_story_until_both_keepers_decided(full: World):
    now, day = timezone.now(), timezone.localdate() + timedelta(days=14)
    with full.acting("marieke"):
        said = {"words": "Blauwe plek.", "reason": "Overleggen.", "review_on": day}
        note = seal(story=full.riets_story, second=full.yusuf, by=full.marieke, at=now, **said)
    older(YEAR)
    assert forget(at=now).left == {}
    assert "Riet Kuiper" in stories_left()
    with owner():
        review = SealReview.objects.create(note=note, kind="delete", by=full.marieke, at=now)
        SealAgreement.objects.create(review=review, yes=True, by=full.yusuf, at=now)
    report = forget(at=now)
    assert report.left == {}
    with owner():
        assert not SealedNote.objects.exists() and not SealKeeper.objects.exists() and not SealedLine.objects.exists()
    assert stories_left() == ["Kim Lansink"]


def test_the_logs_are_forgotten_after_five_years_and_say_so_themselves(world: World):
    """With the function that really forgets them, of the office that may; nothing younger goes."""
    now = timezone.now()
    with owner():
        was = Trace.objects.count()
        for at in (now - timedelta(days=5 * 366), now - timedelta(days=5 * 364)):
            Trace.objects.create(id=key_of(at), at=at, who_name="Marieke", what="note", thing="x")
            Look.objects.create(id=key_of(at), at=at, who_name="Marieke", about=world.riet.id, what="read", thing="x")
    said = forget(at=now, dry_run=True)
    assert [(one.table, one.how_many) for one in said.lines] == [("trust_look", 2)]
    assert forget(at=now).lines == said.lines
    with owner():
        assert (Trace.objects.count(), Look.objects.count()) == (was + 1, 1)
        assert (Forgetting.objects.get().looks, Deletion.objects.get(table_name="trust_look").how_many) == (1, 2)
    assert forget(at=now).lines == []


def key_of(at: datetime) -> UUID:
    """As a row is named that was written then."""
    return UUID(int=int(at.timestamp() * 1000) << 80 | 7 << 76 | 2 << 62 | secrets.randbits(60))
