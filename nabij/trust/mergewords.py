"""The words about merging: whether two may be one, and who answers for what is known of a double."""

from nabij.base.word import Word

KNOWN_THERE = """
  select exists (select 1 from public.trust_membership m where m.circle_id = known_there.circle
      and m.person_id = known_there.person and (m.until is null or m.until > statement_timestamp()))
    or exists (select 1 from public.trust_noted n where n.circle_id = known_there.circle
      and n.person_id = known_there.person)"""
RESIDENTS_OF = """
  select coalesce(array_agg(m.person_id order by m.person_id), '{}') from public.trust_membership m
  where m.circle_id = residents_of.circle and m.as_resident and (m.until is null or m.until > statement_timestamp())"""
# One story twice is about the same people; of two people the double has no log-in, and each is known where it is said.
MAY_MERGE = """
  select case when may_merge.person is null
    then trust.residents_of(may_merge.circle) = trust.residents_of(may_merge.double_circle)
      and trust.residents_of(may_merge.circle) <> '{}'
    else not trust.has_account(may_merge.double)
      and trust.known_there(may_merge.circle, may_merge.person)
      and trust.known_there(may_merge.double_circle, may_merge.double) end"""
# Whoever asks to be forgotten asks it of whoever answers for what was noted of them under another name as well: who
# began that circle, while they are in it, else the privacy contact. Nobody else, so that merging opens no way to erase.
ANSWERS_FOR_DOUBLE = """
  select coalesce((
    select c.made_by_id from public.trust_circle c
    where c.id = g.double_circle_id and c.made_by_id <> (select trust.me())
      and exists (select 1 from public.trust_membership m where m.circle_id = c.id and m.person_id = c.made_by_id
        and (m.until is null or m.until > statement_timestamp()))), (select trust.privacy_contact()))
  from public.trust_merge g
  where g.double_id = answers_for_double.double and g.person_id = (select trust.me())
    and not exists (select 1 from public.trust_mergeend e where e.merge_id = g.id)
  order by g.at, g.id limit 1"""
NAME_OF_ANSWERER = """
  select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p
  where p.id = trust.answers_for_double(name_of_answerer.double)"""

MERGE_WORDS = [
    Word("known_there(circle uuid, person uuid)", "boolean", KNOWN_THERE),
    Word("residents_of(circle uuid)", "uuid[]", RESIDENTS_OF),
    Word("may_merge(person uuid, circle uuid, double uuid, double_circle uuid)", "boolean", MAY_MERGE),
    Word("answers_for_double(double uuid)", "uuid", ANSWERS_FOR_DOUBLE),
    Word("name_of_answerer(double uuid)", "text", NAME_OF_ANSWERER),
]
