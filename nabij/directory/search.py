"""Finding help in one's own words: Dutch full text, meaning, and forgiveness for slips of the pen, put together.

Three questions to the database, whatever the number of listings: which words may be meant, what fits, and what is to be
told of it. The order is a suggestion; nobody is ranked but listings against words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

from nabij.directory.danger import WORDS, in_danger
from nabij.directory.hits import Hit, told
from nabij.directory.kept_meanings import FINGERPRINT, closest
from nabij.directory.kin import WEIGHT, also
from nabij.directory.needs import MET, NOTHING_ELSE, Needs
from nabij.directory.sentences import meaning_of
from nabij.directory.spelling import alike, bits, slips, words_in

CANDIDATES = 60
WHEN_OPEN = 400  # With "open now" more are looked at, because hours are weighed in Python.
SOFTEN = 8  # Of reciprocal rank fusion: how little the first place differs from the second.
TEXT, MEANING = 1.0, 0.9
WHOLE, TOGETHER = 0.12, 0.06  # All that was asked stands in the name or description: more than meaning alone can give.
FAR = 0.87  # Beyond this a likeness in meaning is chance; tried on made-up words and unrelated questions.
BEHIND, BEHIND_IN_DANGER = 0.2, 0.12  # Nor does it say much when another listing means it this much more nearly.
HARDLY = 0.15  # Of what the best says; with less, and far off in meaning, a listing only shares a word.
SPARE = 15  # More than asked for, because what is unsure sinks.
UNSURE = 0.8  # A listing that nobody confirmed lately sinks, and says why.
NEAREST_WORDS = 6


class Point(Protocol):
    """Anything with a place on the map: a neighbourhood, a person's street, a place."""

    latitude: Any
    longitude: Any


@dataclass(frozen=True)
class Asked:
    """A word to look for, and how much it counts: 1 as written, less when it only resembles what was written."""

    word: str
    weight: float


def find(
    *,
    words: str,
    at: datetime,
    near: Point | None = None,
    kinds: Sequence[str] = (),
    languages: Sequence[str] = (),
    open_now: bool = False,
    within: int | None = None,
    needs: Needs = NOTHING_ELSE,
    limit: int = 20,
) -> list[Hit]:
    """Services for a question in somebody's own words; without words the nearest, or else by name.

    near: distances are told from here. kinds: subjects by code, name or key. languages: codes; one of them is enough.
    within: metres from `near`; what has no place on the map (at home, by telephone) stays in. needs: besides.
    What is unsure sinks.
    """
    danger = in_danger(words)
    asked, state = _asked(f"{words} {' '.join(WORDS)}" if danger else words)
    rows = _fitting(words, asked, state=state, near=near, kinds=kinds, languages=languages, within=within, needs=needs)
    if words.strip() and not (kinds or languages):  # What was chosen by subject or language is near enough by that.
        rows = _fair(rows, behind=BEHIND_IN_DANGER if danger else BEHIND)
    score = _fused(rows) if words.strip() else {row["id"]: -place for place, row in enumerate(rows)}
    best = sorted(score, key=lambda service: (-score[service], service))
    chosen = best[: WHEN_OPEN if open_now else limit + SPARE]
    hits = told(chosen, at=at, near=near, words=[one.word for one in asked])
    if words.strip():
        hits.sort(key=lambda hit: score[hit.service.pk] * (UNSURE if hit.unsure else 1), reverse=True)
    else:
        hits.sort(key=lambda hit: hit.unsure)
    if danger:
        hits.sort(key=lambda hit: not hit.leads_to_safety)
    if open_now:
        hits = [hit for hit in hits if hit.doors.open]
    return hits[:limit]


def _asked(words: str) -> tuple[list[Asked], str]:
    """The words as written and those they resemble, and the fingerprint of all that listings say."""
    written = list(dict.fromkeys(words_in(words)))[:24]
    pieces = sorted({bit for word in written if len(word) > 3 for bit in bits(word) if bit[2] != " "})
    with connection.cursor() as cursor:
        cursor.execute(RESEMBLING, [written, pieces])
        found = cursor.fetchall()
    meaningful = {word for kind, word in found if kind == "written"}
    there = [word for kind, word in found if kind == "resembling"]
    asked = {word: 1.0 for word in written if word in meaningful}
    for word in list(asked):
        asked |= {other: WEIGHT for other in also(word) if other not in asked}
        if len(word) < 4:
            continue
        near = sorted(((_resemblance(word, other), other) for other in there), reverse=True)
        for weight, other in near[:NEAREST_WORDS]:
            if weight and other not in asked:
                asked[other] = weight
    state = next(said for kind, said in found if kind == "state")
    return [Asked(word, weight) for word, weight in asked.items()], state


# Words that say something (no stop words), words that share three bits with one of them, and what all listings say.
RESEMBLING = f"""
    select 'written', word from unnest(%s::text[]) as word where numnode(plainto_tsquery('pg_catalog.dutch', word)) > 0
    union all
    (select 'resembling', w.word from directory_searchword w, (select %s::text[] as bits) piece
     where w.bits && piece.bits and (select count(*) from unnest(w.bits) bit where bit = any(piece.bits)) > 2)
    union all
    select 'state', ({FINGERPRINT})
"""


def _resemblance(word: str, other: str) -> float:
    """How likely somebody who wrote one word is helped by the other: a slip, or a part of a compound."""
    if word == other:
        return 0.0
    most = 1 if len(word) < 8 else 2
    if len(word) > 4 and (wrong := slips(word, other=other, most=most)) <= most:
        return 1.0 - 0.15 * wrong
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) > 3 and longer.startswith(shorter):
        return 0.6
    if len(shorter) > 3 and longer.endswith(shorter):
        return 0.4
    begin = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(shorter))
    if begin >= 5 and begin * 2 >= len(shorter):
        return 0.45
    return 0.3 if alike(word, other=other) > 0.5 else 0.0


def _fitting(
    words: str,
    asked: list[Asked],
    *,
    state: str,
    near: Point | None,
    kinds: Sequence[str],
    languages: Sequence[str],
    within: int | None,
    needs: Needs,
) -> list[dict[str, Any]]:
    """Every service that passes the filters and is near in words or in meaning, with how near."""
    direction = meaning_of([words])[0] if words.strip() else None
    filtered = bool(kinds or languages or within or needs != NOTHING_ELSE)
    close = closest(direction, state=state, filtered=filtered) if direction else {}
    here = near and near.latitude is not None and near.longitude is not None
    values: dict[str, Any] = needs.values() | {
        "words": [one.word for one in asked],
        "weights": [one.weight for one in asked],
        "kinds": list(kinds),
        "languages": list(languages),
        "latitude": float(near.latitude) if near and here else None,
        "longitude": float(near.longitude) if near and here else None,
        "within": within if here else None,
        "close": list(close),
        "distances": list(close.values()),
        "most": CANDIDATES if words.strip() else WHEN_OPEN,
        "asking": bool(words.strip()),
        "whole": " & ".join(f"{one.word}:AB" for one in asked if one.weight == 1) or None,
        "together": _together([f"{one.word}:AB" for one in asked if one.weight == 1]) or None,
    }
    with connection.cursor() as cursor:
        cursor.execute(FITTING, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


FITTING = (
    """
    with asked as (
        select word, weight, to_tsquery('pg_catalog.dutch', word) as q
        from unnest(%(words)s::text[], %(weights)s::real[]) as a (word, weight)
    ),
    hit as (
        select m.service_id, a.word, a.weight, ts_rank('{0.1, 0.3, 0.6, 1.0}', m.words, a.q) as rank
        from asked a join directory_servicemeaning m on m.words @@ a.q
    ),
    close as (
        select c.service_id, c.far from unnest(%(close)s::uuid[], %(distances)s::real[]) as c (service_id, far)
    ),
    wanted as (select service_id from hit union select service_id from close),
    fit as (
        select s.id, s.name, place.far from directory_service s
        left join lateral (
            select 111195 * min(sqrt(
                power(l.latitude - %(latitude)s::float, 2)
                + power((l.longitude - %(longitude)s::float) * cos(radians(%(latitude)s::float)), 2))) as far
            from directory_serviceatlocation a join directory_location l on l.id = a.location_id
            where a.service_id = s.id and l.latitude is not null and %(latitude)s::float is not null
        ) place on true
        where s.status in ('active', 'temporarily closed')
          and (not %(asking)s or s.id in (select service_id from wanted))
          and s.id not in (
                select t.double_id from directory_twin t where t.found = 'one' and not exists (
                    select 1 from directory_twin u where u.kept_id = t.kept_id and u.double_id = t.double_id
                      and (u.at, u.id) > (t.at, t.id)))
          and (%(within)s::float is null or place.far is null or place.far <= %(within)s::float)
          and (%(kinds)s::text[] = '{}' or exists (
                select 1 from directory_attribute b join directory_taxonomyterm t on t.id = b.taxonomy_term_id
                left join directory_taxonomyterm p on p.id = t.parent_id
                where b.link_id = s.id and b.link_entity = 'service'
                  and array[t.code, t.name, t.id::text, p.code, p.name, p.id::text] && %(kinds)s::text[]))
          and (%(languages)s::text[] = '{}' or exists (
                select 1 from directory_language g where g.service_id = s.id and g.code = any(%(languages)s::text[])))
          and """
    + MET
    + """
    ),
    rare as (
        select word, ln(1 + (select count(*) from directory_servicemeaning)::float / count(*)) as weight
        from hit group by word
    ),
    said as (
        select hit.service_id, sum(hit.weight * rare.weight * hit.rank) as said
        from hit join rare using (word) join fit on fit.id = hit.service_id
        group by hit.service_id order by said desc limit %(most)s
    ),
    meant as (
        select c.service_id, c.far from close c join fit on fit.id = c.service_id order by c.far limit %(most)s
    )
    select fit.id, fit.name, fit.far, said.said, meant.far as meant,
        (select m.words @@ to_tsquery('pg_catalog.dutch', %(whole)s) from directory_servicemeaning m
         where m.service_id = said.service_id) as whole,
        (select m.words @@ to_tsquery('pg_catalog.dutch', %(together)s) from directory_servicemeaning m
         where m.service_id = said.service_id) as together
    from fit left join said on said.service_id = fit.id left join meant on meant.service_id = fit.id
    where said.said is not null or meant.far is not null or not %(asking)s
    order by fit.far nulls last, fit.name, fit.id limit case when %(asking)s then null else %(most)s end
"""
)


def _together(words: list[str]) -> str:
    """Each word beside the next, in either order and with at most one between: samen eten, eten we samen."""
    pairs = (((one, other), (other, one)) for one, other in pairwise(words))
    return " & ".join(f"({' | '.join(f'{a} <{n}> {b}' for a, b in both for n in (1, 2))})" for both in pairs)


def _fair(rows: list[dict[str, Any]], *, behind: float) -> list[dict[str, Any]]:
    """Without what is near by chance: too far in meaning counts for nothing, and one small word alone is not it."""
    nearest = min((row["meant"] for row in rows if row["meant"] is not None), default=FAR)
    most = max((row["said"] for row in rows if row["said"] is not None), default=0)
    for row in rows:
        if row["meant"] is not None and row["meant"] > min(FAR, nearest + behind):
            row["meant"] = None
    return [row for row in rows if row["meant"] is not None or row["whole"] or (row["said"] or 0) > HARDLY * most]


def _fused(rows: list[dict[str, Any]]) -> dict[UUID, float]:
    """Reciprocal rank fusion, first and tenth beats twice fifth; and more when all that was asked stands there."""
    score: dict[UUID, float] = {}
    for row in rows:
        score[row["id"]] = WHOLE * bool(row["whole"]) + TOGETHER * bool(row["together"])
    for column, weight, back in (("said", TEXT, True), ("meant", MEANING, False)):
        ranked = sorted((row for row in rows if row[column] is not None), key=lambda row: row[column], reverse=back)
        for place, row in enumerate(ranked):
            score[row["id"]] += weight / (SOFTEN + place)
    return score
