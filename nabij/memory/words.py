"""Words about who is away."""

from nabij.base.word import Word

# Of whoever one sees: that they are away, and not why or who stands in.
IS_AWAY = """
  select is_away.person = any((select trust.my_people())::uuid[]) and exists (
    select 1 from public.memory_absence a where a.person_id = is_away.person and a.ended_at is null
      and a.starts <= is_away.ends and a.ends >= is_away.starts)"""

WORDS = [Word("is_away(person uuid, starts date, ends date)", "boolean", IS_AWAY)]
