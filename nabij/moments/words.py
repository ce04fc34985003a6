"""Words and finders about moments."""

from nabij.base.word import Word

# A finder: ids only, which row-level security checks again. One look into the index per circle; above some circles
# that beats letting the planner guess how large `my_circles()` is (RLS: 525 ms against 8 ms at 600 circles).
STREAM = """
  select m.id from trust.my_seats() as mine
  cross join lateral (
    select id, happened_at from public.moments_moment
    where circle_id = mine.circle_id and noted_at >= mine.since
    order by happened_at desc, id desc limit n) as m
  order by m.happened_at desc, m.id desc limit n"""

# With the real arrays as literals the planner knows how many there are, and takes the index of words: `@@` is not
# leakproof, so behind row-level security alone it is a filter over everything one may read (RLS: 4,096 ms against 28).
SEARCH = """
begin
  return query execute format(
    'select m.id from public.moments_moment m where m.words @@ %L::tsquery and (m.circle_id = any(%L::uuid[])
       or m.circle_id = any(%L::uuid[]) and m.noted_at >= (%L::jsonb ->> m.circle_id::text)::timestamptz
       or m.id = any(%L::uuid[]))
     order by m.happened_at desc, m.id desc limit %s',
    asked, trust.my_whole_circles(), trust.my_later_circles(), trust.my_beginnings(), trust.my_left_moments(), n);
end"""

# How much happened each week in what I read; weeks begin on Monday, in Amsterdam.
WEEKS = """
  select date_trunc('week', m.happened_at at time zone 'Europe/Amsterdam')::date, count(*)
  from trust.my_seats() as mine join public.moments_moment m on m.circle_id = mine.circle_id
  where m.happened_at >= weeks.since and m.noted_at >= mine.since group by 1"""

# What I wrote in circles I have left, by id: mostly nothing, so that it costs a page nothing. `author_id = me()` as a
# policy would make every look at one circle a walk through all I ever wrote (measured: 2.4 s against 30 ms).
MY_LEFT_MOMENTS = """
  select coalesce(array_agg(id), '{}') from public.moments_moment
  where author_id = (select trust.me()) and circle_id = any((select trust.my_left_circles())::uuid[])"""

TOLD_THIS = """
  select exists (select 1 from public.moments_moment m where m.id = told_this.moment
    and coalesce(m.told_by_id, m.author_id) = told_this.teller
    and m.circle_id = any((select trust.my_circles())::uuid[]))"""
# Notes in other people's stories in which somebody was who asked to be forgotten: their name goes out of the line.
MOMENTS_TO_MASK = """
  select coalesce(array_agg(distinct p.moment_id), '{}') from public.moments_presence p
  where p.person_id = any((select trust.erased_people())::uuid[])"""

WORDS = [
    Word("moments_to_mask", "uuid[]", MOMENTS_TO_MASK),
    Word("my_left_moments", "uuid[]", MY_LEFT_MOMENTS),
    Word("search(asked tsquery, n integer)", "setof uuid", SEARCH, lang="plpgsql", rows=30),
    Word("weeks(since timestamptz)", "table(week date, n bigint)", WEEKS, rows=53),
    Word("told_this(moment uuid, teller uuid)", "boolean", TOLD_THIS),
    Word("stream(n integer)", "setof uuid", STREAM, rows=30),
]
