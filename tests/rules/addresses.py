"""Every address of the product: who sees a page there, who is led on, and which words may stand on it.

Whom a row does not name finds nothing (404), unless it says otherwise; a page that only takes a form answers 405. Which
words somebody may read at all stands in `MAY_READ` (tests/rules/rich.py): a page shows what both allow, and no more.
"""

from dataclasses import dataclass

from tests.rules.cast import CAST, KINDS, MAY_READ, NEAR


@dataclass(frozen=True)
class Seen:
    """Of one address: who gets a page, who is sent elsewhere, what others get, and which secret words may be there."""

    reads: frozenset[str]
    sent: frozenset[str]
    closed: int = 404
    words: frozenset[str] = frozenset()

    def status(self, kind: str) -> int:
        return 200 if kind in self.reads else 302 if kind in self.sent else self.closed


def only(reads: str, *, sent: str = "visitor weak", closed: int = 404, words: str = "") -> Seen:
    return Seen(frozenset(reads.split()), frozenset(sent.split()), closed, frozenset(words.split()))


def public(words: str = "") -> Seen:
    """For everybody; half a log-in is led to its second step first."""
    return only(" ".join(KINDS).replace("weak", ""), sent="weak", words=words)


def inside(words: str = "") -> Seen:
    """For whoever is logged in."""
    return only(LOGGED_IN, words=words)


def sent_on() -> Seen:
    return only("", sent=" ".join(KINDS))


def posted(weak: int = 302) -> Seen:
    """Only takes a form."""
    return only("", sent="weak" if weak == 302 else "", closed=405)


LOGGED_IN = " ".join(CAST)
IN = "resident opener member inviter later"
ALL = " ".join(MAY_READ)

OPEN_DATA = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")

ADDRESSES: dict[str, Seen] = {
    "security": only("", sent="weak"),
    # Open data: whoever is logged in, or half, is nobody there.
    **{name: only(" ".join(KINDS), sent="") for name in ("hsds", "hsds_root", "hsds_openapi")},
    **{f"hsds_{many}": only(" ".join(KINDS), sent="") for many in OPEN_DATA},
    **{f"hsds_{many}_one": only("", sent="") for many in OPEN_DATA},
    "robots": public(),
    "letter": public(words="meelopertje"),
    "unsubscription": public(),
    "owner_letter": public(),
    "owner_new_link": public(),
    "account_login": only(
        "visitor",
        sent="weak " + LOGGED_IN,
    ),
    "mfa_login_webauthn": sent_on(),
    "account_confirm_login_code": sent_on(),
    "mfa_authenticate": sent_on(),
    "provider": posted(weak=405),
    "provider_back": only("", sent=""),
    "account_logout": only("weak " + LOGGED_IN, sent="visitor"),
    "account_inactive": only(
        "visitor weak " + LOGGED_IN,
        sent="",
    ),
    "account_signup": only(
        "visitor weak " + LOGGED_IN,
        sent="",
    ),
    "account_request_login_code": sent_on(),
    "second_step": only(
        "weak",
        sent="visitor " + LOGGED_IN,
    ),
    "account_reauthenticate": only(
        "weak " + LOGGED_IN,
        sent="visitor",
    ),
    "mfa_index": inside(),
    "mfa_add_webauthn": only(
        "weak " + LOGGED_IN,
        sent="visitor",
    ),
    "mfa_remove_webauthn": only(""),
    "mfa_activate_totp": only(
        "weak " + LOGGED_IN,
        sent="visitor",
    ),
    "app_picture": only(
        "weak " + LOGGED_IN,
        sent="visitor",
    ),
    "mfa_deactivate_totp": only(""),
    "mfa_view_recovery_codes": only(""),
    "mfa_generate_recovery_codes": posted(weak=405),
    "sessions": inside(),
    "end_sessions": posted(weak=405),
    "end_session": posted(weak=405),
    "wear": posted(),
    "hat": only("resident opener member inviter later volunteer professional breaker keeper third administrator"),
    "administration": only("administrator", words="dienstproza"),
    "administration_people": only("administrator"),
    "administration_person": only("administrator", words="dienstproza"),
    "administration_mail": posted(),
    "administration_stop": posted(),
    "administration_go_on": posted(),
    "administration_appointed": posted(),
    "administration_dismissed": posted(),
    "administration_granted": posted(),
    "administration_hats": only("administrator"),
    "administration_proofs": posted(),
    "administration_taken_off": posted(),
    "administration_rules": only("administrator"),
    "administration_rule_ends": posted(),
    "administration_groups": only("administrator"),
    "administration_places": only("administrator"),
    "administration_duties": only("administrator"),
    "administration_duty_ends": posted(),
    "administration_settings": only("administrator"),
    "administration_setting": only("administrator"),
    "administration_rights": only("administrator"),
    "administration_export": only("administrator"),
    "terms": public(),
    "gallery": public(),
    "gallery-letter": public(),
    "home": public(
        words="dagboekje ingeperkt meelopertje onderonsje paspoortje rapportje stiekempje struikelpartij "
        "terugbelbriefje toetsangst tweesprongetje verrekijker wandelkaartje zeehondje zonnebloem"
    ),
    "shoes": only("", sent="weak"),
    "step_into": only("", sent="weak"),
    "sent_mail": only("", sent="weak"),
    "moments": posted(),
    "moment_reading": posted(),
    "attachments": only("opener", words="zeehondje"),
    "attachment": only("resident opener member inviter"),
    "attachment_small": only("resident opener member inviter"),
    "help": inside(),
    "came_back": posted(),
    "later": only("opener", words="terugbelbriefje"),
    "drafts": inside(),
    "new_household": inside(),
    "new_between": inside(),
    "household": only("opener"),
    "own_file": posted(),
    "parents_read": posted(),
    "show_parents": only("opener child", words="toetsangst"),
    "stories": inside(words="vuurtoren"),
    "new_story": inside(),
    "my_story": only(
        "opener member inviter later volunteer professional breaker keeper third administrator",
        sent="visitor weak resident parent child",
    ),
    "story": only(
        IN,
        words="ingeperkt kiekje kleurpotlood kruipluikje meelopertje onderonsje soeppannetje struikelpartij verrekijker"
        " vliegertouw vuurtoren wandelkaartje zeehondje zonnebloem",
    ),
    "story_as_text": only(
        IN,
        words="ingeperkt kleurpotlood kruipluikje meelopertje onderonsje struikelpartij verrekijker vuurtoren"
        " wandelkaartje zeehondje zonnebloem",
    ),
    "story_sheet": only(IN),
    "promise_card": only(IN, words="verrekijker"),
    "carrying": inside("aanmaninkje kattenluik kennisje meelopertje terugbelbriefje verrekijker"),
    "hand_on": only("opener", words="kattenluik"),
    "handing": only("opener member", words="kattenluik"),
    "gone": posted(),
    "give_story": only("opener member inviter later"),
    "handover": only("resident opener"),
    "handover_asked": posted(),
    "give_come_back": only("opener", words="terugbelbriefje"),
    "away": inside(),
    "absence": only("resident member"),
    "absence_ends": posted(),
    "network": only(IN, words="soeppannetje"),
    "tie": only("resident opener member inviter", words="soeppannetje"),
    "tie_place": posted(),
    "tie_end": posted(),
    "nearness": only(IN),
    "scan": only(IN, words="tuinhulpje"),
    "new_scan": only(IN, words="tuinhulpje"),
    "my_work": inside(words="ingeperkt onderonsje rapportje toetsangst zeehondje zonnebloem"),
    "time_spent": posted(),
    "team_work": only(""),  # Nobody was granted a hat of it.
    "silent": inside(),
    "silence_answer": posted(),
    "silence_contact": only(""),  # Nobody is silent there.
    "silence_rest": only(""),
    "own_words": only(IN),
    "take_in": only(IN, words="vliegertouw"),
    "ready_line": posted(),
    "handholds": inside(words="vliegertouw"),
    "agreement": public(),
    "agreement_practice": only(""),  # None of these neighbourhoods has one that all signed.
    "new_agreement": inside(),
    "kinds_of_help": public(),
    "agreement_version": public(words="klaproosje mopperkontje"),
    "agreement_difference": public(words="klaproosje"),
    "agreement_remarks": posted(),
    "agreement_signatures": posted(),
    "agreement_withdrawal": posted(),
    "agreement_remark_ends": posted(),
    "closing": only(IN, words="terugbelbriefje meelopertje verrekijker"),
    "reopening": posted(),
    "began_again": only(IN),
    "way_in": only(IN, words="kruipluikje"),
    "merging_story": only(IN),
    "merging": only("opener member inviter later"),
    "merging_ends": posted(),
    "how_it_goes": only(IN, words="kleurpotlood"),
    "new_promise": only(IN),
    "people_around": only(IN),
    "saying": only(IN),
    "promise": only("resident opener member inviter", words="verrekijker"),
    "promise_other_day": posted(),
    "promise_keeping": posted(),
    "promise_handover": only("resident opener member inviter", words="verrekijker"),
    "readers": only(IN, words="genodigde"),
    "new_circle": only(IN),
    "circle": only(IN, words="genodigde"),
    "invitations": only(IN),
    "new_code": only(IN),
    "leaving": only("later", sent="visitor weak resident opener member inviter breaker"),
    "last_day": only(IN),
    "past": only("resident opener member inviter", sent="visitor weak later"),
    "member_login": only(IN),
    "code": only("opener"),
    "code_picture": only("opener"),
    "confirmation": posted(),
    "withdrawal": posted(),
    "invitation": only("visitor", sent="weak", closed=403, words="genodigde"),
    "come_in_by_code": public(),
    "come_in": public(),
    "nearest": only(IN),
    "nearest_promise": posted(),
    "memory": inside(),
    "hit": only("resident opener member inviter", words="ingeperkt struikelpartij wandelkaartje zeehondje zonnebloem"),
    "tried": only(IN, words="wandelkaartje"),
    "offers": inside(words="grasmaaier fietsketting"),
    "offer": only("volunteer", words="grasmaaier"),
    "offer_pause": posted(),
    "offer_ends": posted(),
    "heard_offer": only("opener inviter", words="fietsketting"),
    "heard_answer": posted(),
    "heard_back": posted(),
    "safeguards": only(""),  # Riet offers nothing yet.
    "board": inside(words="grasmaaier kattenluik lampenkap"),
    "asks": inside(words="kattenluik lampenkap"),
    "ask": only(" ".join(NEAR), words="lampenkap"),
    "ask_answer": posted(),
    "ask_ends": posted(),
    "ask_hand": posted(),
    "story_ask": only(IN),
    "who_fits": only("resident professional", words="lampenkap grasmaaier"),  # Who asks, and who coordinates.
    "contradiction": posted(),
    "contradiction_back": posted(),
    "mine": inside("ingeperkt"),
    "mine_before": sent_on(),
    "consent_withdrawal": posted(),
    "mine_kind": inside(),
    "calendar": public(),
    "my_calendar": inside(),
    "calendar_ends": posted(),
    "my_post": inside(),
    "my_requests": inside(),
    "my_objections": only(""),
    "my_corrections": only(""),
    "my_limits": only(""),
    "limit_ends": posted(),
    "own_copy": inside(),
    "own_paper": inside(words=ALL),
    "requests": inside(),
    "request": only("resident opener", words="bezwaartje zeehondje"),
    "extension": posted(),
    "erasure": posted(),
    "noted_request": only("opener member inviter later"),
    "paper": only("opener member inviter later", words=ALL),
    "new_seal": only("opener"),
    "seals": inside(),
    "seal": only("opener keeper", words="blauweplek overlegje"),
    "seal_answer": posted(),
    "seal_lines": posted(),
    "seal_proposal": posted(),
    "seal_agreement": posted(),
    "seal_second": posted(),
    "seal_place": posted(),
    "seal_departure": posted(),
    "glass": inside(),
    "behind_glass": only(
        "breaker",
        words="ingeperkt kleurpotlood kruipluikje meelopertje noodkreet onderonsje struikelpartij verrekijker vuurtoren"
        " wandelkaartje zeehondje zonnebloem",
    ),
    "glasses": inside(),
    "watched_glass": only("third", words="noodkreet"),
    "told_glass": only(""),  # Nobody was told yet.
    "glass_telling": posted(),
    "glass_verdict": posted(),
    "introductions": inside(words="kennisje buurtkoffie"),
    "new_introduction": inside(),
    "not_met": inside(),
    "introduction": only("opener inviter breaker", words="kennisje"),
    **{f"introduction_{act}": posted() for act in ("answer", "meeting", "went", "message", "contact", "end")},
    "dilemmas": inside(words="tweesprongetje"),
    "new_dilemma": inside(),
    "dilemma": only(f"{IN} breaker professional volunteer", words="tweesprongetje kiezelsteentje"),
    **{f"dilemma_{act}": posted() for act in ("voice", "perspective", "people", "person_end", "decision", "came")},
    "dilemma_together": posted(),
    "new_concern": inside(),
    "story_concern": only(IN),
    "concern": only("opener member", words="zorgelijk"),
    "meldcode": public(),
    "referrals": inside(words="aanmaninkje"),
    "new_referral": inside(),
    "story_referral": only(IN),
    "look_together": only(IN.replace("resident ", "")),
    "look_rest": posted(),
    "look_along": posted(),
    "partner": only(""),  # Nothing came between anybody here: tests/web/test_partners.py.
    "partner_call": posted(),
    "partner_rest": posted(),
    "partner_wrong": posted(),
    "referral": only("resident inviter professional", words="aanmaninkje rozenknopje"),
    "referral_onward": only("professional", words="aanmaninkje"),
    "referral_thanks": posted(),
    "person": only(f"{IN} professional"),  # Who asks let who coordinates know of her.
    "group": public(),
    "my_neighbourhood": sent_on(),
    "neighbourhood": public(),
    "structure": only("professional"),  # Who coordinates there.
    "new_place": only("", sent="visitor weak professional"),
    "place": only("professional"),
    "place_hours": only("", sent="visitor weak professional"),
    "place_hours_end": posted(),
    "place_ends": posted(),
    "team": public(words="taartpuntje"),
    "guides": public(words="loketjes"),
    "signpost_ends": posted(),
    "looks": inside(),
    "my_page": inside(words="0612349876 kleurpotlood mondharmonica loketjes taartpuntje"),
    "my_languages": sent_on(),
    "my_home": sent_on(),
    "my_go_between": sent_on(),
    "my_strengths": sent_on(),
    "strength_ends": sent_on(),
    "my_hours": sent_on(),
    "hours_end": sent_on(),
    "my_ways": sent_on(),
    "way_ends": sent_on(),
    "my_hats": sent_on(),
    "my_mandate": sent_on(),
    "hat_ends": sent_on(),
    "who_sees_what": public(),
    "processing": public(),
    "map": public(),
    "how_true": public(),
    "neighbourhood_list": public(),
    "neighbourhood_code": public(),
    # The same for everybody, as open data.
    "service_calendar": only(" ".join(KINDS), sent=""),
    "map_calendar": only("", sent="", closed=400),  # Nothing was asked.
    "service": public(),
    "service_confirmation": posted(),
    "confirmation_taken_back": posted(),
    "lists": only("professional"),  # Who coordinates.
    "list_columns": posted(),
    "list_import": posted(),
    "unfinished_list": only("professional"),
    "let_go": posted(),
    "let_go_ends": posted(),
    "doubles": only("professional"),
    "twin_ends": posted(),
    "enter_initiative": public(),
    "initiative": only("volunteer", words="breikransje"),
    "initiative_by_link": public(),
    "waiting_initiatives": only("professional", words="breikransje"),
    "initiative_answer": posted(),
}
