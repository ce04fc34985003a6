"""Words about two who work together and between whom something did not go through: who, and when they were in touch.

They tell it to these two and to nobody else, and no more than both read anyway: whoever acts is one of the two.
In plpgsql, which looks tables up when it is asked: some are of other rooms.
"""

from nabij.base.word import Word

# What came between two: (one, other, when). A later room adds its own here, such as a deviation that was objected to.
# A referral that was refused, or taken and given back because it did not fit; not when whom it was about did not want
# it or could not be reached, nor when it was asked further: that is nothing between these two. Nor what was entered in
# error, or is limited.
REFUSED = """
    select r.by_id as one, s.who_id as other, s.at from public.bridge_referralstep s
    join public.bridge_referral r on r.id = s.referral_id
    where (s.state = 'rejected' and s.code not in ('wil-niet-meer', 'niet-bereikt', 'doorverwezen')
        or s.state = 'failed' and s.code = 'past-niet')
      and not r.together and s.who_id not in (r.by_id, r.about_id) and r.by_id <> r.about_id
      and exists (select 1 from public.bridge_receiver v where v.referral_id = r.id
        and (v.person_id = s.who_id or v.group_id is not null and s.who_id = any(trust.group_people(v.group_id))))
      and not exists (select 1 from public.bridge_referralstep e
        where e.referral_id = r.id and e.state = 'entered-in-error')
      and not exists (select 1 from public.trust_limit l where l.about_id = r.id
        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))"""
CAUSES = (REFUSED,)
CAME_BETWEEN = " union all ".join(CAUSES)
# Both in a hat that is worn, both able to log in, known to each other; and neither of them a resident, or a resident's
# parent, where the other reads along: what is between somebody and who helps them at home is not this.
MY_PARTNERS = f"""
declare
  mine uuid := (select trust.me());
begin
  return coalesce((
    with came_between as not materialized ({CAME_BETWEEN}),
    near as materialized (
      select c.other as id from came_between c where c.one = mine and c.at > statement_timestamp() - interval '1 year'
      union
      select c.one from came_between c where c.other = mine and c.at > statement_timestamp() - interval '1 year')
    select array_agg(n.id) from near n
    where (select trust.my_hats()) <> '{{}}' and trust.has_account(n.id)
      and n.id = any((select trust.my_people())::uuid[])
      and exists (select 1 from public.people_hat h where h.person_id = n.id
        and h.since <= current_date and (h.until is null or h.until >= current_date)
        and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
        and h.id <> all(array(select trust.lapsed_hats(current_date))))
      and not exists (select 1 from public.trust_membership a
        join public.trust_membership b on b.circle_id = a.circle_id and b.person_id <> a.person_id
        where a.person_id in (mine, n.id) and b.person_id in (mine, n.id)
          and (a.as_resident or a.parent_of_id is not null)
          and (a.until is null or a.until > statement_timestamp())
          and (b.until is null or b.until > statement_timestamp()))), '{{}}');
end"""
# The days of the last year on which one of the two did something towards the other, and those on which something came
# between them (cause). Of what stands in a circle only what both read there now; a lesson is no contact, and neither
# is writing in the same story without meeting.
PARTNER_DAYS = f"""
declare
  mine uuid := (select trust.me());
  since timestamptz := statement_timestamp() - interval '1 year';
  partners uuid[] := trust.my_partners();
begin
  if partners = '{{}}' then
    return;
  end if;
  return query with came_between as not materialized ({CAME_BETWEEN}),
  two as materialized (select unnest(partners) as id),
  sent as materialized (
    select two.id, r.id as referral, r.by_id, case when r.by_id = mine then two.id else mine end as receiver
    from two join public.bridge_referral r on r.by_id = any(array[mine, two.id])
    where r.at > since and r.about_id not in (mine, two.id)
      and not exists (select 1 from public.bridge_referralstep e
        where e.referral_id = r.id and e.state = 'entered-in-error')
      and not exists (select 1 from public.trust_limit l where l.about_id = r.id
        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))),
  received as materialized (
    select s.id, s.referral, s.by_id, s.receiver, bool_or(v.person_id is not null) as by_name
    from sent s join public.bridge_receiver v on v.referral_id = s.referral
    where v.person_id = s.receiver or v.group_id is not null and s.receiver = any(trust.group_people(v.group_id))
    group by s.id, s.referral, s.by_id, s.receiver),
  seats as materialized (
    select two.id, m.circle_id, greatest(trust.reads_from(mine, m.circle_id), trust.reads_from(two.id, m.circle_id))
      as reads from two
    join public.trust_membership m on m.person_id = two.id and (m.until is null or m.until > statement_timestamp())
    where m.circle_id = any((select trust.my_circles())::uuid[])
      and not exists (select 1 from public.trust_limit l where l.circle_id = m.circle_id and l.about_id is null
        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))),
  told(id, at) as (
    select r.id, s.at from received r join public.bridge_referralstep s on s.referral_id = r.referral
    where s.state <> 'draft' and (s.who_id in (r.by_id, r.receiver) or s.state = 'requested')
      and (r.by_name or exists (select 1 from public.bridge_referralstep t
        where t.referral_id = r.referral and t.who_id = r.receiver and t.number <= s.number))
    union all select two.id, t.at from two join public.bridge_thanks t
      on t.by_id = mine and t.to_id = two.id or t.by_id = two.id and t.to_id = mine
    join public.bridge_referral r on r.id = t.referral_id and r.about_id not in (mine, two.id)
    union all select two.id, d.at from two join public.stories_concern c
      on c.by_id = mine and c.to_id = two.id or c.by_id = two.id and c.to_id = mine
    cross join lateral (select c.at union all
      select a.at from public.stories_concernanswer a where a.concern_id = c.id) as d(at)
    union all select two.id, l.written_at from two join public.post_letter l
      on l.writer_id = mine and l.reader_id = two.id or l.writer_id = two.id and l.reader_id = mine
    where l.kind = 'message'
    union all select two.id, o.at from two join public.bridge_introduction i
      on i.one_id = mine and i.other_id = two.id or i.one_id = two.id and i.other_id = mine
    join public.bridge_introductionoutcome o on o.introduction_id = i.id and o.kind = 'together'
    union all select s.id, d.at from seats s join public.stories_promise p on p.circle_id = s.circle_id
      and (p.asked_by_id = mine and p.who_id = s.id or p.asked_by_id = s.id and p.who_id = mine)
    cross join lateral (select p.asked_at union all
      select a.at from public.stories_answer a where a.promise_id = p.id and a.by_id = p.who_id) as d(at)
    where p.asked_at >= s.reads
    union all select s.id, m.happened_at from seats s join public.moments_moment m on m.circle_id = s.circle_id
    where m.happened_at > since and m.noted_at >= s.reads and m.kind <> 'lesson'
      and m.id <> all((select trust.limited_things())::uuid[])
      and (m.author_id = mine or exists (select 1 from public.moments_presence x
        where x.moment_id = m.id and x.person_id = mine and x.there))
      and (m.author_id = s.id or exists (select 1 from public.moments_presence x
        where x.moment_id = m.id and x.person_id = s.id and x.there)))
  select distinct t.id, (t.at at time zone 'Europe/Amsterdam')::date, false
  from told t where t.at > since and t.at <= statement_timestamp()
  union
  select two.id, (c.at at time zone 'Europe/Amsterdam')::date, true from two join came_between c
    on c.one = mine and c.other = two.id or c.one = two.id and c.other = mine where c.at > since;
end"""

PARTNER_WORDS = [
    Word("my_partners", "uuid[]", MY_PARTNERS, lang="plpgsql"),
    Word("partner_days", "table(partner uuid, day date, cause boolean)", PARTNER_DAYS, lang="plpgsql", rows=50),
]
