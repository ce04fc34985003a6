"""Words about who is away."""

from nabij.base.word import Word

# Of whoever one sees: that they are away, and not why or who stands in.
IS_AWAY = """
  select is_away.person = any((select trust.my_people())::uuid[]) and exists (
    select 1 from public.memory_absence a where a.person_id = is_away.person and a.ended_at is null
      and a.starts <= is_away.ends and a.ends >= is_away.starts)"""
# The same of a whole year at once: on which days `is_away` says yes.
AWAY_DAYS = """
  select distinct d.day::date from public.memory_absence a
  cross join lateral generate_series(a.starts, a.ends, interval '1 day') as d(day)
  where a.person_id = away_days.person and a.ended_at is null and a.ends >= current_date - 366
    and away_days.person = any((select trust.my_people())::uuid[])"""

WORDS = [
    Word("is_away(person uuid, starts date, ends date)", "boolean", IS_AWAY),
    Word("away_days(person uuid)", "table(day date)", AWAY_DAYS, rows=20),
]
