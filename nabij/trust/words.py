"""The words of which policies are made: who acts, and which circles, hats, people and places are theirs.

Inside a word too another word stands in a sub-select, so that it is asked once and not for every row.

Words that speak of a higher room's tables stand in that room's `words.py`.
"""

from nabij.base.word import Word
from nabij.people.called import words_of_name
from nabij.trust.glasswords import GLASS_WORDS, THIRD_WORDS
from nabij.trust.invitation_words import INVITATION_WORDS
from nabij.trust.logwords import LOG_WORDS
from nabij.trust.mergewords import MERGE_WORDS
from nabij.trust.request_words import REQUEST_WORDS
from nabij.trust.structure_words import STRUCTURE_WORDS
from nabij.trust.terms import TERMS

ACTOR = """
declare
  said text := current_setting('nabij.actor', true);
  parts text[];
  payload text;
begin
  if said is null or said = '' then
    raise exception 'nobody is acting' using errcode = 'insufficient_privilege';
  end if;
  payload := left(said, length(said) - 65);
  if not exists (select 1 from public.trust_seal where
      encode(sha256("outer" || sha256("inner" || convert_to(payload, 'UTF8'))), 'hex') = right(said, 64)) then
    raise exception 'the seal is broken' using errcode = 'insufficient_privilege';
  end if;
  parts := string_to_array(payload, '|');
  if to_timestamp(parts[6]::bigint) < clock_timestamp() then
    raise exception 'the seal has expired' using errcode = 'insufficient_privilege';
  end if;
  return parts;
end"""

ME = "select case when a[1] = 'person' then a[2]::uuid end from (select trust.actor()) as t(a)"
HAT = "select case when a[1] = 'person' then nullif(a[3], '')::uuid end from (select trust.actor()) as t(a)"
OFFICE = (
    "select case a[1] when 'office' then a[2] when 'link' then 'link' else '' end from (select trust.actor()) as t(a)"
)
READER = "select case when a[1] = 'link' then a[2]::uuid end from (select trust.actor()) as t(a)"
REACH = "select case when a[1] = 'link' then nullif(a[4], '')::uuid end from (select trust.actor()) as t(a)"
TRACE = "select nullif(a[7], '')::uuid from (select trust.actor()) as t(a)"
POINT = "select coalesce(a[8], '') from (select trust.actor()) as t(a)"
PURPOSE = "select a[5] from (select trust.actor()) as t(a)"

# Circles that are limited as a whole, but where I answer for it; whom a circle is about reads on.
LIMITED = """select l.circle_id from public.trust_limit l
      where l.circle_id is not null and l.about_id is null and l.answerer_id is distinct from (select trust.me())
        and not exists (select 1 from public.trust_lifting u where u.limit_id = l.id)"""
MY_SEATED = f"""
  from public.trust_membership m
  where m.person_id = (select trust.me()) and (m.until is null or m.until > statement_timestamp())
    and (m.as_resident or m.circle_id not in ({LIMITED}))"""
MY_CIRCLES = f"select coalesce(array_agg(m.circle_id), '{{}}') {MY_SEATED}"
# The same of one circle, for whoever writes one line: no list of hundreds is made for it.
I_AM_IN = f"select exists (select 1 {MY_SEATED} and m.circle_id = i_am_in.circle)"
# What a member reads of a circle: from when on, or all of it. What was opened to them later counts from its day.
MY_SEATS = f"""
  select m.circle_id, min(least(coalesce(m.sees_from, '-infinity'), case when o.id is null then 'infinity'
                                else coalesce(o.since, '-infinity') end)) as since
  from public.trust_membership m left join public.trust_opening o on o.membership_id = m.id
  where m.person_id = (select trust.me()) and (m.until is null or m.until > statement_timestamp())
  group by m.circle_id having bool_or(m.as_resident or m.circle_id not in ({LIMITED}))"""
# Also what one opened in danger, while that lasts: never more than reading, for a seat is what one writes from.
MY_WHOLE_CIRCLES = """
  select coalesce(array_agg(circle_id), '{}') || (select trust.my_broken_circles())
  from trust.my_seats() where since = '-infinity'"""
MY_LATER_CIRCLES = "select coalesce(array_agg(circle_id), '{}') from trust.my_seats() where since > '-infinity'"
MY_BEGINNINGS = """
  select coalesce(jsonb_object_agg(circle_id, since), '{}') from trust.my_seats() where since > '-infinity'"""
MY_BEGINNING = "select since from trust.my_seats() s where s.circle_id = my_beginning.circle"
CIRCLE_OF = "select circle_id from public.trust_membership m where m.id = circle_of.membership"
IS_OF_ONE = "select c.kind = 'own' from public.trust_circle c where c.id = is_of_one.circle"
# Left, limited, or come back to later: what one wrote there oneself stays readable to oneself. One circle too many
# changes nothing; a list of what one reads whole would cost every page a millisecond.
MY_LEFT_CIRCLES = f"""
  select coalesce(array_agg(distinct m.circle_id), '{{}}') from public.trust_membership m
  where m.person_id = (select trust.me())
    and (m.until is not null or m.sees_from is not null or m.circle_id in ({LIMITED}))"""
MY_OWN_CIRCLES = """
  select coalesce(array_agg(circle_id), '{}') from public.trust_membership
  where person_id = (select trust.me()) and (as_resident or parent_of_id is not null)
    and (until is null or until > statement_timestamp())"""
MY_NEW_CIRCLES = """
  select coalesce(array_agg(c.id), '{}') from public.trust_circle c where c.made_by_id = (select trust.me())
  and not exists (select 1 from public.trust_membership m where m.circle_id = c.id)"""
ADMINISTRATOR = """
  select d.person_id from public.people_administrator d
  where d.person_id = (select case when a[1] = 'administrator' then a[2]::uuid end from (select trust.actor()) as t(a))
    and d.until is null
    and exists (select 1 from public.people_account a where a.person_id = d.person_id and a.is_active)"""
ADMINISTRATOR_NAME = """
  select name from public.people_person where id = (select trust.administrator())"""
GRANTED_BY = """
  select p.name from public.people_person p where p.id = granted_by.who and (
    exists (select 1 from public.people_hat h where h.id = granted_by.hat and h.granted_by_id = p.id)
    or exists (select 1 from public.people_proof f where f.hat_id = granted_by.hat and f.seen_by_id = p.id)
    or exists (select 1 from public.people_takingoff t where t.hat_id = granted_by.hat and t.by_id = p.id))"""
TAKEN_OFF = "select exists (select 1 from public.people_takingoff t where t.hat_id = taken_off.hat)"
# A hat without what its role needs is on its peg: it is not worn, whoever asks. One that was taken off is looked up by
# its key, but for duty, which is seen also by who does not see the hat.
LAPSED_HATS = """
  select h.id from public.people_hatrule r
  join public.people_hat h on lower(h.role) = lower(r.role)
    and (r.neighbourhood_id is null or r.neighbourhood_id = h.neighbourhood_id)
  where r.since <= lapsed_hats.day and (r.until is null or r.until >= lapsed_hats.day)
    and not exists (select 1 from public.people_proof p where p.hat_id = h.id and p.kind = r.kind
                    and (p.valid_until is null or p.valid_until >= lapsed_hats.day))
  union select t.hat_id from public.people_takingoff t join public.people_duty d on d.hat_id = t.hat_id
  where d.ends > lapsed_hats.day"""
MY_HATS = """
  select coalesce(array_agg(id), '{}') from public.people_hat
  where person_id = (select trust.me()) and since <= current_date and (until is null or until >= current_date)
    and not exists (select 1 from public.people_takingoff t where t.hat_id = people_hat.id)
    and id <> all(array(select trust.lapsed_hats(current_date)))"""
MY_NEIGHBOURHOODS = """
  with recursive
    home as (
      select neighbourhood_id as code from public.people_person where id = (select trust.me())
      union select neighbourhood_id from public.people_hat where id = any((select trust.my_hats())::uuid[])),
    up as (
      select code from home where code is not null
      union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),
    down as (
      select code from home where code is not null
      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)
  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways"""
# Where they live whose story I read, and what that lies in.
MY_STORY_PLACES = """
  with recursive up as (
    select p.neighbourhood_id as code from public.trust_membership m
      join public.people_person p on p.id = m.person_id
      where m.circle_id = any((select trust.my_circles())::uuid[]) and m.as_resident
        and (m.until is null or m.until > statement_timestamp()) and p.neighbourhood_id is not null
    union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null)
  select coalesce(array_agg(code), '{}')::text[] from up"""
MY_COMPANY = """
  select coalesce(array_agg(person_id), '{}') from (
    select trust.me() as person_id where trust.me() is not null
    union select m.person_id from public.trust_membership m where m.circle_id = any((select trust.my_circles())::uuid[])
    union select n.person_id from public.trust_noted n
    where n.circle_id = any((select trust.my_circles())::uuid[])) as company"""
# Whom a question is about, when it says so (`narrowing.only`); else null. It takes people away and never adds one.
ONLY = "select nullif(current_setting('nabij.only', true), '')::uuid[]"
OPEN_HERE = """h.open and h.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
        and h.since <= current_date and (h.until is null or h.until >= current_date)
        and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
        and h.id <> all(array(select trust.lapsed_hats(current_date)))"""
MY_CIRCLE = "any((select trust.my_circles())::uuid[])"
# Who coordinates a town sees sixty thousand people: of a few it is asked of each, and no list is made.
MY_PEOPLE = f"""
  select case when (select trust.only()) is null then (
    select coalesce(array_agg(person_id), '{{}}') from (
      select unnest((select trust.my_company())) as person_id
      union select h.person_id from public.people_hat h
        where {OPEN_HERE}
      union select a.person_id from public.trust_acquaintance a where a.who_id = (select trust.me())) as people)
  else (
    select coalesce(array_agg(distinct o.id), '{{}}') from unnest((select trust.only())) as o(id)
    where o.id = (select trust.me())
      or exists (select 1 from public.people_hat h where h.person_id = o.id
        and {OPEN_HERE})
      or exists (select 1 from public.trust_membership m where m.person_id = o.id and m.circle_id = {MY_CIRCLE})
      or exists (select 1 from public.trust_noted n where n.person_id = o.id and n.circle_id = {MY_CIRCLE})
      or exists (select 1 from public.trust_acquaintance a where a.who_id = (select trust.me())
        and a.person_id = o.id)) end"""
MY_HOUSEHOLDS = """
  select coalesce(array_agg(distinct household_id), '{}') from public.people_householdmember
  where person_id = any((select trust.my_company())::uuid[])"""
HAS_ACCOUNT = "select exists (select 1 from public.people_account a where a.person_id = has_account.person)"
# Each may know of the other: they were brought together, and neither stopped it.
ACQUAINTED = """
  select exists (select 1 from public.trust_acquaintance a
      where a.who_id = acquainted.one and a.person_id = acquainted.other)
    and exists (select 1 from public.trust_acquaintance a
      where a.who_id = acquainted.other and a.person_id = acquainted.one)"""
I_NOTED = """
  select exists (select 1 from public.people_person p
    where p.id = i_noted.person and p.made_by_id = (select trust.me()))"""
HAS_NAME = "select exists (select 1 from public.people_person p where p.id = has_name.person and p.name <> '')"
MAY_NOTE_WAY = """
  select not trust.has_account(may_note_way.person)
    and trust.has_name(may_note_way.person)
    and (may_note_way.person = any((select trust.my_company())::uuid[]) or trust.i_noted(may_note_way.person))"""
MY_NAME = """
  select coalesce(nullif(name, ''), known_as) from public.people_person where id = (select trust.me())"""
MY_FELLOWS = """
  select coalesce(array_agg(person_id), '{}') from (
    select trust.me() as person_id where trust.me() is not null
    union select m.person_id from public.trust_membership m where m.circle_id = any((select trust.my_circles())::uuid[])
    union select n.person_id from public.trust_noted n join public.trust_circle c on c.id = n.circle_id
      where n.circle_id = any((select trust.my_circles())::uuid[]) and (c.kind <> 'own'
        or not exists (select 1 from public.people_account a where a.person_id = n.person_id))) as fellows"""
WEARS = "select exists (select 1 from public.people_hat h where h.id = wears.hat and h.person_id = wears.person)"
HOUSEHOLD_SIZE = """
  select count(*)::integer from public.people_householdmember m
  where m.household_id = household_size.household and (m.until is null or m.until >= current_date)"""
LIVED_IN = "select exists (select 1 from public.people_householdmember m where m.household_id = lived_in.household)"
MY_ROLES = """
  select array_append(array_agg(role::text), '') from public.people_hat
  where id = any((select trust.my_hats())::uuid[])"""
HAS_MAIL = """
  select has_mail.person = any((select trust.my_people())::uuid[]) and (
    exists (select 1 from public.people_account a where a.person_id = has_mail.person and a.is_active)
    or exists (select 1 from public.people_waytoreach w where w.person_id = has_mail.person and w.kind = 'mail'
               and w.only_for_id is null))"""

# Age and parents: from 16 somebody decides alone; what a child tells from 12 on no parent reads without its yes.
YEARS_OF = """
  select extract(year from age(current_date, b.day))::integer from public.people_birth b
  where b.person_id = years_of.person"""
SIXTEENTH = """
  select (b.day + interval '16 years')::date::timestamp at time zone 'Europe/Amsterdam' from public.people_birth b
  where b.person_id = sixteenth.child"""
IS_PARENT = """
  select exists (select 1 from public.people_parent p where p.parent_id = is_parent.parent
    and p.child_id = is_parent.child and (p.until is null or p.until >= current_date))"""
PARENTS_OF = """
  select coalesce(array_agg(p.parent_id), '{}') from public.people_parent p
  where p.child_id = parents_of.child and (p.until is null or p.until >= current_date)"""
MY_CHILDREN = """
  select coalesce(array_agg(p.child_id), '{}') from public.people_parent p
  where p.parent_id = (select trust.me()) and (p.until is null or p.until >= current_date)
    and trust.years_of(p.child_id) < 16"""
MY_YOUNG = """
  select coalesce(array_agg(child), '{}') from unnest((select trust.my_children())) as child
  where trust.years_of(child) < 12"""
IS_RESIDENT = """
  select exists (select 1 from public.trust_membership m where m.circle_id = is_resident.circle
    and m.person_id = is_resident.person and m.as_resident and (m.until is null or m.until > statement_timestamp()))"""
ONLY_THE_CHILD = """
  select exists (select 1 from public.trust_membership m where m.circle_id = only_the_child.circle
    and m.as_resident and (m.until is null or m.until > statement_timestamp())
    and trust.is_parent(only_the_child.person, m.person_id) and trust.years_of(m.person_id) >= 12)"""
# Whether somebody else than the child seats a parent in a story of a child from twelve; whoever begins it sits there.
SEATS_A_PARENT = """
  select coalesce((select trust.me()) <> seats_a_parent.child and trust.years_of(seats_a_parent.child) >= 12, false)
    and exists (select 1 from public.trust_membership m where m.circle_id = seats_a_parent.circle
      and m.person_id <> (select trust.me()) and (m.until is null or m.until > statement_timestamp())
      and trust.is_parent(m.person_id, seats_a_parent.child))"""
PAST_A_PARENT = """
  select teller <> writer and trust.years_of(teller) between 12 and 15 and exists (
    select 1 from public.trust_membership m where m.circle_id = past_a_parent.circle
    and (m.until is null or m.until > statement_timestamp()) and trust.is_parent(m.person_id, teller))"""

# Who is called so among those in my circles, by one word of their name without its accents; and of whom a circle is
# about, that circle. For a question to memory with a name in it: a name need not stand in each line about somebody.
# First who is called so at all, by the index `person_called`: most words of a question are nobody's name. Counted,
# since for `exists` the planner hopes to meet one soon and walks past everybody (132 ms against 1). Taking each name in
# one's circles apart took 7 ms in sixty circles; holding them against who is called so takes 3.
NAMED = f"""
  with called as materialized (
    select a.id, a.name from public.people_person a where {words_of_name("a.name")} && named.words),
  company as (
    select m.person_id, case when m.as_resident then m.circle_id end as circle_id from public.trust_membership m
    where m.circle_id = any((select trust.my_circles())::uuid[])
    union select n.person_id, null from public.trust_noted n
    where n.circle_id = any((select trust.my_circles())::uuid[]))
  select w.word, c.person_id, c.circle_id from called p join company c on c.person_id = p.id
  cross join lateral unnest({words_of_name("p.name")}) as w(word)
  where (select count(*) from called) > 0 and w.word = any(named.words) and length(w.word) > 1"""

WORDS = [
    Word("named(words text[])", "table(word text, person uuid, circle uuid)", NAMED, rows=5),
    Word("actor", "text[]", ACTOR, lang="plpgsql"),
    Word("me", "uuid", ME),
    Word("hat", "uuid", HAT),
    Word("office", "text", OFFICE),
    Word("reader", "uuid", READER),
    Word("reach", "uuid", REACH),
    Word("purpose", "text", PURPOSE),
    Word("trace", "uuid", TRACE),
    Word("point", "text", POINT),
    Word("my_circles", "uuid[]", MY_CIRCLES),
    Word("i_am_in(circle uuid)", "boolean", I_AM_IN),
    Word("my_own_circles", "uuid[]", MY_OWN_CIRCLES),
    Word("administrator", "uuid", ADMINISTRATOR),
    Word("administrator_name", "text", ADMINISTRATOR_NAME),
    Word("granted_by(hat uuid, who uuid)", "text", GRANTED_BY),
    Word("taken_off(hat uuid)", "boolean", TAKEN_OFF),
    Word("lapsed_hats(day date)", "setof uuid", LAPSED_HATS, rows=20),
    Word("my_hats", "uuid[]", MY_HATS),
    *GLASS_WORDS,
    Word("my_seats", "table(circle_id uuid, since timestamptz)", MY_SEATS, rows=10),
    Word("my_whole_circles", "uuid[]", MY_WHOLE_CIRCLES),
    Word("my_later_circles", "uuid[]", MY_LATER_CIRCLES),
    Word("my_beginnings", "jsonb", MY_BEGINNINGS),
    Word("my_beginning(circle uuid)", "timestamptz", MY_BEGINNING),
    Word("is_of_one(circle uuid)", "boolean", IS_OF_ONE),
    Word("circle_of(membership uuid)", "uuid", CIRCLE_OF),
    Word("my_left_circles", "uuid[]", MY_LEFT_CIRCLES),
    Word("my_new_circles", "uuid[]", MY_NEW_CIRCLES),
    Word("my_neighbourhoods", "text[]", MY_NEIGHBOURHOODS),
    Word("my_story_places", "text[]", MY_STORY_PLACES),
    Word("my_company", "uuid[]", MY_COMPANY),
    Word("only", "uuid[]", ONLY),
    Word("my_people", "uuid[]", MY_PEOPLE),
    *THIRD_WORDS,
    Word("my_households", "uuid[]", MY_HOUSEHOLDS),
    Word("has_account(person uuid)", "boolean", HAS_ACCOUNT),
    Word("acquainted(one uuid, other uuid)", "boolean", ACQUAINTED),
    Word("i_noted(person uuid)", "boolean", I_NOTED),
    Word("has_name(person uuid)", "boolean", HAS_NAME),
    Word("may_note_way(person uuid)", "boolean", MAY_NOTE_WAY),
    Word("my_name", "text", MY_NAME),
    Word("my_fellows", "uuid[]", MY_FELLOWS),
    Word("wears(person uuid, hat uuid)", "boolean", WEARS),
    Word("household_size(household uuid)", "integer", HOUSEHOLD_SIZE),
    Word("lived_in(household uuid)", "boolean", LIVED_IN),
    Word("years_of(person uuid)", "integer", YEARS_OF),
    Word("sixteenth(child uuid)", "timestamptz", SIXTEENTH),
    Word("is_parent(parent uuid, child uuid)", "boolean", IS_PARENT),
    Word("parents_of(child uuid)", "uuid[]", PARENTS_OF),
    Word("my_children", "uuid[]", MY_CHILDREN),
    Word("my_young", "uuid[]", MY_YOUNG),
    Word("is_resident(circle uuid, person uuid)", "boolean", IS_RESIDENT),
    Word("only_the_child(circle uuid, person uuid)", "boolean", ONLY_THE_CHILD),
    Word("seats_a_parent(circle uuid, child uuid)", "boolean", SEATS_A_PARENT),
    Word("past_a_parent(circle uuid, teller uuid, writer uuid)", "boolean", PAST_A_PARENT),
    Word("my_roles", "text[]", MY_ROLES),
    Word("has_mail(person uuid)", "boolean", HAS_MAIL),
    *LOG_WORDS,
    *REQUEST_WORDS,
    *TERMS,
    *INVITATION_WORDS,
    *MERGE_WORDS,
    *STRUCTURE_WORDS,
]
