"""Whether what somebody wrote can wait: one list for a line and for a question.

What is plain puts duty and 112 first where help is sought; in a line, and when it is only likely, it is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WHO = r"(me|mij|ons|mijn (kind|kinderen|zoon|dochter))"
HURT = r"(geslagen|geschopt|gewurgd|mishandeld|bedreigd|gestalkt|opgesloten|verkracht|aangerand)"
FROM_PEOPLE = (
    rf"\b(slaat|sloeg|schopt|wurgt|knijpt|bedreigt|bedreigde|mishandelt) {WHO}\b",
    rf"\b(ik|wij|we) (word|worden|ben|werd|werden) ([\w ]{{0,24}} )?{HURT}",
    rf"\b(heeft|heb|hebben|had) {WHO} ([\w ]{{0,24}} )?{HURT}",
    r"\b(doet|deed) (me|mij|ons) pijn|\bdwingt (me|mij)\b",
    r"\bbang (voor|van) (hem|haar|mijn (man|vrouw|ex|vriend|zoon|dochter|vader|broer|partner))\b",
    # Threatened with a bill or an eviction is bad, and no danger.
    r"\b(be)?dreig(t|en|de|ing)\b (met|me|mij|ons|om (me|mij|ons)|iets|wat)\b"
    r"(?!.*(straat|huis|eruit|ontruim|afsluit|af te sluiten|ontslag|boete|beslag|korten|rechter|deurwaarder|incasso))",
    r"\b(mes|wapen|pistool)\b.*\b(heeft|had|pakte|zwaait)|\b(heeft|pakte|zwaait met) een (mes|wapen|pistool)",
    r"\bvoor de deur\b.*\bbang\b|\bbang\b.*\bvoor de deur\b",
    r"\b(durf|kan) niet naar huis\b",
)
GONE = (
    r"\bzonder jas\b",
    r"\bweggelopen\b|\bvermist\b|\bspoorloos\b",
    r"\bis (al .{1,14})?weg\b.*\b(uur|uren|minuten|vannacht)\b|\bis al .{1,14}\b(uur|uren|minuten) weg\b",
)
THINGS = (
    r"\b(kat|poes|hond|konijn|vogel|parkiet|fiets|telefoon|mobiel|bril|sleutels?|tas|pas|portemonnee|pinpas|auto)\b"
)
LIFE = (
    r"\b(wil|hoef) niet (meer|langer) (verder )?leven|\bwil (ik )?dood\b|\bdood wil|zelfmoord|su[iï]cid"
    r"|einde aan maken|\b(er|hier) niet meer (te )?zijn\b",
)
LIFE_PERHAPS = (r"hoeft (van|voor) mij (allemaal )?niet meer|zie het niet meer zitten|geen zin meer in het leven",)
BODY = (
    r"\bbewusteloos\b|ademt niet|geen (lucht|adem)\b|pijn op de borst|beroerte|hartaanval|\bligt op de grond\b",
    r"\bgevallen\b.*\b(opstaan|overeind|omhoog|bewegen|bloedt?)\b",
    r"\bin brand\b|\bbrand in\b|gaslucht|gas ruik|ruik gas",
    r"\b(sta|staan|slaap|slapen) (vanavond|vannacht|nu) (op straat|buiten)",
)
CANNOT_WAIT = (
    # Who looks forward to something cannot wait either.
    r"(?<!\bik )\bkan (echt |nu |dus )?niet (langer |meer )?(wachten|blijven liggen)\b(?! (om|op|tot)\b)",
    r"\bgeen uitstel\b|\b(is|met|heeft) (grote )?spoed\b|\ber is haast\b|\bbel(t|de)? (nu )?112\b|\b112 (ge)?bel",
)
PERHAPS = (
    r"(?<!niet )(?<!niet meer )\bbang\b(?! (dat|om|voor|in het donker)\b)|\bgeslagen\b|mishandel|niet veilig|onveilig"
    r"|geweld\b|\bgevaar\b|agressief|\bhuilend\b|(?<!geen )\bpaniek\b|doodsbang"
    r"|\bbedreig\w*|\bslaat (haar|hem|de kinderen)\b"
    r"|dreigt\b(?!.*(straat|huis|afsluit|af te sluiten|ontslag|boete|school))",
    r"\bmet (een|het|zijn|haar) (mes|wapen|pistool|bijl|hamer)\b",
)


@dataclass(frozen=True)
class Danger:
    """What was heard of danger: now, from people, somebody gone, perhaps, or to one's own life."""

    now: bool = False
    from_people: bool = False
    gone: bool = False
    perhaps: bool = False
    life: bool = False


def hear(low: str) -> Danger:
    """What was written, in small letters, says of danger."""
    from_people, life = said(FROM_PEOPLE, low), said(LIFE, low)
    gone = said(GONE, low) and not re.search(THINGS, low)
    perhaps_life = said(LIFE_PERHAPS, low)
    return Danger(
        now=from_people or life or gone or said(BODY, low) or said(CANNOT_WAIT, low),
        from_people=from_people,
        gone=gone,
        perhaps=perhaps_life or said(PERHAPS, low),
        life=life or perhaps_life,
    )


def said(patterns: tuple[str, ...], low: str) -> bool:
    return any(re.search(pattern, low) for pattern in patterns)


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text the words stand by which it may not be able to wait."""
    gone = () if re.search(THINGS, text, re.IGNORECASE) else GONE
    for pattern in (*FROM_PEOPLE, *LIFE, *LIFE_PERHAPS, *BODY, *CANNOT_WAIT, *PERHAPS, *gone):
        if match := re.search(pattern, text, re.IGNORECASE):
            yield match.span()
