"""Words about what was heard that another gladly does: who minds it, who may note a yes, and the offer a yes makes."""

from nabij.base.word import Word
from nabij.bridge.offers import SEEN_HELPING

# Who coordinates there minds what was written down by somebody who cannot log in any more.
HEARD_BY_ME = """
  select coalesce(array_agg(h.id), '{}') from public.bridge_heardoffer h
  where h.noted_by_id = (select trust.me())
    or h.noted_by_id = any((select trust.absent_of((select trust.me())))::uuid[])
    or h.neighbourhood_id = any((select trust.my_coordinated())::text[]) and h.person_id <> (select trust.me())
      and not exists (select 1 from public.people_account a where a.person_id = h.noted_by_id and a.is_active)"""
# With a log-in it is theirs alone.
OFFERS_I_MIND = """
  select coalesce(array_agg(h.id), '{}') from public.bridge_heardoffer h
  join public.bridge_offeryes y on y.heard_id = h.id and y.yes
  where h.id = any((select trust.heard_by_me())::uuid[]) and not trust.has_account(h.person_id)"""
# As it stands before the change: whoever minds an offer says when it can be, in the words that were said yes to.
OFFERED_LINE = """
  select o.line::text from public.bridge_offer o
  where o.id = offered_line.offer and o.id = any((select trust.offers_i_mind())::uuid[])"""
# Under their own name and by their own word: of nobody without a name, of no child.
MAY_HEAR_OF = """
  select trust.has_name(may_hear_of.person) and coalesce(trust.years_of(may_hear_of.person), 16) >= 16
    and (may_hear_of.person = any((select trust.my_people())::uuid[]) or trust.i_noted(may_hear_of.person))"""
# Of who has no log-in, by whoever knows them from more than an open hat: a whole neighbourhood sees that.
MAY_NOTE_YES = """
  select not trust.has_account(may_note_yes.person) and (trust.i_noted(may_note_yes.person)
    or may_note_yes.person = any((select trust.my_company())::uuid[])
    or exists (select 1 from public.trust_acquaintance a
      where a.who_id = (select trust.me()) and a.person_id = may_note_yes.person))"""
# A word and no sub-select: a rule of one table that looks in the other, and back, is refused by PostgreSQL.
IS_HEARD_OF = """
  select exists (select 1 from public.bridge_heardoffer h where h.id = is_heard_of.heard
    and h.person_id = is_heard_of.person)"""
REFUSED_BEFORE = """
  select exists (select 1 from public.bridge_heardoffer h join public.bridge_heardoffer o on o.person_id = h.person_id
      and o.line = h.line join public.bridge_offeryes y on y.heard_id = o.id and not y.yes
    where h.id = refused_before.heard and h.id = any((select trust.heard_by_me())::uuid[]))"""
IS_ANSWERED = "select exists (select 1 from public.bridge_offeryes y where y.heard_id = is_answered.heard)"
STILL_AN_OFFER = "select exists (select 1 from public.bridge_offer o where o.id = still_an_offer.heard)"
# What a yes brings about, once: the offer, in the name of whoever said it, and the open hat that who offers wears. No
# rule lets anybody write an offer or a hat for another; this does nothing that is not due, whoever asks it.
OFFER_OF_YES = f"""
declare
  said record;
  day date;
begin
  select h.*, y.at as said_at into said from public.bridge_heardoffer h
    join public.bridge_offeryes y on y.heard_id = h.id and y.yes
    where h.id = offer_of_yes.heard for update of h;
  if not found or exists (select 1 from public.bridge_offer o where o.id = said.id) then
    return said.id;
  end if;
  perform pg_advisory_xact_lock(hashtext('offer of yes'), hashtext(said.person_id::text));
  day := (said.said_at at time zone 'Europe/Amsterdam')::date;
  if exists (select 1 from public.bridge_offer o where o.person_id = said.person_id and o.line = said.line
      and o.neighbourhood_id = said.neighbourhood_id and o.group_id is null
      and not exists (select 1 from public.bridge_offerending e where e.offer_id = o.id)) then
    return said.id;
  end if;
  if said.until < day or not trust.may_be_seen(said.person_id, said.neighbourhood_id, day) then
    return null;
  end if;
  if not trust.is_seen_in(said.person_id, said.neighbourhood_id, day) then
    insert into public.people_hat
      (id, person_id, role, formal, neighbourhood_id, can, cannot, employer, since, open, granted_by_id)
      values (gen_random_uuid(), said.person_id, '{SEEN_HELPING}', false, said.neighbourhood_id, '', '', '', day, true,
        said.person_id);
  end if;
  insert into public.bridge_offer (id, person_id, neighbourhood_id, line, kinds, week, room, since, until, at)
    values (said.id, said.person_id, said.neighbourhood_id, said.line, said.kinds, said.week, said.room, day,
      said.until, said.said_at);
  return said.id;
end"""
# It came with a yes, and nobody else could take it off: not while they log in, nor while they offer something there.
LET_GO_OF_HAT = f"""
  with ended as (
    select o.person_id, o.neighbourhood_id from public.bridge_offer o
    join public.bridge_offerending e on e.offer_id = o.id
    where o.id = let_go_of_hat.offer and not trust.has_account(o.person_id)
      and not exists (select 1 from public.bridge_offer s
        where s.person_id = o.person_id and s.neighbourhood_id = o.neighbourhood_id
          and not exists (select 1 from public.bridge_offerending e where e.offer_id = s.id)))
  update public.people_hat h set open = false, until = (statement_timestamp() at time zone 'Europe/Amsterdam')::date
  from ended where h.person_id = ended.person_id and h.neighbourhood_id = ended.neighbourhood_id
    and h.role = '{SEEN_HELPING}' and h.open and not h.formal and h.granted_by_id = h.person_id and h.until is null"""
IS_SEEN_IN = """
  with recursive up as (
    select is_seen_in.place::text as code
    union select n.parent_id::text from up join public.people_neighbourhood n on n.code = up.code
      where n.parent_id is not null)
  select exists (select 1 from public.people_hat h where h.person_id = is_seen_in.person and h.open
    and h.neighbourhood_id in (select code from up) and h.since <= is_seen_in.day
    and (h.until is null or h.until >= is_seen_in.day)
    and not exists (select 1 from public.people_takingoff t where t.hat_id = h.id)
    and h.id <> all(array(select trust.lapsed_hats(is_seen_in.day))))"""
# Unless that hat needs a proof here, which nobody gives by a yes.
MAY_BE_SEEN = f"""
  select trust.is_seen_in(may_be_seen.person, may_be_seen.place, may_be_seen.day)
    or not exists (select 1 from public.people_hatrule r where lower(r.role) = '{SEEN_HELPING}'
      and (r.neighbourhood_id is null or r.neighbourhood_id = may_be_seen.place)
      and r.since <= may_be_seen.day and (r.until is null or r.until >= may_be_seen.day))"""

HEARD_WORDS = [
    Word("heard_by_me", "uuid[]", HEARD_BY_ME),
    Word("offers_i_mind", "uuid[]", OFFERS_I_MIND),
    Word("offered_line(offer uuid)", "text", OFFERED_LINE),
    Word("may_hear_of(person uuid)", "boolean", MAY_HEAR_OF),
    Word("may_note_yes(person uuid)", "boolean", MAY_NOTE_YES),
    Word("is_heard_of(heard uuid, person uuid)", "boolean", IS_HEARD_OF),
    Word("refused_before(heard uuid)", "boolean", REFUSED_BEFORE),
    Word("is_answered(heard uuid)", "boolean", IS_ANSWERED),
    Word("still_an_offer(heard uuid)", "boolean", STILL_AN_OFFER),
    Word("is_seen_in(person uuid, place text, day date)", "boolean", IS_SEEN_IN),
    Word("may_be_seen(person uuid, place text, day date)", "boolean", MAY_BE_SEEN),
    Word("offer_of_yes(heard uuid)", "uuid", OFFER_OF_YES, lang="plpgsql", changes=True),
    Word("let_go_of_hat(offer uuid)", "void", LET_GO_OF_HAT, changes=True),
]
