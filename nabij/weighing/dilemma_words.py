"""Words about a dilemma: which are mine, when its voices are open, who is a party, and in which hat one speaks."""

from nabij.base.word import Word

WHO = "coalesce((select trust.me()), (select trust.reader()))"
GOES_ON = "not exists (select 1 from public.weighing_participantend e where e.participant_id = p.id)"
MY_RAISED = """
  select coalesce(array_agg(d.id), '{}') from public.weighing_dilemma d where d.raised_by_id = (select trust.me())"""
# A link reaches the one dilemma it came for.
MY_WEIGHINGS = f"""
  select coalesce(array_agg(mine.id), '{{}}') from (
    select p.dilemma_id as id from public.weighing_participant p
    where p.person_id = {WHO} and {GOES_ON}
      and ((select trust.me()) is not null or p.dilemma_id = (select trust.reach()))
    union select unnest((select trust.my_raised()))) as mine"""
# A voice says something of every option, or it is none yet.
HAS_SPOKEN = """exists (select 1 from public.weighing_voice v
      where v.dilemma_id = p.dilemma_id and v.person_id = p.person_id
      and (select count(*) from public.weighing_choice c where c.voice_id = v.id)
        = (select count(*) from public.weighing_option o where o.dilemma_id = p.dilemma_id))"""
# When all who weigh have spoken, or in the end; whom it concerns may speak, and nobody waits for it. One alone opens
# nothing: whoever raised it may speak first, and ask others after that.
VOICES_OPEN = f"""
  select exists (select 1 from public.weighing_dilemma d where d.id = voices_open.dilemma
    and (d.closes <= statement_timestamp() or (select count(*) > 1 and bool_and({HAS_SPOKEN})
      from public.weighing_participant p where p.dilemma_id = d.id and p.part = 'weighs' and {GOES_ON})))"""
MY_OPEN_WEIGHINGS = """
  select coalesce(array_agg(mine.id), '{}') from unnest((select trust.my_weighings())) as mine(id)
  where trust.voices_open(mine.id)"""
# How many have spoken, and of how many; never who.
VOICES_SPOKEN = f"""
  select (count(*) filter (where {HAS_SPOKEN}))::integer, count(*)::integer from public.weighing_participant p
  where p.dilemma_id = voices_spoken.dilemma and p.dilemma_id = any((select trust.my_weighings())::uuid[])
    and p.part <> 'facilitates' and {GOES_ON}"""
# Those that are open to me; of who stopped the voice stays closed.
MY_OPEN_VOICES = f"""
  select coalesce(array_agg(v.id), '{{}}') from public.weighing_voice v
  join public.weighing_participant p on p.dilemma_id = v.dilemma_id and p.person_id = v.person_id and {GOES_ON}
  where v.dilemma_id = any((select trust.my_open_weighings())::uuid[])"""
# My own, as long as I may still speak anew.
MY_BLIND_VOICES = f"""
  select coalesce(array_agg(v.id), '{{}}') from public.weighing_voice v
  where v.person_id = {WHO} and v.dilemma_id = any((select trust.my_weighings())::uuid[])
    and not trust.voices_open(v.dilemma_id)"""
MAY_SPEAK = f"""
  select not trust.voices_open(may_speak.dilemma)
    and (select count(*) from public.weighing_option o where o.dilemma_id = may_speak.dilemma) > 1
    and exists (select 1 from public.weighing_participant p where p.dilemma_id = may_speak.dilemma
      and p.person_id = {WHO} and p.part <> 'facilitates' and {GOES_ON})"""
# That somebody has, and not who; whoever raised it reads as much in how many have spoken.
ANYBODY_SPOKE = """
  select exists (select 1 from public.weighing_voice v where v.dilemma_id = anybody_spoke.dilemma)"""
MAY_TELL = """
  select may_tell.dilemma = any((select trust.my_weighings())::uuid[])
    and not exists (select 1 from public.weighing_decision b where b.dilemma_id = may_tell.dilemma)"""
MAY_STOP = f"""
  select exists (select 1 from public.weighing_participant p join public.weighing_dilemma d on d.id = p.dilemma_id
    where p.id = may_stop.participant and not trust.voices_open(d.id)
      and (d.raised_by_id = (select trust.me()) or p.person_id = {WHO}
        and ((select trust.me()) is not null or d.id = (select trust.reach()))))"""
MAY_VALUE = f"""
  select exists (select 1 from public.weighing_voice v join public.weighing_option o on o.dilemma_id = v.dilemma_id
    where v.id = may_value.voice and o.id = may_value.option and v.person_id = {WHO}
      and trust.may_speak(v.dilemma_id))"""
# What one is called there, as whoever asked one along wrote it.
MY_NAME_IN = f"""
  select p.name::text from public.weighing_participant p
  where p.dilemma_id = my_name_in.dilemma and p.person_id = {WHO}"""
# The hats whoever acts may speak in, as they are shown.
HATS_TO_SPEAK_IN = f"""
  select h.id, left(concat_ws(', ', h.role, g.name), 160), h.formal from public.people_hat h
  left join public.people_group g on g.id = h.group_id
  where h.person_id = {WHO} and h.since <= current_date and (h.until is null or h.until >= current_date)
    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
    and h.id <> all(array(select trust.lapsed_hats(current_date)))"""
SPEAKS_SO = """
  select case when speaks_so.hat is null then speaks_so.role = '' and speaks_so.formal is not true
    else exists (select 1 from trust.hats_to_speak_in() s
      where s.hat = speaks_so.hat and s.role = speaks_so.role and s.formal = speaks_so.formal) end"""
# The circle it was raised in, the story around that, and every circle of that story.
AROUND = """told as materialized (
    select c.circle_id as id from public.weighing_dilemmacircle c where c.dilemma_id = {dilemma}),
  around as materialized (
    select s.id, s.circle_id, s.person_id, s.household_id from public.stories_story s
    where s.circle_id in (select t.id from told t)
      or s.id in (select w.story_id from public.stories_storycircle w where w.circle_id in (select t.id from told t))),
  circles as materialized (
    select t.id from told t union select a.circle_id from around a
    union select w.circle_id from public.stories_storycircle w where w.story_id in (select a.id from around a))"""
CONCERNS = """exists (select 1 from around a where a.person_id = {who} or exists (
      select 1 from public.people_householdmember h where h.household_id = a.household_id and h.person_id = {who}))
    or exists (select 1 from public.stories_party p where p.person_id = {who}
      and p.story_id in (select a.id from around a))
    or exists (select 1 from public.trust_membership m where m.circle_id in (select c.id from circles c)
      and m.person_id = {who} and m.as_resident)"""
# Of one that I raised: whether somebody is the raiser, is or was in a circle of it, or is whom it concerns.
IS_PARTY = f"""
  with {AROUND.format(dilemma="is_party.dilemma")}
  select not exists (select 1 from told join public.weighing_dilemma d on d.id = is_party.dilemma
      where d.raised_by_id = (select trust.me()) and d.raised_by_id <> is_party.person)
    or {CONCERNS.format(who="is_party.person")}
    or exists (select 1 from public.trust_membership m where m.circle_id in (select c.id from circles c)
      and m.person_id = is_party.person)"""
IS_CONCERNED = f"""
  with {AROUND.format(dilemma="is_concerned.dilemma")}
  select exists (select 1 from told join public.weighing_dilemma d on d.id = is_concerned.dilemma
      where d.raised_by_id = (select trust.me()))
    and ({CONCERNS.format(who="is_concerned.person")})"""
# Oneself, or somebody one knows: to weigh, to lead it as no party, or as whom it concerns.
MAY_ASK_ALONG = """
  select (may_ask_along.person = (select trust.me()) or may_ask_along.person = any((select trust.my_people())::uuid[])
      or trust.i_noted(may_ask_along.person))
    and case may_ask_along.part when 'weighs' then true
      when 'facilitates' then not trust.is_party(may_ask_along.dilemma, may_ask_along.person)
      when 'resident' then trust.is_concerned(may_ask_along.dilemma, may_ask_along.person) else false end"""
CONCERNS_ME = f"""
  with {AROUND.format(dilemma="concerns_me.dilemma")}
  select exists (select 1 from public.weighing_participant p where p.dilemma_id = concerns_me.dilemma
      and p.person_id = {WHO} and p.part = 'resident')
    or {CONCERNS.format(who="(select trust.me())")}"""
WEIGHED_SINCE = """
  select exists (select 1 from public.weighing_decision b where b.dilemma_id = weighed_since.dilemma
    and (b.at >= weighed_since.moment
      or exists (select 1 from public.weighing_came c where c.decision_id = b.id and c.at >= weighed_since.moment)
      or exists (select 1 from public.weighing_deviation v
        where v.decision_id = b.id and v.valid_until >= weighed_since.moment)))"""

DILEMMA_WORDS = [
    Word("my_raised", "uuid[]", MY_RAISED),
    Word("my_weighings", "uuid[]", MY_WEIGHINGS),
    Word("voices_open(dilemma uuid)", "boolean", VOICES_OPEN),
    Word("my_open_weighings", "uuid[]", MY_OPEN_WEIGHINGS),
    Word("voices_spoken(dilemma uuid)", "table(spoken integer, asked integer)", VOICES_SPOKEN, rows=1),
    Word("my_open_voices", "uuid[]", MY_OPEN_VOICES),
    Word("my_blind_voices", "uuid[]", MY_BLIND_VOICES),
    Word("may_speak(dilemma uuid)", "boolean", MAY_SPEAK),
    Word("may_value(voice uuid, option uuid)", "boolean", MAY_VALUE),
    Word("anybody_spoke(dilemma uuid)", "boolean", ANYBODY_SPOKE),
    Word("may_tell(dilemma uuid)", "boolean", MAY_TELL),
    Word("may_stop(participant uuid)", "boolean", MAY_STOP),
    Word("my_name_in(dilemma uuid)", "text", MY_NAME_IN),
    Word("hats_to_speak_in", "table(hat uuid, role text, formal boolean)", HATS_TO_SPEAK_IN, rows=3),
    Word("speaks_so(hat uuid, role text, formal boolean)", "boolean", SPEAKS_SO),
    Word("is_party(dilemma uuid, person uuid)", "boolean", IS_PARTY),
    Word("is_concerned(dilemma uuid, person uuid)", "boolean", IS_CONCERNED),
    Word("may_ask_along(dilemma uuid, person uuid, part text)", "boolean", MAY_ASK_ALONG),
    Word("concerns_me(dilemma uuid)", "boolean", CONCERNS_ME),
    Word("weighed_since(dilemma uuid, moment timestamptz)", "boolean", WEIGHED_SINCE),
]
