"""Words about sealed notes: whose they are, and who may keep one."""

from nabij.base.word import Word

# The sealed notes of whoever acts: kept (they said yes), asked (not answered yet), begun a moment ago.
MY_KEPT_SEALS = """
  select coalesce(array_agg(k.note_id), '{}') from public.stories_sealkeeper k
  join public.stories_keeperanswer a on a.keeper_id = k.id and a.yes
  where k.person_id = (select trust.me()) and k.until is null"""
MY_ASKED_SEALS = """
  select coalesce(array_agg(k.note_id), '{}') from public.stories_sealkeeper k
  where k.person_id = (select trust.me()) and k.until is null
    and not exists (select 1 from public.stories_keeperanswer a where a.keeper_id = k.id)"""
MY_NEW_SEALS = """
  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n where n.by_id = (select trust.me())
  and not exists (select 1 from public.stories_sealkeeper k where k.note_id = n.id)"""
AGREED = """
  select coalesce(array_agg(distinct r.note_id), '{}') from public.stories_sealreview r
  join public.stories_sealagreement g on g.review_id = r.id and g.yes
  where r.note_id = any((select trust.my_kept_seals())::uuid[]) and r.kind in (%s)"""
KEEPERS_OF = """
  select count(*)::integer from public.stories_sealkeeper k
  left join public.stories_keeperanswer a on a.keeper_id = k.id
  where k.note_id = keepers_of.note and k.until is null and coalesce(a.yes, true)"""
# A professional with a log-in who is not whom the story is about.
MAY_KEEP = """
  select case when trust.wears_formal(may_keep.person) and trust.has_account(may_keep.person) and not exists (
    select 1 from public.stories_sealednote n
    join public.trust_membership m on m.circle_id = n.circle_id and m.as_resident
    where n.id = may_keep.note and m.person_id = may_keep.person) then array[may_keep.person] else '{}' end"""
HAS_LEFT_SEAL = """
  select exists (select 1 from public.stories_sealkeeper k
    left join public.stories_keeperanswer a on a.keeper_id = k.id
    where k.id = has_left_seal.keeper and k.person_id <> (select trust.me()) and (
      a.yes is null or not a.yes
      or not exists (select 1 from public.people_account c where c.person_id = k.person_id and c.is_active)
      or not exists (select 1 from public.people_hat h where h.person_id = k.person_id and h.since <= current_date
                     and (h.until is null or h.until >= current_date) and not trust.taken_off(h.id))))"""

# Notes that I keep, about somebody who asked to be forgotten and was told yes.
MY_ERASED_SEALS = """
  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n
  where n.id = any((select trust.my_kept_seals())::uuid[])
    and n.circle_id = any((select trust.erased_circles())::uuid[])"""
# Stories about somebody forgotten on which something closed still stands; for the office that erases alone.
KEPT_STORIES = """
  select coalesce(array_agg(s.id), '{}') from public.stories_story s
  where (select trust.office()) = 'rights' and s.circle_id = any((select trust.erased_circles())::uuid[]) and (
    exists (select 1 from public.stories_sealednote n where n.story_id = s.id and not trust.seal_ended(n.id))
    or exists (select 1 from public.stories_concern c where c.story_id = s.id and not trust.concern_ended(c.id)))"""
# What both opened or deleted about somebody forgotten: its lines go first, and a note without lines stands no more.
ERASABLE_SEALS = """
  select coalesce(array_agg(n.id), '{}') from public.stories_sealednote n
  where n.circle_id = any((select trust.erased_circles())::uuid[]) and trust.seal_ended(n.id)"""
SEAL_STANDS = "select exists (select 1 from public.stories_sealedline l where l.note_id = seal_stands.note)"
CONCERN_THERE = "select exists (select 1 from public.stories_concern c where c.id = concern_there.concern)"
CONCERN_ENDED = """
  select exists (select 1 from public.stories_concernanswer a
    where a.concern_id = concern_ended.concern and a.kind = 'answered')"""
SEAL_ENDED = """
  select exists (select 1 from public.stories_sealreview r join public.stories_sealagreement g on g.review_id = r.id
    where r.note_id = seal_ended.note and r.kind in ('open', 'delete') and g.yes)"""
# A concern that was taken up until a day, or answered, after a moment.
ANSWERED_SINCE = """
  select exists (select 1 from public.stories_concernanswer a where a.concern_id = answered_since.concern
    and greatest(a.at, a.day::timestamptz) >= answered_since.moment)"""

SEAL_WORDS = [
    Word("answered_since(concern uuid, moment timestamptz)", "boolean", ANSWERED_SINCE),
    Word("my_kept_seals", "uuid[]", MY_KEPT_SEALS),
    Word("my_asked_seals", "uuid[]", MY_ASKED_SEALS),
    Word("my_new_seals", "uuid[]", MY_NEW_SEALS),
    Word("my_ended_seals", "uuid[]", AGREED % "'open', 'delete'"),
    Word("seal_ended(note uuid)", "boolean", SEAL_ENDED),
    Word("concern_ended(concern uuid)", "boolean", CONCERN_ENDED),
    Word("my_opened_seals", "uuid[]", AGREED % "'open'"),
    Word("erasable_seals", "uuid[]", ERASABLE_SEALS),
    Word("seal_stands(note uuid)", "boolean", SEAL_STANDS),
    Word("concern_there(concern uuid)", "boolean", CONCERN_THERE),
    Word("my_erased_seals", "uuid[]", MY_ERASED_SEALS),
    Word("kept_stories", "uuid[]", KEPT_STORIES),
    Word("keepers_of(note uuid)", "integer", KEEPERS_OF),
    Word("may_keep(note uuid, person uuid)", "uuid[]", MAY_KEEP),
    Word("has_left_seal(keeper uuid)", "boolean", HAS_LEFT_SEAL),
]
