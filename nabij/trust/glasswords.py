"""The words about breaking the glass: who wears a hat of work, who is trusted here, what an attempt finds."""

from nabij.base.word import Word

# The hat somebody chose to wear, else their first, as the screen has it; when that is one of work.
FORMAL_HAT = """
  select worn.id from (
    select id, formal from public.people_hat
    where id = any((select trust.my_hats())::uuid[])
    order by id = (select trust.hat()) desc nulls last, id limit 1) as worn
  where worn.formal"""
# Where the worn hat of work counts: its neighbourhood, what lies in it, and what that lies in.
FORMAL_PLACES = """
  with recursive
    home as (select neighbourhood_id as code from public.people_hat where id = (select trust.formal_hat())),
    up as (
      select code from home where code is not null
      union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),
    down as (
      select code from home where code is not null
      union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)
  select coalesce(array_agg(code), '{}')::text[] from (select code from up union select code from down) as both_ways"""
# Nobody watches over themselves; and whoever nobody here can see cannot be written to.
THIRDS_HERE = """
  select coalesce(array_agg(distinct t.person_id), '{}') from public.trust_trustedthird t
  where t.neighbourhood_id = any((select trust.formal_places())::text[]) and t.person_id <> (select trust.me())
    and t.since <= current_date and (t.until is null or t.until >= current_date)
    and t.person_id = any((select trust.my_people())::uuid[])"""
MY_ATTEMPTS = """
  select count(*)::integer from public.trust_glassattempt
  where by_id = (select trust.me()) and logged_at > statement_timestamp() - interval '24 hours'"""
# Answers only for an attempt of one's own that was written down just now, and only when it means one person.
BEHIND_GLASS = """
  select case when count(*) = 1 then array_agg(found.id) else '{}' end from (
    select p.id from public.trust_glassattempt t
    join public.people_person p on lower(t.name) in (lower(p.name), lower(p.known_as))
    left join public.people_neighbourhood n on n.code = p.neighbourhood_id
    where t.id = behind_glass.attempt and t.by_id = (select trust.me()) and t.name <> '' and t.place <> ''
      and t.logged_at > statement_timestamp() - interval '10 minutes'
      and lower(t.place) in (lower(p.street), lower(n.name))
      and p.neighbourhood_id = any((select trust.formal_places())::text[])
      and exists (select 1 from public.trust_membership m join public.trust_circle c on c.id = m.circle_id
        where m.person_id = p.id and m.as_resident and c.kind = 'story'
          and (m.until is null or m.until > statement_timestamp()))) as found"""
NAME_BEHIND = """
  select coalesce(nullif(p.name, ''), p.known_as) from public.people_person p
  where p.id = any(trust.behind_glass(name_behind.attempt))"""
# Circles around a story alone: one's own circle and that of a group never open; nor does a sealed note, which
# stands in no circle at all.
MY_BROKEN_CIRCLES = """
  select case when exists (select 1 from public.trust_breakglass
      where by_id = (select trust.me()) and until > statement_timestamp()) and trust.formal_hat() is not null
    then (
      select coalesce(array_agg(distinct m.circle_id), '{}') from public.trust_breakglass g
      join public.trust_membership m on m.person_id = g.person_id and m.as_resident
        and (m.until is null or m.until > statement_timestamp())
      join public.trust_circle c on c.id = m.circle_id and c.kind = 'story'
      where g.by_id = (select trust.me()) and g.until > statement_timestamp())
    else '{}' end"""
MY_READABLE_CIRCLES = "select (select trust.my_circles()) || (select trust.my_broken_circles())"
MY_GLASS_PEOPLE = """
  select coalesce(array_agg(person_id), '{}') from (
    select m.person_id from public.trust_membership m
      where m.circle_id = any((select trust.my_broken_circles())::uuid[])
    union select n.person_id from public.trust_noted n
      where n.circle_id = any((select trust.my_broken_circles())::uuid[])) as people"""
# Who came later hears of what was opened since, as with all that was written: the reason speaks of what was going on.
MY_TOLD_GLASSES = """
  select coalesce(array_agg(distinct g.id), '{}') from trust.my_seats() mine
  join public.trust_membership m on m.circle_id = mine.circle_id
  join public.trust_breakglass g on g.person_id = m.person_id and g.at >= mine.since
  join public.trust_glasstelling t on t.glass_id = g.id and t.told
  where m.as_resident"""
MY_SHOWN_GLASSES = """
  select coalesce(array_agg(distinct id), '{}') from (
    select id from public.trust_breakglass where third_id = (select trust.me())
    union select g.id from public.trust_breakglass g
      join public.trust_membership m on m.person_id = g.person_id and m.as_resident
      where g.id = any((select trust.my_told_glasses())::uuid[])
        and m.circle_id = any((select trust.my_own_circles())::uuid[])) as shown"""
WEARS_FORMAL = """
  select exists (select 1 from public.people_hat h where h.person_id = wears_formal.person and h.formal
    and h.since <= current_date and (h.until is null or h.until >= current_date) and not trust.taken_off(h.id)
    and h.id <> all(array(select trust.lapsed_hats(current_date))))"""

GLASS_WORDS = [
    Word("formal_hat", "uuid", FORMAL_HAT),
    Word("formal_places", "text[]", FORMAL_PLACES),
    Word("wears_formal(person uuid)", "boolean", WEARS_FORMAL),
    Word("my_broken_circles", "uuid[]", MY_BROKEN_CIRCLES),
    Word("my_readable_circles", "uuid[]", MY_READABLE_CIRCLES),
    Word("my_glass_people", "uuid[]", MY_GLASS_PEOPLE),
    Word("my_attempts", "integer", MY_ATTEMPTS),
    Word("behind_glass(attempt uuid)", "uuid[]", BEHIND_GLASS),
    Word("name_behind(attempt uuid)", "text", NAME_BEHIND),
]
# Made of words about seats and people, so declared after those.
THIRD_WORDS = [
    Word("thirds_here", "uuid[]", THIRDS_HERE),
    Word("my_told_glasses", "uuid[]", MY_TOLD_GLASSES),
    Word("my_shown_glasses", "uuid[]", MY_SHOWN_GLASSES),
]
