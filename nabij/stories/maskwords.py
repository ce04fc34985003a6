"""The words from which the name of somebody who is forgotten is taken out, for the office that does that alone."""

from nabij.base.guard import OFFICE
from nabij.base.word import Word

# Every text of other people's stories, lists and households in which that name stands, with the words of the names of
# everybody else there: what is shared with them stays. No office reads words otherwise.
TEXTS = """
  with there as materialized (select unnest((select trust.circles_to_mask())) as circle_id),
  texts(kind, id, part, said, there) as (
    select 'moments.moment', m.id, f.part, f.said, m.circle_id from public.moments_moment m
      cross join lateral (values ('line', m.line), ('findable', m.findable)) as f(part, said)
      where m.id = any((select trust.moments_to_mask())::uuid[])
        and m.circle_id <> all((select trust.erased_circles())::uuid[])
    union all select 'moments.followup', x.id, 'action', x.action, circle_id
      from public.moments_followup x join there using (circle_id)
    union all select 'moments.attachment', x.id, 'alt', x.alt, circle_id
      from public.moments_attachment x join there using (circle_id)
    union all select 'moments.tie', x.id, f.part, f.said, circle_id
      from public.moments_tie x join there using (circle_id)
      cross join lateral (values ('called', x.called), ('name', x.name), ('gives', x.gives), ('takes', x.takes))
        as f(part, said)
    union all select 'moments.saying', x.id, 'words', x.words, circle_id
      from public.moments_saying x join there using (circle_id)
    union all select 'trust.correction', x.id, 'words', x.words, circle_id
      from public.trust_correction x join there using (circle_id)
    union all select 'trust.circle', x.id, 'name', x.name, x.id
      from public.trust_circle x join there on there.circle_id = x.id
    union all select 'people.household', x.id, 'name', x.name, x.id
      from public.people_household x where x.id = any((select trust.households_to_mask())::uuid[])
    union all select 'stories.story', x.id, 'called', x.called, circle_id
      from public.stories_story x join there using (circle_id)
    union all select 'stories.ownwords', x.id, f.part, f.said, circle_id
      from public.stories_ownwords x join there using (circle_id)
      cross join lateral (values ('words', x.words), ('matters', x.matters)) as f(part, said)
    union all select 'stories.promise', x.id, f.part, f.said, circle_id
      from public.stories_promise x join there using (circle_id)
      cross join lateral (values ('what', x.what), ('bounds', x.bounds)) as f(part, said)
    union all select 'stories.turn', x.id, 'why', x.why, circle_id
      from public.stories_turn x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)
    union all select 'stories.answer', x.id, 'words', x.words, circle_id
      from public.stories_answer x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)
    union all select 'stories.keeping', x.id, 'why', x.why, circle_id
      from public.stories_keeping x join public.stories_promise p on p.id = x.promise_id join there using (circle_id)
    union all select 'stories.resource', x.id, 'what', x.what, circle_id
      from public.stories_resource x join public.stories_scan s on s.id = x.scan_id join there using (circle_id))
  select t.kind, t.id, t.part, t.said, trust.names_beside(t.there) from texts t
  where (select trust.office()) = 'rights'
    and exists (select 1 from unnest((select trust.names_to_mask())) n where strpos(lower(t.said), n) > 0)"""

MASK_WORDS = [
    Word("texts_to_mask", "table(kind text, id uuid, part text, said text, beside text[])", TEXTS, to=OFFICE, rows=30),
]
