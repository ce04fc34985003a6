"""Every table of an invented neighbourhood, read at once: past the rules, and as somebody sees it."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from django.db import connection, models
from psycopg import Cursor

from nabij.memory.models import Absence
from nabij.moments.models import CameBack, FollowUp, Moment, Placing, Presence, Saying, Tie, TieEnd
from nabij.people.models import Account, Birth, Hat, Household, HouseholdMember, Parent, Person, TakingOff
from nabij.post.models import Letter, Sending
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.lessons import Lesson
from nabij.stories.models import Answer, Keeping, OwnWords, Party, Promise, Resource, Scan, Story, StoryCircle
from nabij.stories.seals import (
    KeeperAnswer,
    SealAgreement,
    SealedLine,
    SealedNote,
    SealKeeper,
    SealOpening,
    SealReview,
    SealTold,
)
from nabij.trust.models import (
    Acquaintance,
    BreakGlass,
    Circle,
    Consent,
    Correction,
    Extension,
    GlassAttempt,
    GlassReview,
    GlassTelling,
    Invitation,
    InvitationEnd,
    Lifting,
    Limit,
    Look,
    Membership,
    Noted,
    Objection,
    Opening,
    Reply,
    Trace,
    TrustedThird,
    Withdrawal,
)
from nabij.trust.models import Request as Asked
from tests.rules.truth import Row

Table = type[models.Model]
TABLES: tuple[Table, ...] = (
    Person, Hat, Birth, Parent, Circle, Membership, Opening, Noted, Acquaintance, Look, Trace, Letter, Moment, Presence,
    FollowUp, Tie, Placing, TieEnd, Saying, Story, StoryCircle, Party, OwnWords, Promise, Answer, Keeping, SealedNote,
    SealKeeper, KeeperAnswer, SealedLine, SealReview, SealAgreement, SealOpening, SealTold, Account, TakingOff, Consent,
    Withdrawal, Asked, Reply, Extension, Correction, Objection, Limit, Lifting, CameBack, Invitation, InvitationEnd,
    Concern, ConcernAnswer, TrustedThird, GlassAttempt, BreakGlass, GlassTelling, GlassReview, Sending, Absence,
    Lesson, Resource, Scan, Household, HouseholdMember,
)  # fmt: skip


@cache
def every_row(tables: Sequence[Table]) -> str:
    columns = {table: ", ".join(field.column for field in table._meta.concrete_fields) for table in tables}
    return "; ".join(f"select {columns[table]} from {table._meta.db_table}" for table in tables)


@cache
def every_key(tables: Sequence[Table]) -> str:
    return f"select {', '.join(f'array(select id from {table._meta.db_table})' for table in tables)}"


def everything(tables: Sequence[Table] = TABLES) -> dict[str, dict[UUID, Row]]:
    """Every row of these tables, in one question; a foreign key stands under the name of its field."""
    rows: dict[str, dict[UUID, Row]] = {}
    with connection.cursor() as cursor:
        cursor.execute(every_row(tables))
        for table in tables:
            fields = [field.name for field in table._meta.concrete_fields]
            every = (dict(zip(fields, row, strict=True)) for row in cursor.fetchall())
            rows[str(table._meta.model_name)] = {row["id"]: row for row in every}
            cursor.nextset()
    return rows


def what_is_seen(tables: Sequence[Table] = TABLES) -> dict[str, set[UUID]]:
    """The keys that whoever acts sees of these tables; planned once for all who look."""
    with Cursor(connection.connection) as cursor:
        cursor.execute(every_key(tables).encode(), prepare=True)
        (found,) = cursor.fetchall()
    return {str(table._meta.model_name): set(keys) for table, keys in zip(tables, found, strict=True)}
