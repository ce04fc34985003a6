"""Words about a decision: who may take it, whether somebody thought otherwise, and between whom it went against one."""

from nabij.base.word import Word

MAY_DECIDE = """
  select trust.voices_open(may_decide.dilemma) and exists (
    select 1 from public.weighing_participant p where p.dilemma_id = may_decide.dilemma
      and p.person_id = (select trust.me()) and p.part = 'weighs'
      and not exists (select 1 from public.weighing_participantend e where e.participant_id = p.id))"""
OF_CHOSEN = """(select c.value from public.weighing_choice c
      where c.voice_id = v.id and c.option_id = {option})"""
HIGHEST = "(select max(c.value) from public.weighing_choice c where c.voice_id = v.id)"
OF_OTHERS = """(select max(c.value) from public.weighing_choice c
      where c.voice_id = v.id and c.option_id <> b.option_id)"""
# Whoever prefers another option, or gave what was chosen 3 or less; all of them when no option was chosen. Of what is
# still blind, or not mine, it says what it says when there is somebody.
WEIGHED_OTHERWISE = f"""
  select weighed_otherwise.dilemma <> all((select trust.my_open_weighings())::uuid[]) or exists (
    select 1 from public.weighing_voice v where v.dilemma_id = weighed_otherwise.dilemma
      and v.id = any((select trust.my_open_voices())::uuid[])
      and (weighed_otherwise.option is null
        or coalesce({OF_CHOSEN.format(option="weighed_otherwise.option")}, 0) <= 3
        or {OF_CHOSEN.format(option="weighed_otherwise.option")} < {HIGHEST}))"""
# Whoever carries it, and each who weighed and held another option as dear or dearer, or gave this one 1 or 2. One reads
# only those pairs one is of; who writes the letters, all.
CLASHES = f"""
  with pairs as (
    select b.carried_by_id as one, v.person_id as other from public.weighing_decision b
    join public.weighing_voice v on v.dilemma_id = b.dilemma_id and v.person_id <> b.carried_by_id
    join public.weighing_participant p on p.dilemma_id = b.dilemma_id and p.person_id = v.person_id
      and p.part = 'weighs'
      and not exists (select 1 from public.weighing_participantend e where e.participant_id = p.id)
    where b.id = clashes.decision and b.option_id is not null
      and ({OF_CHOSEN.format(option="b.option_id")} <= 2
        or {OF_CHOSEN.format(option="b.option_id")} <= {OF_OTHERS}))
  select two.person, two.other from (select one as person, other from pairs union select other, one from pairs) as two
  where (select trust.office()) = 'reminders' or two.person = coalesce((select trust.me()), (select trust.reader()))"""

SHARED_WITH_ME = """
  select coalesce(array_agg(w.id), '{}') from public.weighing_workingtogether w
  where w.shared and w.other_id = coalesce((select trust.me()), (select trust.reader()))"""

DECISION_WORDS = [
    Word("may_decide(dilemma uuid)", "boolean", MAY_DECIDE),
    Word("weighed_otherwise(dilemma uuid, option uuid)", "boolean", WEIGHED_OTHERWISE),
    Word("shared_with_me", "uuid[]", SHARED_WITH_ME),
    Word("clashes(decision uuid)", "table(person uuid, other uuid)", CLASHES, rows=4),
]
