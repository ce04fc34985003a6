"""Words about referrals. Whose hat of a group was put on by themselves reads nothing that is asked of that group."""

from nabij.base.guard import OFFICE
from nabij.base.word import Word
from nabij.bridge.charge_words import STAND_IN_OF
from nabij.bridge.lifecycle import as_rows

MY_GROUPS = """
  select coalesce(array_agg(distinct h.group_id), '{}') from public.people_hat h
  where h.id = any((select trust.my_hats())::uuid[]) and h.group_id is not null
    and h.granted_by_id is distinct from h.person_id"""
GROUP_PEOPLE = """
  select coalesce(array_agg(distinct h.person_id), '{}') from public.people_hat h
  where h.group_id = group_people.team and h.granted_by_id is distinct from h.person_id
    and h.since <= current_date and (h.until is null or h.until >= current_date)
    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
    and h.id <> all(array(select trust.lapsed_hats(current_date)))"""
# What still lies before the resident is read by nobody it is meant for.
MY_RECEIVED = """
  select coalesce(array_agg(distinct v.referral_id), '{}') from public.bridge_receiver v
  where (v.person_id = (select trust.me()) or v.group_id = any((select trust.my_groups())::uuid[])
      or v.referral_id = any((select trust.charged_referrals())::uuid[]))
    and exists (select 1 from public.bridge_referralstep s
      where s.referral_id = v.referral_id and s.state = 'requested')"""
MY_SENT = """
  select coalesce(array_agg(r.id), '{}') from public.bridge_referral r where r.by_id = (select trust.me())"""
IS_ASKED = """
  select exists (select 1 from public.bridge_receiver v where v.referral_id = is_asked.referral
    and (v.person_id = is_asked.who or is_asked.who = any(trust.group_people(v.group_id))
      or v.person_id = any(trust.absent_of(is_asked.who))))
    or exists (select 1 from public.bridge_handingon h
      where h.referral_id = is_asked.referral and h.to_id = is_asked.who and h.yes)"""
MAY_STEP = f"""
  select exists (
    select 1 from public.bridge_referral r
    left join lateral (select s.number, s.state from public.bridge_referralstep s
      where s.referral_id = r.id order by s.number desc limit 1) newest on true
    join (values {as_rows()}) as life(was, becomes, sender, receiver, resident)
      on life.was = coalesce(newest.state, '') and life.becomes = may_step.state
    where r.id = may_step.referral and may_step.number = coalesce(newest.number, 0) + 1
      and (life.sender and r.by_id = may_step.who or life.resident and r.about_id = may_step.who
        or life.receiver and trust.is_asked(r.id, may_step.who)))"""
# Whom thanks may be for: who asked, whom it is about, and who said how it stands.
OF_REFERRAL = """
  select exists (select 1 from public.bridge_referral r
    where r.id = of_referral.referral and of_referral.person in (r.by_id, r.about_id)
    union all select 1 from public.bridge_referralstep s
    where s.referral_id = of_referral.referral and s.who_id = of_referral.person)"""
REFERRED_ABOUT = "select r.about_id from public.bridge_referral r where r.id = referred_about.referral"
ONWARD = """
  with recursive below as (
    select b.id, b.to_name, 1 as depth from public.bridge_referral b
    where b.came_from = onward.referral and exists (select 1 from public.bridge_referral r
      where r.id = onward.referral and (select trust.me()) in (r.by_id, r.about_id))
    union select b.id, b.to_name, below.depth + 1 from below
    join public.bridge_referral b on b.came_from = below.id where below.depth < 20)
  select below.id, below.to_name::text, s.state::text, s.outcome::text, s.at, s.hears_by
  from below join public.bridge_referralstep s on s.referral_id = below.id where s.state <> 'draft'"""
STEPPED_SINCE = """
  select exists (select 1 from public.bridge_referralstep s
    where s.referral_id = stepped_since.referral and s.at >= stepped_since.moment)"""
CALLED = "select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p where p.id = called.person"

REFERRAL_WORDS = [
    Word("my_groups", "uuid[]", MY_GROUPS),
    Word("group_people(team uuid)", "uuid[]", GROUP_PEOPLE, to=OFFICE),
    Word("my_received", "uuid[]", MY_RECEIVED),
    Word("my_sent", "uuid[]", MY_SENT),
    Word("is_asked(referral uuid, who uuid)", "boolean", IS_ASKED, to=OFFICE),
    Word("may_step(referral uuid, who uuid, number integer, state text)", "boolean", MAY_STEP),
    Word("of_referral(referral uuid, person uuid)", "boolean", OF_REFERRAL),
    Word("referred_about(referral uuid)", "uuid", REFERRED_ABOUT),
    Word(
        "onward(referral uuid)",
        "table(referral_id uuid, to_name text, state text, outcome text, at timestamptz, hears_by date)",
        ONWARD,
        rows=5,
    ),
    Word("stepped_since(referral uuid, moment timestamptz)", "boolean", STEPPED_SINCE),
    Word("stand_in_of(person uuid)", "uuid", STAND_IN_OF, lang="plpgsql", to=OFFICE),
    Word("called(person uuid)", "text", CALLED, to=OFFICE),
]
