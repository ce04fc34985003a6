"""Words about stories."""

from nabij.base.word import Word

MY_SMALLER_STORIES = """
  select coalesce(array_agg(story_id), '{}') from public.stories_storycircle
  where circle_id = any((select trust.my_circles())::uuid[])"""

WORDS = [Word("my_smaller_stories", "uuid[]", MY_SMALLER_STORIES)]
