"""Broad reads of what happened: how much each week."""

from datetime import date, datetime

from django.db import connection


def weeks(*, since: datetime) -> dict[date, int]:
    """How many moments there were each week, of those I may read: {monday: number}."""
    with connection.cursor() as cursor:
        cursor.execute("select week, n from trust.weeks(%s)", [since])
        return dict(cursor.fetchall())
