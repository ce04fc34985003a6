"""Words of the social map: whose map it is to keep."""

from nabij.base.word import Word

# The places where I coordinate. plpgsql, because what it asks stands in a higher room, whose migrations come later.
MY_MAP = "begin return trust.my_coordinated(); end"

WORDS = [Word("my_map", "text[]", MY_MAP, lang="plpgsql")]
