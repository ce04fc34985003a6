"""The usual kinds of help: where each starts, why, and by which words it is heard. A neighbourhood may say otherwise.

Their order is their weight. Words are Dutch, as people write them; see `kinds.Kind` for the signs.
"""

from django.utils.translation import gettext_lazy as _

from nabij.bridge.kinds import Kind
from nabij.bridge.ladder import RungName

OWN, NEIGHBOURS, INITIATIVES = RungName.OWN, RungName.NEIGHBOURS, RungName.INITIATIVES
VOLUNTEERS, PROFESSIONALS, SPECIALISTS = RungName.VOLUNTEERS, RungName.PROFESSIONALS, RungName.SPECIALISTS


def split(words: str) -> tuple[str, ...]:
    return tuple(words.split(" / "))


DEFAULTS = (
    Kind(
        "safety",
        _("veiligheid"),
        PROFESSIONALS,
        words=split(
            "geslagen / slaat / mishandel / bedreig / =geweld / gewelddadig / onveilig / niet veilig"
            " / stalk / gestalkt / dwingt mij / dwingt haar / opgesloten / =mes"
        ),
        categories=("veilig",),
        examples=("Thuis is het niet veilig.", "Hij doet haar pijn.", "Mijn man slaat mij."),
        why=_("Bij geweld of dwang begin je bij één vaste beroepskracht. Die denkt eerst mee zonder naam."),
        not_near=_("Vraag hier niemand. Het kan onveilig zijn of beschamend, voor wie het treft en voor wie helpt."),
        firm=True,
        listings=SPECIALISTS,
        alone=True,
        careful=_("Overleg eerst zonder naam. Wie het vertelde hoort terug wat er gebeurde."),
    ),
    Kind(
        "missing",
        _("iemand is weg"),
        PROFESSIONALS,
        examples=("Mijn man met dementie is de deur uit en komt niet terug.",),
        why=_("Wie weg is moet snel gevonden worden. Bel eerst, vraag daarna pas wie mee kan zoeken."),
        careful=_("Vraag pas daarna wie in de buurt mee kan kijken, en alleen als de familie ja zegt."),
    ),
    Kind(
        "right",
        _("iets waar je recht op hebt"),
        PROFESSIONALS,
        words=split(
            "=trap / traplift / scootmobiel / rolstoel / rollator / badkamer / hulpmiddel / wmo"
            " / hulp in de huishouding / huishoudelijke hulp / douchestoel / beugel / parkeerkaart / =pgb"
            " / aangepaste woning"
        ),
        categories=("recht", "zorg"),
        search="Wmo: traplift, scootmobiel, hulp in de huishouding",
        examples=(
            "Mijn huis past niet meer bij wat ik kan.",
            "Ik kom niet meer boven in mijn huis.",
            "Ik red het schoonmaken van mijn huis niet meer.",
        ),
        why=_("Dit is een recht. Geen eigen kring hoeft dat te vervangen."),
        not_near=_("Dit is een recht. Geen eigen kring hoeft dat te vervangen."),
        firm=True,
        listings=PROFESSIONALS,
    ),
    Kind(
        "care",
        _("zorg aan huis"),
        PROFESSIONALS,
        words=split(
            "=wond / zwanger / medicijn / pillen / steunkous / wijkverpleg / wijkzuster / katheter / injectie"
            " / wassen en aankleden"
        ),
        categories=("zorg",),
        examples=("Mijn been moet elke dag verbonden worden.", "Wie kan mijn moeder helpen met wassen?"),
        why=_("Dit is zorg. Daarvoor is iemand opgeleid."),
        not_near=_("Dit is zorg. Vraag dat niet aan familie of een buur."),
        firm=True,
        listings=PROFESSIONALS,
    ),
    Kind(
        "family",
        _("een gezin even ontlasten"),
        VOLUNTEERS,
        words=split(
            "steungezin"
            " / (ben op|doodop|doodmoe|te zwaar|kan niet meer|trek het niet).*(kind|zoon|dochter|peuter|baby|gezin)"
            " / (kind|zoon|dochter|peuter|baby|gezin).*(ben op|doodop|doodmoe|te zwaar|kan niet meer|trek het niet)"
        ),
        categories=("jong",),
        examples=("Kan mijn zoon af en toe een middag bij een ander gezin zijn?",),
        why=_("Een ander gezin dat af en toe bijspringt is vrijwilligerswerk met een kennismaking vooraf."),
        listings=VOLUNTEERS,
        careful=_("Maak eerst twee keer apart kennis. Pas daarna gaat een kind mee."),
    ),
    Kind(
        "respite",
        _("even vrij van zorgen"),
        PROFESSIONALS,
        words=split(
            r"mantelzorg / dement / uitgeput / geen minuut / kan niet meer\s*([.,;]|$) / respijt"
            " / even weg kunnen / overbelast"
            " / hou het niet vol / houd het niet vol / slaap niet / zorg voor mijn man"
            " / zorg voor mijn vrouw / dag en nacht klaar"
        ),
        categories=("zorg",),
        examples=(
            "Ik kan mijn vader met dementie niet alleen laten.",
            "Ik zorg dag en nacht voor mijn man en ik ben uitgeput.",
            "Wie kan een dag voor hem zorgen?",
        ),
        why=_("Even vrij zijn van zorgen is geen gunst van een buur. Dat mag geregeld worden."),
        not_near=_("Even vrij zijn van zorgen is geen gunst van een buur. Dat mag geregeld worden."),
        firm=True,
        listings=PROFESSIONALS,
    ),
    Kind(
        "worry",
        _("zorgen om een ander"),
        PROFESSIONALS,
        words=split("maak me zorgen / zorgen over / zorgen om / gaat niet goed met / vertrouw het niet"),
        examples=("Ik denk dat het bij de buren niet goed gaat.",),
        why=_("Zorgen om een ander deel je met één vaste beroepskracht, die je ook antwoord geeft."),
        careful=_("Kun je zelf aanbellen, of samen gaan? Dat helpt vaak het meest."),
    ),
    Kind(
        "addiction",
        _("gokken, drinken of gebruiken"),
        INITIATIVES,
        words=split("gokk / =gok / =drinkt / verslav / verslaafd / drink te veel / drugs / blowen"),
        categories=("praten",),
        examples=("Ik krijg het drinken niet onder controle.",),
        why=_("Wie het zelf meemaakte begrijpt het snelst. Daar begint het meestal."),
        strangers=False,
    ),
    Kind(
        "rules",
        _("rechten en regels"),
        INITIATIVES,
        words=split(
            "uitkering / inschrij / gekort / bezwaar / bijstand / kostendeler / recht op / vergunning"
            " / toeslag / verblijf / beschikking / huurcontract / uitgezet"
            " / gesprek (bij|met|op) (de |het )?(gemeente|stadhuis|uwv)"
        ),
        categories=("recht",),
        examples=("Mag ik bijverdienen zonder dat ik geld kwijtraak?", "De gemeente heeft mijn aanvraag afgewezen."),
        why=_("Dit gaat over regels. Begin bij iemand die ze kent en aan jouw kant staat."),
        not_near=_("Dit gaat over regels. Eigen mensen kunnen er zelf last van krijgen."),
        firm=True,
    ),
    Kind(
        "quarrel",
        _("ruzie of overlast met buren"),
        INITIATIVES,
        words=split(
            "herrie / ruzie / overlast / bovenbu / onderbu / lawaai / stank"
            " / geluidsoverlast / die van boven / die van beneden / die van hiernaast / maakt me gek"
            " / maken me gek / schelden"
        ),
        categories=("wonen",),
        examples=("Mijn buurman zet elke nacht harde muziek aan.",),
        why=_(
            "Iemand die bij geen van beiden hoort, kan met jullie allebei praten."
            " Dat lukt in ongeveer zeven van de tien keer."
        ),
        firm=True,
        careful=_("Wordt er gedreigd? Bel dan wie dienst heeft, of 112."),
    ),
    Kind(
        "debts",
        _("geldzorgen en schulden"),
        INITIATIVES,
        words=split(
            "deurwaarder / moeten eruit / moet eruit / straat te zetten / huis te zetten / met de huur / de huur niet"
            " / schuld / incasso / aanmaning / boete / huurachterstand / achterstand"
            " / geldzorg / betalingsregeling / rood staan / sta rood / beslag / rekening niet"
            " / rekeningen / kan niet betalen / afsluiten / geldmaatje"
        ),
        categories=("geld",),
        examples=(
            "Ik kan mijn schulden niet betalen en krijg steeds brieven.",
            "Ik kom niet rond deze maand.",
            "Er blijft geen geld over voor de huur.",
        ),
        why=_("Er kan een termijn lopen. Begin bij wie weet wat er nu moet gebeuren."),
    ),
    Kind(
        "need",
        _("niets te eten"),
        INITIATIVES,
        words=split(
            r"(niks|niets|geen) (meer )?(te )?eten\b / honger / voedselbank / voedselpakket / koelkast is leeg"
        ),
        categories=("eten", "geld"),
        examples=("Mijn koelkast is leeg en het geld is op.",),
        why=_("Eten kan vandaag al. Vraag het waar ze het geven, en vraag daarna naar geld."),
    ),
    Kind(
        "letters",
        _("post en formulieren"),
        INITIATIVES,
        words=split(
            "brief / brieven / formulier / =post / envelop / belastingaangifte / administratie / papieren / ordner"
        ),
        categories=("geld",),
        examples=("Ik begrijp niet wat er in dit papier staat.", "Kan iemand mij helpen deze brief te lezen?"),
        why=_("Samen lezen wat er staat helpt het snelst."),
    ),
    Kind(
        "upbringing",
        _("opvoeden"),
        INITIATIVES,
        words=split("opvoed / gepest / luistert niet / driftbui / puber / zindelijk / slaapt niet door / spijbel"),
        categories=("jong",),
        examples=("Mijn dochter wil niet meer naar school.",),
        why=_("Bij een spreekuur zit iemand die dit vaker zag."),
    ),
    Kind(
        "grief",
        _("rouw"),
        words=split(
            "overleden / overlijden / verloor mijn / verloor .{0,12}(haar|zijn) "
            " / (man|vrouw|zus|broer|moeder|vader|kind|zoon|dochter) .*verloren / rouw / weduw"
            " / begrafenis / gemis / mis mijn man / mis mijn vrouw"
        ),
        categories=("praten",),
        examples=("Sinds mijn vrouw er niet meer is, is het huis zo leeg.",),
        strangers=False,
    ),
    Kind(
        "practice",
        _("Nederlands oefenen"),
        words=split("nederlands / taalles / taalmaat / taal leren / taalcaf / inburger"),
        categories=("taal",),
        examples=("Ik wil beter leren praten met de mensen hier.",),
    ),
    Kind(
        "language",
        _("iemand die je taal spreekt"),
        words=split("mijn taal / onze taal / landgenoot / landgenoten"),
        categories=(
            "nieuw",
            "taal",
        ),
        examples=("Is er iemand uit mijn land?",),
    ),
    Kind(
        "interpreting",
        _("tolken en meegaan"),
        words=split(
            "tolk / vertal / mee naar (het |een )?(gesprek|ziekenhuis|spreekuur) / mee naar de gemeente"
            " / mee naar de dokter / meegaan / gaat mee / ga mee"
        ),
        categories=(
            "taal",
            "nieuw",
        ),
        examples=("Wie kan zeggen wat ik bedoel bij de dokter?",),
        careful=_("Voor dokter en school vraag je een volwassen tolk of een officiële tolk, nooit een kind."),
    ),
    Kind(
        "work",
        _("werk"),
        NEIGHBOURS,
        words=split("=werk / =werken / =baan / =baantje / sollicit / =vak / stage / bijverdien / beroep / vacature"),
        categories=(
            "nieuw",
            "recht",
        ),
        examples=("Ik zoek iets om mijn geld mee te verdienen.",),
        why=_("Werk vind je vaak via iemand die het vak kent."),
        talk=True,
    ),
    Kind(
        "standin",
        _("iemand die het overneemt"),
        words=split("vervang / wie doet / overnemen / invallen / neemt het over"),
        examples=("Wie kan mijn taak even doen als ik er niet ben?",),
    ),
    Kind(
        "visit",
        _("omkijken naar iemand"),
        words=split(
            "(elke dag|steeds|altijd|zo vaak|iedere dag) (naar|langs|bij) / omkijken / =langs / langsga / langskom"
            " / oogje in het zeil / even aanbellen"
        ),
        examples=("Wie kan af en toe even bij mijn vader kijken?",),
    ),
    Kind(
        "garden",
        _("tuin"),
        words=split("tuin / gras / =heg / snoei / onkruid"),
        categories=("bewegen",),
        examples=("De planten buiten groeien me boven het hoofd.",),
    ),
    Kind(
        "digital",
        _("telefoon en computer"),
        words=split(
            "digid / tablet / computer / wachtwoord / =wifi / internet / laptop / =app / =apps / mijn telefoon"
        ),
        categories=("digitaal",),
        examples=("Ik kom niet in mijn mail.",),
        careful=_("Geef nooit je wachtwoord aan een ander."),
    ),
    Kind(
        "chores",
        _("kleine klussen"),
        words=split(
            "lamp / =klus / klussen / =kraan / drempel / ophangen / tillen / =kast / repar / kapot / verhuiz"
            " / verwarming / doet het niet"
            " / gordijn / lekke band / fiets / lekt / schilder"
        ),
        categories=("maken",),
        examples=("Er is iets stuk in huis.", "Wie kan een plank voor me vastmaken?"),
    ),
    Kind(
        "errands",
        _("boodschappen en dieren"),
        words=split("boodschap / apotheek / =hond / =kat / planten water / uitlaten"),
        examples=("Wie haalt iets voor me bij de winkel?",),
    ),
    Kind(
        "childcare",
        _("oppas"),
        words=split(
            "oppas / opvang / ophalen van school / uit school halen"
            r" / \bpas(t|sen)? .{0,24}\bop\b.{0,20}(kind|zoon|dochter|baby|peuter)"
        ),
        examples=("Wie kan vanavond bij de kinderen blijven?", "Ik heb geen tijd, wie let op de kinderen?"),
        careful=_("Tussen buren beslis je zelf. Is het georganiseerd, vraag dan of de papieren in orde zijn."),
    ),
    Kind(
        "walk",
        _("samen lopen"),
        words=split("lopen / =loop / lopend / wandel / meelopen / =markt"),
        categories=("bewegen",),
        examples=("Ik durf niet alleen naar buiten.",),
    ),
    Kind(
        "transport",
        _("vervoer"),
        words=split(
            "vervoer / dialyse / bestraling / =rit / =taxi / =rijden / wegbrengen / ziekenhuis / halen en brengen"
            " / meerijden"
        ),
        categories=("vervoer",),
        examples=("Hoe kom ik bij de dokter, ik kan niet met de bus?",),
    ),
    Kind(
        "sport",
        _("bewegen en sport"),
        words=split("zwem / sport / =gym / fitness / voetbal / =dans / dansen / bewegen"),
        categories=("bewegen", "jong"),
        examples=("Ik wil meer bewegen, maar niet alleen.",),
    ),
    Kind(
        "things",
        _("spullen en kleding"),
        words=split("meubel / kinderbed / winterjas / kleding / kleren / wasmachine / koelkast / huisraad / =bank"),
        categories=("maken",),
        examples=("Ik heb nog geen tafel en stoelen in mijn nieuwe huis.",),
    ),
    Kind(
        "food",
        _("samen eten"),
        words=split("eten / =eet / koken / maaltijd / =kook / =honger"),
        categories=("eten",),
        examples=("Ik warm elke avond iets op voor mezelf.",),
        strangers=False,
    ),
    Kind(
        "pastime",
        _("spel, handwerk en muziek"),
        words=split(
            "schaak / schaken / schaakt / kaarten / =kaart / dammen / spelletje / puzzel / breien / =brei / =haken"
            " / handwerk / naaien / =piano / gitaar / muziek maken / =zingen"
        ),
        categories=("praten",),
        examples=("Ik zoek iemand om een potje mee te spelen.", "Wie leert mij een trui maken van wol?"),
        strangers=False,
    ),
    Kind(
        "company",
        _("gezelschap"),
        words=split(
            "=stil / alleen / eenzaam / gezelschap / aanspraak / praten / =niemand / bezoek"
            " / kennen leren / mensen leren kennen / verveel"
        ),
        categories=("praten",),
        examples=("De dagen duren zo lang.", "Ik spreek hele dagen geen mens."),
        strangers=False,
        careful=_("Begin niet met het woord eenzaam. Begin met wat iemand graag doet."),
    ),
)
