"""Words of the social map: whose map it is to keep, and whose listings a letter is about."""

from nabij.base.word import Word

# The places where I coordinate. plpgsql, because what it asks stands in a higher room, whose migrations come later.
MY_MAP = "begin return trust.my_coordinated(); end"

# The listings that a letter is about, as long as it lives.
OFFERED = """
  select coalesce(array_agg(one), '{}') from public.directory_ownerletter l, unnest(l.services) as one
  where l.id = letter and l.expires > statement_timestamp()"""

# Whether I said, or who reads this link, that a referral to this listing brought help. plpgsql: of a higher room.
WENT_WELL = """
begin
  return exists (select 1 from public.bridge_referral r join public.bridge_referralstep s on s.referral_id = r.id
    where r.service_key = went_well.service and s.state = 'completed' and s.outcome in ('hulp-gekregen', 'deels')
      and s.who_id in ((select trust.me()), (select trust.reader())));
end"""

WORDS = [
    Word("my_map", "text[]", MY_MAP, lang="plpgsql"),
    Word("offered(letter uuid)", "uuid[]", OFFERED),
    Word("went_well(service uuid)", "boolean", WENT_WELL, lang="plpgsql"),
]
