"""In danger a professional outside the circle reads for 24 hours; a trusted third watches, and decides who hears."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from nabij.moments.models import Moment, Stream
from nabij.moments.verbs import note
from nabij.people.models import Hat, Neighbourhood, Person, WayToReach
from nabij.people.verbs import put_on
from nabij.stories.breaking import (
    NameNeeded,
    NobodyTrusted,
    NoHatOfWork,
    ReasonNeeded,
    TriedTooOften,
    YoursAlready,
)
from nabij.stories.glassreading import missed, my_open, watched
from nabij.stories.models import Promise, SealedLine, Story
from nabij.stories.reading import cards
from nabij.stories.verbs import promise
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass, GlassAttempt, TrustedThird
from nabij.trust.models import Circle, Look, Membership
from nabij.trust.verbs import let_in, own_circle
from tests.conftest import owner
from tests.rules.danger import REFUSED, STREET, behind, broken, in_days, now
from tests.world import AT, World


def test_it_opens_what_is_written_around_somebody_for_reading(watched_world: World):
    world = watched_world
    with world.acting("yusuf"):
        assert not Moment.objects.exists()
    glass = broken(world)
    assert glass is not None
    with world.acting("yusuf"):
        seen = behind(world, glass)
        assert {one.line for one in seen.moments} == {"Naar de markt.", "Onder ons."}
        assert [one.words for one in seen.words] == ["Ik wil weer buiten."]
        assert [one.what for one in seen.promises] == ["Bellen"]
        assert {one.person.called for one in seen.readers} >= {"Riet Kuiper", "Marieke Bos"}
        assert not SealedLine.objects.exists()
        look = Look.objects.get(what="break_glass")
        assert (look.about, look.who, look.hat_name) == (glass.id, world.yusuf.id, "wijkverpleegkundige")
    with world.acting("loes"):
        assert not Moment.objects.exists()


def test_the_sealed_note_and_ones_own_notes_stay_closed(watched_world: World):
    """Yusuf was asked to keep the seal: that he broke the glass does not let him read it before his yes."""
    world = watched_world
    glass = broken(world)
    with world.acting("yusuf"):
        lines = {one.line for one in behind(world, glass).moments}
        assert not lines & {"Dicht.", "Voor mijzelf.", "Alleen van mij."}
        assert set(Moment.objects.values_list("line", flat=True)) == {"Naar de markt.", "Onder ons."}


def test_nothing_is_written_through_it_and_nobody_is_known_by_it(watched_world: World):
    world = watched_world
    glass = broken(world)
    with world.acting("yusuf"):
        circle = Circle.objects.get(id=world.riets_story.circle_id)
        for attempt in (
            lambda: note(line="Ik was hier.", circle=circle, by=world.yusuf, at=now()),
            lambda: promise(circle=circle, what="x", by=world.yusuf, at=now()),
            lambda: let_in(circle=circle, person=world.yusuf, by=world.yusuf, at=now()),
            lambda: let_in(circle=own_circle(by=world.yusuf, at=now()), person=world.riet, by=world.yusuf, at=now()),
            lambda: WayToReach.objects.create(person=world.riet, kind="phone", value="1", noted_by=world.yusuf),
        ):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                attempt()
        assert not Story.objects.filter(id=world.riets_story.id).exists()
        assert cards() == []
        assert not Moment.objects.filter(id__any_of=Stream(30)).exists()
        assert Promise.objects.of(world.yusuf.id).count() == 0
        assert behind(world, glass).is_open


def test_after_24_hours_it_is_over(watched_world: World):
    world = watched_world
    glass = broken(world)
    assert glass.until - glass.at == timedelta(hours=24)
    with owner():
        BreakGlass.objects.update(until=now() - timedelta(seconds=1))
    with world.acting("yusuf"):
        assert not Moment.objects.exists()
        assert not Person.objects.filter(id=world.riet.id).exists()
        seen = behind(world, glass)
        assert (seen.is_open, seen.moments, my_open(by=world.yusuf)) == (False, [], [])


def test_it_lasts_while_the_hat_is_worn(watched_world: World):
    world = watched_world
    broken(world)
    with acting_as(office("beheer")):
        Hat.objects.filter(person=world.yusuf).update(until=in_days(-1))
    with world.acting("yusuf"):
        assert not Moment.objects.exists()


def test_nobody_makes_it_last_longer(watched_world: World):
    world, at = watched_world, now()
    with world.acting("yusuf"):
        made = GlassAttempt.objects.create(
            by=world.yusuf, by_name=world.yusuf.called, hat=world.hats["yusuf"], third=world.loes,
            name="Riet Kuiper", place=STREET, reason="x", at=now(),
        )  # fmt: skip
        said = {
            "attempt": made, "about_name": "Riet", "by": world.yusuf, "by_name": world.yusuf.called,
            "hat_name": "wijkverpleegkundige", "third": world.loes, "at": at,
        }  # fmt: skip
        for person, hours in ((world.riet, 25), (world.kim, 24)):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                BreakGlass.objects.create(person_id=person.id, until=at + timedelta(hours=hours), **said)
        BreakGlass.objects.create(person_id=world.riet.id, until=at + timedelta(hours=24), **said)


def test_an_attempt_is_not_dated_back(watched_world: World):
    world = watched_world
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        GlassAttempt.objects.create(
            by=world.yusuf, by_name=world.yusuf.called, hat=world.hats["yusuf"], third=world.loes, name="x",
            place="y", reason="z", at=now(), logged_at=now() - timedelta(days=2),
        )  # fmt: skip


def test_who_wears_no_hat_of_work_does_not_break_it(watched_world: World):
    world = watched_world
    for who in ("fatima", "kim"):
        with pytest.raises(NoHatOfWork):
            broken(world, who=who)
        with world.acting(who), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            GlassAttempt.objects.create(
                by=world.people[who], by_name=world.people[who].called, third=world.loes, name="Riet Kuiper",
                place=STREET, reason="x", at=now(),
            )  # fmt: skip
    assert broken(world)


@pytest.mark.parametrize(
    ("said", "problem"),
    [({"reason": " "}, ReasonNeeded), ({"name": ""}, NameNeeded), ({"place": " "}, NameNeeded)],
)
def test_it_needs_a_reason_a_name_and_a_place(watched_world: World, said, problem):
    with pytest.raises(problem):
        broken(watched_world, **said)
    with watched_world.acting("yusuf"):
        assert not GlassAttempt.objects.exists()


def test_where_nobody_is_trusted_nothing_opens(world: World):
    with pytest.raises(NobodyTrusted):
        broken(world)


def test_nobody_watches_over_themselves(watched_world: World):
    world = watched_world
    with pytest.raises(NobodyTrusted):
        broken(world, who="loes")
    with world.acting("loes"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        GlassAttempt.objects.create(
            by=world.loes, by_name=world.loes.called, hat=world.hats["loes"], third=world.loes, name="Riet Kuiper",
            place=STREET, reason="x", at=now(),
        )  # fmt: skip


def test_who_watches_is_seen_by_the_neighbourhood(watched_world: World):
    world = watched_world
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        with pytest.raises(appointing.NobodySees):
            appointing.trust(person=world.jan, neighbourhood=east, since=timezone.localdate())
    with world.acting("yusuf"):
        assert TrustedThird.objects.get().person_id == world.loes.id
    with world.acting("kim"):
        assert not TrustedThird.objects.exists()


def test_what_is_not_found_and_who_is_not_there_sound_the_same(watched_world: World):
    world = watched_world
    with acting_as(office("beheer")):
        Person.objects.filter(id=world.fatima.id).update(street="Gouwhof")
    for name, place in (
        ("Riet", STREET),  # Not the whole name.
        ("Riet Kuiper", "Kwelderpad"),  # Another street.
        ("Niemand Zo", STREET),
        ("Fatima El Amrani", "Gouwhof"),  # Somebody without a story.
        ("Kim Lansink", STREET),  # Lives elsewhere.
        ("%", "%"),
    ):
        with owner():
            GlassAttempt.objects.update(logged_at=now() - timedelta(days=2))
        assert broken(world, name=name, place=place) is None
    with world.acting("yusuf"):
        assert GlassAttempt.objects.count() == 6
        assert not BreakGlass.objects.exists()
    with world.acting("loes"):
        assert len(missed(by=world.loes)) == 6
    with world.acting("riet"):
        assert not GlassAttempt.objects.exists()


def test_two_of_one_name_are_not_found(watched_world: World):
    world = watched_world
    with acting_as(office("beheer")):
        Person.objects.filter(id=world.jan.id).update(name="Riet Kuiper")
    with world.acting("jan"):
        from_jan = world.jan
    with owner():
        Membership.objects.filter(person=from_jan).update(as_resident=True)
    assert broken(world) is None


def test_five_times_a_day(watched_world: World):
    world = watched_world
    for _again in range(5):
        assert broken(world, name="Niemand Zo") is None
    with pytest.raises(TriedTooOften):
        broken(world)
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        GlassAttempt.objects.create(
            by=world.yusuf, by_name=world.yusuf.called, hat=world.hats["yusuf"], third=world.loes, name="x",
            place="y", reason="z", at=now(),
        )  # fmt: skip


def test_a_second_time_is_the_same_glass(watched_world: World):
    first, second = broken(watched_world), broken(watched_world)
    assert first == second
    with watched_world.acting("loes"):
        assert len(watched(by=watched_world.loes)) == 1


def test_who_is_in_the_circle_breaks_nothing(watched_world: World):
    with pytest.raises(YoursAlready):
        broken(watched_world, who="marieke")


def test_an_attempt_of_another_or_of_long_ago_finds_nothing(watched_world: World):
    world = watched_world
    broken(world)
    ask = "select trust.behind_glass(%s)"
    with world.acting("yusuf"):
        mine = GlassAttempt.objects.get()
        assert found(ask, mine.id) == [world.riet.id]
    with world.acting("marieke"):
        assert found(ask, mine.id) == []
    with owner():
        GlassAttempt.objects.update(logged_at=now() - timedelta(hours=1))
    with world.acting("yusuf"):
        assert found(ask, mine.id) == []


def found(sql: str, *args: object) -> list:
    with connection.cursor() as cursor:
        cursor.execute(sql, args)
        return list(cursor.fetchone()[0])


def test_a_hat_of_another_neighbourhood_finds_nobody_here(watched_world: World):
    world = watched_world
    with acting_as(office("beheer")):
        town = Neighbourhood.objects.get(code="GM0439")
        far = Neighbourhood.objects.create(code="BU04390999", name="Ver weg", kind="buurt", parent=town)
        put_on(person=world.loes, role="x", formal=True, since=localdate(AT), neighbourhood=far, open=True)
        appointing.trust(person=world.loes, neighbourhood=far, since=timezone.localdate())
        hat = put_on(person=world.kim, role="wijkagent", formal=True, since=localdate(AT), neighbourhood=far, open=True)
    world.hats["kim"] = hat
    assert broken(world, who="kim") is None
    assert broken(world) is not None
