"""Words about stories."""

from nabij.base.word import Word

MY_SMALLER_STORIES = """
  select coalesce(array_agg(story_id), '{}') from public.stories_storycircle
  where circle_id = any((select trust.my_circles())::uuid[])"""

# When something last became of a promise: asked, its day, answered, kept.
PROMISE_LAST = """
  select greatest(p.asked_at, p.day::timestamptz,
      (select a.at from public.stories_answer a where a.promise_id = p.id),
      (select k.at from public.stories_keeping k where k.promise_id = p.id))
  from public.stories_promise p where p.id = promise_last.promise"""

WORDS = [
    Word("my_smaller_stories", "uuid[]", MY_SMALLER_STORIES),
    Word("promise_last(promise uuid)", "timestamptz", PROMISE_LAST),
]
