"""What somebody's own copy says beside each thing: who said it, why it is kept, on what ground and for how long."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from nabij.base.privacy import Keep

Said = str | Lazy

SAID_BY_ME: Said = _("Jij zelf, of wie je kende voordat je hier zelf kwam.")
SAID_IN_STORY: Said = _("De mensen die in jouw verhaal meelezen, en jij zelf.")
SAID_BY_HOUSE: Said = _("Nabij zelf, op het moment dat het gebeurde.")
FOR_HELP: Said = _("Om samen met jou iets op te lossen.")
TO_REACH: Said = _("Om elkaar te kennen en te bereiken.")
TO_ACCOUNT: Said = _("Om te laten zien wie keek en wat er veranderde.")
TASK: Said = _("Een taak van algemeen belang (AVG artikel 6, lid 1, onder e), of je toestemming (onder a).")
OWN_WISH: Said = _("Je eigen keuze (AVG artikel 6, lid 1, onder a): je zet het er zelf op en haalt het er zelf af.")
DUTY: Said = _("Een plicht in de wet (AVG artikel 5, lid 2, en artikel 15 tot en met 22).")

KEPT: dict[Keep, Said] = {
    Keep.LISTING: _("Zolang het op de sociale kaart staat."),
    Keep.PERSON: _("Zolang je hier bekend bent."),
    Keep.ACCOUNT: _("Zolang je hier kunt inloggen."),
    Keep.STORY: _("Zolang je verhaal loopt, en daarna zo lang als bij het doel staat."),
    Keep.LOG: _("Vijf jaar."),
    Keep.YEAR: _("Een jaar nadat het voorbij is."),
    Keep.MONTHS: _("Zes maanden na het laatste moment."),
    Keep.SHORT: _("Dertig dagen."),
}
