"""Memory of the bridge: asks, offers, referrals, introductions and what was agreed, found by their words.

One word finds the keys of all kinds at once, so that a question reads only the tables that hold an answer; each row is
read by the rules of its own table after that. Who asks hides: an ask is found by its line, never by somebody's name.
"""

from django.db import connection

from nabij.base.word import Word

KINDS = ("ask", "offer", "referral", "side", "introduction", "clause")
LATELY = 200  # Newest lines, spread over one's places, whose words may be what a slip of the pen meant.
HELD = "t.in_memory @@ one_of_them"


def some(kind: str, source: str, *, mine: str, at: str = "t.at", theirs: str = "false") -> str:
    """The newest of one kind that hold a word, or are about whom a name means."""
    return f"""
  return query select '{kind}'::text, t.id from {source}
    where (sorts is null or '{kind}' = any(sorts)) and ({HELD} or whose and {theirs}) and ({mine})
      and (recall_bridge.since is null or {at} >= recall_bridge.since)
      and (recall_bridge.until is null or {at} < recall_bridge.until)
    order by (select count(*) from unnest(asked) as one where t.in_memory @@ one) desc, {at} desc, t.id desc limit n;"""


# Where I live or work what stands there, and what I asked or offer myself; of a referral those of my side; of an
# agreement the version that holds.
RECALL_BRIDGE = f"""
declare
  asked tsquery[] := terms::tsquery[];
  one_of_them tsquery := array_to_string(terms, '|')::tsquery;
  me uuid := trust.me();
  places text[] := trust.my_neighbourhoods();
  received uuid[] := trust.my_received();
begin
  if me is null then
    return;
  end if;{
    some(
        "ask",
        "public.bridge_ask t",
        mine="t.neighbourhood_id = any(places) and trust.ask_stands(t.id) or exists (select 1 from"
        " public.bridge_asker k where k.ask_id = t.id and me in (k.about_id, k.asked_by_id))",
    )
}{
    some(
        "offer",
        "public.bridge_offer t",
        mine="t.person_id = me or t.neighbourhood_id = any(places) and trust.still_offered(t.id)"
        " and (t.until is null or t.until >= current_date)",
        theirs="t.person_id = any(people)",
    )
}{
    some(
        "referral",
        "public.bridge_referral t",
        mine="me in (t.by_id, t.about_id) or t.id = any(received)",
        theirs="(t.about_id = any(people) or t.by_id = any(people))",
    )
}{
    some(
        "side",
        "public.bridge_side t",
        mine="t.person_id = me and trust.its_turn(t.id)",
    )
}{
    some(
        "introduction",
        "public.bridge_introduction t",
        mine="t.proposed_by_id = me and me not in (t.one_id, t.other_id)",
        theirs="(t.one_id = any(people) or t.other_id = any(people))",
    )
}{
    some(
        "clause",
        "public.bridge_clause t join public.bridge_agreement a on a.id = t.agreement_id",
        mine="a.neighbourhood_id = any(places) and a.id = trust.agreement_in_force(a.neighbourhood_id)",
        at="a.at",
    )
}
end"""

SEARCH_WORDS = [
    Word(
        "recall_bridge(terms text[], people uuid[], whose boolean, since timestamptz, until timestamptz, n integer,"
        " sorts text[])",
        "table(what text, key uuid)",
        RECALL_BRIDGE,
        lang="plpgsql",
        rows=60,
    )
]

# Per place, so that the index of its newest is read and no table whole. Each line by the rules of its own table.
ON_THE_BOARD = """
  select unnest(tsvector_to_array(t.in_memory)) from unnest((select trust.my_neighbourhoods())) as place(code),
    lateral (select l.in_memory from public.{table} l where l.neighbourhood_id = place.code
      order by l.at desc limit greatest(5, %(most)s / cardinality((select trust.my_neighbourhoods())))) t"""
WORDS_LATELY = (
    " union ".join(ON_THE_BOARD.format(table=table) for table in ("bridge_ask", "bridge_offer"))
    + """
  union select unnest(tsvector_to_array(c.in_memory)) from public.bridge_clause c
    join public.bridge_agreement a on a.id = c.agreement_id
    where a.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
      and a.id = trust.agreement_in_force(a.neighbourhood_id)
  union select unnest(tsvector_to_array(in_memory)) from public.bridge_referral
    where by_id = (select trust.me()) or about_id = (select trust.me())
      or id = any((select trust.my_received())::uuid[])
  union select unnest(tsvector_to_array(in_memory)) from public.bridge_side
    where person_id = (select trust.me())
  union select unnest(tsvector_to_array(in_memory)) from public.bridge_introduction
    where proposed_by_id = (select trust.me())"""
)


def words_lately() -> list[str]:
    """The words of what stands there and of what one asked, was asked or proposed, as whoever acts may read it."""
    with connection.cursor() as cursor:
        cursor.execute(WORDS_LATELY, {"most": LATELY})
        return [row[0] for row in cursor.fetchall()]
