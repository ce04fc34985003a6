"""The given day, the people of the field file as a writer may see them, and short questions to ask of a reading."""

from datetime import date

from nabij.moments.oneline import Known, Offer, Reading, read

GIVEN_DAY = date(2026, 11, 18)  # A Wednesday.

FULL_NAMES = (
    "Riet Kuiper, Jan Groen, Fatima El Amrani, Marieke Bos, Sanne Visser, Yusuf Demir, Henk Schouten, Noor Arends, "
    "Kim Lansink, Ruud Tol, Hala Darwish, Samir Darwish, Lin Darwish, Adam Darwish, Emine Yilmaz, Emre Yilmaz, "
    "Gerda Blom, Piet Blom, Jayden Pinas, Bart Jonkers, Loes Hartman, Chantal Ooms, Wil Mulder, Kees Vlaar, "
    "Anneke Kuiper, Ineke Smit, Mees, Fenna, Roy Pinas, Dina Post, Cor Zwart, Bep Oud, Sandra Dekker"
)
KNOWN_AS = Known(key="vrouw27", names=("de vrouw van 27",), known_as=True)
# Everybody sees everybody here: the most names there can be to hit wrongly.
EVERYBODY = (*(Known(key=name.split()[0].lower(), names=(name,)) for name in FULL_NAMES.split(", ")), KNOWN_AS)
# Of three hundred more, as many as a worker of a town can come to know.
MANY = (*EVERYBODY, *(Known(key=n, names=(f"Persoon{n} van der Achternaam{n}",)) for n in range(300)))
TWO_HUNDRED = (
    "@Riet naar de Koemarkt gelopen met kim en mw. de Jong, mist haar zus #eenzaam. heb chantal gemaild, lift zou "
    "uiterlijk 3 december gemaakt zijn. wie kan zaterdag mee? !vrijdag Ineke bellen om 14.30"
)
BY_KEY = {known.key: known for known in EVERYBODY}


def understand(text: str, by: str = "marieke", *, today: date = GIVEN_DAY) -> Reading:
    return read(text, today=today, people=EVERYBODY, by=BY_KEY[by])


def was_set(reading: Reading) -> list[tuple[str, bool | None]]:
    """Whom a sign set: key, or the name as it was written; and whether they were there."""
    return [(str(m.keys[0]) if m.keys else m.name, m.there) for m in reading.mentions]


def themes(reading: Reading) -> list[str]:
    return [theme.name for theme in reading.themes]


def come_backs(reading: Reading) -> list[tuple[list[date], str]]:
    return [(list(c.days), c.action) for c in reading.come_backs]


def offers(reading: Reading, *kinds: str) -> list[Offer]:
    return [offer for offer in reading.offers if offer.kind in kinds]


def people_offered(reading: Reading) -> list[str]:
    """Keys of the known, names as written of the unknown, `a|b` where it must be asked which."""
    return ["|".join(map(str, o.keys)) or o.name for o in offers(reading, "person")]


def days_offered(reading: Reading) -> list[tuple[date, str]]:
    """Day and action of what is offered to come back to: the writer's own."""
    return [(o.days[0], o.action) for o in offers(reading, "come_back")]


def promises_offered(reading: Reading) -> list[tuple[date, str]]:
    """Day and whose promise it would be."""
    return [(o.days[0], str(o.whose.key or o.whose.name)) for o in offers(reading, "promise") if o.whose]


def offers_nothing(reading: Reading) -> bool:
    return not (reading.mentions or reading.themes or reading.come_backs or reading.offers or reading.problems)
