"""Words and finders about moments."""

from nabij.base.word import Word
from nabij.trust.terms import MONTHS_AGO

# A finder: ids only, which row-level security checks again. One look into the index per circle; above some circles
# that beats letting the planner guess how large `my_circles()` is (RLS: 525 ms against 8 ms at 600 circles).
STREAM = """
  select m.id from unnest(trust.my_circles()) as mine(circle_id)
  cross join lateral (
    select id, happened_at from public.moments_moment where circle_id = mine.circle_id
    order by happened_at desc, id desc limit n) as m
  order by m.happened_at desc, m.id desc limit n"""

# What I wrote in circles I have left, by id: mostly nothing, so that it costs a page nothing. `author_id = me()` as a
# policy would make every look at one circle a walk through all I ever wrote (measured: 2.4 s against 30 ms).
MY_LEFT_MOMENTS = """
  select coalesce(array_agg(id), '{}') from public.moments_moment
  where author_id = (select trust.me()) and circle_id = any((select trust.my_left_circles())::uuid[])"""

# The last sign of life in a circle. An index finds what happened last at once; what was noted last is asked only where
# nothing happened for long (an index for it makes deleting twice as fast, and every line that is written dearer).
LAST_NOTED = "select max(m.noted_at) from public.moments_moment m where m.circle_id = last_noted.circle"
LAST_HAPPENED = """
  select m.happened_at from public.moments_moment m where m.circle_id = last_happened.circle
  order by m.happened_at desc limit 1"""
# Where something may be past its term, as one array: so the rules below look at few rows, found by an index.
QUIET_CIRCLES = """
  select coalesce(array_agg(c.id), '{}') from public.trust_circle c
  where c.made_at < statement_timestamp() - (select trust.shortest_term())
    and coalesce(trust.last_happened(c.id) < statement_timestamp() - (select trust.shortest_term()), true)"""
# Whether what was noted at `since` in a circle is past the term of a purpose: by itself, and, where that counts from
# the last moment, with the whole circle. What is held is past nothing.
OVER = """
  select coalesce((
    select over.since < line.at and (p.counts_from = 'written'
        or (coalesce(trust.last_happened(over.circle) < line.at, true)
            and coalesce(trust.last_noted(over.circle) < line.at, true)))
      and over.circle <> all((select trust.held_circles())::uuid[])
    from public.trust_purpose p,
      lateral (select statement_timestamp() - make_interval(months => p.keep_months) as at) as line
    where p.key = over.purpose), false)"""
CIRCLE_OVER = """
  select coalesce((select trust.over(c.id, c.purpose_id, circle_over.since)
    from public.trust_circle c where c.id = circle_over.circle), false)"""
FOLLOW_UP_OVER = """
  select coalesce((select trust.over(m.circle_id, m.purpose_id,
      greatest(f.noted_at, f.day::timestamptz,
        (select c.at from public.moments_cameback c where c.follow_up_id = f.id)))
    from public.moments_followup f join public.moments_moment m on m.id = f.moment_id
    where f.id = follow_up_over.follow_up), false)"""
FORGETTABLE_PEOPLE = f"""
  select coalesce(array_agg(one.id), '{{}}') from public.people_person one
  where one.name = '' and trust.long_known_only(one.id)
    and not exists (select 1 from public.moments_presence p join public.moments_moment m on m.id = p.moment_id
      where p.person_id = one.id and (greatest(m.noted_at, m.happened_at) >= {MONTHS_AGO}
        or m.circle_id = any((select trust.held_circles())::uuid[])))"""

WORDS = [
    Word("my_left_moments", "uuid[]", MY_LEFT_MOMENTS),
    Word("stream(n integer)", "setof uuid", STREAM, rows=30),
    Word("last_noted(circle uuid)", "timestamptz", LAST_NOTED),
    Word("last_happened(circle uuid)", "timestamptz", LAST_HAPPENED),
    Word("quiet_circles", "uuid[]", QUIET_CIRCLES),
    Word("over(circle uuid, purpose text, since timestamptz)", "boolean", OVER),
    Word("circle_over(circle uuid, since timestamptz)", "boolean", CIRCLE_OVER),
    Word("follow_up_over(follow_up uuid)", "boolean", FOLLOW_UP_OVER),
    Word("forgettable_people", "uuid[]", FORGETTABLE_PEOPLE),
]
