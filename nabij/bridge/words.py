"""Words about who can be asked."""

from nabij.base.word import Word
from nabij.bridge.agreement_words import AGREEMENT_WORDS
from nabij.bridge.askwords import ASK_WORDS
from nabij.bridge.charge_words import CHARGE_WORDS
from nabij.bridge.hand_words import HAND_WORDS
from nabij.bridge.heard_words import HEARD_WORDS
from nabij.bridge.introduction_words import INTRODUCTION_WORDS
from nabij.bridge.matchwords import MATCH_WORDS
from nabij.bridge.partner_words import PARTNER_WORDS
from nabij.bridge.practice_words import PRACTICE_WORDS
from nabij.bridge.referral_words import REFERRAL_WORDS
from nabij.bridge.searching import SEARCH_WORDS

# All at once, because `has_mail` asks for my people anew with every person.
# Who cannot log in and wants no letters, of me or at all, cannot be asked by one.
MY_MAILED = """
  select coalesce(array_agg(distinct p.id), '{}') from unnest(trust.my_people()) as p(id)
  where exists (select 1 from public.people_account a where a.person_id = p.id and a.is_active)
    or exists (select 1 from public.people_waytoreach w where w.person_id = p.id and w.kind = 'mail'
               and w.only_for_id is null)
      and not exists (select 1 from (
        select distinct on (c.writer_id) c.pace from public.post_preference c
        where c.person_id = p.id and (c.writer_id is null or c.writer_id = (select trust.me()))
        order by c.writer_id, c.at desc, c.id desc) said where said.pace = 'none')"""

WORDS = [
    Word("my_mailed", "uuid[]", MY_MAILED),
    *CHARGE_WORDS,
    *AGREEMENT_WORDS,
    *ASK_WORDS,
    *HEARD_WORDS,
    *INTRODUCTION_WORDS,
    *HAND_WORDS,
    *MATCH_WORDS,
    *REFERRAL_WORDS,
    *SEARCH_WORDS,
    *PARTNER_WORDS,
    *PRACTICE_WORDS,
]
