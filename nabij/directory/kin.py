"""Words of the field that mean the same, so that whoever types one finds what says the other.

A short list by hand that anybody can read and mend; what is no name of something is left to the likeness of meaning.
Sources: the words of the field, and what municipalities call it themselves (the UPL of the Dutch government).
"""

WEIGHT = 0.5  # Of what was typed itself: 1.
SAME: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in """
opvoeding opvoeden opvoedvragen opvoedspreekuur
geldzorgen schulden schuld geldproblemen betalingsachterstand
schuldhulp schuldhulpverlening schuldsanering budgetbeheer budgetcoach
wijkteam buurtteam sociaalteam dorpsteam gebiedsteam
wijkverpleging thuiszorg wijkzuster wijkverpleegkundige
bijstand bijstandsuitkering uitkering
voedselbank voedselpakket voedselpakketten
mantelzorg mantelzorger mantelzorgers
respijt respijtzorg logeerzorg
dagbesteding dagopvang dagcentrum
maatje maatjes buddy
taalles taalcursus taalcafe inburgering taalmaatje
huiswerkbegeleiding huiswerkhulp huiswerkklas bijles
rouw rouwverwerking rouwcafe rouwgroep
eenzaam eenzaamheid
huiselijk mishandeling geweld
buurtbemiddeling burenruzie burenoverlast
rijbewijs vervoer rit ritten
traplift woningaanpassing wmo
huishoudelijke huishouding schoonmaakhulp
rechtswinkel rechtshulp raadsman raadsvrouw rechtsbijstand
toeslag toeslagen huurtoeslag zorgtoeslag
kringloop kringloopwinkel weggeefwinkel tweedehands
repaircafe repareercafe reparatie repareren
fietsenmaker fietswerkplaats fietsreparatie
buurthuis wijkcentrum dorpshuis huiskamer ontmoetingscentrum
jeugdzorg jeugdhulp jeugdverpleegkundige consultatiebureau
kinderopvang opvang oppas
bewegen gymnastiek sporten
gehandicapt gehandicapten beperking
vluchteling vluchtelingen statushouder statushouders nieuwkomer nieuwkomers
laaggeletterd laaggeletterdheid analfabeet
verslaving verslaafd gokken
""".strip().splitlines()
)


def also(word: str) -> list[str]:
    """The words that mean the same as this one, by name."""
    return sorted({other for group in SAME if word in group for other in group} - {word})
