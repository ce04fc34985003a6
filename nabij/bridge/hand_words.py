"""Words about a hand raised for an ask: whether one may, raising it, whose it is, and who may pass it on."""

from nabij.base.guard import OFFICE
from nabij.base.word import Word

# Why one cannot; empty when one can. What lies with who asks, or between the two, is one word for all of it: who reads
# a refusal should not read in it who asks.
HAND_REFUSED = """
  select coalesce((select case
    when mine.id in (k.about_id, k.asked_by_id) then 'own'
    when not trust.ask_stands(a.id) then 'over'
    when exists (select 1 from public.bridge_introduction i where i.ask_id = a.id and i.other_id = mine.id
      and trust.introduction_stands(i.id) <> 'off') then 'twice'
    when coalesce(trust.years_of(mine.id), 16) < 16 then 'young'
    when not trust.has_name(mine.id) or not trust.has_name(k.about_id) or coalesce(trust.years_of(k.about_id), 16) < 16
      or exists (select 1 from public.bridge_notagain n
        where n.one_id = least(mine.id, k.about_id) and n.other_id = greatest(mine.id, k.about_id)) then 'between'
    else '' end
    from public.bridge_ask a join public.bridge_asker k on k.ask_id = a.id
    cross join lateral (select (select trust.me()) as id) as mine
    where a.id = hand_refused.ask and a.neighbourhood_id = any((select trust.my_neighbourhoods())::text[])
      and (k.about_id = k.asked_by_id or mine.id in (k.about_id, k.asked_by_id)
        or exists (select 1 from public.bridge_askyes y where y.ask_id = a.id and y.yes))), 'unknown')"""
# Who raises a hand does not know for whom, so it is no rule of theirs to add it: this does, as an introduction to which
# they said yes, under their own name. Who proposes the same two, or presses twice, at this moment waits for the first.
RAISE_HAND = """
declare
  asked record;
  made uuid := gen_random_uuid();
  side uuid := gen_random_uuid();
  mine uuid := (select trust.me());
begin
  select a.line, k.about_id into asked from public.bridge_ask a
    join public.bridge_asker k on k.ask_id = a.id where a.id = raise_hand.ask;
  perform pg_advisory_xact_lock(hashtext(least(mine, asked.about_id)::text),
    hashtext(greatest(mine, asked.about_id)::text));
  if trust.hand_refused(raise_hand.ask) <> '' then
    return null;
  end if;
  if not exists (select 1 from public.people_person p where p.id = mine
    and starts_with(raise_hand.whom, coalesce(nullif(p.name, ''), p.known_as))) then
    raise insufficient_privilege using message = 'a hand is raised in one''s own name';
  end if;
  insert into public.bridge_introduction (id, one_id, other_id, why, ask_id, proposed_by_id, at)
    values (made, asked.about_id, mine, raise_hand.words, raise_hand.ask, mine, raise_hand.at);
  insert into public.bridge_side (id, introduction_id, person_id, whom, why, second, at) values
    (gen_random_uuid(), made, asked.about_id, raise_hand.whom, raise_hand.words, true, raise_hand.at),
    (side, made, mine, raise_hand.hidden, asked.line, false, raise_hand.at);
  insert into public.bridge_introductionanswer (id, side_id, kind, via, by_id, at)
    values (gen_random_uuid(), side, 'yes', 'here', mine, raise_hand.at);
  return made;
end"""
MY_HANDS = """
  select coalesce(array_agg(i.id), '{}') from public.bridge_introduction i
  where i.ask_id is not null and i.proposed_by_id = (select trust.me()) and i.other_id = (select trust.me())"""
# For which asks I am being introduced, by my own hand or asked by another; what does not go on does not count.
MY_ASKED = """
  select i.ask_id, i.id from public.bridge_introduction i
  where i.ask_id is not null and i.other_id = (select trust.me()) and trust.introduction_stands(i.id) <> 'off'"""
# The side of who asks, for whoever asks it for them; and of a raised hand for who coordinates and may know who asks. By
# then who offers said yes.
MY_ASKED_SIDES = """
  select coalesce(array_agg(s.id), '{}') from public.bridge_asker k
  join public.bridge_introduction i on i.ask_id = k.ask_id and i.one_id = k.about_id
  join public.bridge_side s on s.introduction_id = i.id and s.person_id = k.about_id
  where k.about_id <> (select trust.me()) and trust.its_turn(s.id)
    and (k.asked_by_id = (select trust.me())
      or k.to_coordinator and i.proposed_by_id = i.other_id and trust.ask_coordinated(k.ask_id))"""
ANSWERS_TO_ASK = """
  select coalesce(array_agg(s.id), '{}') from public.bridge_introduction i
  join public.bridge_side s on s.introduction_id = i.id and s.person_id = i.one_id
  where i.ask_id = answers_to_ask.ask
    and (s.id = any((select trust.my_sides())::uuid[]) or s.id = any((select trust.my_asked_sides())::uuid[]))"""
# What was asked, for who reads the side of who asks.
ASKED_LINE = """
  select a.line from public.bridge_introduction i join public.bridge_ask a on a.id = i.ask_id
  join public.bridge_side s on s.introduction_id = i.id and s.person_id = i.one_id
  where i.id = asked_line.introduction
    and (s.id = any((select trust.my_sides())::uuid[]) or s.id = any((select trust.my_asked_sides())::uuid[]))"""
# Who asked it for another, and so hears that somebody wants to: perhaps no letter reaches who it is for.
ASKED_FOR_BY = """
  select k.asked_by_id from public.bridge_introduction i join public.bridge_asker k on k.ask_id = i.ask_id
  where i.id = asked_for_by.introduction and k.asked_by_id <> k.about_id"""
# With whom of those who ask somebody was a no, for who may know who asks.
NOT_AGAIN_FOR = """
  select coalesce(array_agg(case n.one_id when k.about_id then n.other_id else n.one_id end), '{}')
  from public.bridge_asker k join public.bridge_notagain n on k.about_id in (n.one_id, n.other_id)
  where k.ask_id = not_again_for.ask and ((select trust.me()) in (k.about_id, k.asked_by_id)
    or k.to_coordinator and trust.ask_coordinated(k.ask_id)
    or k.circle_key = any((select trust.my_circles())::uuid[]))"""

HAND_WORDS = [
    Word("hand_refused(ask uuid)", "text", HAND_REFUSED),
    Word(
        "raise_hand(ask uuid, words text, whom text, hidden text, at timestamptz)",
        "uuid",
        RAISE_HAND,
        lang="plpgsql",
        changes=True,
    ),
    Word("my_hands", "uuid[]", MY_HANDS),
    Word("my_asked", "table(ask uuid, introduction uuid)", MY_ASKED, rows=5),
    Word("my_asked_sides", "uuid[]", MY_ASKED_SIDES),
    Word("answers_to_ask(ask uuid)", "uuid[]", ANSWERS_TO_ASK),
    Word("asked_line(introduction uuid)", "text", ASKED_LINE),
    Word("asked_for_by(introduction uuid)", "uuid", ASKED_FOR_BY, to=OFFICE),
    Word("not_again_for(ask uuid)", "uuid[]", NOT_AGAIN_FOR),
]
