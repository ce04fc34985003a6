"""Doubles among 20,000 invented listings, 1,000 of them planted: `python -m bench.doubles`.

Found, falsely proposed and seconds, of one run, without a database; the same invention every time. The listings are
made to be hard: offers of one house share its telephone, address and website and have names that are alike (Yoga op
maandag, Yoga op dinsdag), and chains have one name in many houses. A planted double is written as somebody else would:
one to four things about it differ, and what is left may be too little to know it by.
"""

import random
import time
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings

from nabij.directory.doubles.cards import Card, card, placed
from nabij.directory.doubles.likeness import likenesses

SEED = 6
WHAT = (
    "Taalcafé,Inloopspreekuur,Eettafel,Koffieochtend,Maatjesproject,Schuldhulpmaatje,Wandelgroep,Yoga,Huiswerkhulp,"
    "Formulierenbrigade,Repair Café,Naaiatelier,Voedselbank,Weggeefwinkel,Mantelzorgsalon,Rouwgroep,Computerles,"
    "Zwemles,Moestuin,Buurtbus,Klussendienst,Opvoedspreekuur,Vrouwengroep,Mannenkookclub,Zangkoor,Bingo,Kledingruil,"
    "Juridisch loket,Sociaal raadslieden,Thuisadministratie,Luisterend oor,Dagbesteding,Jeugdhonk,Peuterspeelgroep"
).split(",")
MORE = (
    "voor ouderen,voor vrouwen,voor jongeren,op maandag,op dinsdag,op donderdag,in de ochtend,in de avond,"
    "voor beginners,voor gevorderden,groep 1,groep 2,met lunch,aan huis,"
    "in het Arabisch,in het Turks,voor mannen,voor gezinnen"
).split(",")
HOUSES = "Huis van de Wijk,Buurthuis,Stichting,Wijkcentrum,Vereniging,Ontmoetingscentrum,Bibliotheek,Dorpshuis".split(
    ","
)
NAMES = (
    "De Brug,De Where,Het Anker,De Linde,Samen Sterk,De Pionier,Oosterpoort,De Kern,Wijkwinkel,De Tol,Meerpaal,De Boei,"
    "Zonnehof,De Hoeksteen,Ons Huis,De Schakel,Kruispunt,De Waaier,Triangel,De Ruimte,Vuurtoren,De Molen,Sluiswacht"
).split(",")
PARTS = "Noord,Zuid,Oost,West,Centrum,Overwhere,Gors,Wheermolen,Weidevenne,Purmer,Kogerveld,Rosmolen".split(",")
STREETS = (
    "Kerkstraat,Burgemeester de Vlugtlaan,Dorpsweg,Professor Lorentzlaan,Kanaalkade,Marktplein,"
    "Tweede Hugo de Grootstraat,Wilhelminasingel,"
    "Dijkgraafstraat,Populierenlaan,Schoolplein,Molenweg,Sluisgracht,Karperstraat,Ambachtstraat"
).split(",")
TOWNS = "Purmerend,Zaandam,Amsterdam,Hoorn,Edam".split(",")


@dataclass(frozen=True)
class Written:
    """A listing as somebody wrote it down."""

    name: str
    organization: str
    address: str
    code: str
    city: str
    phone: str
    web: str
    mail: str


def main() -> None:
    print("| listings | planted | found | falsely proposed | seconds |\n|---|---|---|---|---|")
    for listings, planted in ((5_000, 250), (10_000, 500), (20_000, 1_000)):
        cards, pairs = invented(listings, planted)
        begun = time.process_time()
        proposed = {tuple(sorted(key.int for key in one.pair)) for one in likenesses(cards)}
        took = time.process_time() - begun
        found, false = len(proposed & pairs), len(proposed - pairs)
        print(f"| {listings:,} | {planted:,} | {found:,} | {false:,} | {took:.1f} |")


def invented(listings: int, planted: int) -> tuple[list[Card], set[tuple[int, ...]]]:
    """So many listings, and which of them are the same: their places in the list."""
    rng = random.Random(SEED)
    written = town(rng, listings - planted)
    pairs: set[tuple[int, ...]] = {
        (at, len(written) + n) for n, at in enumerate(rng.sample(range(len(written)), planted))
    }
    written += [again(written[at], rng) for at, _double in sorted(pairs, key=lambda pair: pair[1])]
    return [compared(at, one) for at, one in enumerate(written)], pairs


def compared(at: int, one: Written) -> Card:
    place = placed(address=one.address, code=one.code, city=one.city)
    return card(
        id=UUID(int=at),
        name=one.name,
        organization=one.organization,
        places=[place],
        phones=[one.phone],
        webs=[one.web],
        mails=[one.mail],
    )


def town(rng: random.Random, most: int) -> list[Written]:
    """Houses with what they offer: all of one house share where and how it is reached."""
    found, taken = list[Written](), set[tuple[str, str]]()
    while len(found) < most:
        part, city = rng.choice(PARTS), rng.choice(TOWNS)
        house = f"{rng.choice(HOUSES)} {rng.choice(NAMES)} {rng.choice((part, part, ''))}".strip()
        number = f"0{rng.randint(10, 79)}{rng.randint(1_000_000, 9_999_999)}"
        host = f"{house.lower().replace(' ', '')}{rng.randint(1, 999)}.nl"
        address = f"{rng.choice(STREETS)} {rng.randint(1, 400)}"
        code = f"{rng.randint(1000, 1999)} {''.join(rng.choices('ABCDEFGHJKLMNPRSTVWXZ', k=2))}"
        for _offer in range(rng.choice((1, 1, 2, 3, 5, 8, 15, 40))):
            name = " ".join(filter(None, (rng.choice(WHAT), rng.choice((*MORE, "", "", rng.choice(PARTS))))))
            if (host, name) in taken or len(found) == most:
                continue
            taken.add((host, name))
            own = f"06{rng.randint(10_000_000, 99_999_999)}"
            found.append(
                Written(
                    name,
                    house if rng.random() < 0.9 else "",
                    address if rng.random() < 0.85 else "",
                    code if rng.random() < 0.8 else "",
                    city,
                    rng.choice((number, number, number, own, "")),
                    rng.choice((f"https://www.{host}", f"https://www.{host}/{name.split()[0].lower()}", "")),
                    rng.choice((f"info@{host}", f"{name.split()[0].lower()}@{host}", "")),
                )
            )
    return found


def again(one: Written, rng: random.Random) -> Written:
    """The same listing as somebody else writes it: one to four things differ."""
    for change in rng.sample(CHANGES, rng.randint(1, 4)):
        one = change(one, rng)
    return one


def slip(one: Written, rng: random.Random) -> Written:
    at = rng.randrange(1, max(2, len(one.name) - 1))
    wrong = rng.choice(
        (
            one.name[:at] + one.name[at + 1 :],
            one.name[:at] + one.name[at] * 2 + one.name[at + 1 :],
            one.name[: at - 1] + one.name[at : at + 1] + one.name[at - 1] + one.name[at + 1 :],
            one.name[:at] + rng.choice("aeiounrst") + one.name[at + 1 :],
        )
    )
    return replace(one, name=wrong)


def other_spelling(one: Written, rng: random.Random) -> Written:
    pairs = (("café", "cafe"), ("c", "k"), ("ij", "y"), ("project", "projekt"), ("sociaal", "soc."), ("-", " "))
    there = [pair for pair in pairs if pair[0] in one.name] or [("", "")]
    old, new = rng.choice(there)
    return replace(one, name=one.name.replace(old, new, 1) if old else one.name.upper())


def cut_otherwise(one: Written, rng: random.Random) -> Written:
    for part in ("café", "groep", "hulp", "project", "spreekuur", "tafel", "les"):
        if part in one.name and f" {part}" not in one.name:
            return replace(one, name=one.name.replace(part, rng.choice((" ", "-")) + part, 1))
    return replace(one, name=one.name.replace(" ", "-", 1))


def with_who(one: Written, rng: random.Random) -> Written:
    around = rng.choice((one.organization, one.city, f"Stichting {one.organization}" if one.organization else one.city))
    return replace(one, name=rng.choice((f"{one.name} {around}", f"{around} - {one.name}")))


def other_phone(one: Written, rng: random.Random) -> Written:
    said = one.phone
    forms = (
        f"+31 (0){said[1:]}",
        f"{said[:3]}-{said[3:6]} {said[6:8]} {said[8:]}",
        f"0031{said[1:]}",
        "",
        "0299 400 300",
    )
    return replace(one, phone=rng.choice(forms) if said else "")


def other_address(one: Written, rng: random.Random) -> Written:
    short = one.address.replace("straat", "str.").replace("laan", "ln").replace("Burgemeester", "Burg.")
    forms = (short, f"{one.address}a", f"{one.address} hs", "", one.address.replace("Tweede", "2e"))
    return replace(one, address=rng.choice(forms), code=rng.choice((one.code, one.code.replace(" ", "").lower(), "")))


def other_web(one: Written, rng: random.Random) -> Written:
    bare = one.web.replace("https://www.", "")
    return replace(one, web=rng.choice((bare, f"http://{bare}/", "", f"www.{bare.split('/')[0]}")) if bare else "")


def other_mail(one: Written, rng: random.Random) -> Written:
    return replace(one, mail=rng.choice((one.mail.upper(), "", one.mail)))


def other_house(one: Written, rng: random.Random) -> Written:
    return replace(
        one, organization=rng.choice(("", one.organization.replace("Stichting ", ""), one.organization.lower()))
    )


CHANGES = (
    slip,
    other_spelling,
    cut_otherwise,
    with_who,
    other_phone,
    other_address,
    other_web,
    other_mail,
    other_house,
)

if __name__ == "__main__":
    settings.configure(USE_I18N=False)
    main()
