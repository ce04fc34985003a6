"""Words of the social map: whose map it is to keep, and whose listings a letter is about."""

from nabij.base.word import Word

# The places where I coordinate. plpgsql, because what it asks stands in a higher room, whose migrations come later.
MY_MAP = "begin return trust.my_coordinated(); end"

# The listings that a letter is about, as long as it lives.
OFFERED = """
  select coalesce(array_agg(one), '{}') from public.directory_ownerletter l, unnest(l.services) as one
  where l.id = letter and l.expires > statement_timestamp()"""

WORDS = [Word("my_map", "text[]", MY_MAP, lang="plpgsql"), Word("offered(letter uuid)", "uuid[]", OFFERED)]
