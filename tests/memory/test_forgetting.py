"""Forgetting: nothing goes without a granted request, what is only about me goes, and what must stay says why."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import ProgrammingError, connection, transaction
from django.db.models import Model
from django.utils.timezone import localdate

from nabij.memory.forgetting import Held, NotGranted, forget, what_would_go
from nabij.moments.models import Attachment, Moment, Saying, Tie, TimeSpent
from nabij.moments.network import add, note_saying
from nabij.moments.verbs import Present, note
from nabij.people.families import Birth, Parent
from nabij.people.mandates import Proof
from nabij.people.models import Account, Hat, Person, Signpost, Strength, WayToReach
from nabij.people.own import be_reached, offer_strength
from nabij.people.verbs import note_birth
from nabij.post.requests import Thing, ask, reply
from nabij.stories.caring import answer_concern, share
from nabij.stories.concerns import Concern
from nabij.stories.drafts import keep_draft
from nabij.stories.models import Closing, Draft, OwnWords, Promise, ReadyLine, Reopening, Resource, Scan, Story
from nabij.stories.scanning import count_help
from nabij.stories.sealing import NowhereToOpen, agree, answer_as_second, propose, seal
from nabij.stories.sealreading import open_sealed
from nabij.stories.seals import KeeperAnswer, SealedLine, SealedNote, SealKeeper, SealReview, SealTold
from nabij.stories.silences import SilenceAnswer
from nabij.stories.verbs import ask as ask_promise
from nabij.stories.verbs import keep, promise, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.consenting import consent
from nabij.trust.grounds import hold, lift
from nabij.trust.models import (
    Circle,
    Consent,
    Correction,
    Erasure,
    Invitation,
    Knock,
    Limit,
    Membership,
    Opening,
    Purpose,
    Reply,
    Request,
    Trace,
)
from nabij.trust.requesting import put_beside
from nabij.trust.verbs import open_past
from tests.conftest import owner
from tests.memory.bridged import heard_of_another, left_of_bridge, not_now, offers_and_asks
from tests.memory.introduced import introductions_of_riet, left_of_introductions
from tests.world import AT, World


@pytest.fixture
def told(world: World) -> Moment:
    """Riet's story, full; and Riet in a note of Kim's story."""
    circle = world.riets_story.circle
    with world.acting("marieke"):
        moment = note(line="Riet viel.", circle=circle, by=world.marieke, at=AT, present=[Present(world.riet)])
        hung = {"kind": "jpg", "content": b"x", "small": b"x", "size": 1, "alt": "Riet op de markt"}
        TimeSpent.objects.create(moment=moment, person=world.marieke, minutes=20, at=AT)
        Attachment.objects.create(moment=moment, circle=circle, by=world.marieke, at=AT, **hung)
        add(circle=circle, owner=world.riet, name="Ineke Kuiper", by=world.marieke, at=AT, kind="family", ring=1)
        note_saying(circle=circle, owner=world.riet, about=world.jan, kind="named", by=world.marieke, at=AT, words="x")
        kept = promise(circle=circle, what="belt", by=world.marieke, at=AT, story=world.riets_story)
        keep(promise=kept, kept=True, by=world.marieke, at=AT)
        story = {"story": world.riets_story, "circle": circle, "at": AT}
        ReadyLine.objects.create(what="Vraag wie er al komt", position=0, by=world.marieke, **story)
        Reopening.objects.create(closing=Closing.objects.create(by=world.marieke, **story), by=world.marieke, at=AT)
        SilenceAnswer.objects.create(person=world.marieke, circle=circle, last=localdate(AT), kind="right", at=AT)
        not_now(circle=circle, by=world.marieke, at=AT)
        heard_of_another(world.riet, by=world.marieke, at=AT)
        ask_promise(who=world.jan, circle=circle, what="loopt", by=world.marieke, at=AT, story=world.riets_story)
    with world.acting("riet"):
        offers_and_asks(world.riet, at=AT)
        be_reached(by=world.riet, kind="phone", value="06 00 00 00 61")
        offer_strength(by=world.riet, kind="can", what="breien", open=False)
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen.", by=world.riet, at=AT)
        count_help(story=world.riets_story, circle=circle, informal=["Jan"], formal=["arts"], by=world.riet, at=AT)
        put_beside(note=moment.id, circle=circle, words="Ik struikelde.", by=world.riet, at=AT)
        keep_draft(by=world.riet, place="/woorden/", typed={"words": "Nog niet af"}, seen="", at=AT)
    introductions_of_riet(world)
    with owner():
        Membership.objects.create(circle=world.kims_story.circle, person=world.riet, let_in_by=world.kim, since=AT)
    with world.acting("kim"):
        note(
            line="Riet Kuiper kwam koffie drinken, riet lachte.",
            circle=world.kims_story.circle,
            present=[Present(world.riet)],
            by=world.kim,
            at=AT,
        )
    return moment


def granted(world: World, *, thing: Thing | None = None, kind: str = "granted") -> Request:
    with world.acting("riet"):
        asked = ask(kind="erase", person=world.riet, by=world.riet, at=AT, words="Haal mij weg.", thing=thing)
    with world.acting("marieke"):
        reply(request=asked, kind=kind, words="" if kind == "granted" else "nee", by=world.marieke, at=AT)
        return Request.objects.with_answers().get(id=asked.id)


TABLES = (
    Moment,
    Tie,
    Saying,
    OwnWords,
    Promise,
    Story,
    *(Circle, Account, WayToReach, Strength, Correction, Draft, Attachment, SilenceAnswer),
)


def test_nothing_goes_without_a_granted_request_not_even_by_the_office(world: World, told: Moment) -> None:
    with acting_as(office("rights")):
        assert all(model.objects.only("id").delete()[0] == 0 for model in TABLES)
        assert not Person.objects.filter(id=world.riet.id).update(name="")
    refused = granted(world, kind="refused")
    with world.acting("marieke"), pytest.raises(NotGranted):
        forget(request=refused, by=world.marieke, at=AT)
    with acting_as(office("rights")):
        assert all(model.objects.only("id").delete()[0] == 0 for model in TABLES)
    with owner():
        assert Moment.objects.count() == 2 and Story.objects.count() == 2


def test_nobody_else_deletes_and_no_other_office(world: World, told: Moment) -> None:
    granted(world)
    for actor in (
        world.acting("marieke"),
        world.acting("riet"),
        acting_as(office("beheer")),
        acting_as(office("post")),
    ):
        with actor:
            try:
                with transaction.atomic():
                    assert Moment.objects.only("id").delete()[0] == 0
            except ProgrammingError as no_right:
                assert "permission denied" in str(no_right)


def test_what_is_only_about_me_goes_and_elsewhere_i_am_somebody(world: World, told: Moment) -> None:
    asked = granted(world)
    with world.acting("marieke"):
        goes, stays = what_would_go(asked, at=AT)
        assert goes["momenten"] == 1 and goes["verhalen"] == 1
        proof = forget(request=asked, by=world.marieke, at=AT)
        assert proof.counts == goes and [one["kind"] for one in stays] == ["sporen"]
        with pytest.raises(NotGranted):
            forget(request=Request.objects.with_answers().get(id=asked.id), by=world.marieke, at=AT)
    with owner():
        gone = Person.objects.get(id=world.riet.id)
        assert (gone.name, gone.known_as, gone.neighbourhood) == ("", "iemand", None)
        assert [one.line for one in Moment.objects.all()] == ["iemand kwam koffie drinken, iemand lachte."]
        assert list(Story.objects.all()) == [world.kims_story]
        assert not Account.objects.filter(person=world.riet).exists()
        assert not WayToReach.objects.exists() and not Strength.objects.exists() and not OwnWords.objects.exists()
        assert not any(one.exists() for one in left_of_introductions())
        assert not any(one.exists() for one in (*left_of_bridge(), SilenceAnswer.objects, TimeSpent.objects))
        assert not Closing.objects.exists() and not Reopening.objects.exists() and not ReadyLine.objects.exists()
        assert not Scan.objects.exists() and not Resource.objects.exists() and not Signpost.objects.exists()
        assert not Membership.objects.current().filter(person=world.riet).exists()
        left = Request.objects.get()
        assert (left.words, left.person_name) == ("", "iemand")
        assert Trace.objects.filter(what="erase").exists()
        words = json.dumps([Erasure.objects.get().counts, Erasure.objects.get().stays])
        assert "Riet" not in words and "viel" not in words


def test_one_note_goes_and_the_rest_stays(world: World, told: Moment) -> None:
    asked = granted(world, thing=Thing("moments.moment", told.id, told.circle, None))
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=AT)
    assert proof.counts == {"rechtzettingen": 1, "momenten": 1}
    with owner():
        assert not Moment.objects.filter(id=told.id).exists() and Story.objects.count() == 2
        assert Account.objects.filter(person=world.riet).exists()


def test_a_note_of_a_strangers_circle_cannot_be_named(world: World) -> None:
    """Riet guesses the key of a note in Kim's story, and Marieke grants it: it stays."""
    with world.acting("kim"):
        kims = note(line="Van Kim.", circle=world.kims_story.circle, by=world.kim, at=AT)
    asked = granted(world, thing=Thing("moments.moment", kims.id, None, None))
    with world.acting("marieke"):
        assert forget(request=asked, by=world.marieke, at=AT).counts == {}
    with owner():
        assert Moment.objects.filter(id=kims.id).exists()


def test_what_the_law_keeps_stays_with_its_reason(world: World, told: Moment) -> None:
    with owner():
        said: dict[str, Any] = {"recipients": "wie in de kring is", "keep_months": 180}
        Purpose.objects.create(key="wmo", sentence="Hulp van de gemeente.", ground="wmo", law="Wmo 2015", **said)
        Purpose.objects.create(key="mag", sentence="Een foto.", ground="consent", **said)
        Moment.objects.filter(id=told.id).update(purpose="wmo")
    with world.acting("marieke"):
        note(line="Foto gemaakt.", circle=told.circle, by=world.marieke, at=AT)
    with owner():
        Moment.objects.filter(line="Foto gemaakt.").update(purpose="mag")
    asked = granted(world)
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=AT)
    law = proof.stays[0]
    assert (law["kind"], law["count"], law["ground"], law["until"]) == ("momenten", 1, "Wmo 2015", "2041-11-18")
    with owner():
        assert [one.line for one in Moment.objects.filter(circle=told.circle)] == ["Riet viel."]
        assert Person.objects.get(id=world.riet.id).name == "Riet Kuiper", "the law keeps it about somebody"
        assert Story.objects.filter(id=world.riets_story.id).exists() and not Limit.objects.exists()
        assert Reply.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from stories_promise")
            assert cursor.fetchone() == (0,)


def everything_new(world: World) -> None:
    """What the rest of trust hangs on Riet: a sealed note, a worry, an invitation, a yes, a day of birth."""
    circle, later = world.riets_story.circle, AT + timedelta(days=1)
    with world.acting("marieke"):
        seal(
            story=world.riets_story,
            words="Blauwe plek.",
            reason="Eerst overleggen.",
            second=world.yusuf,
            review_on=localdate(AT + timedelta(days=14)),
            by=world.marieke,
            at=AT,
        )
        share(words="Ik maak me zorgen.", to=world.hats["yusuf"], by=world.marieke, at=AT, story=world.riets_story)
    with world.acting("riet"):
        consent(person=world.riet, circle=circle, informed="Aan tafel.", by=world.riet, at=AT)
        note_birth(person=world.riet, day=date(1942, 3, 4), by=world.riet, at=AT)
        membership = Membership.objects.get(circle=circle, person=world.jan)
        open_past(membership=membership, by=world.riet, at=later)
    with owner():
        end = {"at": AT, "expires": AT + timedelta(days=14)}
        theirs = Invitation.objects.create(circle=world.kims_story.circle, person=world.riet, by=world.kim, **end)
        Knock.objects.create(invitation=theirs, person=world.riet, name="Riet", address="r@voorbeeld.example", at=AT)
        Invitation.objects.create(circle=circle, person=world.loes, name="Loes", by=world.marieke, **end)
        Invitation.objects.create(circle=world.kims_story.circle, person=world.jan, name="Jan", by=world.kim, **end)
        Parent.objects.create(child=world.jan, parent=world.riet, at=AT)
        Parent.objects.create(child=world.jan, parent=world.kim, at=AT)
        hat = Hat.objects.create(person=world.riet, role="buurvrouw", formal=False, since=date(2026, 1, 1))
        Proof.objects.create(hat=hat, kind="training", seen_on=date(2026, 1, 1))
        Authenticator.objects.create(user=world.riet.account, type="totp", data={})
        SocialAccount.objects.create(user=world.riet.account, provider="oidc", uid="riet")


CLOSED: tuple[type[Model], ...] = (SealedNote, SealKeeper, SealedLine, KeeperAnswer, SealTold, Concern)
NEW: tuple[type[Model], ...] = (Consent, Birth, Opening, Knock, Proof, Authenticator, SocialAccount)
HANGS: tuple[type[Model], ...] = (*CLOSED, *NEW, Invitation, Parent)


def test_all_that_trust_hangs_on_somebody_goes_and_what_is_anothers_stays(world: World, told: Moment) -> None:
    everything_new(world)
    with acting_as(office("rights")):
        assert all(model._default_manager.only("pk").delete()[0] == 0 for model in HANGS)
    asked = granted(world)
    with world.acting("marieke"):
        counts = forget(request=asked, by=world.marieke, at=AT).counts
    assert {"toestemming", "uitnodigingen", "geboren", "ouders", "bewijzen"} <= set(counts)
    with owner():
        assert {one.__name__ for one in NEW if one._default_manager.exists()} == set()
        assert all(one._default_manager.exists() for one in CLOSED), "what still stands is for its keepers to decide"
        assert [one.name for one in Invitation.objects.all()] == ["Jan"]
        assert [one.parent for one in Parent.objects.all()] == [world.kim]
        assert Trace.objects.filter(what="seal").exists(), "that it was there stays in the log"


def closed(world: World, *, over: bool) -> None:
    """A sealed note that Riet does not hear of, kept by Yusuf and Loes, and a worry of Yusuf's."""
    said = {"words": "Blauwe plek.", "reason": "Overleg.", "review_on": localdate(AT + timedelta(days=14))}
    with owner():
        Membership.objects.create(
            circle=world.riets_story.circle,
            person=world.yusuf,
            hat=world.hats["yusuf"],
            let_in_by=world.marieke,
            since=AT,
        )
    with world.acting("yusuf"):
        sealed = seal(story=world.riets_story, second=world.loes, why_untold="Gevaar.", by=world.yusuf, at=AT, **said)
        told = share(words="Zorg.", to=world.hats["loes"], by=world.yusuf, at=AT, story=world.riets_story)
    with world.acting("loes"):
        answer_as_second(keeper=SealKeeper.objects.get(person=world.loes), yes=True, by=world.loes, at=AT)
        if over:
            answer_concern(concern=told, kind="answered", words="Gedaan.", by=world.loes, at=AT)
            propose(sealed=sealed, kind="delete", why="Het is over.", by=world.loes, at=AT)
    if over:
        with world.acting("yusuf"):
            agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=AT)


def test_who_answers_learns_of_no_seal_and_erases_none_that_stands(world: World, told: Moment) -> None:
    asked = granted(world)
    with world.acting("marieke"):
        before = what_would_go(asked, at=AT)
    closed(world, over=False)
    with world.acting("marieke"):
        goes, stays = what_would_go(asked, at=AT)
        before[0]["lezers"] += 1  # Yusuf reads along since; nothing else differs.
        assert (goes, stays) == before and not {"besloten", "zorgen"} & set(goes)
        proof = forget(request=asked, by=world.marieke, at=AT)
        assert proof.counts == goes
        assert not Story.objects.filter(id=world.riets_story.id).exists(), "the frame that stays is seen by nobody"
        assert not SealedNote.objects.exists() and not Concern.objects.exists()
    with world.acting("loes"):
        assert Concern.objects.get().words == "Zorg."
        there = open_sealed(note_id=SealedNote.objects.get().id, by=world.loes, hat=world.hats["loes"], at=AT)
        assert there.erasure_asked and [one.words for one in there.lines] == ["Blauwe plek."]
    with owner():
        assert not Moment.objects.filter(circle=told.circle_id).exists() and not OwnWords.objects.exists()
        kept = Membership.objects.filter(circle=told.circle_id)
        assert [(one.person, one.as_resident) for one in kept] == [(world.riet, True)]


def test_keepers_of_somebody_forgotten_may_delete_and_not_open(world: World, told: Moment) -> None:
    asked = granted(world)
    closed(world, over=False)
    with world.acting("marieke"):
        forget(request=asked, by=world.marieke, at=AT)
    with world.acting("loes"):
        sealed = SealedNote.objects.get()
        with pytest.raises(NowhereToOpen):
            propose(sealed=sealed, kind="open", by=world.loes, at=AT)
        propose(sealed=sealed, kind="delete", why="Het is over.", by=world.loes, at=AT)
    with world.acting("yusuf"):
        agree(review=SealReview.objects.get(), yes=True, by=world.yusuf, at=AT)
    with owner():
        assert not SealedLine.objects.exists() and SealedNote.objects.get().reason == ""


def test_a_seal_and_a_worry_that_are_over_go_with_the_story_uncounted(world: World, told: Moment) -> None:
    asked = granted(world)
    closed(world, over=True)
    with world.acting("marieke"):
        assert not {"besloten", "zorgen"} & set(forget(request=asked, by=world.marieke, at=AT).counts)
    with owner():
        assert not SealedNote.objects.exists() and not SealKeeper.objects.exists() and not Concern.objects.exists()
        assert not Story.objects.filter(id=world.riets_story.id).exists()


def test_what_is_held_is_not_erased_before_that_is_over(world: World, told: Moment) -> None:
    with acting_as(office("beheer")):
        held = hold(person=world.riet.id, why="Een klacht", by_name="Loes", until=date(2099, 1, 1), at=AT)
    asked = granted(world)
    with world.acting("marieke"):
        goes, stays = what_would_go(asked, at=AT)
        assert (goes, stays[0]["kind"], stays[0]["why"], stays[0]["until"]) == (
            {},
            "bewaard",
            "Een klacht",
            "2099-01-01",
        )
        with pytest.raises(Held):
            forget(request=asked, by=world.marieke, at=AT)
    with owner():
        assert Person.objects.get(id=world.riet.id).name == "Riet Kuiper" and Moment.objects.count() == 2
        assert not Erasure.objects.exists(), "it can be asked again when the hold is over"
    with acting_as(office("beheer")):
        lift(hold=held, why="Afgehandeld", by_name="Loes", at=AT)
    with world.acting("marieke"):
        assert forget(request=asked, by=world.marieke, at=AT).counts["momenten"] == 1


def test_a_note_of_a_circle_that_is_held_stays(world: World, told: Moment) -> None:
    with acting_as(office("beheer")):
        hold(circle=told.circle_id, why="Onderzoek", by_name="Loes", until=date(2099, 1, 1), at=AT)
    asked = granted(world, thing=Thing("moments.moment", told.id, told.circle, None))
    with world.acting("marieke"), pytest.raises(Held):
        forget(request=asked, by=world.marieke, at=AT)
    with owner():
        assert Moment.objects.filter(id=told.id).exists()


def test_the_office_reads_no_words(world: World, told: Moment) -> None:
    """Not of what it erases either: names are taken out of lines that one word hands over, and to this office alone."""
    granted(world)
    with acting_as(office("rights")), connection.cursor() as cursor:
        cursor.execute("select said from trust.texts_to_mask() where part = 'line'")
        assert [line for (line,) in cursor] == ["Riet Kuiper kwam koffie drinken, riet lachte."]
        for table, column in (
            ("moments_moment", "line"),
            ("stories_sealedline", "words"),
            ("stories_concern", "words"),
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(f"select {column} from {table}")
    with acting_as(office("bewaren")), connection.cursor() as cursor:
        cursor.execute("select said from trust.texts_to_mask()")
        assert cursor.fetchall() == []
