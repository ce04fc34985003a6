"""Words about letters."""

from nabij.base.word import Word

WROTE_TO_ME = """
  select exists (select 1 from public.post_letter l
    where l.reader_id = (select trust.me()) and l.writer_id = wrote_to_me.person)"""

# Whether a referral between us was refused: of the bridge, which stands above, so looked up when it is asked.
I_WORK_WITH = """
begin
  return i_work_with.person = any(trust.my_partners());
end"""

# Whom I can only ask by letter: all at once, so that what they want is found by its index.
MY_PEOPLE_WITHOUT_LOGIN = """
  select coalesce(array_agg(p.id), '{}') from (
    select unnest(trust.my_people()) as id
    union select n.id from public.people_person n where n.made_by_id = (select trust.me())) as p
  where not exists (select 1 from public.people_account a where a.person_id = p.id)"""

WORDS = [
    Word("my_people_without_login", "uuid[]", MY_PEOPLE_WITHOUT_LOGIN),
    Word("i_work_with(person uuid)", "boolean", I_WORK_WITH, lang="plpgsql"),
    Word("wrote_to_me(person uuid)", "boolean", WROTE_TO_ME),
]
