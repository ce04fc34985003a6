"""Words of the social map: whose map it is to keep."""

from nabij.base.word import Word

# The places where I coordinate. plpgsql, because what it asks stands in a higher room, whose migrations come later.
MY_MAP = "begin return trust.my_coordinated(); end"

# What I keep on the map myself, by where its rows come from; whoever opened the link of one keeps that one.
MY_INITIATIVES = """
begin
  return (select coalesce(array_agg('eigen:' || i.neighbourhood_id || ':' || i.id), '{}')::text[]
    from public.directory_initiative i
    where (i.by_id = trust.me() or i.token_hash is not null and i.id = trust.reach())
      and (select a.yes from public.directory_initiativeanswer a where a.initiative_id = i.id
        order by a.at desc, a.id desc limit 1));
end"""
# Whose name and number are taken out of the map when they are forgotten.
ERASED_INITIATIVES = """
begin
  return (select coalesce(array_agg('eigen:' || i.neighbourhood_id || ':' || i.id), '{}')::text[]
    from public.directory_initiative i where i.by_id = any((select trust.erased_people())::uuid[]));
end"""

WORDS = [
    Word("my_map", "text[]", MY_MAP, lang="plpgsql"),
    Word("my_initiatives", "text[]", MY_INITIATIVES, lang="plpgsql"),
    Word("erased_initiatives", "text[]", ERASED_INITIATIVES, lang="plpgsql"),
]
