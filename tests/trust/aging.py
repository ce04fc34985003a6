"""Making things old: every date of a row moved back, past the rules, as if it had happened then."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from nabij.bridge.models import LookRest, PartnerAnswer
from nabij.people.models import Person
from nabij.stories.merging import merge_people, part
from nabij.trust.models import Circle
from nabij.trust.policies.logs import LOGS
from tests.conftest import owner
from tests.world import World

ROOMS = ("people", "trust", "post", "moments", "stories", "directory", "memory", "bridge", "weighing")
NEVER = {"trust_purpose", "trust_lawinforce", "trust_hold", "trust_release", "trust_deletion", "trust_seal"}
NEVER |= {one.table for one in LOGS if one.add_only}  # A trigger keeps even the owner from changing these.


def older(by: timedelta, *, tables: Iterable[str] = ()) -> None:
    """Moves every date in these tables (or in all) back in time."""
    wanted = set(tables)
    with owner(), connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            if model._meta.app_label not in ROOMS or table in NEVER or (wanted and table not in wanted):
                continue
            dates = [
                field.column
                for field in model._meta.concrete_fields
                if isinstance(field, models.DateTimeField | models.DateField)
            ]
            if dates:
                moved = ", ".join(f'"{column}" = "{column}" - %s::interval' for column in dates)
                cursor.execute(f"update {table} set {moved}", [f"{by.total_seconds()} seconds"] * len(dates))


def counted() -> dict[str, int]:
    """How many rows stand in each of our tables, seen by the owner."""
    found = {}
    with owner(), connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.app_label in ROOMS:
                cursor.execute(f"select count(*) from {model._meta.db_table}")
                found[model._meta.db_table] = int(cursor.fetchone()[0])
    return found


def merged_and_apart(world: World, *, double: Person, at: datetime) -> None:
    (merge,) = merge_people(person=world.riet, double=double, why="known", by=world.marieke, at=at)
    part(merge=merge, by=world.marieke, at=at)


def let_rest(*, circle: Circle, other: Person, person: Person, at: datetime) -> None:
    """Not now, to looking together at a story and to talking again with one they work with."""
    day = timezone.localdate(at)
    LookRest.objects.create(circle=circle, until=day, person=person, at=at)
    with owner():
        PartnerAnswer.objects.create(other=other, kind="wrong", last=day, person=person, at=at)
