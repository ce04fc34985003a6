"""Words of matching: the offers that may fit an ask, of all on its boards; and whose are one's to correct.

They come with what the neighbourhood may know of who offers them; whose they are is read again by the rules.

What counts is what `fit_grounds` and `fit_remarks` say, as far as a column shows it: kind, language, time, nearness and
load. Here it only chooses who is looked at; the order is made there.
"""

from nabij.base.word import Word
from nabij.bridge.askwords import TIMES_ASKED
from nabij.bridge.fit_grounds import (
    AROUND_THE_CORNER,
    BESIDE,
    KIND,
    NEAR,
    NOT_FAR,
    TIME,
    TONGUE,
)  # fmt: skip
from nabij.bridge.fit_remarks import FULL

# Metres to the street, as on a flat map: at this size of a town it differs by less than a house.
METRES = "|/ (((p.latitude - north) * 111195) ^ 2 + ((p.longitude - east) * 111195 * cosd(north)) ^ 2)"
FITTING_OFFERS = f"""
  with recursive
    up as (select area as code union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),
    down as (select area as code union select n.code from down
      join public.people_neighbourhood n on n.parent_id = down.code),
    mine as materialized (select unnest((select trust.my_neighbourhoods())::text[]) as code),
    boards as materialized (select array(select code from mine
      where code in (select code from up union select code from down)) as codes),
    at_hand as (
      select o.id from public.bridge_offer o
        where o.neighbourhood_id = any((select codes from boards)::text[]) and o.kinds && (asked || beside)
      union select o.id from public.bridge_offer o
        where asked = '{{}}' and o.neighbourhood_id = any((select codes from boards)::text[])
      union select o.id from public.bridge_offer o
        where o.person_id = any(people) and o.neighbourhood_id in (select code from mine)),
    seen as (
      select o.id, o.person_id = any(people) as known,
        {KIND} * (o.kinds && asked)::integer + {BESIDE} * (not o.kinds && asked and o.kinds && beside)::integer
        + {TONGUE} * (p.languages && tongues)::integer + {TIME} * (o.week && slots)::integer
        + coalesce(case when {METRES} < 150 then {AROUND_THE_CORNER} when {METRES} < 600 then {NEAR}
                        when {METRES} < 1500 then {NOT_FAR} end, (p.neighbourhood_id = area)::integer * {NOT_FAR}, 0)
        as fits
      from at_hand h join public.bridge_offer o on o.id = h.id join public.people_person p on p.id = o.person_id
      where o.since <= current_date and (o.until is null or o.until >= current_date)
      order by known desc, fits desc, o.id
      limit most * 2),
    open as materialized (
      select s.id, s.known, s.fits, {TIMES_ASKED} as asked_now
      from seen s join public.bridge_offer o on o.id = s.id where trust.still_offered(s.id))
  select o.id, o.person_id, coalesce(g.name, ''), o.line, o.kinds, o.week, o.room, f.asked_now, p.languages,
    p.latitude::float8, p.longitude::float8, p.neighbourhood_id::text, coalesce(n.name, '')::text,
    array(select array[s.kind::text, s.what::text] from public.people_strength s
      where s.person_id = p.id and s.open order by s.id),
    array(select array[s.kind::text, s.valid_until::text] from public.bridge_safeguard s
      where s.person_id = p.id order by s.id)
  from open f join public.bridge_offer o on o.id = f.id join public.people_person p on p.id = o.person_id
    left join public.people_neighbourhood n on n.code = p.neighbourhood_id
    left join public.people_group g on g.id = o.group_id
  order by f.known desc, f.fits + case when f.asked_now >= o.room then {FULL} else 0 end desc, f.asked_now, f.id
  limit most"""

MAY_CORRECT_OFFER = """
  select exists (select 1 from public.bridge_offer o where o.id = may_correct_offer.offer
    and (o.person_id = (select trust.me()) or o.neighbourhood_id = any((select trust.my_coordinated())::text[])))"""

MATCH_WORDS = [
    Word(
        "fitting_offers(asked varchar[], beside varchar[], tongues varchar[], slots varchar[], area text, north float8,"
        " east float8, people uuid[], most integer)",
        "table(offer uuid, person uuid, of_group varchar, line varchar, kinds varchar[], week varchar[], room smallint,"
        " asked_now integer, languages varchar[], latitude float8, longitude float8, lives_in text, place text,"
        " traits text[], shown text[])",
        FITTING_OFFERS,
        rows=100,
    ),
    Word("may_correct_offer(offer uuid)", "boolean", MAY_CORRECT_OFFER),
]
