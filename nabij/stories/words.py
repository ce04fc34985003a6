"""Words about stories."""

from nabij.base.word import Word
from nabij.stories.maskwords import MASK_WORDS
from nabij.stories.sealwords import SEAL_WORDS
from nabij.stories.searching import MEMORY_WORDS
from nabij.stories.silencewords import SILENCE_WORDS
from nabij.stories.teamwords import TEAM_WORDS

MY_SMALLER_STORIES = """
  select coalesce(array_agg(story_id), '{}') from public.stories_storycircle
  where circle_id = any((select trust.my_circles())::uuid[])"""

# When something last became of a promise: asked, its day, its end, answered, kept, each time.
PROMISE_LAST = """
  select greatest(p.asked_at, p.day::timestamptz, p.until::timestamptz,
      (select max(t.at) from public.stories_turn t where t.promise_id = p.id),
      (select a.at from public.stories_answer a where a.promise_id = p.id),
      (select k.at from public.stories_keeping k where k.promise_id = p.id))
  from public.stories_promise p where p.id = promise_last.promise"""

# Somebody else of its circle was asked to do it instead, and said yes. Within one circle alone, so that nobody takes
# away what stands where they are not.
HANDED_ON = """
  select exists (select 1 from public.stories_promise p
    join public.stories_answer a on a.promise_id = p.id and a.kind = 'yes'
    join public.stories_promise was on was.id = p.instead_of and was.circle_id = p.circle_id
    where p.instead_of = handed_on.promise)"""

# Whom a story is about is in every circle of it; of a story between two at least one of them.
KEEPS_RESIDENTS = """
  with residents as (
    select m.circle_id, m.person_id from public.trust_membership m
    where m.as_resident and (m.until is null or m.until > statement_timestamp())),
  about as (
    select r.person_id in (select i.person_id from residents i where i.circle_id = keeps_residents.circle) as inside
    from residents r join public.stories_story s on s.circle_id = r.circle_id where s.id = keeps_residents.story)
  select coalesce(bool_or(inside) and (bool_and(inside) or exists (
    select 1 from public.stories_story s where s.id = keeps_residents.story and s.called <> '')), false) from about"""
CIRCLE_OF_STORY = "select circle_id from public.stories_story s where s.id = circle_of_story.story"

WORDS = [
    *MEMORY_WORDS,
    *MASK_WORDS,
    Word("my_smaller_stories", "uuid[]", MY_SMALLER_STORIES),
    Word("keeps_residents(story uuid, circle uuid)", "boolean", KEEPS_RESIDENTS),
    Word("circle_of_story(story uuid)", "uuid", CIRCLE_OF_STORY),
    Word("promise_last(promise uuid)", "timestamptz", PROMISE_LAST),
    Word("handed_on(promise uuid)", "boolean", HANDED_ON),
    *SEAL_WORDS,
    *SILENCE_WORDS,
    *TEAM_WORDS,
]
