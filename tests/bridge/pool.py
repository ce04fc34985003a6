"""The pool of offers of the field (O01 to O25), and who asks: data, as the people would tick and write it themselves.

Times, places and loads are those of the field; a sentence is made of what it says of each.
"""

from datetime import date
from uuid import UUID, uuid5

from nabij.bridge.fit import Offered, Spot, Trait
from nabij.bridge.weeks import DAYS, PARTS, SLOTS

TODAY = date(2026, 11, 18)  # Wednesday.
OURS = UUID("0192aaaa-0000-7000-8000-000000000000")


def key(name: str) -> UUID:
    return uuid5(OURS, name)


def slots(words: str) -> tuple[str, ...]:
    """ "tue-evening, sat, mornings" as parts of a week."""
    found: set[str] = set()
    for word in words.split():
        day, _dash, part = word.partition("-")
        days = DAYS if day == "daily" else DAYS[:5] if day == "weekdays" else (day,)
        found |= {f"{one}-{other}" for one in days for other in ([part] if part else PARTS)}
    return tuple(slot for slot in SLOTS if slot in found)


PLACES = {
    "Kwelderhof": Spot(52.508, 4.970, "oost", "Wheermolen-Oost"),
    "de straat ernaast": Spot(52.508, 4.971, "oost", "Wheermolen-Oost"),
    "Wheermolen-West": Spot(52.508, 4.965, "west", "Wheermolen-West"),
    "Dwarsgouw": Spot(52.512, 4.972, "dwarsgouw", "Dwarsgouw"),
    "Overwhere": Spot(52.515, 4.950, "overwhere", "Overwhere"),
    "Overwhere-Zuid": Spot(52.511, 4.955, "overwhere-zuid", "Overwhere-Zuid"),
    "Gors-Zuid": Spot(52.502, 4.955, "gors", "Gors-Zuid"),
    "Weidevenne": Spot(52.497, 4.935, "weidevenne", "Weidevenne"),
    "Purmer-Noord": Spot(52.508, 5.000, "purmer-noord", "Purmer-Noord"),
    "Purmer-Zuid": Spot(52.487, 4.998, "purmer-zuid", "Purmer-Zuid"),
    "Hoorn": Spot(52.642, 5.060, "hoorn", "Hoorn"),
}


def offer(
    number: str,
    name: str,
    line: str,
    *,
    kinds: str,
    speaks: str = "nl",
    when: str = "",
    where: str,
    load: str,
    traits: tuple[tuple[str, str], ...] = (),
    vog: date | bool = False,
    trained: bool = False,
    again: date | None = None,
    group: bool = False,
) -> Offered:
    asked, _slash, room = load.partition("/")
    safeguards = [("vog", vog if isinstance(vog, date) else None)] * bool(vog) + [("training", None)] * trained
    return Offered(
        offer=key(number),
        person=key(name.lower()),
        name=name,
        line=line,
        kinds=tuple(kinds.split()),
        languages=tuple(speaks.split()),
        week=slots(when),
        spot=PLACES[where],
        asked=int(asked),
        room=int(room) if room else None,
        traits=tuple(Trait(*one) for one in traits),
        safeguards=tuple(safeguards),
        resting=again is not None,
        again=again,
        group=group,
    )


OFFERS = (
    offer(
        "O01",
        "Henk",
        "Kleine klussen in Wheermolen",
        kinds="chores",
        when="tue-morning thu-morning",
        where="Wheermolen-West",
        load="4/4",
        traits=(("knows", "installatietechniek, 40 jaar voorman"), ("can", "rijdt auto")),
    ),
    offer(
        "O02",
        "Ruud",
        "Fietsen maken en tuinwerk",
        kinds="chores garden",
        when="wed-afternoon sun-afternoon",
        where="Kwelderhof",
        load="0/2",
        traits=(("knows", "werkt ’s nachts bij de post"),),
    ),
    offer(
        "O03",
        "Fatima",
        "Meegaan, vertalen en samen lopen",
        kinds="interpreting walk",
        speaks="nl ar ber fr",
        when="tue-morning mon-morning thu-morning fri-morning",
        where="Dwarsgouw",
        load="3/4",
        traits=(("knows", "Vrouw, leidt Samen Wandelen"),),
    ),
    offer(
        "O04",
        "Jan",
        "De hond uitlaten, meelopen, gezelschap",
        kinds="errands walk company",
        when="daily",
        where="de straat ernaast",
        load="1/3",
        traits=(("lived", "weduwnaar sinds drie jaar"),),
    ),
    offer(
        "O05",
        "Jayden",
        "Boodschappen, tillen en helpen met een telefoon, afspraken via Noor",
        kinds="errands chores digital",
        speaks="nl srn en",
        when="sat daily-evening",
        where="Dwarsgouw",
        load="1/2",
    ),
    offer(
        "O06",
        "Emine",
        "Meegaan en vertalen",
        kinds="interpreting",
        speaks="tr nl",
        when="tue wed",
        where="Purmer-Noord",
        load="2/2",
    ),
    offer(
        "O07",
        "Wil",
        "Mee-eten en meekoken bij de eettafel, alles gelijkvloers",
        kinds="food",
        when="thu",
        where="Wheermolen-West",
        load="1/4",
        traits=(("can", "kookt voor 26 mensen"),),
    ),
    offer(
        "O08",
        "Hala",
        "Oppas en koken, ik spreek nog weinig Nederlands",
        kinds="childcare food",
        speaks="ar en nl",
        when="weekdays-morning weekdays-afternoon",
        where="Kwelderhof",
        load="1/3",
        traits=(("knows", "Moeder van twee"), ("lived", "gevlucht uit Homs, twee jaar hier")),
    ),
    offer(
        "O09",
        "Kim",
        "Brieven schrijven, naaien, kinderkleren maat 128",
        kinds="letters things pastime",
        when="daily-evening",
        where="Kwelderhof",
        load="1/1",
        traits=(("knows", "Moeder van Fenna en Mees"), ("lived", "weet wat schulden zijn")),
    ),
    offer(
        "O10",
        "Gerda",
        "Luisteren en breien",
        kinds="company pastime",
        when="mon-morning mon-afternoon thu-morning thu-afternoon",
        where="Kwelderhof",
        load="0/",
    ),
    offer(
        "O11",
        "Bilal",
        "Taalmaatje en samen sporten",
        kinds="practice sport",
        speaks="nl ar en",
        when="wed-evening",
        where="Overwhere",
        load="0/2",
        vog=True,
        traits=(("knows", "Man van 22, student"),),
    ),
    offer(
        "O12",
        "Ans",
        "Taalmaatje",
        kinds="practice",
        speaks="nl de",
        when="mon-morning wed-morning",
        where="Gors-Zuid",
        load="1/1",
        vog=True,
        again=date(2027, 1, 4),
        traits=(("knows", "Juf geweest, 35 jaar les gegeven"),),
    ),
    offer(
        "O13",
        "Theo",
        "Geldmaatje: samen post en geld ordenen",
        kinds="debts letters",
        when="tue-evening",
        where="Weidevenne",
        load="1/2",
        trained=True,
        vog=date(2026, 12, 1),
        traits=(("can", "rijdt auto"),),
    ),
    offer(
        "O14",
        "Sevda",
        "Geldmaatje, en vertalen",
        kinds="debts letters interpreting",
        speaks="tr nl",
        when="sat",
        where="Purmer-Noord",
        load="0/1",
        trained=True,
        vog=True,
    ),
    offer(
        "O15",
        "Roy",
        "Ritten met de auto",
        kinds="transport",
        speaks="nl srn",
        when="weekdays-afternoon weekdays-evening",
        where="Dwarsgouw",
        load="2/3",
    ),
    offer(
        "O16",
        "Tineke",
        "Steungezin, met kinderen van 10 en 12",
        kinds="family",
        when="wed-afternoon sat",
        where="Purmer-Zuid",
        load="0/1",
        vog=True,
    ),
    offer(
        "O17",
        "Driss",
        "Samen wandelen in de avond",
        kinds="walk",
        speaks="ar ber nl",
        when="daily-evening",
        where="Dwarsgouw",
        load="1/2",
        traits=(("knows", "Buurtvader"),),
    ),
    offer(
        "O18",
        "Lotte",
        "Hulp met computer en tablet",
        kinds="digital",
        speaks="nl en",
        when="mon-evening",
        where="de straat ernaast",
        load="2/5",
    ),
    offer(
        "O19",
        "Cor",
        "Schaken, kaarten en praten, ik hoor slecht, liever geen trap",
        kinds="pastime company",
        when="daily-afternoon",
        where="Wheermolen-West",
        load="0/2",
    ),
    offer(
        "O20",
        "Mei",
        "Piano, oppas en de buurt wijzen",
        kinds="pastime childcare company",
        speaks="zh en nl",
        when="fri",
        where="Weidevenne",
        load="0/1",
        vog=date(2026, 9, 1),
    ),
    offer(
        "O21", "Bep", "Naaien en verstellen bij mij thuis", kinds="things pastime", where="Wheermolen-West", load="0/3"
    ),
    offer(
        "O22",
        "Samir",
        "Lampen ophangen en fietsen maken, ik spreek een beetje Nederlands",
        kinds="chores",
        speaks="ar nl",
        when="daily-afternoon",
        where="Kwelderhof",
        load="0/3",
        traits=(("knows", "elektricien, zonder Nederlandse papieren"),),
    ),
    offer(
        "O23",
        "Petra",
        "Rouwmaatje",
        kinds="grief",
        when="thu",
        where="Overwhere-Zuid",
        load="0/1",
        trained=True,
        traits=(("lived", "verloor haar man"),),
    ),
    offer(
        "O24",
        "Samen Wandelen",
        "Elke week samen lopen, vooral vrouwen, ongeveer drie kilometer",
        kinds="walk",
        speaks="nl ar",
        when="tue-morning",
        where="Kwelderhof",
        load="0/",
        group=True,
    ),
    offer(
        "O25",
        "Riet",
        "Breien, op een hond passen, luisteren, met de hond alleen korte rondjes",
        kinds="pastime errands company",
        when="daily-afternoon",
        where="de straat ernaast",
        load="0/2",
        traits=(("lived", "weduwe sinds 2024"),),
    ),
)
POOL = {f"O{number:02}": one for number, one in enumerate(OFFERS, start=1)}
