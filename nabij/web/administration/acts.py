"""What administrators did, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "appoint": _("wees een beheerder aan"),
    "dismiss": _("liet iemand stoppen als beheerder"),
    "grant_hat": _("gaf een pet"),
    "see_proof": _("zag een bewijs"),
    "take_off_hat": _("zette een pet af"),
    "require_proof": _("zei wat een pet nodig heeft"),
    "stop_requiring": _("zei wat een pet niet meer nodig heeft"),
    "invite": _("nodigde iemand uit"),
    "switch_off": _("zette een account stil"),
    "switch_on": _("liet een account weer werken"),
    "change_mail": _("veranderde een mailadres"),
    "begin_group": _("zette een groep erbij"),
    "open_place": _("zette een plek erbij"),
    "put_on_duty": _("zette een dienst erbij"),
    "drop_duty": _("haalde een dienst weg"),
    "say_setting": _("veranderde een instelling"),
    "note_review": _("keek na wie wat mag"),
    "export_rights": _("haalde het overzicht van rechten op"),
}


def sentence(what: str) -> str | Promise:
    return WORDS.get(what, what)
