"""The word that finds when somebody was in touch with whom a story is about."""

from nabij.base.word import Word

# Of stories of others that are open: since the last time they were opened again. A day counts on which I wrote or was
# there, or on which a resident wrote or told something; a lesson is no contact. No more than I read: from when my seat
# reads on, and nothing that is limited. Each of the four ways has an index of its own; `or` would have none. In
# plpgsql, which plans it once for a connection: Today asks it each time.
CONTACT_DAYS = """
begin
  return query with seats as materialized (
    select s.circle_id, s.since, coalesce(t.id, w.story_id) as story
    from trust.my_seats() s
    left join public.stories_story t on t.circle_id = s.circle_id
    left join public.stories_storycircle w on w.circle_id = s.circle_id
    where coalesce(t.id, w.story_id) is not null
      and s.circle_id <> all((select trust.my_own_circles())::uuid[])),
  mine as materialized (
    select s.circle_id, s.story, greatest(s.since, (
        select max(r.at) from public.stories_closing c join public.stories_reopening r on r.closing_id = c.id
        where c.story_id = s.story)) as since
    from seats s where not exists (select 1 from public.stories_closing c where c.story_id = s.story
      and not exists (select 1 from public.stories_reopening r where r.closing_id = c.id))),
  residents as materialized (
    select distinct m.circle_id, m.person_id from public.trust_membership m
    where m.circle_id in (select circle_id from mine) and m.as_resident
      and (m.until is null or m.until > statement_timestamp())),
  told as (
    select m.id from public.moments_moment m
      where m.author_id = (select trust.me()) and m.circle_id = any(array(select circle_id from mine))
    union select p.moment_id from public.moments_presence p where p.person_id = (select trust.me()) and p.there
    union select m.id from residents r join public.moments_moment m
      on m.author_id = r.person_id and m.circle_id = r.circle_id
    union select m.id from residents r join public.moments_moment m
      on m.told_by_id = r.person_id and m.circle_id = r.circle_id)
  select distinct mine.story, (m.happened_at at time zone 'Europe/Amsterdam')::date
  from told join public.moments_moment m on m.id = told.id join mine on mine.circle_id = m.circle_id
  where m.noted_at >= mine.since and m.happened_at >= contact_days.since and m.kind <> 'lesson'
    and m.happened_at <= statement_timestamp()
    and m.id not in (select unnest((select trust.limited_things())));
end"""

SILENCE_WORDS = [
    Word("contact_days(since date)", "table(story uuid, day date)", CONTACT_DAYS, lang="plpgsql", rows=100)
]
