"""Words about letters."""

from nabij.base.word import Word

WROTE_TO_ME = """
  select exists (select 1 from public.post_letter l
    where l.reader_id = (select trust.me()) and l.writer_id = wrote_to_me.person)"""

WORDS = [Word("wrote_to_me(person uuid)", "boolean", WROTE_TO_ME)]
