"""The words about introductions: how one stands, whose turn it is, who may be introduced, and what an answer does."""

from nabij.base.word import Word

STANDS = """
  select coalesce((select o.kind from public.bridge_introductionoutcome o
    where o.introduction_id = introduction_stands.introduction), 'asked')"""
# Whose turn it is: of both at once, or of the second when the first said yes.
ITS_TURN = """
  select exists (select 1 from public.bridge_side s where s.id = its_turn.side and (not s.second
    or exists (select 1 from public.bridge_side f join public.bridge_introductionanswer a on a.side_id = f.id
      where f.introduction_id = s.introduction_id and f.id <> s.id and a.kind = 'yes')))"""
MY_SIDES = """
  select coalesce(array_agg(s.id), '{}') from public.bridge_side s
  where s.person_id = coalesce((select trust.me()), (select trust.reader())) and trust.its_turn(s.id)"""
# Those of which both said yes.
MY_INTRODUCTIONS = """
  select coalesce(array_agg(s.introduction_id), '{}') from public.bridge_side s
  where s.person_id = coalesce((select trust.me()), (select trust.reader()))
    and trust.introduction_stands(s.introduction_id) = 'together'"""
WAITS = """
  select exists (select 1 from public.bridge_side s join public.bridge_introduction i on i.id = s.introduction_id
    where s.id = waits_for_answer.side and (i.ask_id is null or trust.ask_stands(i.ask_id))
    and trust.its_turn(s.id) and trust.introduction_stands(s.introduction_id) = 'asked'
    and not exists (select 1 from public.bridge_introductionanswer a where a.side_id = s.id and a.kind <> 'later'))"""
# A third who proposed two others; not who asks for somebody, for they stand at one side.
MINE_TO_INTRODUCE = """
  select coalesce(array_agg(i.id), '{}') from public.bridge_introduction i
  where (i.proposed_by_id = (select trust.me()) or i.id = any((select trust.charged_introductions())::uuid[]))
    and (select trust.me()) not in (i.one_id, i.other_id)
    and not exists (select 1 from public.bridge_asker a where a.ask_id = i.ask_id
      and (select trust.me()) in (a.about_id, a.asked_by_id))"""
# Grown people with a name; of whom nobody said no to the other, and who are not being introduced already.
MAY_BE_INTRODUCED = """
  select trust.has_name(may_be_introduced.one) and trust.has_name(may_be_introduced.other)
    and coalesce(least(trust.years_of(may_be_introduced.one), trust.years_of(may_be_introduced.other)), 16) >= 16
    and not exists (select 1 from public.bridge_notagain n
      where n.one_id = least(may_be_introduced.one, may_be_introduced.other)
        and n.other_id = greatest(may_be_introduced.one, may_be_introduced.other))
    and not exists (select 1 from public.bridge_introduction i
      where least(i.one_id, i.other_id) = least(may_be_introduced.one, may_be_introduced.other)
        and greatest(i.one_id, i.other_id) = greatest(may_be_introduced.one, may_be_introduced.other)
        and trust.introduction_stands(i.id) <> 'off')"""
# What an answer brings about, once: the last yes lets each know of the other, a no closes it for these two. Who
# answers sees neither the other's answer nor who they are, so it is no rule of theirs. It does nothing that is not due.
SETTLE = """
declare
  two record;
begin
  select i.one_id, i.other_id into two from public.bridge_introduction i where i.id = settle.introduction for update;
  if two is null or trust.introduction_stands(settle.introduction) <> 'asked' then
    return trust.introduction_stands(settle.introduction);
  end if;
  if exists (select 1 from public.bridge_side s join public.bridge_introductionanswer a on a.side_id = s.id
      where s.introduction_id = settle.introduction and a.kind = 'no') then
    insert into public.bridge_introductionoutcome (id, introduction_id, kind, at)
      values (gen_random_uuid(), settle.introduction, 'off', settle.at);
    insert into public.bridge_notagain (id, one_id, other_id, at) values (gen_random_uuid(),
      least(two.one_id, two.other_id), greatest(two.one_id, two.other_id), settle.at) on conflict do nothing;
  elsif not exists (select 1 from public.bridge_side s where s.introduction_id = settle.introduction
      and not exists (select 1 from public.bridge_introductionanswer a where a.side_id = s.id and a.kind = 'yes')) then
    insert into public.bridge_introductionoutcome (id, introduction_id, kind, at)
      values (gen_random_uuid(), settle.introduction, 'together', settle.at);
    insert into public.trust_acquaintance (id, who_id, person_id, at) values
      (gen_random_uuid(), two.one_id, two.other_id, settle.at), (gen_random_uuid(), two.other_id, two.one_id, settle.at)
      on conflict do nothing;
  end if;
  return trust.introduction_stands(settle.introduction);
end"""
# When both said that they met, the ask is met; else it goes on. Neither reads what the other said.
MEET_ASK = """
declare
  met record;
begin
  select i.ask_id, a.about_id, a.asked_by_id into met from public.bridge_introduction i
    join public.bridge_asker a on a.ask_id = i.ask_id where i.id = meet_ask.introduction for update of i;
  if met is null or (select count(*) from public.bridge_howitwent w
      where w.introduction_id = meet_ask.introduction and w.met) < 2
    or exists (select 1 from public.bridge_askending e where e.ask_id = met.ask_id) then
    return false;
  end if;
  insert into public.bridge_askending (id, ask_id, kind, by_id, at)
    values (gen_random_uuid(), met.ask_id, 'met', met.about_id, meet_ask.at);
  perform trust.let_go_of_askers(met.asked_by_id, meet_ask.at - interval '1 year');
  return true;
end"""
# Who the other is, for one of the two once both said yes, also by the link in a letter.
INTRODUCED_TO = """
  select p.id, coalesce(nullif(p.name, ''), p.known_as) from public.bridge_introduction i
  cross join lateral (select coalesce((select trust.me()), (select trust.reader())) as id) as mine
  join public.people_person p on p.id = case mine.id when i.one_id then i.other_id when i.other_id then i.one_id end
  where i.id = introduced_to.introduction and trust.introduction_stands(i.id) = 'together'"""

# Whom of the neighbourhood I share no circle with, and what we both work around: a street or a theme, each only when at
# least five households there had a moment in that time. Nothing else of a story leaves its circle. What is limited does
# not count, nor one's own story, so that nobody is seen to have one. Of nobody is it told where they were.
NOT_MET = """
  with people as materialized (
    select distinct h.person_id as id from public.people_hat h
    where h.open and h.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
      and h.since <= current_date and (h.until is null or h.until >= current_date)
      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
      and h.id <> all(array(select trust.lapsed_hats(current_date)))
      and h.person_id <> all((select trust.my_company())::uuid[])
      and (select trust.my_hats()) <> '{}'
    union select (select trust.me())),
  recent as materialized (
    select m.id, m.circle_id, m.author_id, m.themes from public.moments_moment m
    where m.happened_at >= not_met.since and m.happened_at <= statement_timestamp() and m.kind <> 'lesson'
      and not exists (select 1 from public.trust_limit l
        where (l.about_id = m.id or l.about_id is null and l.circle_id = m.circle_id)
          and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id))),
  homes as materialized (
    select distinct m.circle_id, p.street, p.neighbourhood_id, coalesce(h.household_id, p.id) as household
    from public.trust_membership m join public.people_person p on p.id = m.person_id
    left join public.people_householdmember h on h.person_id = p.id and (h.until is null or h.until >= current_date)
    where m.as_resident and (m.until is null or m.until > statement_timestamp())
      and p.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
      and m.circle_id in (select circle_id from recent)),
  grounds as materialized (
    select r.id, 'street' as kind, x.street as what, x.neighbourhood_id as place, x.household
      from recent r join homes x using (circle_id) where x.street <> ''
    union all select r.id, 'theme', t.theme, x.neighbourhood_id, x.household
      from recent r join homes x using (circle_id) cross join lateral unnest(r.themes) as t(theme)),
  common as materialized (
    select kind, what, place from grounds group by kind, what, place having count(distinct household) >= 5),
  around as materialized (
    select distinct w.id, g.kind, g.what, g.place from people w
    join lateral (select r.id from recent r where r.author_id = w.id
      union select p.moment_id from public.moments_presence p where p.person_id = w.id and p.there) as told on true
    join recent at on at.id = told.id and not exists (select 1 from public.trust_membership own
      where own.circle_id = at.circle_id and own.person_id = w.id and own.as_resident)
    join grounds g on g.id = told.id join common using (kind, what, place))
  select distinct theirs.id, theirs.kind, theirs.what from around theirs
  join around mine using (kind, what, place)
  where mine.id = (select trust.me()) and theirs.id <> mine.id and trust.may_be_introduced(mine.id, theirs.id)"""

INTRODUCTION_WORDS = [
    Word("introduction_stands(introduction uuid)", "text", STANDS),
    Word("its_turn(side uuid)", "boolean", ITS_TURN),
    Word("my_sides", "uuid[]", MY_SIDES),
    Word("my_introductions", "uuid[]", MY_INTRODUCTIONS),
    Word("waits_for_answer(side uuid)", "boolean", WAITS),
    Word("mine_to_introduce", "uuid[]", MINE_TO_INTRODUCE),
    Word("may_be_introduced(one uuid, other uuid)", "boolean", MAY_BE_INTRODUCED),
    Word("settle(introduction uuid, at timestamptz)", "text", SETTLE, lang="plpgsql", changes=True),
    Word("meet_ask(introduction uuid, at timestamptz)", "boolean", MEET_ASK, lang="plpgsql", changes=True),
    Word("not_met(since timestamptz)", "table(person uuid, kind text, what text)", NOT_MET, rows=20),
    Word("introduced_to(introduction uuid)", "table(person uuid, name text)", INTRODUCED_TO, rows=1),
]
