"""Words about stories."""

from nabij.base.word import Word

MY_SMALLER_STORIES = """
  select coalesce(array_agg(story_id), '{}') from public.stories_storycircle
  where circle_id = any((select trust.my_circles())::uuid[])"""

CIRCLE_OF_STORY = "select circle_id from public.stories_story s where s.id = circle_of_story.story"

WORDS = [
    Word("my_smaller_stories", "uuid[]", MY_SMALLER_STORIES),
    Word("circle_of_story(story uuid)", "uuid", CIRCLE_OF_STORY),
]
