"""Words of the field that mean the same, so that whoever types one finds what says the other.

A short list by hand that anybody can read and mend; what is no name of something is left to the likeness of meaning.
Sources: the words of the field, and what municipalities call it themselves (the UPL of the Dutch government: of a
name that one word tells apart, that word). Thirty official names are held against it in tests/directory.
"""

WEIGHT = 0.5  # Of what was typed itself: 1.
SAME: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in """
opvoeding opvoeden opvoedvragen opvoedspreekuur opvoedingsondersteuning
geldzorgen schulden schuld geldproblemen betalingsachterstand
schuldhulp schuldhulpverlening schuldsanering wsnp budgetbeheer budgetcoach
wijkteam buurtteam sociaalteam dorpsteam gebiedsteam
wijkverpleging thuiszorg wijkzuster wijkverpleegkundige
bijstand bijstandsuitkering uitkering bijzonderebijstandsuitkering onverwijldebijstandvoorziening ioaw inkomenstoeslag
voedselbank voedselpakket voedselpakketten
mantelzorg mantelzorger mantelzorgers mantelzorgondersteuning mantelzorgcompliment
respijt respijtzorg logeerzorg logeerhuis
dagbesteding dagopvang dagcentrum dagverzorging
maatje maatjes buddy
taalles taallessen taalcursus taalcafe inburgering inburgeringsexamen taalmaatje
huiswerkbegeleiding huiswerkhulp huiswerkklas bijles
rouw rouwverwerking rouwcafe rouwgroep
eenzaam eenzaamheid
huiselijk mishandeling geweld vrouwenopvang huisverbod
buurtbemiddeling burenruzie burenoverlast
rijbewijs vervoer rit ritten regiotaxi taxivergoeding ziekenvervoer
traplift traplopen scootmobiel woningaanpassing wmo
huishoudelijke huishouding schoonmaakhulp schoonmaak schoonmaken
rechtswinkel rechtshulp raadsman raadsvrouw rechtsbijstand
toeslag toeslagen huurtoeslag zorgtoeslag
kringloop kringloopwinkel weggeefwinkel tweedehands
repaircafe repareercafe reparatie repareren
fietsenmaker fietswerkplaats fietsreparatie
buurthuis wijkcentrum dorpshuis huiskamer ontmoetingscentrum
jeugdzorg jeugdhulp jeugdgezondheidszorg jeugdverpleegkundige consultatiebureau
kinderopvang opvang oppas kinderdagverblijf kindercentrum
bewegen gymnastiek sporten
gehandicapt gehandicapten beperking
vluchteling vluchtelingen statushouder statushouders nieuwkomer nieuwkomers
laaggeletterd laaggeletterdheid analfabeet
verslaving verslaafd verslaafden verslavingszorg gokken
belastingkwijtschelding kwijtschelding gemeentebelastingen
identiteitskaart identiteitsbewijs legitimatie
werkzoekend werkzoekende werkzoekenden werkloos werkbegeleiding participatiecoach jobcoach talentcoach
schoolzwemmen schoolzwemmensubsidie zwemles zwemlessen zwemdiploma
kunstzinnige kunst cultuur cultuurfonds
leerlingenvervoer schoolbus schoolvervoer schooltaxi
maaltijdservice maaltijdbezorging tafeltjedekje
boodschappenhulp boodschappendienst
personenalarmering alarmknop noodknop
volkstuin volkstuinverhuur moestuin buurtmoestuin
crisisopvang daklozenopvang nachtopvang dakloos daklozen
persoonsgebonden pgb
palliatieve terminale hospice
stadspas minimapas kortingspas
tolk tolken vertaler vertalen vertaling
""".strip().splitlines()
)


def also(word: str) -> list[str]:
    """The words that mean the same as this one, by name."""
    return sorted({other for group in SAME if word in group for other in group} - {word})
