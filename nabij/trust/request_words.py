"""The words about requests: who answers, what is limited for whom, and what may be erased."""

from nabij.base.guard import OFFICE
from nabij.base.word import Word

# Whoever wears the formal hat "privacycontact" now; the longest first, so that there is one answer.
PRIVACY_CONTACT = """
  select person_id from public.people_hat
  where formal and role = 'privacycontact' and since <= current_date and (until is null or until >= current_date)
    and not trust.taken_off(id) and id <> all(array(select trust.lapsed_hats(current_date)))
  order by since, id limit 1"""
PRIVACY_CONTACT_NAME = """
  select coalesce(nullif(name, ''), known_as) from public.people_person where id = (select trust.privacy_contact())"""

# Single notes that are limited in circles of mine, by id: mostly none. Asked with each read of a note, so it asks only
# once who acts: m.person_id is me. Danger goes before a limit (AVG art. 18, paragraph 2): who broke the glass reads on.
LIMITED_THINGS = """
  select coalesce(array_agg(l.about_id), '{}') from public.trust_limit l
  join public.trust_membership m on m.circle_id = l.circle_id and m.person_id = (select trust.me())
  where l.about_id is not null and not m.as_resident and l.person_id <> m.person_id
    and l.author_id is distinct from m.person_id and l.answerer_id is distinct from m.person_id
    and l.circle_id <> all((select trust.my_broken_circles())::uuid[])
    and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)"""

GRANTED = """
  from public.trust_request r join public.trust_reply a on a.request_id = r.id
  where r.kind = 'erase' and a.kind in ('granted', 'partly')"""
ERASED_PEOPLE = f"select coalesce(array_agg(r.person_id), '{{}}') {GRANTED} and r.about_id is null"
ERASED_THINGS = f"select coalesce(array_agg(r.about_id), '{{}}') {GRANTED} and r.about_id is not null"
ERASERS_CIRCLES = f"""
  select coalesce(array_agg(m.circle_id), '{{}}') from public.trust_membership m
  where m.person_id in (select r.person_id {GRANTED} and r.about_id is not null)"""
# Circles about nobody but people who asked to be forgotten, and the circles of one that they made.
ERASED_CIRCLES = """
  select coalesce(array_agg(c.id), '{}') from public.trust_circle c
  where (c.kind = 'own' and c.made_by_id = any((select trust.erased_people())::uuid[]))
    or (c.id in (select m.circle_id from public.trust_membership m
          where m.as_resident and m.person_id = any((select trust.erased_people())::uuid[]))
      and not exists (select 1 from public.trust_membership m where m.circle_id = c.id and m.as_resident
          and m.person_id <> all((select trust.erased_people())::uuid[])))"""
# Who is being forgotten: granted, and not done yet. Only then may their name be taken out of what others wrote.
PEOPLE_TO_MASK = f"""
  select coalesce(array_agg(r.person_id), '{{}}') {GRANTED} and r.about_id is null
    and not exists (select 1 from public.trust_erasure e where e.request_id = r.id)"""
# How they may be called in a text, in small letters; a name of two letters is found as a whole only.
NAMES_TO_MASK = """
  select coalesce(array_agg(distinct lower(n.said)), '{}') from public.people_person p cross join lateral (
    select p.name union select p.known_as
    union select w from unnest(array[split_part(p.name, ' ', 1), split_part(p.name, ' ', -1)]) w
      where length(w) > 2) as n(said)
  where n.said <> '' and p.id = any((select trust.people_to_mask())::uuid[])"""
# Circles of others that they were in or were known in, and the households they lived in.
CIRCLES_TO_MASK = """
  select coalesce(array_agg(t.circle_id), '{}') from (
    select m.circle_id from public.trust_membership m where m.person_id = any((select trust.people_to_mask())::uuid[])
    union select n.circle_id from public.trust_noted n where n.person_id = any((select trust.people_to_mask())::uuid[])
    ) as t where t.circle_id <> all((select trust.erased_circles())::uuid[])"""
HOUSEHOLDS_TO_MASK = """
  select coalesce(array_agg(distinct m.household_id), '{}') from public.people_householdmember m
  where m.person_id = any((select trust.people_to_mask())::uuid[])"""
# The words of the names of everybody else there, in small letters: what somebody shares with them stays.
NAMES_BESIDE = """
  select coalesce(array_agg(distinct lower(w.word)), '{}') from (
    select m.person_id from public.trust_membership m where m.circle_id = names_beside.there
    union select n.person_id from public.trust_noted n where n.circle_id = names_beside.there
    union select h.person_id from public.people_householdmember h where h.household_id = names_beside.there) as o
  join public.people_person p on p.id = o.person_id
  cross join lateral regexp_split_to_table(p.name, '[[:space:]]+') as w(word)
  where w.word <> '' and p.id <> all((select trust.people_to_mask())::uuid[])"""
# Whether whoever acts and this person stand on either side of a request: they may write each other about it.
ACROSS = """
  select exists (select 1 from public.trust_request r where r.id = across.request
    and ((r.answerer_id = across.person and (select trust.me()) in (r.person_id, r.noted_by_id))
      or (r.answerer_id = (select trust.me()) and across.person in (r.person_id, r.noted_by_id))))"""

REQUEST_WORDS = [
    Word("privacy_contact", "uuid", PRIVACY_CONTACT),
    Word("privacy_contact_name", "text", PRIVACY_CONTACT_NAME),
    Word("limited_things", "uuid[]", LIMITED_THINGS),
    Word("erased_people", "uuid[]", ERASED_PEOPLE),
    Word("erased_things", "uuid[]", ERASED_THINGS),
    Word("erasers_circles", "uuid[]", ERASERS_CIRCLES),
    Word("erased_circles", "uuid[]", ERASED_CIRCLES),
    Word("people_to_mask", "uuid[]", PEOPLE_TO_MASK, to=OFFICE),
    Word("names_to_mask", "text[]", NAMES_TO_MASK, to=OFFICE),
    Word("circles_to_mask", "uuid[]", CIRCLES_TO_MASK, to=OFFICE),
    Word("households_to_mask", "uuid[]", HOUSEHOLDS_TO_MASK, to=OFFICE),
    Word("names_beside(there uuid)", "text[]", NAMES_BESIDE, to=OFFICE),
    Word("across(request uuid, person uuid)", "boolean", ACROSS),
]
