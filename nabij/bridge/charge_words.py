"""What somebody looks after for another: who is away for a while, or who handed it on and heard a yes.

There is one notion of a stand-in: whoever is named in a running absence. It begins and ends with it.
"""

from nabij.base.word import Word

# In plpgsql, which looks the table up when it is asked: that of memory comes after these.
ABSENT_OF = """
begin
  return coalesce((select array_agg(distinct a.person_id) from public.memory_absence a
    where a.stand_in_id = absent_of.person and a.ended_at is null
      and (statement_timestamp() at time zone 'Europe/Amsterdam')::date between a.starts and a.ends), '{}');
end"""
# Who stands in while somebody is away; else whom they named for always.
STAND_IN_OF = """
begin
  return coalesce(
    (select a.stand_in_id from public.memory_absence a
      where a.person_id = stand_in_of.person and a.ended_at is null
        and (statement_timestamp() at time zone 'Europe/Amsterdam')::date between a.starts and a.ends
      order by a.at desc limit 1),
    (select p.stand_in_id from public.people_person p where p.id = stand_in_of.person));
end"""
HANDED_TO_ME = "h.to_id = (select trust.me()) and h.yes"
# Made for another, and not over; while it is their time, and no longer.
CHARGED_ASKS = f"""
  select coalesce(array_agg(k.ask_id), '{{}}') from public.bridge_asker k
  where (k.asked_by_id = any(trust.absent_of((select trust.me()))) and k.about_id <> k.asked_by_id
      and not exists (select 1 from public.bridge_askending e where e.ask_id = k.ask_id))
    or k.ask_id in (select h.ask_id from public.bridge_handingon h where {HANDED_TO_ME})"""
CHARGED_INTRODUCTIONS = f"""
  select coalesce(array_agg(i.id), '{{}}') from public.bridge_introduction i
  where (i.proposed_by_id = any(trust.absent_of((select trust.me()))) and i.proposed_by_id not in (i.one_id, i.other_id)
      and (select trust.me()) not in (i.one_id, i.other_id) and trust.introduction_stands(i.id) <> 'off'
      and (select count(*) from public.bridge_howitwent w where w.introduction_id = i.id) < 2)
    or i.id in (select h.introduction_id from public.bridge_handingon h where {HANDED_TO_ME})"""
# Asked of them by name, and not over.
CHARGED_REFERRALS = f"""
  select coalesce(array_agg(distinct v.referral_id), '{{}}') from public.bridge_receiver v
  where (v.person_id = any(trust.absent_of((select trust.me())))
      and (select s.state from public.bridge_referralstep s where s.referral_id = v.referral_id
        order by s.number desc limit 1) in ('requested', 'accepted', 'in-progress', 'on-hold'))
    or v.referral_id in (select h.referral_id from public.bridge_handingon h where {HANDED_TO_ME})"""
# Of the groups I signed for, and of those whose contact I became.
MY_PARTIES = f"""
  select coalesce(array_agg(s.party_id), '{{}}') from public.bridge_signature s
  where s.id in (select p.signature_id from public.bridge_penholder p where p.person_id = (select trust.me()))
    or s.party_id in (select h.party_id from public.bridge_handingon h where {HANDED_TO_ME})"""
# Whom it is about by name, for whoever looks after it and may not know them.
CHARGED_NAMES = """
  with charged as (
    select unnest(array[i.one_id, i.other_id]) as id from public.bridge_introduction i
    where i.id = any((select trust.charged_introductions())::uuid[])
    union select k.about_id from public.bridge_asker k where k.ask_id = any((select trust.charged_asks())::uuid[])
    union select unnest(array[h.person_id, h.noted_by_id]) from public.bridge_heardoffer h
    where h.person_id = (select trust.me()) or h.id = any((select trust.heard_by_me())::uuid[]))
  select p.id, coalesce(nullif(p.name, ''), p.known_as)::text
  from charged join public.people_person p on p.id = charged.id"""
MAY_SIGN_FOR = """
  select exists (select 1 from public.bridge_agreementparty p
    where p.id = may_sign_for.party and may_sign_for.person in (select trust.signers_of(p.group_id)))"""
COORDINATED_OF = """
  with recursive down as (
    select h.neighbourhood_id as code from public.people_hat h
    where h.person_id = any(coordinated_of.people) and h.formal and h.granted_by_id is distinct from h.person_id
      and lower(h.role) ~ '^co(ö|o)rdinator' and h.neighbourhood_id is not null
      and h.since <= current_date and (h.until is null or h.until >= current_date)
      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
      and h.id <> all(array(select trust.lapsed_hats(current_date)))
    union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)
  select coalesce(array_agg(code), '{}')::text[] from down"""

CHARGE_WORDS = [
    Word("absent_of(person uuid)", "uuid[]", ABSENT_OF, lang="plpgsql"),
    Word("charged_asks", "uuid[]", CHARGED_ASKS),
    Word("charged_introductions", "uuid[]", CHARGED_INTRODUCTIONS),
    Word("charged_referrals", "uuid[]", CHARGED_REFERRALS),
    Word("charged_names", "table(person uuid, name text)", CHARGED_NAMES, rows=10),
    Word("my_parties", "uuid[]", MY_PARTIES),
    Word("may_sign_for(party uuid, person uuid)", "boolean", MAY_SIGN_FOR),
    Word("coordinated_of(people uuid[])", "text[]", COORDINATED_OF),
]
