"""Words about the neighbourhood agreement: where one wears a hat, for whom one signs, and what can be signed."""

from nabij.base.word import Word

# Everything a place lies in, and everything that lies in it.
PLACES_AROUND = """
  with recursive
    up as (
      select places_around.place as code
      union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),
    down as (
      select places_around.place as code
      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)
  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways"""
# A hat that says no place is worn where its group is. Living somewhere is no hat.
HAT_PLACES = """
  select coalesce(array_agg(distinct place), '{}')::text[] from public.people_hat h
  left join public.people_group g on g.id = h.group_id
  cross join lateral unnest(trust.places_around(coalesce(h.neighbourhood_id, g.neighbourhood_id))) as place
  where h.id = any((select trust.my_hats())::uuid[]) and coalesce(h.neighbourhood_id, g.neighbourhood_id) is not null"""
MY_HAT_PLACES = HAT_PLACES
# In a hat of work that somebody gave.
MY_WORK_PLACES = f"{HAT_PLACES} and h.formal and h.granted_by_id is distinct from h.person_id"
# Somebody signs for a group in a hat of it that was given to them; for an organisation, in one of work.
GIVEN = "h.granted_by_id is distinct from h.person_id and (h.formal or not g.formal)"
MY_SIGNING_GROUPS = f"""
  select coalesce(array_agg(distinct h.group_id), '{{}}') from public.people_hat h
  join public.people_group g on g.id = h.group_id
  where h.id = any((select trust.my_hats())::uuid[]) and {GIVEN}"""
SIGNERS_OF = f"""
  select h.person_id from public.people_hat h join public.people_group g on g.id = h.group_id
  where h.group_id = signers_of.party and {GIVEN}
    and h.since <= current_date and (h.until is null or h.until >= current_date)
    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
    and h.id <> all(array(select trust.lapsed_hats(current_date)))"""
PLACE_OF_AGREEMENT = "select neighbourhood_id from public.bridge_agreement a where a.id = place_of_agreement.agreement"
AGREEMENT_IN_FORCE = """
  select a.id from public.bridge_agreement a where a.neighbourhood_id = agreement_in_force.place
    and exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id)
    and not exists (select 1 from public.bridge_agreementparty p where p.agreement_id = a.id
      and not exists (select 1 from public.bridge_signature s where s.party_id = p.id))
  order by a.number desc limit 1"""
# Whoever skips numbers would overtake for good what others propose after them.
NEXT_AGREEMENT = """
  select coalesce(max(a.number), 0) + 1 from public.bridge_agreement a
  where a.neighbourhood_id = next_agreement.place"""
# What is proposed by me, and nobody signed: its clauses and groups are still mine to write.
MY_PROPOSALS = """
  select coalesce(array_agg(h.agreement_id), '{}') from public.bridge_penholder h
  where h.person_id = (select trust.me()) and h.signature_id is null
    and not exists (select 1 from public.bridge_agreementwithdrawal w where w.agreement_id = h.agreement_id)
    and not exists (select 1 from public.bridge_signature s join public.bridge_agreementparty p on p.id = s.party_id
      where p.agreement_id = h.agreement_id)"""
IS_BLANK = """
  select not exists (select 1 from public.bridge_penholder h where h.agreement_id = is_blank.agreement)
    and not exists (select 1 from public.bridge_clause c where c.agreement_id = is_blank.agreement)
    and not exists (select 1 from public.bridge_agreementparty p where p.agreement_id = is_blank.agreement)"""
# Groups of the version in force that a new one does not name, while somebody there could sign: but for those of whoever
# proposes it, who may take their own group out.
LEFT_OUT = """
  select p.group_id from public.bridge_agreement a
  join public.bridge_agreementparty p on p.agreement_id = trust.agreement_in_force(a.neighbourhood_id)
  where a.id = left_out.agreement and p.agreement_id <> a.id
    and not exists (select 1 from public.bridge_agreementparty q
      where q.agreement_id = a.id and q.group_id = p.group_id)
    and exists (select 1 from trust.signers_of(p.group_id))
    and not exists (select 1 from public.bridge_penholder h where h.agreement_id = a.id and h.signature_id is null
      and h.person_id in (select trust.signers_of(p.group_id)))"""
# With clauses, of groups of both kinds, of nobody who is left out, not taken back and not overtaken.
IS_SIGNABLE = """
  select exists (select 1 from public.bridge_agreement a where a.id = is_signable.agreement
    and exists (select 1 from public.bridge_clause c where c.agreement_id = a.id)
    and (select count(distinct g.formal) = 2 from public.bridge_agreementparty p
      join public.people_group g on g.id = p.group_id where p.agreement_id = a.id)
    and not exists (select 1 from public.bridge_agreementwithdrawal w where w.agreement_id = a.id)
    and not exists (select 1 from public.bridge_agreement b
      where b.id = trust.agreement_in_force(a.neighbourhood_id) and b.number >= a.number)
    and not exists (select 1 from trust.left_out(a.id)))"""

AGREEMENT_WORDS = [
    Word("places_around(place text)", "text[]", PLACES_AROUND),
    Word("my_hat_places", "text[]", MY_HAT_PLACES),
    Word("my_work_places", "text[]", MY_WORK_PLACES),
    Word("my_signing_groups", "uuid[]", MY_SIGNING_GROUPS),
    Word("signers_of(party uuid)", "setof uuid", SIGNERS_OF, rows=5),
    Word("place_of_agreement(agreement uuid)", "text", PLACE_OF_AGREEMENT),
    Word("agreement_in_force(place text)", "uuid", AGREEMENT_IN_FORCE),
    Word("next_agreement(place text)", "integer", NEXT_AGREEMENT),
    Word("my_proposals", "uuid[]", MY_PROPOSALS),
    Word("is_blank(agreement uuid)", "boolean", IS_BLANK),
    Word("left_out(agreement uuid)", "setof uuid", LEFT_OUT, rows=2),
    Word("is_signable(agreement uuid)", "boolean", IS_SIGNABLE),
]
