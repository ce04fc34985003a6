"""Words that mean nearly the same in a Dutch neighbourhood, words that long words end in, and words that ask.

Short lists by hand, so that anybody can read and mend them. A word stands here by how it begins: "schuld" is also
schulden, schuldhulp and schuldeiser.
"""

KIN: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
schuld deurwaarder incasso aanmaning achterstand afbetal rekening huurachterstand
geld betal rekening toeslag uitkering inkomen afschrift
kapot stuk defect gebroken
repar gemaakt monteur klus
eenzaam alleen mist stil gezelschap
verdriet rouw gehuild huil mist
overleden dood gestorven weduw rouw
slaap slape geslapen nacht wakker
druk vol grens belast
moe uitgeput grens
herrie geluid lawaai muziek overlast
ruzie kwaad boos conflict bemiddel
energie stroom gas licht elektr
arts dokter huisarts ziekenhuis
ziek koorts griep pijn
dement verget verward
gevallen valpartij val
school leraar meester juf mentor klas
taal nederlands woorden
oefen leren leert geleerd
werk baan
eten koken kook maaltijd soep
boodschap winkel markt brood
wandel lopen loop gelopen meelopen
kledi kleren jas schoenen
brief brieven post envelop
formulier aanvra aanvraag invul
uitstel regeling
jurid advocaat recht
adres inschrij
huishoud schoonmak poets
vervoer busje taxi rijden
computer digid tablet wachtwoord telefoon
kind kinderen zoon dochter
oma grootmoeder opa grootvader
mantelzorg respijt
vuil rommel afval
verhui woning huis
eng bang angst durf
veilig geslagen bedreig 112
drank drink alcohol verslaaf
bedank dank
sleutel slot
fiets scooter
tuin heg planten
rollator hulpmiddel scootmobiel rolstoel
trap traplift
drempel opstap
""".strip().splitlines()
)

TAILS = tuple(
    sorted(
        """
achterstand adres advies afspraak avond baan begeleiding bezoek boete brief bureau coach cursus dag dienst dochter
feest formulier geld gesprek gesprekken groep huis hulp inkomen kaart kamer kast klacht kosten kring kwestie last
lening lessen maaltijd maat maatje maatjes maatschappij medewerker middag moeder ochtend ondersteuning overlast
papieren plan plek post praktijk probleem problemen rechten regeling rekening rekeningen rooster school schuld
schulden spreekuur spullen stoel stoornis taal tafel tas team toeslag toets uitkering uur vader vereniging
vergoeding verlies vervoer verzekering vraag vriend vriendin wachtlijst werk werker wet winkel woning zoon zorg
zorgen zus
""".split(),
        key=len,
        reverse=True,
    )
)

ASKING = frozenset(
    """
hoe wat wie waar waarom wanneer welke wiens wel niet eens weer ook nog toen ging gaat gaan gegaan kreeg kregen krijgen
gekregen doen deed deden gedaan hebben heeft hadden probeerden geprobeerd probeerde eerder iemand iets ooit alweer
moest moeten kan konden wil willen wilde geregeld regelen vertelde zei zeggen over vroeger laatst keer gebeurde
""".split()
)
