"""Words and finders about moments."""

from nabij.base.word import Word

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

# Notes in other people's stories in which somebody was who asked to be forgotten: their name goes out of the line.
MOMENTS_TO_MASK = """
  select coalesce(array_agg(distinct p.moment_id), '{}') from public.moments_presence p
  where p.person_id = any((select trust.erased_people())::uuid[])"""

WORDS = [
    Word("moments_to_mask", "uuid[]", MOMENTS_TO_MASK),
    Word("my_left_moments", "uuid[]", MY_LEFT_MOMENTS),
    Word("stream(n integer)", "setof uuid", STREAM, rows=30),
]
