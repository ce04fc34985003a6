"""The chain of the logs: each minute, never a row missed, and every row changed, removed or slipped in is found."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.base.keys import uuid7
from nabij.trust import chaining
from nabij.trust.acting import acting_as, office
from nabij.trust.chaining import FORM, FORMS, chain
from nabij.trust.chainwalk import Verdict, Wrong, walk
from nabij.trust.models import ChainLink, Forgetting, Look, Trace
from nabij.trust.verbs import note_look
from tests.conftest import owner
from tests.world import World, build


def look(world: World, *, times: int = 1) -> None:
    with world.acting("marieke"):
        for _time in range(times):
            note_look(
                by=world.marieke,
                hat=world.hats["marieke"],
                about=[world.riet.id],
                thing=world.riets_story,
                at=timezone.now(),
            )


def chained(*, later: timedelta = timedelta()) -> int:
    with acting_as(office("logs")):
        return chain(at=timezone.now() + later)


def walked(expect: str = "") -> Verdict:
    with acting_as(office("logs")):
        return walk(expect=expect)


@contextmanager
def by_hand() -> Iterator[None]:
    """Somebody who owns the database and takes the triggers off first."""
    with owner(), connection.cursor() as cursor:
        for table in ("trust_look", "trust_trace", "trust_chainlink"):
            cursor.execute(f"alter table {table} disable trigger user")
        yield
        for table in ("trust_look", "trust_trace", "trust_chainlink"):
            cursor.execute(f"alter table {table} enable trigger user")


def what_is_wrong() -> list[tuple]:
    return [(one.wrong, one.row) for one in walked().problems]


def test_what_was_written_is_chained_once_and_the_newest_rows_wait(world: World):
    look(world, times=3)
    rows = chained()
    with owner():
        assert rows == Look.objects.count() + Trace.objects.count() > 3
    assert chained() == 0, "the same again changes nothing"
    look(world)
    found = walked()
    assert (found.whole, found.links, found.rows, found.waiting) == (True, 1, rows, 1)
    assert chained() == 1
    assert (walked().links, walked().waiting) == (2, 0)


def test_a_changed_row_is_found(world: World):
    look(world, times=2)
    chained()
    with by_hand():
        row = Look.objects.order_by("id").first()
        Look.objects.filter(id=row.id).update(who_name="Niemand")
    assert what_is_wrong() == [(Wrong.CHANGED, row.id)]
    with by_hand():
        Look.objects.filter(id=row.id).update(who_name="Marieke Bos")
        trace = Trace.objects.order_by("id").first()
        Trace.objects.filter(id=trace.id).update(circle_key=None)
    assert what_is_wrong() == [(Wrong.CHANGED, trace.id)]


def test_a_removed_row_is_found(world: World):
    look(world, times=2)
    chained()
    with by_hand():
        key = Look.objects.order_by("id").first().id
        Look.objects.filter(id=key).delete()
    assert what_is_wrong() == [(Wrong.REMOVED, key)]


def test_a_row_slipped_in_is_found_before_it_is_chained_and_after(world: World):
    look(world)
    chained(later=timedelta(hours=2))
    with by_hand():
        row = Look.objects.get()
        row.id, row.who_name, row._state.adding = uuid7(), "Jan Groen", True
        row.save(force_insert=True)
    assert what_is_wrong() == [(Wrong.ADDED, row.id)]
    assert chained(later=timedelta(hours=2, minutes=1)) == 1
    assert what_is_wrong() == [(Wrong.ADDED, row.id)]


def test_a_link_changed_or_removed_is_found(world: World):
    for _round in range(3):
        look(world)
        chained()
    with by_hand():
        ChainLink.objects.filter(number=2).update(at=timezone.now() - timedelta(days=1))
    assert [(one.wrong, one.link) for one in walked().problems] == [(Wrong.BROKEN, 2)]
    with by_hand():
        ChainLink.objects.filter(number=2).delete()
    assert (Wrong.BROKEN, 3) in [(one.wrong, one.link) for one in walked().problems]


def test_a_chain_that_was_made_anew_is_whole_but_lacks_the_hash_that_was_kept_elsewhere(world: World):
    look(world)
    chained()
    kept = walked().newest.hex()
    look(world)
    chained()
    assert walked(expect=kept).whole
    with by_hand():
        Look.objects.update(who_name="Niemand")
        ChainLink.objects.all().delete()
    chained()
    assert walked().whole, "who owns the database can do this"
    assert [one.wrong for one in walked(expect=kept).problems] == [Wrong.UNEXPECTED]


def test_more_rows_than_a_link_holds_become_several_links(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chaining, "MOST", 2)
    monkeypatch.setattr(chaining, "BACK", timedelta())
    look(world, times=5)
    rows = chained()
    found = walked()
    assert (found.rows, found.waiting, found.whole) == (rows, 0, True)
    assert found.links >= rows / 2


def test_after_a_long_pause_the_next_minute_goes_on_with_the_rest(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chaining, "MOST", 2)
    monkeypatch.setattr(chaining, "LINKS_AT_ONCE", 1)
    with by_hand():
        for hours in range(30, 0, -5):
            with connection.cursor() as cursor:
                cursor.execute("select trust.first_key(now() - %s * interval '1 hour')", [hours])
                key = cursor.fetchone()[0]
            Look.objects.create(id=key, at=timezone.now(), who_name="x", what="read", thing="x", about=world.riet.id)
    for _minute in range(50):
        if not chained():
            break
    found = walked()
    assert (found.waiting, found.problems) == (0, [])
    with owner():
        assert found.rows == Look.objects.count() + Trace.objects.count()


def test_rows_that_went_after_their_term_are_no_problem_and_others_are(world: World):
    with by_hand():
        for years in (6, 5.5, 1):
            key = old_key(years)
            Look.objects.create(id=key, at=timezone.now(), who_name="x", what="read", thing="x", about=world.riet.id)
    chained()
    with acting_as(office("retention")), connection.cursor() as cursor:
        cursor.execute("select trust.forget_looks(now() - interval '5 years')")
        assert cursor.fetchone() == (2,)
        assert Forgetting.objects.get().looks == 2
    found = walked()
    assert (found.whole, found.forgotten) == (True, 2)
    with by_hand():
        Look.objects.all().delete()
    assert [one.wrong for one in walked().problems] == [Wrong.REMOVED]


def old_key(years: float):
    with connection.cursor() as cursor:
        cursor.execute("select trust.first_key(now() - %s * interval '1 year')", [years])
        return cursor.fetchone()[0]


def test_nothing_goes_before_its_five_years_and_for_nobody_else(world: World):
    look(world)
    for name, days in (("retention", 0), ("retention", 5 * 365 - 1), ("logs", 6 * 365), ("beheer", 6 * 365)):
        refused = "kept for five years" if name == "retention" else "only the office for retention"
        with (
            acting_as(office(name)),
            pytest.raises(DatabaseError, match=refused),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("select trust.forget_looks(now() - %s * interval '1 day')", [days])
    with (
        world.acting("riet"),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select trust.forget_looks(now() - interval '6 years')")
    with owner():
        assert Look.objects.exists()


@pytest.mark.parametrize("table", ["trust_look", "trust_trace", "trust_processing", "trust_chainlink"])
@pytest.mark.parametrize("what", ["update {} set id = id", "delete from {}", "truncate {}"])
def test_not_even_the_owner_changes_or_takes_away(world: World, table: str, what: str):
    look(world)
    chained()
    with owner(), connection.cursor() as cursor:
        cursor.execute(f"alter table {table} enable trigger never_emptied")
        cursor.execute("select set_config('nabij.forgetting', 'yes', true)")
        with pytest.raises(DatabaseError, match="is only added to"), transaction.atomic():
            cursor.execute(what.format(table))
        cursor.execute(f"select count(*) from {table}")
        assert cursor.fetchone()[0] > 0
        cursor.execute(f"alter table {table} disable trigger never_emptied")


def test_every_column_of_the_logs_is_in_the_newest_form():
    for model in (Look, Trace):
        columns = {column.column for column in model._meta.concrete_fields}
        assert columns == set(FORMS[FORM][model._meta.db_table].split()), "a new column makes a new form"


@pytest.mark.django_db(transaction=True)
def test_a_row_committed_late_and_two_workers_at_once():
    """Real connections: a reader whose transaction ends after a link was made, and two workers that start together."""
    world = build()
    written_down, may_end = threading.Event(), threading.Event()

    def slow_reader() -> None:
        with transaction.atomic():
            look(world)
            written_down.set()
            may_end.wait(20)
        connection.close()

    reader = threading.Thread(target=slow_reader)
    reader.start()
    assert written_down.wait(20)
    look(world)
    chained()
    assert walked().waiting == 0, "what is not committed is seen by nobody"
    may_end.set()
    reader.join(20)
    assert walked().waiting == 1
    start, done = threading.Barrier(2), []

    def worker() -> None:
        start.wait(20)
        done.append(chained())
        connection.close()

    workers = [threading.Thread(target=worker) for _n in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join(30)
    assert sorted(done) == [0, 1]
    found = walked()
    assert (found.whole, found.waiting, found.links) == (True, 0, 2)
