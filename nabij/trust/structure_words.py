"""The words about what a neighbourhood chose: who chooses there, and who is there for what."""

from nabij.base.word import Word

# plpgsql, because who coordinates is a word of a higher room, whose migrations come later.
MY_KEPT_PLACES = "begin return trust.my_coordinated(); end"
HAS_TEAM_PAGE = """
  select coalesce((select s.team from public.people_structure s where s.neighbourhood_id = has_team_page.code
    order by s.at desc, s.id desc limit 1), false)"""
# The same place, or one lies in the other: the page of a district has its whole team.
LIE_TOGETHER = """
  with recursive up(code, goal) as (
    values (lie_together.one, lie_together.other), (lie_together.other, lie_together.one)
    union select n.parent_id, up.goal from up join public.people_neighbourhood n on n.code = up.code
      where n.parent_id is not null)
  select exists (select 1 from up where up.code = up.goal)"""
HAT_REACHES = """
  select exists (select 1 from public.people_hat h
    where h.id = hat_reaches.hat and trust.lie_together(h.neighbourhood_id, hat_reaches.code))"""
WORN_TODAY = """h.since <= current_date and (h.until is null or h.until >= current_date)
      and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
      and h.id <> all(array(select trust.lapsed_hats(current_date)))"""
# In a team only as long as there is a page of it, and in a hat that is worn; a guide as long as they live or wear a
# hat there; who cannot log in stands nowhere.
SIGNPOSTED = f"""
  select coalesce(array_agg(s.id), '{{}}') from public.people_signpost s
  where s.until is null and (s.public or not signposted.openly)
    and trust.has_account(s.person_id)
    and not exists (select 1 from public.people_suspension x where x.person_id = s.person_id and x.until is null)
    and (s.kind = 'team' and trust.has_team_page(s.neighbourhood_id)
        and exists (select 1 from public.people_hat h where h.id = s.hat_id and {WORN_TODAY})
      or s.kind = 'guide' and (
        exists (select 1 from public.people_person p where p.id = s.person_id
          and trust.lie_together(p.neighbourhood_id, s.neighbourhood_id))
        or exists (select 1 from public.people_hat h where h.person_id = s.person_id and {WORN_TODAY}
          and trust.lie_together(h.neighbourhood_id, s.neighbourhood_id))))"""

STRUCTURE_WORDS = [
    Word("my_kept_places", "text[]", MY_KEPT_PLACES, lang="plpgsql"),
    Word("has_team_page(code text)", "boolean", HAS_TEAM_PAGE),
    Word("lie_together(one text, other text)", "boolean", LIE_TOGETHER),
    Word("hat_reaches(hat uuid, code text)", "boolean", HAT_REACHES),
    Word("signposted(openly boolean)", "uuid[]", SIGNPOSTED),
]
