"""Words of the social map: whose map it is to keep, and whose listings a letter is about."""

from nabij.base.privacy import Keep
from nabij.base.word import Word
from nabij.directory.initiatives import MOST_OF_VISITORS, MOST_WAIT

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
# Whether so much of a neighbourhood waits for a yes that no more can be sent in: of visitors, or of who is logged in.
MANY_WAIT = f"""
begin
  return (select count(*) >= case when trust.me() is null then {MOST_OF_VISITORS} else {MOST_WAIT} end
    from public.directory_initiative i
    where i.neighbourhood_id = many_wait.place and i.said ->> 'stopped' is null
      and not exists (select 1 from public.directory_initiativeanswer a where a.initiative_id = i.id));
end"""
# Whether it was answered in the last half year: who sent it in reads that as long as any other answer.
LATELY_ANSWERED = f"""
begin
  return exists (select 1 from public.directory_initiativeanswer a where a.initiative_id = lately_answered.initiative
    and a.at >= statement_timestamp() - interval '{Keep.MONTHS.term}');
end"""
# Whether a change to what somebody keeps tells what stood there, as `stood` of entering.py does: of all that is
# otherwise since who coordinates last looked, and from a moment after that. Old words stay as they were kept; a number
# in them may be blotted. It is stable, so it reads the row as it was before this change.
TELLS_CHANGE = """
declare
  before public.directory_initiative;
  looked timestamptz;
  kept jsonb;
  named text;
  original text;
begin
  select i.* into before from public.directory_initiative i where i.id = initiative;
  select a.at into looked from public.directory_initiativeanswer a where a.initiative_id = initiative
    order by a.at desc, a.id desc limit 1;
  if moment < before.changed_at then return false; end if;
  if looked is null then return true; end if;
  if before.said ? 'stopped' then return false; end if;
  if says ? 'stopped' then
    return says - 'name' - 'stopped' = '{}' and says ->> 'name' = before.said ->> 'name' and stood = '{}';
  end if;
  if says <> before.said and moment < looked then return false; end if;
  kept := case when looked > before.changed_at then '{}' else before.was end;
  for named in select jsonb_object_keys(before.said || says || kept) loop
    original := case when kept ? named then kept ->> named else coalesce(before.said ->> named, '') end;
    if original is distinct from coalesce(says ->> named, '') and not stood ? named then return false; end if;
    if stood ->> named <> original and stood ->> named not like '%…%' then return false; end if;
  end loop;
  return true;
end"""
# Whose name and number are taken out of the map when they are forgotten.
ERASED_INITIATIVES = """
begin
  return (select coalesce(array_agg('eigen:' || i.neighbourhood_id || ':' || i.id), '{}')::text[]
    from public.directory_initiative i where i.by_id = any((select trust.erased_people())::uuid[]));
end"""

# The listings that a letter is about, as long as it lives and its address is theirs, or was until they corrected it.
OFFERED = """
  select coalesce(array_agg(s.id), '{}') from public.directory_ownerletter l
  join public.directory_service s on s.id = any(l.services)
  left join public.directory_organization o on o.id = s.organization_id
  where l.id = letter and l.expires > statement_timestamp()
    and (l.address_hash = sha256(convert_to(lower(btrim(coalesce(nullif(btrim(s.email), ''), o.email, ''))), 'UTF8'))
      or exists (select 1 from public.directory_ownerchange c
        where c.service_id = s.id and c.field = 'mail' and c.at >= l.at)
      or exists (select 1 from public.directory_initiative i
        where s.came_from = 'eigen:' || i.neighbourhood_id || ':' || i.id
          and l.address_hash = sha256(convert_to(lower(btrim(i.said ->> 'email')), 'UTF8'))))"""

# Where who keeps an initiative is asked whether it is right: by its source, for the office that asks and nobody else.
MAIL_OF_INITIATIVES = """
  select coalesce(jsonb_object_agg('eigen:' || i.neighbourhood_id || ':' || i.id, i.said ->> 'email'), '{}')
  from public.directory_initiative i
  where trust.office() = 'reminders' and btrim(coalesce(i.said ->> 'email', '')) <> ''"""

# Whether I said, or who reads this link, that a referral to this listing brought help. plpgsql: of a higher room.
WENT_WELL = """
begin
  return exists (select 1 from public.bridge_referral r join public.bridge_referralstep s on s.referral_id = r.id
    where r.service_key = went_well.service and s.state = 'completed' and s.outcome in ('hulp-gekregen', 'deels')
      and s.who_id in ((select trust.me()), (select trust.reader())));
end"""

# Counts the rows of one table of the map inside a transaction that brings in many, and lets nobody else count it until
# that ends: another sees none of them yet, and from then on the server plans for an empty map. Only for the office that
# brings in whole maps; what a coordinator brings in is too little to matter.
COUNT_ROWS = """
begin
  if trust.office() = 'beheer' and starts_with(named, 'directory_') then
    execute format('analyze public.%I', named);
  end if;
end"""

WORDS = [
    Word("my_map", "text[]", MY_MAP, lang="plpgsql"),
    Word("my_initiatives", "text[]", MY_INITIATIVES, lang="plpgsql"),
    Word("many_wait(place text)", "boolean", MANY_WAIT, lang="plpgsql"),
    Word("lately_answered(initiative uuid)", "boolean", LATELY_ANSWERED, lang="plpgsql"),
    Word(
        "tells_change(initiative uuid, says jsonb, stood jsonb, moment timestamptz)",
        "boolean",
        TELLS_CHANGE,
        lang="plpgsql",
    ),
    Word("erased_initiatives", "text[]", ERASED_INITIATIVES, lang="plpgsql"),
    Word("mail_of_initiatives", "jsonb", MAIL_OF_INITIATIVES),
    Word("offered(letter uuid)", "uuid[]", OFFERED),
    Word("went_well(service uuid)", "boolean", WENT_WELL, lang="plpgsql"),
    Word("count_rows(named text)", "void", COUNT_ROWS, lang="plpgsql", changes=True),
]
