"""What went as agreed and what did not, as counts: the one word that counts past who may read a referral or an ask.

It counts one quarter of the year that is over, as it stood on the day after it. Quarters do not overlap, so no two
answers leave the difference of a week. A count is said when it is of at least five, by at least three people who asked,
of at least three who could answer: so nobody takes off their own and is left with one other's. Where all the parts of
one whole are said, and less than five are left unsaid of another whole of that kind of question, the smallest part is
not said either. A place with an agreement of its own counts for itself and not for what it lies in.
"""

from nabij.base.word import Word

FEW, PEOPLE = 5, 3
# The public parts of each whole; what is not one of them is never said.
WHOLES = {
    "first": ("near", "work"),
    "answer": ("in_time", "later"),
    "end": ("ended",),
    "asked": ("met", "nobody"),
}
PARTS = ", ".join(f"('{whole}', '{part}')" for whole, parts in WHOLES.items() for part in parts)

AS_IT_GOES = f"""
  with recursive stood as (
    select quarter at time zone 'Europe/Amsterdam' as at,
      (quarter - interval '3 months') at time zone 'Europe/Amsterdam' as began
    from date_trunc('quarter', statement_timestamp() at time zone 'Europe/Amsterdam') as quarter
    where as_it_goes.place = any((select trust.my_neighbourhoods())::text[])),
  under as (
    select as_it_goes.place as code from stood
    union select n.code from stood, under join public.people_neighbourhood n on n.parent_id = under.code
    where not exists (select 1 from public.bridge_agreement a where a.neighbourhood_id = n.code and a.at < stood.at
      and exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id)
      and not exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id
        and not exists (select 1 from public.bridge_signature s where s.party_id = p.id and s.at < stood.at)))),
  limited as (
    select coalesce(l.about_id, l.circle_id) as key from public.trust_limit l
    where not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)),
  sent as materialized (
    select r.id, r.kind, r.by_id, r.came_from, sent.at, sent.hears_by, sent.number,
      coalesce(g.formal, t.formal, worn.formal) as formal, v.person_id, v.group_id
    from stood join public.bridge_referralstep sent on sent.at >= stood.began and sent.at < stood.at
    join public.bridge_referral r on r.id = sent.referral_id and r.kind <> '' and not r.together
    join under on under.code = r.neighbourhood_id
    join public.bridge_receiver v on v.referral_id = r.id and v.via = 'sent'
    left join public.people_group g on g.id = v.group_id
    left join public.people_group t on t.id = v.team_id
    left join lateral (select bool_or(h.formal) as formal from public.people_hat h where h.person_id = v.person_id
      and h.since <= sent.at::date and (h.until is null or h.until >= sent.at::date)) worn on true
    where sent.state = 'requested'
      and not exists (select 1 from public.bridge_referralstep e
        where e.referral_id = r.id and e.state = 'entered-in-error' and e.at < stood.at)
      and not exists (select 1 from limited where key = r.id)
      and not exists (select 1 from limited join public.stories_story s on s.circle_id = key
        where s.id = r.story_key)),
  could_answer as (
    select id, person_id as who from sent where person_id is not null
    union select sent.id, h.person_id from sent join public.people_hat h on h.group_id = sent.group_id
      and h.granted_by_id is distinct from h.person_id
      and h.since <= sent.at::date and (h.until is null or h.until >= sent.at::date)),
  went as materialized (
    select sent.*, (answered.at at time zone 'Europe/Amsterdam')::date as answered_on, ended.state is not null as ended,
      (stood.at at time zone 'Europe/Amsterdam')::date as today
    from stood, sent
    left join lateral (select s.at from public.bridge_referralstep s
      where s.referral_id = sent.id and s.number > sent.number and s.at < stood.at
        and s.state in ('accepted', 'rejected') order by s.number limit 1) answered on true
    left join lateral (select s.state from public.bridge_referralstep s
      where s.referral_id = sent.id and s.at < stood.at and s.state in ('completed', 'failed', 'rejected')
      order by s.number desc limit 1) ended on true),
  asked as materialized (
    select a.id, k.kind, r.asked_by_id as by_id, e.kind as ending from stood
    join public.bridge_ask a on a.at >= stood.began and a.at < stood.at
    join under on under.code = a.neighbourhood_id
    join public.bridge_asker r on r.ask_id = a.id
    cross join lateral unnest(a.kinds) as k(kind)
    left join public.bridge_askending e on e.ask_id = a.id and e.at < stood.at
    where not exists (select 1 from limited where key in (a.id, r.circle_key))
      and (r.about_id = r.asked_by_id or exists (select 1 from public.bridge_askyes y
        where y.ask_id = a.id and y.yes and y.at < stood.at))),
  things(kind, whole, part, thing, by_id, who) as (
    select w.kind, 'first', case when w.formal then 'work' when not w.formal then 'near' end, w.id, w.by_id, c.who
      from went w left join could_answer c on c.id = w.id where w.came_from is null
    union all select kind, 'first', 'near', id, by_id, null from asked
    union all select w.kind, 'answer', case when w.answered_on <= w.hears_by then 'in_time'
        when w.answered_on is not null or w.hears_by < w.today then 'later' end, w.id, w.by_id, c.who
      from went w left join could_answer c on c.id = w.id
    union all select w.kind, 'end', case when w.ended then 'ended' end, w.id, w.by_id, c.who
      from went w left join could_answer c on c.id = w.id
    union all select kind, 'asked', ending, id, by_id, null from asked),
  counted as (
    select kind, whole, part, count(distinct thing) as n, count(distinct by_id) as askers,
      count(distinct who) as answerers, bool_and(who is null) as of_nobody
    from things group by kind, whole, part),
  said as (
    select kind, whole, part, n, (whole, part) in (values {PARTS}) and n >= {FEW} and askers >= {PEOPLE}
      and (of_nobody or answerers >= {PEOPLE}) as large from counted),
  wholes as (
    select kind, whole, sum(n) filter (where not large) as rest,
      count(*) filter (where large) = 2 as complete, min(n) filter (where large) as least
    from (select kind, whole, n, coalesce(large, false) as large from said) as every group by kind, whole)
  select s.kind::text, s.part::text, s.n::integer from stood, said s
  join wholes w using (kind, whole)
  where s.large and not (w.complete and s.n = w.least
    and exists (select 1 from wholes o where o.kind = s.kind and o.rest between 1 and {FEW - 1}))"""

PRACTICE_WORDS = [
    Word("as_it_goes(place text)", "table(kind text, part text, n integer)", AS_IT_GOES, rows=20),
]
