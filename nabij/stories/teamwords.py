"""What a team carries together, as counts and never as content: the one word that counts past who may read.

It counts as it stood when this month began, so that no question on two days tells what came between. A count is said
when it is of at least five things, and of at least three people, so that nobody takes off their own and is left with
one other's; hours when at least five people noted any. Where a part is said, the whole is said only when at least five
are left. Nobody asks for a team of which they wear no hat that was granted: one that one puts on oneself opens nothing.
"""

from nabij.base.word import Word

FEW, PEOPLE = 5, 3

TEAM_COUNTS = f"""
  with stood as (
    select month at time zone 'Europe/Amsterdam' as at, month::date as day,
      (month - interval '1 month') at time zone 'Europe/Amsterdam' as began
    from date_trunc('month', statement_timestamp() at time zone 'Europe/Amsterdam') as month
    where exists (select 1 from public.people_hat h where h.group_id = team_counts.team
      and h.id = any((select trust.my_hats())::uuid[]) and h.granted_by_id is distinct from h.person_id)),
  hats as materialized (
    select h.id, h.person_id from public.people_hat h, stood
    where h.group_id = team_counts.team and h.since < stood.day and (h.until is null or h.until >= stood.day)
      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id and t.at < stood.at)),
  limited as (
    select l.circle_id from public.trust_limit l where l.circle_id is not null and l.about_id is null
      and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)),
  open_stories as materialized (
    select s.id, s.circle_id from public.stories_story s, stood
    where s.opened_at < stood.at and not exists (select 1 from public.stories_closing c
      where c.story_id = s.id and c.at < stood.at and not exists (select 1 from public.stories_reopening r
        where r.closing_id = c.id and r.at < stood.at))),
  circles as (
    select id as story_id, circle_id from open_stories
    union select w.story_id, w.circle_id from public.stories_storycircle w join open_stories o on o.id = w.story_id),
  seats as materialized (
    select distinct c.story_id, m.circle_id, m.person_id
    from stood, hats join public.trust_membership m on m.hat_id = hats.id join circles c on c.circle_id = m.circle_id
    where not m.as_resident and m.parent_of_id is null and m.since < stood.at
      and (m.until is null or m.until >= stood.at) and m.circle_id not in (select circle_id from limited)),
  alone as materialized (
    select s.* from seats s, stood where not exists (
      select 1 from public.trust_membership o join public.people_account a on a.person_id = o.person_id and a.is_active
      where o.circle_id = s.circle_id and o.person_id <> s.person_id and not o.as_resident and o.parent_of_id is null
        and o.since < stood.at and (o.until is null or o.until >= stood.at))),
  promised as (
    select p.id, p.who_id, p.circle_id from stood, public.stories_promise p
    join seats s on s.circle_id = p.circle_id and s.person_id = p.who_id
    join public.stories_answer a on a.promise_id = p.id and a.kind = 'yes'
    where a.at < stood.at and (p.until is null or p.until >= stood.day)
      and not exists (select 1 from public.stories_keeping k where k.promise_id = p.id and k.at < stood.at)
      and not exists (select 1 from public.stories_promise n join public.stories_answer y on y.promise_id = n.id
        where n.instead_of = p.id and n.circle_id = p.circle_id and y.kind = 'yes' and y.at < stood.at)),
  counted(what, things, people, need, said) as (
    select 'stories', count(distinct s.story_id), count(distinct s.person_id), {PEOPLE}, count(distinct s.story_id)
      from seats s join open_stories o on o.circle_id = s.circle_id
    union all select 'stories_alone', count(distinct s.story_id), count(distinct s.person_id), {PEOPLE},
      count(distinct s.story_id) from alone s join open_stories o on o.circle_id = s.circle_id
    union all select 'promises', count(*), count(distinct who_id), {PEOPLE}, count(*) from promised
    union all select 'promises_alone', count(*), count(distinct p.who_id), {PEOPLE}, count(*)
      from promised p join alone s on s.circle_id = p.circle_id and s.person_id = p.who_id
    union all select 'ties_alone', count(*), count(distinct s.person_id), {PEOPLE}, count(*)
      from stood, alone s join public.moments_tie t on t.circle_id = s.circle_id
      where t.noted_at < stood.at
        and not exists (select 1 from public.moments_tieend e where e.tie_id = t.id and e.at < stood.at)
    union all select 'hours', round(sum(t.minutes) / 60.0)::bigint, count(distinct t.person_id), {FEW},
      round(sum(t.minutes) / 60.0)::bigint
      from stood, hats join public.moments_moment m on m.hat_id = hats.id
      join public.moments_timespent t on t.moment_id = m.id
      where m.happened_at >= stood.began and m.happened_at < stood.at and t.at < stood.at),
  large as (
    select what, case when things >= {FEW} and people >= need then said end as said from counted)
  select l.what, case when part.said is null or l.said - part.said >= {FEW} then l.said end::integer
  from stood, large l left join large part on part.what = l.what || '_alone'"""

TEAM_WORDS = [Word("team_counts(team uuid)", "table(what text, n integer)", TEAM_COUNTS, rows=6)]
