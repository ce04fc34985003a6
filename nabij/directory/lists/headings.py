"""What the headings of a list mean, in Dutch and in English; the guess is shown before anything is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from nabij.directory.hsds.report import Unreadable
from nabij.directory.spelling import folded, slips


@dataclass(frozen=True)
class Known:
    """A column we know: how it is called on the screen, and its names in people's lists, separated by commas."""

    label: str
    names: str
    many: bool = False

    @property
    def said(self) -> list[str]:
        return [name.strip() for name in self.names.split(",")]


COLUMNS: dict[str, Known] = {
    "id": Known(_("nummer"), "id,nummer,nr,volgnummer,code,kenmerk,identifier,number,key,service id"),
    "name": Known(
        _("naam van het aanbod"),
        "naam,name,titel,title,activiteit,activity,aanbod,dienst,service,voorziening,wat,naam activiteit,naam aanbod,"
        "naam voorziening,naam dienst,activiteitnaam,service name,activity name,listing,initiatief,naam initiatief",
    ),
    "alternate_name": Known(_("andere naam"), "andere naam,ook bekend als,afkorting,alternate name,alias,roepnaam"),
    "organization": Known(
        _("organisatie"),
        "organisatie,organisation,organization,aanbieder,instelling,instantie,stichting,vereniging,uitvoerder,provider,"
        "naam organisatie,organisatienaam,organization name,organisation name,naam instelling,door wie,agency",
    ),
    "description": Known(
        _("beschrijving"),
        "omschrijving,beschrijving,korte omschrijving,toelichting,description,summary,details,inhoud,over,"
        "korte beschrijving,samenvatting,informatie,info,about,uitleg",
    ),
    "for_whom": Known(
        _("voor wie"),
        "voor wie,doelgroep,doelgroepen,target group,eligibility,audience,for whom,bestemd voor,wie",
    ),
    "category": Known(
        _("onderwerp"),
        "categorie,categorieen,onderwerp,onderwerpen,thema,themas,rubriek,soort,type,category,categories,topic,subject,"
        "domein,leefgebied,theme,taxonomy,soort aanbod,soort hulp",
        many=True,
    ),
    "languages": Known(_("talen"), "taal,talen,language,languages,spreekt,voertaal,gesproken talen", many=True),
    "place": Known(
        _("naam van de plek"),
        "locatie,location,plek,gebouw,venue,locatienaam,naam locatie,plaats van samenkomst,accommodatie,waar,building,"
        "place,buurthuis",
    ),
    "address": Known(
        _("straat en huisnummer"),
        "adres,address,straat,street,bezoekadres,straatnaam,straat en huisnummer,adresregel,adres 1,address 1,"
        "street address,straat huisnummer",
    ),
    "number": Known(_("huisnummer"), "huisnummer,huisnr,huis nr,house number,housenumber,nummer huis"),
    "postcode": Known(_("postcode"), "postcode,postal code,zip,zipcode,zip code,pc,post code,postcode plaats"),
    "city": Known(_("plaats"), "plaats,woonplaats,stad,city,town,gemeente,dorp,municipality,vestigingsplaats"),
    "area": Known(
        _("voor wie woont in"),
        "stadsdeel,wijk,buurt,wijken,gebied,werkgebied,district,neighbourhood,neighborhood,area,service area,regio",
        many=True,
    ),
    "phone": Known(
        _("telefoon"),
        "telefoon,telefoonnummer,tel,telnr,tel nr,phone,telephone,phone number,mobiel,mobiele nummer,mobile,gsm,06,"
        "telefoon algemeen,bel,telefoonnummers",
        many=True,
    ),
    "email": Known(_("mailadres"), "email,e mail,mail,emailadres,e mailadres,mailadres,email address,e mail adres"),
    "website": Known(
        _("webadres"), "website,web,url,site,webadres,internet,homepage,link,webpagina,meer info,internetadres,www"
    ),
    "contact": Known(
        _("wie je aanspreekt"),
        "contact,contactpersoon,contact person,aanspreekpunt,naam contactpersoon,contactpersonen,contact name,bij wie",
    ),
    "hours": Known(
        _("openingstijden"),
        "openingstijden,openingsuren,tijden,wanneer,opening hours,hours,dag en tijd,dagen en tijden,tijd,dag tijd,open,"
        "tijdstip,times,schedule,when,spreekuur",
    ),
    "days": Known(_("dagen"), "dag,dagen,day,days,weekdag,weekday,openingsdagen,welke dag"),
    "opens": Known(
        _("open vanaf"),
        "van,vanaf,begintijd,starttijd,open vanaf,opent,opens,opens at,from,aanvang,begin,start,start time,tijd van",
    ),
    "closes": Known(
        _("open tot"),
        "tot,eindtijd,open tot,sluit,closes,closes at,until,to,einde,eind,end time,sluitingstijd,tijd tot",
    ),
    "monday": Known(_("tijden op maandag"), "maandag,ma,monday,mon"),
    "tuesday": Known(_("tijden op dinsdag"), "dinsdag,di,tuesday,tue"),
    "wednesday": Known(_("tijden op woensdag"), "woensdag,wo,wednesday,wed"),
    "thursday": Known(_("tijden op donderdag"), "donderdag,do,thursday,thu"),
    "friday": Known(_("tijden op vrijdag"), "vrijdag,vr,friday,fri"),
    "saturday": Known(_("tijden op zaterdag"), "zaterdag,za,saturday,sat"),
    "sunday": Known(_("tijden op zondag"), "zondag,zo,sunday,sun"),
    "cost": Known(_("wat het kost"), "kosten,prijs,cost,costs,price,fee,fees,bijdrage,eigen bijdrage,tarief,entree"),
    "min_age": Known(_("vanaf welke leeftijd"), "leeftijd vanaf,minimumleeftijd,min leeftijd,minimum age,min age"),
    "max_age": Known(_("tot welke leeftijd"), "leeftijd tot,maximumleeftijd,max leeftijd,maximum age,max age"),
    "signup": Known(
        _("zo doe je mee"),
        "aanmelden,aanmelding,hoe aanmelden,toegang,callto action,call to action,inschrijven,registration,how to apply,"
        "application process,opgeven,zo doe je mee,sign up",
    ),
    "access": Known(
        _("toegankelijkheid"), "toegankelijkheid,rolstoel,rolstoeltoegankelijk,accessibility,wheelchair,toegankelijk"
    ),
    "latitude": Known(_("breedtegraad"), "latitude,lat,breedtegraad,breedte,gps lat"),
    "longitude": Known(_("lengtegraad"), "longitude,lon,lng,long,lengtegraad,lengte,gps lon"),
    "checked": Known(
        _("laatst nagekeken"),
        "laatst gecontroleerd,gecontroleerd op,laatst nagekeken,laatst bijgewerkt,bijgewerkt,assured date,last checked,"
        "last verified,datum controle,last updated,gewijzigd op",
    ),
    "status": Known(_("gaat het door"), "status,actief,active,staat"),
}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED = ("name", "organization")  # One of these says what a row is called.
_SMALL = {"de", "het", "een", "van", "der", "den", "the", "of", "a", "an", "verplicht", "optioneel", "required"}


@lru_cache(maxsize=2_000)
def meaning(heading: str) -> str:
    """The column that a heading means, also with a slip of the pen; empty when we do not know it."""
    plain, names = compared(heading), _names()
    if known := literally(plain):
        return known
    if len(plain) > 6:
        near = sorted({names[name] for name in names if len(name) > 6 and slips(plain, other=name, most=1) <= 1})
        return near[0] if len(near) == 1 else ""
    return ""


def literally(plain: str) -> str:
    """The column of words as `compared` leaves them, without a slip; quick, so that every row can be asked."""
    names = _names()
    short = " ".join(word for word in plain.split() if word not in _SMALL)
    return names.get(plain) or names.get(short) or names.get(short.replace(" ", ""), "")


def compared(heading: str) -> str:
    """korteOmschrijving, "Korte omschrijving *" and korte_omschrijving are the same words."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading.strip("\ufeff \t\"'"))
    return " ".join(re.findall(r"[^\W_]+", folded(apart).replace("'", "")))


@cache
def _names() -> dict[str, str]:
    """Each name, also written as one word, with the column it means."""
    known = {name: column for column, one in COLUMNS.items() for name in one.said}
    return {name.replace(" ", ""): column for name, column in known.items()} | known


def guessed(headings: Sequence[str], *, told: Mapping[str, str]) -> dict[int, str]:
    """The column of each place of the headings; told: column -> heading, as somebody said it (`--map`).

    Of two headings that mean the same the first counts, unless several may (telephone, subject). Raises `Unreadable`
    when somebody names a column or a heading that is not there, or when nothing says what a row is called.
    """
    chosen = _told(headings, told)
    for place, heading in enumerate(headings):
        column = meaning(heading)
        if place not in chosen and column and (COLUMNS[column].many or column not in chosen.values()):
            chosen[place] = column
    refuse_nameless(headings, chosen)
    return dict(sorted(chosen.items()))


def refuse_nameless(headings: Sequence[str], chosen: Mapping[int, str]) -> None:
    if not set(NAMED) & set(chosen.values()):
        there = ", ".join(heading.strip() for heading in headings if heading.strip()) or "-"
        sentence = gettext(
            "Er is geen kolom met een naam. Deze koppen staan er: %(headings)s. Zeg welke het is: --map name=KOP."
        )
        raise Unreadable(sentence % {"headings": there})


def _told(headings: Sequence[str], told: Mapping[str, str]) -> dict[int, str]:
    places = {compared(heading): place for place, heading in reversed(list(enumerate(headings)))}
    chosen: dict[int, str] = {}
    for said, heading in told.items():
        column = said if said in COLUMNS else meaning(said)
        if not column:
            sentence = gettext("De kolom “%(name)s” kennen we niet. Dit kan: %(columns)s.")
            raise Unreadable(sentence % {"name": said, "columns": ", ".join(COLUMNS)})
        if compared(heading) not in places:
            sentence = gettext("De kop “%(name)s” staat er niet. Deze koppen staan er: %(headings)s.")
            there = ", ".join(one.strip() for one in headings if one.strip())
            raise Unreadable(sentence % {"name": heading, "headings": there})
        chosen[places[compared(heading)]] = column
    return chosen
