"""What became of a yes to an offer that another wrote down: its hat, its words, its letter, and who minds it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.bridge.charged import people_of
from nabij.bridge.heard import OfferYes
from nabij.bridge.hearing import going, heard_by, note_their_yes, say_yes
from nabij.bridge.nonames import Unsayable
from nabij.bridge.offering import change, end
from nabij.bridge.offers import Offer
from nabij.memory.carrying import carried
from nabij.memory.leaving import StillCarried, go
from nabij.people.models import Hat, Person, WayToReach
from nabij.post.models import Letter
from nabij.trust.models import Acquaintance
from tests.conftest import owner
from tests.rules.test_who_offers_for_another import REFUSED, els, heard, noted, now
from tests.world import World

__all__ = ["els"]


def open_hats(whose: Person) -> int:
    with owner():
        return Hat.objects.filter(person=whose, role="helpt in de buurt", open=True).count()


def test_the_hat_that_came_with_a_yes_goes_with_the_last_offer_there(world: World, els: Person) -> None:
    lamps = noted(world)
    with world.acting("marieke"):
        bread = heard(world, "els", line="Ik bak graag brood")
        note_their_yes(heard=bread, by=world.marieke, at=now())
        end(offer=Offer.objects.get(id=lamps.id), by=world.marieke, at=now())
        assert open_hats(els) == 1, "something is offered still"
        end(offer=Offer.objects.get(id=bread.id), by=world.marieke, at=now())
    assert open_hats(els) == 0
    with world.acting("yusuf"):
        assert not Person.objects.filter(id=els.id).exists(), "she is not seen in the neighbourhood any more"


def test_nobody_takes_off_the_hat_of_who_offers_still_or_logs_in(world: World, els: Person) -> None:
    lamps, jans = noted(world), heard(world, "jan")
    with world.acting("jan"):
        say_yes(heard=jans, yes=True, by=world.jan, at=now())
        end(offer=Offer.objects.get(id=jans.id), by=world.jan, at=now())
    with world.acting("yusuf"), connection.cursor() as cursor:
        for one in (lamps.id, jans.id):
            cursor.execute("select trust.let_go_of_hat(%s)", [one])
    assert (open_hats(els), open_hats(world.jan)) == (1, 1), "Jan takes it off himself"


def test_a_yes_that_was_noted_is_told_by_letter_also_after_a_no_to_another(world: World, els: Person) -> None:
    with world.acting("marieke"):
        WayToReach.objects.create(person=els, kind="mail", value="els@buurt.example", noted_by=world.marieke)
    with owner():
        Acquaintance.objects.create(who=world.fatima, person=els, introduced_by=world.marieke, at=now())
    first = heard(world, "els", by="fatima")
    with owner():
        assert Letter.objects.filter(about_id=first.id).count() == 1
        OfferYes.objects.create(heard=first, yes=False, by=els, at=now())
    second = heard(world, "els")
    with owner():
        assert not Letter.objects.filter(about_id=second.id).exists(), "she is not asked again"
    with world.acting("marieke"):
        assert note_their_yes(heard=second, by=world.marieke, at=now())
        assert Letter.objects.filter(about_id=second.id, reader=els).count() == 1, "but told what stands in her name"


def test_a_no_is_not_said_in_anothers_name(world: World, els: Person) -> None:
    there = heard(world, "els")
    with world.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        OfferYes.objects.create(heard=there, yes=False, by=els, noted_by=world.marieke, at=now())
    with world.acting("marieke"):
        assert note_their_yes(heard=there, by=world.marieke, at=now())


def test_the_times_are_changed_also_where_a_word_became_a_name(world: World, els: Person) -> None:
    noted(world)
    with owner():
        Offer.objects.update(line="Ik help Riet graag")
    with world.acting("marieke"):
        made = Offer.objects.get()
        change(offer=made, line="", kinds=[], week=["mon-morning"], room=None, until=None, by=world.marieke, at=now())
        made.refresh_from_db()
        assert (made.line, made.week) == ("Ik help Riet graag", ["mon-morning"])
        with pytest.raises(Unsayable):
            heard(world, "els", line="Ik help Riet graag")


def test_what_waits_past_its_last_day_is_written_down_anew(world: World) -> None:
    today = timezone.localdate()
    first = heard(world, "jan", until=today)
    later = now() + timedelta(days=2)
    with world.acting("marieke"):
        assert going(type(first).objects.filter(id=first.id), at=now()) == first
        assert going(type(first).objects.filter(id=first.id), at=later) is None
    again = heard(world, "jan", until=today + timedelta(days=9), at=later)
    assert again != first


def test_the_second_yes_to_one_sentence_stands_as_long_as_the_first(world: World) -> None:
    one, two = heard(world, "jan"), heard(world, "jan", by="riet")
    with world.acting("jan"):
        for there in (one, two):
            say_yes(heard=there, yes=True, by=world.jan, at=now())
        offered = Offer.objects.get()
    assert heard(world, "jan", by="riet") == two
    with world.acting("jan"):
        end(offer=offered, by=world.jan, at=now())
    assert heard(world, "jan", by="riet") != two, "stopped, it may be asked again"


def test_whose_it_is_reads_who_wrote_it_down(world: World) -> None:
    heard(world, "jan")
    with world.acting("jan"):
        (there,) = heard_by(by=world.jan)
        assert people_of([there.noted_by_id])[world.marieke.id].first_name == "Marieke"
    with world.acting("jan"), connection.cursor() as cursor:
        cursor.execute("select count(*) from trust.charged_names() where person = %s", [world.marieke.id])
        assert cursor.fetchone() == (1,)
    with world.acting("kim"), connection.cursor() as cursor:
        cursor.execute("select count(*) from trust.charged_names()")
        assert cursor.fetchone() == (0,)


def test_who_minds_an_offer_may_leave(world: World, els: Person) -> None:
    noted(world)
    with world.acting("marieke"):
        (minded,) = [
            one for _kind, items in carried(by=world.marieke, at=now()) for one in items if one.kind == "minded"
        ]
        assert not minded.waits
        with pytest.raises(StillCarried) as left:
            go(by=world.marieke, at=now())
    assert "verhalen" in str(left.value) and "aanbod" not in str(left.value), "her stories hold her, and not this"
