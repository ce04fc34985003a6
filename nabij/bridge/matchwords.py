"""Words of matching: the offers that may fit an ask, of all on its boards; and whose are one's to correct.

They come with what the neighbourhood may know of who offers them; whose they are is read again by the rules.

What counts is what `fit_grounds` and `fit_remarks` say, as far as a column shows it: kind, language, time, nearness and
load. Here it only chooses who is looked at; the order is made there.
"""

from nabij.base.word import Word
from nabij.bridge.askwords import STANDS, TIMES_ASKED
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

# What an offer counts for by itself, and the most that whoever offers can add: by where they live, and a language.
BY_ITSELF = f"""{KIND} * (o.kinds && asked)::integer
        + {BESIDE} * (not o.kinds && asked and o.kinds && beside)::integer + {TIME} * (o.week && slots)::integer"""
AT_MOST = f"{AROUND_THE_CORNER} + {TONGUE} * (tongues <> '{{}}')::integer"
AT_HAND = f"""select o.id, o.person_id, o.group_id, o.room, o.person_id = any(people) as known, {BY_ITSELF} as fits
      from public.bridge_offer o
      where o.since <= current_date and (o.until is null or o.until >= current_date)"""
ON_BOARD = "o.neighbourhood_id = any((select codes from boards)::text[]) and o.person_id <> all(people)"
# First what stands on the boards, by its own row alone. Of these, whoever could still come among the first by who
# offers it, and no other: an offer that so many go before whatever it gets, is not looked at further. They are looked
# up together: one by one, six thousand took 13 ms of the 25. Metres to the street are as on a flat map: at this size of
# a town it differs by less than a house.
FITTING_OFFERS = f"""
  with recursive
    up as (select area as code union select n.parent_id from up
      join public.people_neighbourhood n on n.code = up.code where n.parent_id is not null),
    down as (select area as code union select n.code from down
      join public.people_neighbourhood n on n.parent_id = down.code),
    mine as materialized (select unnest((select trust.my_neighbourhoods())::text[]) as code),
    boards as materialized (select array(select code from mine
      where code in (select code from up union select code from down)) as codes),
    at_hand as materialized (
      {AT_HAND} and asked <> '{{}}' and {ON_BOARD} and o.kinds && (asked || beside)
      union all {AT_HAND} and asked = '{{}}' and {ON_BOARD}
      union all {AT_HAND} and o.person_id = any(people) and o.neighbourhood_id in (select code from mine)),
    enough as materialized (select fits from at_hand order by fits desc offset most * 2 - 1 limit 1),
    likely as materialized (
      select h.* from at_hand h where h.known or h.fits + {AT_MOST} >= coalesce((select fits from enough), 0)),
    theirs as materialized (
      select p.id, {TONGUE} * p.speaks::integer
        + coalesce(case when p.up * p.up + p.off * p.off < 150 * 150 then {AROUND_THE_CORNER}
                        when p.up * p.up + p.off * p.off < 600 * 600 then {NEAR}
                        when p.up * p.up + p.off * p.off < 1500 * 1500 then {NOT_FAR} end,
                   p.same::integer * {NOT_FAR}, 0) as more
      from (
        select p.id, p.languages && tongues as speaks, p.neighbourhood_id = area as same,
          (p.latitude::float8 - north) * 111195 as up,
          (p.longitude::float8 - east) * (select 111195 * cosd(north)) as off
        from public.people_person p where p.id = any(array(select person_id from likely)) offset 0) p),
    seen as (
      select l.id, l.person_id, l.group_id, l.room, l.known, l.fits + t.more as fits
      from likely l join theirs t on t.id = l.person_id order by l.known desc, fits desc, l.id limit most * 2),
    open as materialized (
      select o.*, {TIMES_ASKED} as asked_now from seen o where {STANDS.format(offer="o.id")}),
    first as materialized (
      select f.*, row_number() over (order by f.known desc,
        f.fits + case when f.asked_now >= f.room then {FULL} else 0 end desc, f.asked_now, f.id) as place
      from open f order by place limit most)
  select o.id, o.person_id, coalesce(g.name, ''), o.line, o.kinds, o.week, o.room, f.asked_now, p.languages,
    p.latitude::float8, p.longitude::float8, p.neighbourhood_id::text, coalesce(n.name, '')::text,
    array(select array[s.kind::text, s.what::text] from public.people_strength s
      where s.person_id = p.id and s.open order by s.id),
    array(select array[s.kind::text, s.valid_until::text] from public.bridge_safeguard s
      where s.person_id = p.id order by s.id)
  from first f join public.bridge_offer o on o.id = f.id join public.people_person p on p.id = o.person_id
    left join public.people_neighbourhood n on n.code = p.neighbourhood_id
    left join public.people_group g on g.id = o.group_id
  order by f.place"""

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
