"""Words about offers and asks: whether they stand, who may know who asks, and how often somebody was asked."""

from nabij.base.word import Word

# Ended or resting, it is its owner's alone.
STANDS = """not exists (select 1 from public.bridge_offerending e where e.offer_id = {offer})
    and not coalesce((select p.until is null or p.until > current_date from public.bridge_offerpause p
      where p.offer_id = {offer} order by p.at desc, p.id desc limit 1), false)"""
STILL_OFFERED = f"""
  select {STANDS.format(offer="still_offered.offer")}"""
OFFER_ENDED_AT = "select e.at from public.bridge_offerending e where e.offer_id = offer_ended_at.offer"
MAY_ASK_OFFER = """
  select exists (select 1 from public.bridge_offer o where o.id = may_ask_offer.offer
    and o.person_id <> (select trust.me()) and o.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
    and (o.until is null or o.until >= current_date) and trust.still_offered(o.id))"""
# How often whoever offers `o` was asked in thirty days: that somebody noted it, that whoever asks proposed it, and what
# they took upon themselves. Of an introduction by a third it was noted; of one that hangs on no offer each of theirs
# weighs, for they are one person. A hand that does not go on fills nobody's month.
TIMES_ASKED = """(
    (select count(*) from public.bridge_offerasked a
      where a.offer_id = o.id and a.at > statement_timestamp() - interval '30 days')
    + (select count(*) from public.bridge_introduction i
      where i.other_id = o.person_id and i.ask_id is not null and i.at > statement_timestamp() - interval '30 days'
        and (i.offer_id is null and o.group_id is null or i.offer_id = o.id and exists (select 1
          from public.bridge_asker k where k.ask_id = i.ask_id and i.proposed_by_id in (k.about_id, k.asked_by_id)))
        and not (i.proposed_by_id = i.other_id and trust.introduction_stands(i.id) = 'off')))::integer"""
# A count for who may ask them anyway; by whom they were asked is theirs.
OFFER_LOAD = f"""
  select l.id, l.times from public.bridge_offer o
  cross join lateral (select o.id, {TIMES_ASKED} as times) as l
  where o.id = any(offer_load.offers) and l.times > 0
    and (o.person_id = (select trust.me()) or o.neighbourhood_id = any((select trust.my_neighbourhoods())::text[]))"""
# Of oneself or with a yes, and neither met nor withdrawn: then the neighbourhood reads the line.
ASK_STANDS = """
  select exists (select 1 from public.bridge_asker a where a.ask_id = ask_stands.ask and (a.about_id = a.asked_by_id
      or exists (select 1 from public.bridge_askyes y where y.ask_id = a.ask_id and y.yes)))
    and not exists (select 1 from public.bridge_askending e where e.ask_id = ask_stands.ask and e.kind <> 'nobody')"""
UNMET_ASKS = """
  select coalesce(array_agg(a.id), '{}') from public.bridge_ask a
  join public.bridge_askending e on e.ask_id = a.id and e.kind = 'nobody'
  where a.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])"""
# The places, and all in them, where I coordinate: in a formal hat of that name that administration granted.
MY_COORDINATED = """
  with recursive down as (
    select h.neighbourhood_id as code from public.people_hat h
    where h.id = any((select trust.my_hats())::uuid[]) and h.formal and h.granted_by_id is distinct from h.person_id
      and lower(h.role) ~ '^co(ö|o)rdinator' and h.neighbourhood_id is not null
    union select n.code from down join public.people_neighbourhood n on n.parent_id = down.code)
  select coalesce(array_agg(code), '{}')::text[] from down"""
ASK_COORDINATED = """
  select exists (select 1 from public.bridge_ask a where a.id = ask_coordinated.ask
    and a.neighbourhood_id = any((select trust.my_coordinated()
      || trust.coordinated_of(trust.absent_of(trust.me())))::text[])) and trust.ask_stands(ask_coordinated.ask)"""
# Who offers where I coordinate, or for a group whose hat was granted to me.
MAY_SEE_PAPERS = """
  select exists (select 1 from public.bridge_offer o where o.person_id = may_see_papers.person
    and trust.still_offered(o.id) and (o.neighbourhood_id = any((select trust.my_coordinated())::text[])
      or o.group_id in (select h.group_id from public.people_hat h where h.id = any((select trust.my_hats())::uuid[])
        and h.granted_by_id is distinct from h.person_id)))"""
# Who coordinates knows of who asks as long as an ask stands or they introduced them, and not after the year of the ask.
# Whom they know of in another way they still know: two brought together, a referral, an invitation, a worry or a
# sealed note that both keep. In plpgsql, which looks the tables of other rooms up when it is asked.
LET_GO_OF_ASKERS = """
declare
  went integer;
begin
  with known as (
    select a.id, a.who_id, a.person_id from public.trust_acquaintance a
    where a.introduced_by_id = a.person_id
      and (let_go_of_askers.asker is null or a.person_id = let_go_of_askers.asker)
      and exists (select 1 from public.bridge_asker k
        where k.asked_by_id = a.person_id and k.to_coordinator and k.at = a.at)
      and not exists (select 1 from public.trust_acquaintance b where b.who_id = a.person_id and b.person_id = a.who_id)
      and not exists (select 1 from public.bridge_asker k where k.asked_by_id = a.person_id and k.to_coordinator
        and k.at > let_go_of_askers.since and (trust.ask_stands(k.ask_id)
          or exists (select 1 from public.bridge_introduction i where i.ask_id = k.ask_id
            and i.proposed_by_id = a.who_id)))
      and not exists (select 1 from public.bridge_referral r join public.bridge_receiver v on v.referral_id = r.id
        where r.by_id = a.person_id and v.person_id = a.who_id)
      and not exists (select 1 from public.trust_invitation i where i.by_id = a.who_id and i.person_id = a.person_id)
      and not exists (select 1 from public.stories_concern c where c.by_id = a.person_id and c.to_id = a.who_id)
      and not exists (select 1 from public.stories_sealkeeper k
        where k.person_id in (a.person_id, a.who_id) and k.put_by_id in (a.person_id, a.who_id)
          and k.person_id <> k.put_by_id)),
  gone as (delete from public.trust_acquaintance a using known where a.id = known.id returning 1)
  select count(*) into went from gone;
  return went;
end"""
# A word and no sub-select: a rule of one table that looks in the other, and back, is refused by PostgreSQL.
IS_ASKED_FOR = """
  select exists (select 1 from public.bridge_asker a where a.ask_id = is_asked_for.ask
    and a.about_id = is_asked_for.person)"""
ERASED_ASK = """
  select exists (select 1 from public.bridge_asker a where a.ask_id = erased_ask.ask
    and a.about_id = any((select trust.erased_people())::uuid[]))"""

ASK_WORDS = [
    Word("still_offered(offer uuid)", "boolean", STILL_OFFERED),
    Word("offer_ended_at(offer uuid)", "timestamptz", OFFER_ENDED_AT),
    Word("may_ask_offer(offer uuid)", "boolean", MAY_ASK_OFFER),
    Word("offer_load(offers uuid[])", "table(offer uuid, asked integer)", OFFER_LOAD, rows=20),
    Word("ask_stands(ask uuid)", "boolean", ASK_STANDS),
    Word("unmet_asks", "uuid[]", UNMET_ASKS),
    Word("my_coordinated", "text[]", MY_COORDINATED),
    Word("ask_coordinated(ask uuid)", "boolean", ASK_COORDINATED),
    Word("let_go_of_askers(asker uuid, since timestamptz)", "integer", LET_GO_OF_ASKERS, lang="plpgsql", changes=True),
    Word("may_see_papers(person uuid)", "boolean", MAY_SEE_PAPERS),
    Word("is_asked_for(ask uuid, person uuid)", "boolean", IS_ASKED_FOR),
    Word("erased_ask(ask uuid)", "boolean", ERASED_ASK),
]
