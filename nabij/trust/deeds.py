"""What somebody did, as a trace keeps it under a key, in words that go on after a name."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nabij.trust.logs import Look

DEEDS: dict[str, str | Promise] = {
    "agree_delete": _("vond ook dat een besloten notitie weg kan"),
    "agree_open": _("vond ook dat een besloten notitie open kan"),
    "agree_renew": _("vond ook dat een besloten notitie blijft"),
    "answer": _("gaf een antwoord"),
    "answer_concern": _("antwoordde op een zorg"),
    "appoint": _("wees een beheerder aan"),
    "ask": _("vroeg iets of sprak iets af"),
    "ask_keeper": _("vroeg iemand om mee te bewaren"),
    "begin_circle": _("begon een kring"),
    "begin_group": _("zette een groep erbij"),
    "break_glass": _("opende een verhaal in nood"),
    "change_mail": _("veranderde een mailadres"),
    "consent": _("gaf toestemming"),
    "count_help": _("telde wie er helpt"),
    "disagree_delete": _("vond niet dat een besloten notitie weg kan"),
    "disagree_open": _("vond niet dat een besloten notitie open kan"),
    "disagree_renew": _("vond niet dat een besloten notitie blijft"),
    "dismiss": _("liet iemand stoppen als beheerder"),
    "draw_tie": _("zette iemand op de kaart van wie er om iemand heen staan"),
    "drop_duty": _("haalde een dienst weg"),
    "end_on": _("zei tot wanneer iemand meeleest"),
    "end_tie": _("haalde iemand van de kaart van wie er om iemand heen staan"),
    "erase": _("wiste iets"),
    "export": _("nam alles mee in een bestand"),
    "export_rights": _("haalde het overzicht van rechten op"),
    "extend": _("nam meer tijd voor een antwoord"),
    "give_login": _("gaf iemand een account"),
    "grant_hat": _("gaf een pet"),
    "invite": _("nodigde iemand uit"),
    "judge_glass": _("gaf een oordeel over een noodopening"),
    "keep_handhold": _("schreef een houvast voor de buurt"),
    "keep": _("zei dat een afspraak is gelukt"),
    "keep_purpose": _("veranderde waarom iets wordt opgeschreven"),
    "keep_turn": _("zei dat een afspraak deze keer is gelukt"),
    "keep_seal": _("zei ja tegen samen bewaren"),
    "leave": _("stopte met meelezen, of liet iemand stoppen"),
    "leave_seal": _("stopte met samen bewaren"),
    "let_in": _("liet iemand meelezen"),
    "lift": _("stopte een beperking"),
    "limit": _("beperkte wie iets ziet"),
    "make_feed": _("maakte een agendalink"),
    "move_tie": _("verplaatste iemand op de kaart van wie er om iemand heen staan"),
    "not_keep": _("zei dat een afspraak niet is gelukt"),
    "not_keep_turn": _("zei dat een afspraak deze keer niet is gelukt"),
    "not_keep_seal": _("zei nee tegen samen bewaren"),
    "not_tell_glass": _("vertelde nog niet van een noodopening"),
    "note": _("schreef iets op"),
    "note_review": _("keek na wie wat mag"),
    "open_past": _("liet iemand lezen wat er eerder stond"),
    "open_place": _("zette een plek erbij"),
    "open_seal": _("opende een besloten notitie"),
    "close_story": _("sloot een verhaal af"),
    "reopen_story": _("heropende een verhaal"),
    "open_story": _("begon een verhaal"),
    "print": _("zette alles op papier"),
    "propose_delete_seal": _("stelde voor een besloten notitie te wissen"),
    "propose_open_seal": _("stelde voor een besloten notitie te openen"),
    "propose_renew_seal": _("stelde voor een besloten notitie te houden"),
    "put_beside": _("zette eigen woorden ernaast"),
    "put_on_duty": _("zette een dienst erbij"),
    "reply_granted": _("zei ja op een verzoek"),
    "reply_partly": _("zei voor een deel ja op een verzoek"),
    "reply_refused": _("zei nee op een verzoek"),
    "request": _("vroeg iets over eigen gegevens"),
    "require_proof": _("zei wat een pet nodig heeft"),
    "say_setting": _("veranderde een instelling"),
    "seal": _("schreef een besloten notitie"),
    "see_proof": _("zag een bewijs"),
    "share_concern": _("deelde een zorg"),
    "show_parents": _("liet ouders iets lezen"),
    "stop_feed": _("stopte een agendalink"),
    "stop_requiring": _("zei wat een pet niet meer nodig heeft"),
    "switch_off": _("zette een account stil"),
    "switch_on": _("liet een account weer werken"),
    "take_off_hat": _("zette een pet af"),
    "tell_glass": _("vertelde van een noodopening"),
    "withdraw": _("trok iets in"),
}


def deed(what: str) -> str | Promise:
    """Of a trace."""
    return DEEDS.get(what, what)


def did(log: type, *, what: str) -> str:
    """In either log: a look has labels of its own."""
    return Look(what=what).did if log is Look else str(deed(what))
