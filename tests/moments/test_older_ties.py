"""What the migrations of the map do with ties that were drawn before it."""

from datetime import date
from importlib import import_module

from django.db import connection
from django.utils.timezone import localdate

from nabij.moments.models import Tie, TieEnd
from nabij.moments.verbs import draw_tie
from nabij.people.verbs import note_person
from tests.conftest import owner
from tests.world import AT, World

older = import_module("nabij.moments.migrations.0011_places_of_older_ties")


def test_each_older_tie_gets_a_place_of_its_own_and_what_was_over_by_a_day_a_row(world: World) -> None:
    with world.acting("marieke"):
        for number in range(9):
            other = note_person(name=f"Buur {number}", by=world.marieke, at=AT)
            said = {"circle": world.riets_story.circle, "owner": world.riet, "told_by": world.riet, "at": AT}
            draw_tie(other=other, kind="neighbour", ring=1, **said)
    gone = Tie.objects.order_by("id").values("id")[:1]
    with owner(), connection.cursor() as cursor:
        cursor.execute("update moments_tie set turn = null")
        cursor.execute(older.TURNS)
        turns = list(Tie.objects.order_by("id").values_list("turn", flat=True))
        assert len(set(turns)) == 9 and all(48 <= turn <= 312 for turn in turns if turn is not None)
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table moments_tie add until date")
        cursor.execute("update moments_tie set until = %s where id = %s", [date(2026, 5, 1), gone.get()["id"]])
        cursor.execute(older.ENDS)
        assert [(one.tie_id, localdate(one.at)) for one in TieEnd.objects.all()] == [
            (gone.get()["id"], date(2026, 5, 1))
        ]
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table moments_tie drop until")
