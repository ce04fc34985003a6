"""Words about rules, doing otherwise and what was weighed before: who may, whose mandate, and how it stands."""

from nabij.base.word import Word
from nabij.weighing.dilemma_words import WHO

# How it is now: nothing came after it and it did not end.
RULE_STANDS = """
  select exists (select 1 from public.weighing_rule r where r.id = rule_stands.rule
    and not exists (select 1 from public.weighing_rule n where n.key = r.key and n.number > r.number)
    and not exists (select 1 from public.weighing_ruleending e where e.rule_id = r.id))"""
# A new rule, or the next of one that stands in the same place.
RULE_FOLLOWS = """
  select case when rule_follows.number = 1
    then not exists (select 1 from public.weighing_rule r where r.key = rule_follows.key)
    else exists (select 1 from public.weighing_rule r where r.key = rule_follows.key
      and r.number = rule_follows.number - 1 and r.neighbourhood_id = rule_follows.place
      and trust.rule_stands(r.id)) end"""
MY_DEVIATIONS = """
  select coalesce(array_agg(v.id), '{}') from public.weighing_deviation v where v.by_id = (select trust.me())"""
# Where I was asked for backing; a link reaches the one it came for.
MY_BACKINGS = f"""
  select coalesce(array_agg(a.deviation_id), '{{}}') from public.weighing_backingasked a
  where a.person_id = {WHO} and ((select trust.me()) is not null or a.deviation_id = (select trust.reach()))"""
MY_BACKED_DECISIONS = """
  select coalesce(array_agg(v.decision_id), '{}') from public.weighing_deviation v
  where v.id = any((select trust.my_backings())::uuid[])"""
MY_BACKED_DILEMMAS = """
  select coalesce(array_agg(b.dilemma_id), '{}') from public.weighing_decision b
  where b.id = any((select trust.my_backed_decisions())::uuid[])"""
# What I carry, of a rule that stands where it was raised.
MAY_DEVIATE = """
  select exists (select 1 from public.weighing_decision b
    join public.weighing_dilemma d on d.id = b.dilemma_id
    join public.weighing_rule r on r.id = may_deviate.rule
    where b.id = may_deviate.decision and b.carried_by_id = (select trust.me())
      and trust.rule_stands(r.id) and trust.lie_together(r.neighbourhood_id, d.neighbourhood_id))"""
# Somebody I know, and not myself, as long as it waits.
MAY_ASK_BACKING = """
  select may_ask_backing.deviation = any((select trust.my_deviations())::uuid[])
    and may_ask_backing.person <> (select trust.me())
    and (may_ask_backing.person = any((select trust.my_people())::uuid[]) or trust.i_noted(may_ask_backing.person))
    and trust.deviation_state(may_ask_backing.deviation, statement_timestamp()) = 'waits'"""
# In a hat, as long as it waits or stands: a second look is never too late. Nobody backs what they asked themselves.
MAY_BACK = f"""
  select may_back.deviation = any((select trust.my_backings())::uuid[])
    and exists (select 1 from public.weighing_deviation v where v.id = may_back.deviation and v.by_id <> {WHO})
    and trust.deviation_state(may_back.deviation, statement_timestamp()) in ('waits', 'stands')"""
# A hat of this role that somebody else gave them: for there, for what that lies in, or for everywhere.
HAS_MANDATE = """
  select exists (select 1 from public.people_hat h
    join public.weighing_deviation v on v.id = has_mandate.deviation
    join public.weighing_rule r on r.id = v.rule_id
    where h.id = has_mandate.hat and lower(h.role) = lower(r.mandate)
      and h.granted_by_id is distinct from h.person_id and (h.formal or h.granted_by_id is not null)
      and (h.neighbourhood_id is null or trust.lie_together(h.neighbourhood_id, r.neighbourhood_id)))"""
MY_NAME_AS_BACKER = f"""
  select a.name::text from public.weighing_backingasked a
  where a.deviation_id = my_name_as_backer.deviation and a.person_id = {WHO}"""
# The one place that says how a deviation stands. Complete: two others at least, of whom one in a hat of the other shape
# than who asked it, and one with the mandate of the rule. What is complete after a week came too late.
DEVIATION_STATE = """
  select case
    when backed.complete and (looked.ends or looked.back and past.day) then 'reviewed'
    when backed.complete and past.day then 'over'
    when backed.complete then 'stands'
    when v.at > deviation_state.moment - interval '7 days' and not past.day then 'waits'
    else 'lapsed' end
  from public.weighing_deviation v
  cross join lateral (select v.valid_until < deviation_state.moment::date as day) as past
  cross join lateral (
    select count(*) >= 2 and bool_or(b.formal <> v.formal) and bool_or(b.mandate) as complete
    from public.weighing_backing b where b.deviation_id = v.id and b.kind = 'yes' and b.person_id <> v.by_id
      and b.at <= least(deviation_state.moment, v.at + interval '7 days')) as backed
  cross join lateral (
    select coalesce(bool_or(not w.goes_on), false) as ends, count(*) > 0 as back
    from public.weighing_review w where w.deviation_id = v.id and w.at <= deviation_state.moment) as looked
  where v.id = deviation_state.deviation"""
# Whoever asked it or stands behind it looks back; once it has been said that it ends, it has ended.
MAY_REVIEW = """
  select exists (select 1 from public.weighing_deviation v where v.id = may_review.deviation
    and (v.by_id = (select trust.me()) or exists (select 1 from public.weighing_backing b
      where b.deviation_id = v.id and b.person_id = (select trust.me()) and b.kind = 'yes')))
    and trust.deviation_state(may_review.deviation, statement_timestamp()) in ('stands', 'over')"""
MY_TOLD = """
  select coalesce(array_agg(t.precedent_id), '{}') from public.weighing_precedentteller t
  where t.person_id = (select trust.me())"""
# Where one coordinates.
MY_KEPT_PRECEDENTS = """
  select coalesce(array_agg(p.id), '{}') from public.weighing_precedent p
  where p.neighbourhood_id = any((select trust.my_kept_places())::text[])"""
TAKEN_BACK = """
  select coalesce(array_agg(e.precedent_id), '{}') from public.weighing_precedentending e"""
# In somebody's own name before it is there; what is there nobody makes theirs.
IS_TOLD = """
  select exists (select 1 from public.weighing_precedent p where p.id = is_told.precedent)"""
# Of a decision one carries, or about which one thought along.
MAY_TELL_ON = """
  select may_tell_on.decision is null or exists (select 1 from public.weighing_decision b
    where b.id = may_tell_on.decision and b.dilemma_id = any((select trust.my_weighings())::uuid[]))"""
# Any of these words, in the order of how many and how dear; only where one lives or works.
RECALL_PRECEDENTS = """
  with asked as materialized (
    select replace(plainto_tsquery('pg_catalog.dutch', recall_precedents.said)::text, ' & ', ' | ')::tsquery as words)
  select p.id from asked, public.weighing_precedent p
  where p.in_memory @@ asked.words and p.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
    and (recall_precedents.places is null or p.neighbourhood_id = any(recall_precedents.places))
    and not exists (select 1 from public.weighing_precedentending e where e.precedent_id = p.id)
  order by ts_rank(p.in_memory, asked.words) desc, p.at desc, p.id desc limit recall_precedents.n"""

DEVIATION_WORDS = [
    Word("rule_stands(rule uuid)", "boolean", RULE_STANDS),
    Word("rule_follows(key uuid, number integer, place text)", "boolean", RULE_FOLLOWS),
    Word("my_deviations", "uuid[]", MY_DEVIATIONS),
    Word("my_backings", "uuid[]", MY_BACKINGS),
    Word("my_backed_decisions", "uuid[]", MY_BACKED_DECISIONS),
    Word("my_backed_dilemmas", "uuid[]", MY_BACKED_DILEMMAS),
    Word("may_deviate(decision uuid, rule uuid)", "boolean", MAY_DEVIATE),
    Word("deviation_state(deviation uuid, moment timestamptz)", "text", DEVIATION_STATE),
    Word("may_ask_backing(deviation uuid, person uuid)", "boolean", MAY_ASK_BACKING),
    Word("may_back(deviation uuid)", "boolean", MAY_BACK),
    Word("has_mandate(deviation uuid, hat uuid)", "boolean", HAS_MANDATE),
    Word("my_name_as_backer(deviation uuid)", "text", MY_NAME_AS_BACKER),
    Word("may_review(deviation uuid)", "boolean", MAY_REVIEW),
]
PRECEDENT_WORDS = [
    Word("my_told", "uuid[]", MY_TOLD),
    Word("my_kept_precedents", "uuid[]", MY_KEPT_PRECEDENTS),
    Word("taken_back", "uuid[]", TAKEN_BACK),
    Word("is_told(precedent uuid)", "boolean", IS_TOLD),
    Word("may_tell_on(decision uuid)", "boolean", MAY_TELL_ON),
    Word("recall_precedents(said text, places text[], n integer)", "setof uuid", RECALL_PRECEDENTS, rows=20),
]
