"""The thirty asks of the field (A01 to A30): who asks, which five offers, who comes first and what is said.

Data. `says` are words that stand among the reasons of the first (of each, where more
share the first place); `remarks` what stands beside somebody; `before` what
is said of the ask itself. What whoever asks knows of somebody stands in `knows`, and nothing of a story of another.
"""

from dataclasses import dataclass, field
from uuid import uuid5

from nabij.bridge.fit import Bond, Helped, Known, Speaker, Spot, Trait, Wanted
from nabij.bridge.fit_words import slots_in, wish_of
from nabij.bridge.matching import hear
from tests.bridge.pool import OURS, PLACES, TODAY, key, slots


@dataclass(frozen=True)
class Asks:
    """Somebody who asks, as they say it of themselves."""

    name: str
    where: str
    speaks: str = "nl"
    traits: tuple[tuple[str, str], ...] = ()

    @property
    def spot(self) -> Spot:
        return PLACES[self.where]


WHO = {
    one.name: one
    for one in (
        Asks("Riet", "de straat ernaast", traits=(("lived", "weduwe sinds 2024"),)),
        Asks("Hala", "Kwelderhof", "ar en", (("lived", "gevlucht uit Homs"),)),
        Asks("Jayden", "Dwarsgouw", "nl srn en"),
        Asks("Kim", "Kwelderhof", traits=(("lived", "weet wat schulden zijn"),)),
        Asks("Sultan", "Overwhere", "tr"),
        Asks("Gerda", "Kwelderhof", traits=(("lived", "mantelzorg voor een man met dementie"),)),
        Asks(
            "Dina", "Wheermolen-West", traits=(("lived", "verloor in mei haar man"), ("can", "20 jaar in een kantine"))
        ),
        Asks("Fatima", "Dwarsgouw", "nl ar ber fr"),
        Asks("meneer Bakker", "Wheermolen-West"),
        Asks("een zoon", "Overwhere"),
        Asks("Bep", "Wheermolen-West"),
        Asks("Amir", "Overwhere", "fa en"),
        Asks("Cor", "Wheermolen-West"),
        Asks("Selam", "Kwelderhof", "ti", (("lived", "nieuwkomer, dit jaar aangekomen"),)),
        Asks("Lotte", "de straat ernaast", "nl en"),
        Asks("Ans", "Gors-Zuid", "nl de"),
        Asks("Samir", "Kwelderhof", "ar nl", (("knows", "was elektricien"),)),
        Asks("Jan", "de straat ernaast", traits=(("lived", "weduwnaar"),)),
        Asks("Ruud", "Kwelderhof"),
        Asks("een nieuw gezin", "Weidevenne", "en"),
        Asks("Anneke", "Hoorn"),
    )
}


@dataclass(frozen=True)
class Situation:
    """One ask of the field."""

    number: str
    line: str
    by: str
    offers: str
    first: str
    says: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    before: str = ""
    when: str = ""
    knows: dict[str, Bond | Helped] = field(default_factory=dict)
    named: str = ""
    rather_not: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    vog_for: frozenset[str] = frozenset()
    out: str = ""  # Who is left out by a rule of the law.
    last: str = ""

    @property
    def wanted(self) -> Wanted:
        who = WHO[self.by]
        return Wanted(
            ask=uuid5(OURS, self.number),
            line=self.line,
            heard=hear(self.line),
            wish=wish_of(self.line),
            about=key(who.name.lower()),
            asked_by=key(who.name.lower()),
            name=who.name,
            today=TODAY,
            week=slots(self.when) or slots_in(self.line),
            languages=tuple(who.speaks.split()),
            traits=tuple(Trait(*one) for one in who.traits),
            spot=who.spot,
            vog_for=self.vog_for,
        )

    @property
    def known(self) -> Known:
        return Known(
            by=key(self.by.lower()),
            named=frozenset(key(name) for name in self.named.split()),
            bonds={key(name): one for name, one in self.knows.items() if isinstance(one, Bond)},
            helped={key(name.removesuffix("+")): one for name, one in self.knows.items() if isinstance(one, Helped)},
            rather_not=frozenset(key(name) for name in self.rather_not.split()),
            speakers=tuple(Speaker(key(name.lower()), name, tuple(codes.split())) for name, codes in self.speakers),
        )


FATIMA = (("Fatima", "nl ar ber fr"),)
DAYTIME = "weekdays-morning weekdays-afternoon sat-morning sat-afternoon"

THIRTY = (
    Situation(
        "A01", "Lamp ophangen", "Riet", "O22 O02 O01 O05 O15", first="O22",
        says=("Kent het vak: elektricien", "Woont om de hoek", "nog niet gevraagd"),
        remarks=(
            ("O01", "Zit deze maand vol."),
            ("O22", "Spreekt nog weinig Nederlands. Fatima kan mee."),
        ),
        knows={"henk": Helped(times=2)}, speakers=FATIMA,
    ),
    Situation(
        "A02", "Dinsdag meelopen naar de Koemarkt", "Riet", "O04 O24 O03 O17 O15", first="O04",
        says=("Jan is zelf genoemd", "Woont om de hoek", "Kan op dinsdag"),
        remarks=(("O24", "ongeveer drie kilometer"), ("O03", "Bijna vol")), named="jan",
    ),
    Situation(
        "A03", "Nederlands oefenen, liefst een vrouw", "Hala", "O09 O03 O12 O11 O18", first="O09",
        says=("Jullie kennen elkaar: oefent op woensdag Nederlands met mij", "Is een vrouw"),
        remarks=(("O11", "Is een man. Gevraagd is liever een vrouw."), ("O12", "Kan weer vanaf 4 januari")),
        knows={"kim": Bond("oefent op woensdag Nederlands met mij", close=True, helps_now=True)},
    ),
    Situation(
        "A04", "Lekke band, maandag werk", "Jayden", "O22 O02 O01 O15 O17", first="O22",
        says=("Kan op zaterdagmiddag",), remarks=(("O02", "Je vroeg liever iemand anders. Dat zie alleen jij."),),
        when="sat-afternoon", rather_not="ruud", last="O02",
    ),
    Situation(
        "A05", "Brief van de belasting uitleggen, ’s avonds", "Kim", "O13 O14 O18 O05 O09", first="O13",
        says=("training", "Kan op dinsdagavond"),
        remarks=(("O13", "De VOG loopt af op 1 december."), ("O14", "Gaf op: zaterdag.")),
        when="weekdays-evening", out="O09",
    ),
    Situation(
        "A06", "Vrijdag mee naar ziekenhuis, Turks", "Sultan", "O14 O06 O15 O03 O20", first="O14",
        says=("Spreekt Turks", "nog niet gevraagd"),
        remarks=(("O14", "Gaf op: zaterdag. Vraag of vrijdag ook kan."), ("O06", "Zit deze maand vol.")),
        before="een officiële tolk",
    ),
    Situation(
        "A07", "Oppas zaterdagavond", "Kim", "O08 O16 O20 O05 O10", first="O08",
        says=("past op Mees", "Woont om de hoek"),
        remarks=(
            ("O08", "Vraag of zaterdagavond ook kan"),
            ("O08", "Nog geen VOG. Tussen buren beslis je dat zelf."),
            ("O20", "De VOG is verlopen"),
        ),
        knows={"hala": Bond("past op Mees", close=True)},
    ),
    Situation(
        "A08", "Gezin waar mijn zoon mag zijn", "Kim", "O16 O08 O20 O12 O05", first="O16",
        says=("Kan op woensdagmiddag",), remarks=(("O16", "kilometer. Wie brengt of haalt?"),),
        before="vraagt deze buurt een VOG", vog_for=frozenset({"family"}), out="O08 O20 O05",
    ),
    Situation(
        "A09", "Kaarten met Piet, kan ik weg", "Gerda", "O04 O19 O17 O12 O05", first="O04",
        says=("neemt Piet mee met de hond",), remarks=(("O19", "ik hoor slecht, liever geen trap"),),
        knows={"jan": Bond("neemt Piet mee met de hond", close=True), "jan+": Helped(times=2)},
    ),
    Situation(
        "A10", "Praten met wie het ook meemaakte", "Dina", "O23 O04 O25 O19 O03", first="O23",
        says=("Maakte het zelf mee: verloor haar man", "training"),
        remarks=(("O04", "Geen training, wel ervaring."), ("O25", "Geen training, wel ervaring.")),
    ),
    Situation(
        "A11", "DigiD op de tablet", "Riet", "O05 O18 O13 O09 O11", first="O05",
        says=("komt zaterdag toch al",), remarks=(("O18", "Gaf op: maandagavond."),),
        before="Geef nooit je wachtwoord", when=DAYTIME, knows={"jayden": Bond("komt zaterdag toch al")},
    ),
    Situation(
        "A12", "Leren breien", "Fatima", "O25 O10 O21 O12 O07", first="O25",
        says=("leert mij breien",), knows={"riet": Bond("leert mij breien", helps_now=True)},
    ),
    Situation(
        "A13", "Drie keer per week naar dialyse", "meneer Bakker", "O15 O01 O13 O17 O04", first="O15",
        remarks=(("O15", "Vraag of"),), before="te veel voor één vrijwilliger. Kijk eerst op de sociale kaart",
        when="mon-morning wed-morning fri-morning",
    ),
    Situation("A14", "Pillen uitzetten voor moeder", "een zoon", "O03 O06 O10 O12 O25", first=""),
    Situation(
        "A15", "Mee naar gesprek bij de gemeente", "Kim", "O13 O03 O14 O19 O04", first="O13",
        says=("Hielp al eerder: “het ging goed, hij kent mijn papieren”",),
        remarks=(("O13", "Gaf op: dinsdagavond."),), when="weekdays-morning weekdays-afternoon",
        knows={"theo": Helped(words="het ging goed, hij kent mijn papieren")},
    ),
    Situation(
        "A16", "Tuin winterklaar", "Bep", "O02 O05 O22 O17 O01", first="O02",
        says=("tuin", "woensdag en zondag in de middag", "meter"), remarks=(("O01", "Zit deze maand vol."),),
    ),
    Situation(
        "A17", "Sportmaatje, Engels", "Amir", "O11 O17 O05 O24 O04", first="O11",
        says=("Spreekt Engels", "woensdagavond"), remarks=(("O24", "vooral vrouwen"),),
    ),
    Situation(
        "A18", "Niet meer alleen eten", "Cor", "O07 O08 O04 O25 O17", first="O07", says=("donderdag", "samen eten"),
    ),
    Situation(
        "A19", "Iemand die Tigrinya spreekt", "Selam", "O11 O08 O03 O18 O12", first="O08",
        says=("Maakte het zelf mee: gevlucht",),
        remarks=(("O08", "Spreekt geen Tigrinya."), ("O11", "Spreekt geen Tigrinya.")),
        before="Niemand op deze lijst spreekt Tigrinya.",
    ),
    Situation(
        "A20", "Schaakmaat voor opa", "Lotte", "O19 O04 O11 O12 O17", first="O19",
        says=("spel", "middag"), remarks=(("O19", "ik hoor slecht"),),
    ),
    Situation(
        "A21", "Zaterdag kast tillen, twee mensen", "Ans", "O05 O22 O02 O15 O01", first="O05 O22",
        says=("Kan op zaterdag",), before="meer dan één mens",
    ),
    Situation(
        "A22", "Winterjas maat 128", "Hala", "O09 O16 O21 O08 O20", first="O09", says=("spullen en kleding",),
        knows={"kim": Bond("zit woensdag bij mij", close=True, helps_now=True)}, out="O08",
    ),
    Situation(
        "A23", "Vertellen over werk als elektricien", "Samir", "O01 O18 O13 O12 O02", first="O01",
        says=("Kent het vak: installatietechniek",), remarks=(("O01", "Dit is een gesprek en geen klus: vragen mag."),),
    ),
    Situation(
        "A24", "’s Nachts iemand bellen", "Dina", "O23 O04 O19 O25 O03", first="O23 O04 O19 O25 O03",
        before="Kijk eerst op de sociale kaart; overdag kan het wel. Ben je in gevaar? Bel 112.",
    ),
    Situation(
        "A25", "Hond, twee weken", "Jan", "O25 O05 O02 O15 O20", first="O25", says=("boodschappen en dieren",),
        remarks=(("O25", "korte rondjes"),),
    ),
    Situation(
        "A26", "Geldmaatje zonder oordeel, niet uit mijn flat", "Ruud", "O13 O14 O19 O23 O09", first="O13",
        says=("training", "Woont in een andere buurt, zoals gevraagd."),
        remarks=(("O09", "Woont zelf in Wheermolen-Oost."),), when="weekdays-evening", last="O09",
    ),
    Situation(
        "A27", "Tolk oudergesprek dinsdag", "Hala", "O03 O11 O14 O12 O18", first="O03",
        says=("Spreekt Arabisch", "Kan op dinsdag"), remarks=(("O03", "kan deze maand nog één keer"),),
        before="nooit een kind",
    ),
    Situation(
        "A28", "Buurt leren kennen, Engels", "een nieuw gezin", "O20 O03 O17 O24 O18", first="O20",
        says=("Spreekt Engels", "Woont"),
    ),
    Situation(
        "A29", "Ordners van mijn vader, weekend", "Anneke", "O14 O13 O12 O18 O09", first="O14",
        says=("Kan op zaterdag", "nog niet gevraagd"),
    ),
    Situation(
        "A30", "Ik wil iets doen, weet niet wat", "Dina", "O07 O24 O18 O21 O12", first="O07",
        says=("20 jaar in een kantine",), before="Eerst een keer meekijken",
    ),
)  # fmt: skip
