"""Words and finders about moments."""

from nabij.base.word import Word
from nabij.trust.terms import MONTHS_AGO

# A finder: ids only, which row-level security checks again. One look into the index per circle; above some circles
# that beats letting the planner guess how large `my_circles()` is (RLS: 525 ms against 8 ms at 600 circles).
STREAM = """
  select m.id from trust.my_seats() as mine
  cross join lateral (
    select id, happened_at from public.moments_moment
    where circle_id = mine.circle_id and noted_at >= mine.since
    order by happened_at desc, id desc limit n) as m
  order by m.happened_at desc, m.id desc limit n"""

# The newest moment of each circle one reads: behind row-level security alone each circle would be read whole.
LATEST = """
  select m.id from (
    select circle_id, since from trust.my_seats()
    union select unnest((select trust.my_broken_circles())), '-infinity') as mine
  cross join lateral (
    select id from public.moments_moment
    where circle_id = mine.circle_id and noted_at >= mine.since
      and id not in (select unnest((select trust.limited_things())))
    order by happened_at desc, id desc limit 1) as m"""

# Memory: the candidates for a question of several words, those that hold most of them first, then the newest. Seats and
# what I wrote in circles I left; not what one opened in danger, which is read on its own page alone. `about` and
# `people`: the circles and the people of the names in the question; a moment about or by one of them holds that word
# too, and with `whose` that alone is enough: then nothing but names was asked.
# All words of one's circles are read, from an index that holds them, and no index of words: in eight, sixty and six
# hundred circles 2, 6 and 51 ms for one word, against 2, 12 and 129 from the table itself (`bench.memory`'s town).
# `leaves` are what each of those words may also be. Those not among the town's thousand most frequent words stand in
# few rows: these the index of words finds at once, whosever they are, and only then it is asked which are mine. Each
# line of one's circles is held against the others alone (fifty leaves took 22 ms for sixty circles, six take 4).
# `@@` is not leakproof: behind row-level security alone it is a filter over everything one may read (RLS: 4,096 ms).
FITS_AN_INDEX = 200  # Signs of a line: with the words in it an entry stays below the 2,704 bytes that an index takes.
MOST_ASKED = 10  # Words of a question; a sum of ten that are written out takes a third of counting a list of them.


def how_many(words: str, *, asked: str = "asked") -> str:
    """How many of the words that are asked for stand in `words`."""
    return " + ".join(f"coalesce(({words} @@ {asked}[{n}])::int, 0)" for n in range(1, MOST_ASKED + 1))


READ = "select m.id, m.circle_id, m.author_id, m.told_by_id, m.happened_at, m.words, m.kind"
SEATED = "m.noted_at >= (seats ->> m.circle_id::text)::timestamptz"
THEIRS = "(m.circle_id = any(about) or m.author_id = any(people) or m.told_by_id = any(people))"
RECALL = f"""
declare
  seats jsonb := coalesce((select jsonb_object_agg(s.circle_id, s.since) from trust.my_seats() s
    where within is null or s.circle_id = any(within)), '{{}}');
  whole uuid[] := array(select key::uuid from jsonb_each_text(seats) where value = '-infinity');
  later uuid[] := array(select key::uuid from jsonb_each_text(seats) where value <> '-infinity');
  asked tsquery[] := terms::tsquery[];
  one_of_them tsquery := array_to_string(terms, '|')::tsquery;
  known tsvector := (select array_to_tsvector(s.most_common_elems::text::text[]) from pg_stats s
    where (s.schemaname, s.tablename, s.attname) = ('public', 'moments_moment', 'words'));
  often tsquery := case when whose or known is null then one_of_them
    else (select string_agg(leaf, '|') from unnest(leaves) leaf where known @@ leaf::tsquery)::tsquery end;
  seldom tsquery := case when not (whose or known is null)
    then (select string_agg(leaf, '|') from unnest(leaves) leaf where not known @@ leaf::tsquery)::tsquery end;
begin
  return query select m.id from (
    {READ}, false as held from public.moments_moment m
      where (whose or often is not null) and m.circle_id = any(whole) and length(m.findable) <= {FITS_AN_INDEX}
    union all {READ}, false from unnest(later) one cross join lateral ({READ} from public.moments_moment m
      where m.circle_id = one and length(m.findable) <= {FITS_AN_INDEX}
        and m.noted_at >= (seats ->> one::text)::timestamptz offset 0) m where whose or often is not null
    union all {READ}, false from public.moments_moment m
      where (whose or often is not null) and m.circle_id = any(whole || later) and {SEATED}
        and length(m.findable) > {FITS_AN_INDEX}
    union all {READ}, true from public.moments_moment m
      where m.words @@ seldom and not coalesce(m.words @@ often, false) and {SEATED}
    union all {READ}, m.words @@ one_of_them from public.moments_moment m
      where within is null and m.id = any(trust.my_left_moments()) and not coalesce({SEATED}, false)
    offset 0) m
  where (m.held or m.words @@ often or whose and {THEIRS}) and (kinds is null or m.kind = any(kinds))
    and (recall.since is null or m.happened_at >= recall.since)
    and (recall.until is null or m.happened_at < recall.until)
  order by {how_many("m.words")} + coalesce({THEIRS}, false)::int desc,
    m.happened_at desc, m.id desc limit n;
end"""

# The words of the newest moments of each circle, some `n` together: what is lately spoken of, also where it is quiet.
# From one's seats at once; asked of the table behind row-level security, each of a thousand is looked up twice.
LATELY = """
  with mine as materialized (select circle_id, since from trust.my_seats())
  select distinct unnest(tsvector_to_array(m.words)) from mine cross join lateral (
    select id, words from public.moments_moment where circle_id = mine.circle_id and noted_at >= mine.since
    order by happened_at desc, id desc limit n / greatest(1, (select count(*) from mine)) + 1) as m
  where m.id not in (select unnest((select trust.limited_things())))"""

# Of words that are looked for, those that stand in fewer than `n` lines of mine. A word that is among the town's
# thousand most frequent is not looked up: this is asked before every question, and has to cost next to nothing.
SELDOM = f"""
declare
  seats jsonb;
  known tsvector := (select array_to_tsvector(s.most_common_elems::text::text[]) from pg_stats s
    where (s.schemaname, s.tablename, s.attname) = ('public', 'moments_moment', 'words'));
  rare text[] := array(select term from unnest(terms) term where known @@ term::tsquery is false);
begin
  if rare <> '{{}}' then
    seats := coalesce((select jsonb_object_agg(s.circle_id, s.since) from trust.my_seats() s), '{{}}');
    return query select term from unnest(rare) term where n > (
      select count(*) from (select from public.moments_moment m where m.words @@ term::tsquery and {SEATED} limit n) m);
  end if;
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

WROTE = """
  select exists (
    select 1 from public.moments_moment m where m.id = wrote.moment and m.author_id = (select trust.me()))"""
TOLD_THIS = """
  select exists (select 1 from public.moments_moment m where m.id = told_this.moment
    and coalesce(m.told_by_id, m.author_id) = told_this.teller
    and m.circle_id = any((select trust.my_circles())::uuid[]))"""
# Notes in other people's stories in which somebody was who asked to be forgotten, and notes that name them where they
# were or were known: their name goes out of the line.
MOMENTS_TO_MASK = """
  select coalesce(array_agg(t.id), '{}') from (
    select p.moment_id as id from public.moments_presence p
    where p.person_id = any((select trust.erased_people())::uuid[])
    union select m.id from public.moments_moment m where m.circle_id = any((select trust.circles_to_mask())::uuid[])
      and exists (select 1 from unnest((select trust.names_to_mask())) n
        where strpos(lower(concat(m.line, ' ', m.findable)), n) > 0)
    ) as t"""
MOMENTS_TO_UNLINK = """
  select coalesce(array_agg(shown.id), '{}') from public.moments_moment shown
  join public.moments_moment m on m.id = shown.shown_from_id
  where m.circle_id = any((select trust.erased_circles())::uuid[])
    or m.id = any((select trust.erased_things())::uuid[])"""
# Word for word what somebody wrote in a sealed note that I keep and both opened: nobody is given another's words.
# In plpgsql, which looks the tables up when it is asked: those of stories come after these.
OPENED_LINE = """
begin
  return exists (select 1 from public.stories_sealedline l join public.stories_sealednote n on n.id = l.note_id
    where l.note_id = any((select trust.my_opened_seals())::uuid[]) and n.circle_id = opened_line.circle
      and l.by_id = opened_line.author and l.words = opened_line.line);
end"""
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
    Word("moments_to_mask", "uuid[]", MOMENTS_TO_MASK),
    Word("moments_to_unlink", "uuid[]", MOMENTS_TO_UNLINK),
    Word("my_left_moments", "uuid[]", MY_LEFT_MOMENTS),
    Word("opened_line(circle uuid, author uuid, line text)", "boolean", OPENED_LINE, lang="plpgsql"),
    Word(
        "recall(terms text[], leaves text[], within uuid[], about uuid[], people uuid[], whose boolean,"
        " since timestamptz, until timestamptz, n integer, kinds text[])",
        "setof uuid",
        RECALL,
        lang="plpgsql",
        rows=60,
    ),
    Word("weeks(since timestamptz)", "table(week date, n bigint)", WEEKS, rows=53),
    Word("wrote(moment uuid)", "boolean", WROTE),
    Word("told_this(moment uuid, teller uuid)", "boolean", TOLD_THIS),
    Word("stream(n integer)", "setof uuid", STREAM, rows=30),
    Word("words_lately(n integer)", "setof text", LATELY, rows=1000),
    Word("seldom(terms text[], n integer)", "setof text", SELDOM, lang="plpgsql", rows=1),
    Word("latest", "setof uuid", LATEST, rows=30),
    Word("last_noted(circle uuid)", "timestamptz", LAST_NOTED),
    Word("last_happened(circle uuid)", "timestamptz", LAST_HAPPENED),
    Word("quiet_circles", "uuid[]", QUIET_CIRCLES),
    Word("over(circle uuid, purpose text, since timestamptz)", "boolean", OVER),
    Word("circle_over(circle uuid, since timestamptz)", "boolean", CIRCLE_OVER),
    Word("follow_up_over(follow_up uuid)", "boolean", FOLLOW_UP_OVER),
    Word("forgettable_people", "uuid[]", FORGETTABLE_PEOPLE),
]
