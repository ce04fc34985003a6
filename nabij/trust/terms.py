"""Words about purposes, a resident's yes, and how long things stay. `words.py` takes them up."""

from nabij.base.privacy import Keep
from nabij.base.word import Word

IN_FORCE = """
  select in_force.ground <> 'wams' or exists (
    select 1 from public.trust_lawinforce l where l.ground = in_force.ground and l.since <= current_date)"""
PURPOSES_IN_USE = """
  select coalesce(array_agg(key::text), '{}') from public.trust_purpose where enabled and trust.in_force(ground)"""
# In a formal hat: the one that is worn now, or the one in which I read in this circle.
I_AM_FORMAL_IN = """
  select exists (select 1 from public.people_hat h where h.formal and h.person_id = (select trust.me()) and (
    h.id = (select trust.hat()) or h.id in (select m.hat_id from public.trust_membership m
      where m.circle_id = i_am_formal_in.circle and m.person_id = h.person_id
        and (m.until is null or m.until > statement_timestamp()))))"""
# Whom the resident let in, or for whom there is their yes: their own network, as they chose.
CHOSEN_IN = """
  select exists (select 1 from public.trust_membership r where r.circle_id = chosen_in.circle
      and r.person_id = chosen_in.through and r.as_resident)
    or exists (select 1 from public.trust_consent c where c.circle_id = chosen_in.circle
      and (c.for_whom_id is null or c.for_whom_id = chosen_in.person)
      and not exists (select 1 from public.trust_withdrawal w where w.consent_id = c.id))"""
# In plpgsql, which looks the tables up when it is asked: those of stories come after these. A smaller circle closes
# with the story it is of.
IS_CLOSED = """
begin
  return exists (select 1 from public.stories_closing c join public.stories_story s on s.id = c.story_id
    where (s.circle_id = is_closed.circle
        or s.id in (select w.story_id from public.stories_storycircle w where w.circle_id = is_closed.circle))
      and not exists (select 1 from public.stories_reopening r where r.closing_id = c.id));
end"""
MAY_SHARE = """
  select not trust.is_closed(may_share.circle) and exists (select 1 from public.trust_purpose p
    where p.key = may_share.purpose and p.enabled and trust.in_force(p.ground)
      and (p.to_volunteers or not trust.i_am_formal_in(may_share.circle) or not exists (
        select 1 from public.trust_membership m left join public.people_hat h on h.id = m.hat_id
        where m.circle_id = may_share.circle and not m.as_resident and not coalesce(h.formal, false)
          and m.person_id <> (select trust.me()) and (m.until is null or m.until > statement_timestamp())
          and not trust.chosen_in(may_share.circle, m.person_id, m.let_in_by_id))))"""
MAY_WRITE = """
  select trust.may_share(may_write.circle, c.purpose_id) from public.trust_circle c where c.id = may_write.circle"""
MAY_JOIN = """
  select not trust.i_am_formal_in(may_join.circle)
    or exists (select 1 from public.people_hat h where h.id = may_join.hat and h.formal)
    or exists (select 1 from public.trust_circle c join public.trust_purpose p on p.key = c.purpose_id
      where c.id = may_join.circle and (p.to_volunteers or c.kind = 'own'))
    or trust.chosen_in(may_join.circle, may_join.person, (select trust.me()))"""

STANDING = """h.until >= current_date
      and not exists (select 1 from public.trust_release l where l.hold_id = h.id)"""
HELD_CIRCLES = f"""
  select coalesce(array_agg(distinct circle), '{{}}') from (
    select h.circle_key as circle from public.trust_hold h where h.circle_key is not null and {STANDING}
    union all select m.circle_id from public.trust_hold h join public.trust_membership m on m.person_id = h.person_key
      where m.as_resident and {STANDING}) as held"""
HELD_PEOPLE = f"""
  select coalesce(array_agg(distinct h.person_key), '{{}}') from public.trust_hold h
  where h.person_key is not null and {STANDING}"""
TERM_OVER = """
  select coalesce((select term_over.since < statement_timestamp() - make_interval(months => p.keep_months)
    from public.trust_purpose p where p.key = term_over.purpose), false)"""
SHORTEST_TERM = "select make_interval(months => coalesce(min(keep_months), 600)) from public.trust_purpose"
WRITTEN_PURPOSES = """
  select coalesce(array_agg(key::text), '{}') from public.trust_purpose where counts_from = 'written'"""
IN_NO_CIRCLE = "select not exists (select 1 from public.trust_membership m where m.person_id = in_no_circle.person)"
IN_NO_CIRCLE_NOW = """
  select not exists (select 1 from public.trust_membership m where m.person_id = in_no_circle_now.person
    and (m.until is null or m.until > statement_timestamp()))"""
IS_KNOWN_ONLY = """
  select exists (select 1 from public.people_person p where p.id = is_known_only.person and p.name = '')
    and not trust.has_account(is_known_only.person) and trust.in_no_circle(is_known_only.person)"""
MONTHS_AGO = f"statement_timestamp() - interval '{Keep.MONTHS.term}'"
# Noted, and noted again in a circle, longer ago than known-as persons are kept; the rooms above add what they know.
LONG_KNOWN_ONLY = f"""
  select trust.is_known_only(long_known_only.person)
    and not exists (select 1 from public.people_person p
      where p.id = long_known_only.person and p.made_at >= {MONTHS_AGO})
    and not exists (select 1 from public.trust_noted n
      where n.person_id = long_known_only.person and (n.at >= {MONTHS_AGO}
        or n.circle_id = any((select trust.held_circles())::uuid[])))
    and not long_known_only.person = any((select trust.held_people())::uuid[])"""
# Nobody's login, in no circle, noted in none, living with nobody who is, and offering nothing: who offers is seen by
# their hat. That nothing else speaks of them, the foreign keys hold. In plpgsql, which looks the table of a room above
# up when it is asked.
NOBODY_ANY_MORE = f"""
begin
  return not trust.has_account(nobody_any_more.person) and trust.in_no_circle(nobody_any_more.person)
    and not exists (select 1 from public.people_person p
      where p.id = nobody_any_more.person and p.made_at >= {MONTHS_AGO})
    and not exists (select 1 from public.trust_noted n where n.person_id = nobody_any_more.person)
    and not exists (select 1 from public.people_householdmember a
      join public.people_householdmember b on b.household_id = a.household_id and b.person_id <> a.person_id
      where a.person_id = nobody_any_more.person and (trust.has_account(b.person_id)
        or not trust.in_no_circle(b.person_id)))
    and not exists (select 1 from public.bridge_offer o where o.person_id = nobody_any_more.person)
    and not nobody_any_more.person = any((select trust.held_people())::uuid[]);
end"""

TERMS = [
    Word("in_force(ground text)", "boolean", IN_FORCE),
    Word("purposes_in_use", "text[]", PURPOSES_IN_USE),
    Word("i_am_formal_in(circle uuid)", "boolean", I_AM_FORMAL_IN),
    Word("chosen_in(circle uuid, person uuid, through uuid)", "boolean", CHOSEN_IN),
    Word("is_closed(circle uuid)", "boolean", IS_CLOSED, lang="plpgsql"),
    Word("may_share(circle uuid, purpose text)", "boolean", MAY_SHARE),
    Word("may_write(circle uuid)", "boolean", MAY_WRITE),
    Word("may_join(circle uuid, person uuid, hat uuid)", "boolean", MAY_JOIN),
    Word("held_circles", "uuid[]", HELD_CIRCLES),
    Word("held_people", "uuid[]", HELD_PEOPLE),
    Word("term_over(purpose text, since timestamptz)", "boolean", TERM_OVER),
    Word("shortest_term", "interval", SHORTEST_TERM),
    Word("written_purposes", "text[]", WRITTEN_PURPOSES),
    Word("in_no_circle(person uuid)", "boolean", IN_NO_CIRCLE),
    Word("in_no_circle_now(person uuid)", "boolean", IN_NO_CIRCLE_NOW),
    Word("is_known_only(person uuid)", "boolean", IS_KNOWN_ONLY),
    Word("long_known_only(person uuid)", "boolean", LONG_KNOWN_ONLY),
    Word("nobody_any_more(person uuid)", "boolean", NOBODY_ANY_MORE, lang="plpgsql"),
]
