"""The purposes that come with an installation, for its administration to adapt; `nabij migrate` writes what is missing.

Terms and articles are a beginning: who is responsible looks at them first. docs/retention.md says whence they are.
"""

from typing import Any

from django.db import connections
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from nabij.trust.purposes import Ground, Purpose, Special

TOGETHER = "samen-helpen"  # Begun by who works here.
NEIGHBOURS = "buren-helpen"  # Begun by anybody else.
ONES_OWN = "eigen-verhaal"  # Begun by whom it is about.
MYSELF = "zelf-onthouden"
GROUP = "samen-doen"

USUAL: tuple[dict[str, Any], ...] = (
    {
        "key": TOGETHER,
        "sentence": _("Om samen te helpen met wat jij wilt."),
        "ground": Ground.WMO,
        "law": "Wmo 2015, artikel 2.1.2, 2.2.3 en 5.1.1",
        "special": Special.CARE,
        "keep_months": 12,
        "recipients": _("De mensen in de kring: wie hier werkt, en de buren en vrijwilligers die meelezen."),
        "people": _("Degene om wie het gaat, en wie om die persoon heen staan."),
        "data": _("Wat er gebeurde, wat is afgesproken, wie kan helpen."),
        "to_volunteers": True,
        "position": 10,
    },
    {
        "key": NEIGHBOURS,
        "sentence": _("Om elkaar als buren en vrijwilligers te helpen."),
        "ground": Ground.INTEREST,
        "law": "",
        "special": Special.CONSENT,
        "keep_months": 12,
        "recipients": _("De mensen in de kring."),
        "people": _("Degene om wie het gaat, en wie om die persoon heen staan."),
        "data": _("Wat er gebeurde, wat is afgesproken, wie kan helpen."),
        "to_volunteers": True,
        "position": 20,
    },
    {
        "key": ONES_OWN,
        "sentence": _("Om je eigen verhaal bij te houden en zelf te kiezen wie meeleest."),
        "ground": Ground.CONSENT,
        "law": "",
        "special": Special.CONSENT,
        "keep_months": 24,
        "recipients": _("Jij, en wie jij laat meelezen."),
        "people": _("Jij, en wie om jou heen staan."),
        "data": _("Wat je zelf vertelt, en wat anderen er met jou bij schrijven."),
        "position": 30,
    },
    {
        "key": MYSELF,
        "sentence": _("Om zelf niets te vergeten."),
        "ground": Ground.INTEREST,
        "law": "",
        "special": Special.NONE,
        "keep_months": 12,
        "counts_from": Purpose.CountsFrom.WRITTEN,
        "recipients": _("Alleen wie het schreef."),
        "people": _("Wie in de regel staat."),
        "data": _("Een korte aantekening voor jezelf."),
        "position": 40,
    },
    {
        "key": GROUP,
        "sentence": _("Om als groep samen iets te doen."),
        "ground": Ground.INTEREST,
        "law": "",
        "special": Special.NONE,
        "keep_months": 24,
        "recipients": _("De mensen in de groep."),
        "people": _("De mensen in de groep, en wie meedoet."),
        "data": _("Wat de groep doet en afspreekt."),
        "to_volunteers": True,
        "position": 50,
    },
    {
        "key": "wmo-onderzoek",
        "sentence": _("Om uit te zoeken welke hulp de gemeente moet regelen."),
        "ground": Ground.WMO,
        "law": "Wmo 2015, artikel 2.3.2, 5.1.1 en 5.3.4",
        "special": Special.CARE,
        "keep_months": 180,
        "counts_from": Purpose.CountsFrom.WRITTEN,
        "recipients": _("Degene om wie het gaat, en wie hier werkt en in de kring zit."),
        "people": _("Degene om wie het gaat, en wie in hetzelfde huis wonen."),
        "data": _("Wat nodig is om te weten welke hulp past."),
        "enabled": False,
        "position": 60,
    },
    {
        "key": "jeugdhulp",
        "sentence": _("Om een kind of jongere en het gezin te helpen."),
        "ground": Ground.JEUGDWET,
        "law": "Jeugdwet, artikel 7.3.8 en 7.4.4",
        "special": Special.CARE,
        "keep_months": 240,
        "recipients": _("Degene om wie het gaat, en wie hier werkt en in de kring zit."),
        "people": _("Het kind of de jongere, en het gezin."),
        "data": _("Wat nodig is voor de hulp die is afgesproken."),
        "enabled": False,
        "position": 70,
    },
    {
        "key": "schulden",
        "sentence": _("Om te helpen met schulden."),
        "ground": Ground.WGS,
        "law": "Wet gemeentelijke schuldhulpverlening, artikel 8",
        "special": Special.NONE,
        "keep_months": 60,
        "recipients": _("Degene om wie het gaat, en wie hier werkt en in de kring zit."),
        "people": _("Degene om wie het gaat, en wie in hetzelfde huis wonen."),
        "data": _("Wat nodig is om de schulden te regelen."),
        "enabled": False,
        "position": 80,
    },
    {
        "key": "wams",
        "sentence": _("Om hulp uit meer wetten op elkaar af te stemmen."),
        "ground": Ground.WAMS,
        "law": "Kamerstuk 36295",
        "special": Special.NONE,
        "keep_months": 60,
        "recipients": _("Degene om wie het gaat, wie afstemt, en wie meewerkt aan het plan."),
        "people": _("Degene om wie het gaat, en het gezin."),
        "data": _("Wat nodig is om een plan te maken en te volgen."),
        "enabled": False,
        "position": 90,
    },
)

# What was written before there were purposes gets the one it would have got.
FILL_IN = (
    """update trust_circle c set purpose_id = case
         when c.kind = 'own' then 'zelf-onthouden'
         when c.kind = 'group' then 'samen-doen'
         when exists (select 1 from trust_membership m join people_hat h on h.id = m.hat_id
                      where m.circle_id = c.id and m.person_id = c.made_by_id and h.formal) then 'samen-helpen'
         when exists (select 1 from trust_membership m
                      where m.circle_id = c.id and m.person_id = c.made_by_id and m.as_resident) then 'eigen-verhaal'
         else 'buren-helpen' end
       where c.purpose_id is null""",
    """update moments_moment m set purpose_id = c.purpose_id from trust_circle c
       where c.id = m.circle_id and m.purpose_id is null""",
)


def write_usual_purposes(*, using: str = "default") -> None:
    """Writes the usual purposes that are not there, as the owner; what administration changed stays as it is.

    Does nothing before the tables exist.
    """
    connection = connections[using]
    if not {"trust_purpose", "trust_lawinforce", "moments_moment"} <= set(connection.introspection.table_names()):
        return
    with translation.override("nl"):
        rows = [Purpose(**{name: str(said) for name, said in one.items()} | _numbers(one)) for one in USUAL]
    Purpose.objects.using(using).bulk_create(rows, ignore_conflicts=True)


def fill_in_purposes(*, using: str = "default") -> None:
    """Gives circles and moments that are older than purposes the usual one."""
    connection = connections[using]
    if "moments_moment" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for sql in FILL_IN:
            cursor.execute(sql)


def _numbers(one: dict[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in one.items() if isinstance(said, int | bool)}
