"""The twenty situations of the field (H01 to H20): the first rung, and the reasons that must be shown.

What needs offers or referrals waits for the bridge: in H11 that the answer comes back, in H18 who volunteers.
"""

import pytest

from nabij.bridge.ladder import RungName
from tests.bridge.street import Street, entry, everybody, names

pytestmark = pytest.mark.django_db
DUTY, OWN, NEIGHBOURS, INITIATIVES, VOLUNTEERS, PROFESSIONALS, SPECIALISTS = RungName
KWELDERHOF = {"latitude": 52.508, "longitude": 4.970}
WEST = {"latitude": 52.508, "longitude": 4.968}


@pytest.fixture
def street() -> Street:
    """Marieke works here, Yusuf is the district nurse and on duty, Noor finds volunteers, Loes is at the town hall."""
    street = Street()
    for name in ("Marieke Bos", "Yusuf Demir", "Noor Arends", "Loes Hartman"):
        street.person(name)
    street.hat("marieke", "wijkwerker", formal=True, group=street.team, can="Meedenken, langskomen, wegen openen.")
    street.hat("yusuf", "wijkverpleegkundige", formal=True, can="Wond, medicijnen, en zorg voor wie mantelzorg geeft.")
    street.hat("noor", "coördinator vrijwilligers", formal=True, can="Vrijwilligers vinden.")
    street.hat("loes", "beleidsmedewerker inkomen", formal=True, neighbourhood=street.town)
    street.on_duty("yusuf")
    return street


def test_h01_to_the_market_on_foot(street):
    riet = street.person("Riet Kuiper", **KWELDERHOF)
    assert riet.called == "Riet Kuiper"
    for name in ("Jan Groen", "Anneke Kuiper", "Ineke Kuiper"):
        street.person(name, **(KWELDERHOF if name == "Jan Groen" else {}))
    street.reachable("jan", 1)
    story = street.story("riet", by="marieke")
    story.tie(
        "jan",
        "neighbour",
        called="buurman, nummer 14",
        weight="strong",
        told_by="jan",
        gives="loopt met de hond al langs de markt",
    )
    story.tie("anneke", "family", called="dochter, werkt op dinsdag")
    story.tie("ineke", "family", called="zus", weight="weak")
    story.said("named", "jan")
    ladder = story.ask("Lopend naar de markt op dinsdag, niet met de taxi.")
    assert ladder.first == NEIGHBOURS
    assert ladder.why_first == "Riet noemt Jan zelf."
    jan = entry(ladder, "Jan")
    assert jan.reasons[:3] == (
        "Riet noemt Jan zelf.",
        "Zegt zelf: “loopt met de hond al langs de markt”.",
        "Is op dinsdag bereikbaar.",
    )
    assert "De eigen kring van Riet is klein. Vraag daar nu niets extra." in ladder.caution
    assert "Samen Wandelen" in names(ladder.rung(INITIATIVES))
    assert "Riet beslist zelf wat hiervan mag." in ladder.caution


def test_h02_at_the_end_of_her_strength(street):
    for name in ("Gerda Blom", "Piet Blom", "Riet Kuiper", "Esther Blom"):
        street.person(name)
    story = street.story("gerda", readers=["yusuf"])
    story.tie("piet", "family", called="man", takes="alle zorg, dag en nacht")
    story.tie("esther", "family", called="dochter, in Canada", weight="weak")
    story.tie("riet", "neighbour", takes="boodschappen")
    story.said("too_much", "gerda")
    ladder = story.ask("Ik kan niet meer, ik slaap niet.")
    assert ladder.first == PROFESSIONALS
    assert "Respijt aan huis" in names(ladder.rung(PROFESSIONALS))
    assert names(ladder.rung(PROFESSIONALS))[0] == "Yusuf"
    assert ladder.rung(OWN).why_not == "Gerda zei hier dat het te veel is. Vraag de eigen kring nu niets extra."
    assert "geen gunst van een buur" in ladder.rung(NEIGHBOURS).why_not
    assert "geen gunst van een buur" in ladder.why_first


def test_h03_a_letter_she_dares_not_open(street):
    for name in ("Kim Lansink", "Hala Darwish", "Tonnie Lansink"):
        street.person(name)
    story = street.story("kim")
    story.tie("hala", "friend", weight="strong", told_by="hala", gives="past op Mees")
    story.tie("tonnie", "family", called="moeder", told_by="tonnie", gives="leende een keer geld")
    story.said("not_tell", "tonnie")
    ladder = story.ask("Brief van de deurwaarder, ik durf hem niet open te maken.")
    assert ladder.first == INITIATIVES
    first, *others = names(ladder.rung(INITIATIVES))
    assert first == "Geldspreekuur"
    assert {"Geldmaatjes", "Brievenuur"} <= set(others)
    assert ladder.why_first.startswith("Er kan een termijn lopen.")
    assert ladder.rung(OWN).why_not == "Je wilt niet dat familie dit weet. Begin dus verder weg."
    assert "Dichte post komt veel voor. Niemand kijkt daarvan op." in ladder.caution
    assert not entry(ladder, "Tonnie").may_be_asked


def test_h04_the_people_upstairs(street):
    for name in ("Ruud Tol", "Henk Schouten", "Kim Lansink"):
        street.person(name)
    story = street.story("ruud")
    story.tie("henk", "friend", told_by="henk", gives="komt op de koffie")
    story.tie("kim", "neighbour", called="bovenbuurvrouw")
    story.said("quarrel", "kim")
    ladder = story.ask("Die van boven maken me gek.")
    assert ladder.first == INITIATIVES
    assert names(ladder.rung(INITIATIVES))[0] == "Buurtbemiddeling"
    assert "zeven van de tien" in ladder.why_first
    assert ladder.rung(NEIGHBOURS).why_not.startswith("Op deze trede speelt de ruzie zelf.")
    threatened = story.ask("Die van boven maken me gek, hij dreigt met een mes.")
    assert (threatened.first, threatened.urgent) == (DUTY, True)


def test_h05_somebody_to_speak_dutch_with(street):
    street.person("Hala Darwish", languages=["ar", "en"])
    street.person("Samir Darwish", languages=["ar"])
    street.person("Kim Lansink")
    street.person("Fatima El Amrani", languages=["nl", "ar", "fr"])
    story = street.story("hala")
    story.tie("samir", "family", called="man", ring=1)
    story.tie(
        "kim",
        "friend",
        ring=1,
        weight="strong",
        told_by="kim",
        gives="zit elke woensdag aan tafel",
        takes="oppas voor Mees",
    )
    story.tie("fatima", "neighbour", told_by="fatima", gives="vertaalt")
    ladder = story.ask("Met wie kan ik Nederlands praten?")
    assert ladder.first == OWN
    assert names(ladder.rung(OWN))[0] == "Kim"
    assert entry(ladder, "Kim").reasons == (
        "Zegt zelf: “zit elke woensdag aan tafel”.",
        "Het gaat heen en weer: oppas voor Mees.",
        "Spreekt Nederlands.",
    )
    assert "Taalcafé De Koog" in names(ladder.rung(INITIATIVES))[:3]


def test_h06_a_girl_who_always_interprets(street):
    for name in ("Lin Darwish", "Hala Darwish", "Samir Darwish"):
        street.person(name, languages=["nl", "ar"])
    street.person("Fatima El Amrani", languages=["nl", "ar", "fr"])
    story = street.story("lin")
    story.tie("hala", "family", called="moeder", takes="Lin tolkt voor haar", gives="zorgt")
    story.tie("samir", "family", called="vader", takes="Lin tolkt bij de belasting", gives="zorgt")
    story.tie(
        "fatima",
        "neighbour",
        called="buurvrouw, mijn moeder vertrouwt haar",
        told_by="fatima",
        gives="gaat mee en vertaalt",
    )
    ladder = story.ask("Ik wil niet meer altijd tolken.")
    assert ladder.first == NEIGHBOURS
    assert ladder.rung(OWN).why_not == "Dit is juist wat de eigen kring vraagt. Begin bij iemand daarbuiten."
    fatima = entry(ladder, "Fatima")
    assert "Spreekt Arabisch." in fatima.reasons
    assert fatima.called == "buurvrouw, mijn moeder vertrouwt haar"
    assert any("nooit een kind" in said for said in ladder.caution)


def test_h07_a_fine_and_they_keep_calling(street):
    for name in ("Jayden Pinas", "Roy Pinas", "Lucia Pinas"):
        street.person(name)
    story = street.story("jayden")
    story.tie("lucia", "family", called="oma, is ziek", takes="boodschappen", weight="strong")
    story.tie("roy", "family", called="oom", told_by="roy", gives="blijft rustig en heeft een auto")
    story.said("named", "roy")
    ladder = story.ask("Boete, en ze bellen elke dag.")
    assert ladder.first == OWN
    assert ladder.why_first == "Je noemt Roy zelf."
    assert names(ladder.rung(OWN))[0] == "Roy"
    assert "Ga samen. Bij Geldspreekuur weten ze hoe het moet." in ladder.caution


def test_h08_the_evenings_are_so_quiet(street):
    for name in ("Dina Post", "Els Post", "Truus Post"):
        street.person(name)
    street.person("Jan Groen")
    street.hat("jan", "buurman")
    street.can("jan", "gezelschap, praten, wandelen")
    story = street.story("dina", by="marieke")
    story.tie("els", "friend", weight="weak")
    story.tie("truus", "neighbour", weight="weak")
    ladder = story.ask("De avonden zijn zo stil sinds mijn man overleden is.")
    assert ladder.first == INITIATIVES
    assert names(ladder.rung(INITIATIVES))[0] == "Rouwcafé"
    assert ladder.rung(OWN).why_not == "De eigen kring van Dina is dun. Vraag daar nu niets extra."
    plain = story.ask("De avonden zijn zo stil.")
    assert plain.first == INITIATIVES
    assert {"Rouwcafé", "Luisterend Oor"} & set(names(plain.rung(INITIATIVES)))
    assert any("Begin niet met het woord eenzaam." in said for said in plain.caution)


def test_h09_he_stands_at_the_door_again(street):
    for name in ("Vera Smit", "Ronald Bakker", "Ada Smit", "Jan Groen"):
        street.person(name)
    street.hat("jan", "buurman")
    story = street.story("vera")
    story.tie("ronald", "family", called="ex")
    story.tie("ada", "family", called="zus, ver weg")
    story.tie("jan", "neighbour")
    story.said("unsafe", "ronald")
    ladder = story.ask("Hij staat weer voor de deur en ik ben bang.")
    assert (ladder.first, ladder.urgent) == (DUTY, True)
    assert ladder.duty[0].name == "Yusuf Demir"
    assert "112" in ladder.why_first
    assert names(ladder.rung(SPECIALISTS)) == ["Veilig thuis: advies"]
    assert "Ronald" not in everybody(ladder)
    assert not ladder.rung(OWN).entries
    assert not ladder.rung(NEIGHBOURS).entries


def test_h10_piet_is_gone_without_a_coat(street):
    for name in ("Gerda Blom", "Piet Blom", "Jan Groen", "Ruud Tol"):
        street.person(name)
    story = street.story("gerda")
    story.tie("piet", "family", called="man")
    story.tie("jan", "neighbour", told_by="jan", gives="neemt Piet mee met de hond")
    story.tie("ruud", "neighbour", called="is wakker")
    ladder = story.ask("Piet is weg, al een uur, zonder jas.")
    assert (ladder.first, ladder.urgent) == (DUTY, True)
    assert ladder.duty[0].phone == "0299 00 00 33"
    assert set(names(ladder.rung(NEIGHBOURS))) == {"Jan", "Ruud"}
    assert any("alleen als de familie ja zegt" in said for said in ladder.caution)


def test_h11_a_woman_among_us_is_beaten(street):
    """That Emine hears what was done waits for referrals; the sentence says that she will."""
    street.person("Emine Yilmaz", languages=["tr", "nl"])
    street.person("Sevda Aksoy", languages=["tr", "nl"])
    street.hat("sevda", "vertaalt")
    story = street.story("emine")
    story.tie("sevda", "friend", weight="strong")
    story.tie("noor", "professional", called="buurthuis")
    story.said("named", "noor")
    ladder = story.ask("Een vrouw bij ons wordt geslagen, ze wil geen wijkteam.")
    assert ladder.first == PROFESSIONALS
    assert names(ladder.rung(PROFESSIONALS))[0] == "Noor"
    assert "zonder naam" in entry(ladder, "Noor").reasons[0] + ladder.caution[0]
    assert ladder.caution[0].endswith("Wie het vertelde hoort terug wat er gebeurde.")
    assert ladder.ask_danger
    for rung in (OWN, NEIGHBOURS):
        assert not ladder.rung(rung).entries
        assert "onveilig" in ladder.rung(rung).why_not
        assert "beschamend" in ladder.rung(rung).why_not
    assert names(ladder.rung(SPECIALISTS)) == ["Veilig thuis: advies"]


def test_h12_an_electrician_who_wants_to_work(street):
    street.person("Samir Darwish", languages=["ar", "nl"])
    street.person("Hala Darwish", languages=["ar"])
    street.person("Henk Schouten")
    street.person("Wil Mulder")
    street.hat("henk", "klussenploeg", cannot="Deze maand geen klussen meer.")
    street.hat("wil", "kookt voor de buurt")
    street.can("henk", "veertig jaar voorman in de installatietechniek")
    story = street.story("samir")
    story.tie("hala", "family", called="vrouw", ring=1, weight="strong", gives="zorgt")
    ladder = story.ask("Ik wil werken, ik was elektricien.")
    assert ladder.first == NEIGHBOURS
    assert names(ladder.rung(NEIGHBOURS)) == ["Henk"]
    henk = entry(ladder, "Henk")
    assert henk.reasons[0] == "Kan of weet: veertig jaar voorman in de installatietechniek."
    assert "Zegt erbij: “Deze maand geen klussen meer”." in henk.remarks
    assert henk.may_be_asked


def test_h13_the_garden_is_too_heavy(street):
    street.person("Bep Oud")
    street.person("Wim Oud")
    story = street.story("bep")
    story.tie("wim", "family", called="zoon", told_by="wim", gives="komt elke week")
    story.said("offered", "wim", by="wim", words="ik doe de tuin wel")
    ladder = story.ask("Mijn tuin is te zwaar geworden.")
    assert ladder.first == OWN
    wim = entry(ladder, "Wim")
    assert wim.reasons[0] == "Bood het zelf aan: “ik doe de tuin wel”."
    assert wim.sentence == "Je bood laatst aan te helpen. Geldt dat nog?"
    assert "Buurtmoestuin" in names(ladder.rung(INITIATIVES))


def test_h14_he_always_eats_alone(street):
    street.person("Cor Zwart", **WEST)
    ladder = street.story("cor", by="marieke").ask("Ik eet altijd alleen.")
    assert ladder.first == INITIATIVES
    listed = ladder.rung(INITIATIVES).entries
    assert listed[0].name == "Eettafel De Wheerplaats"
    assert "meter." in " ".join(listed[0].reasons)
    assert "leeg" in ladder.rung(OWN).empty
    unsure = entry(ladder, "Koken met Kees")
    assert "Al 8 maanden niets gehoord. Bel eerst." in unsure.remarks
    assert listed.index(unsure) == len(listed) - 1


def test_h15_a_daughter_who_cannot_come_every_day(street):
    for name in ("Riet Kuiper", "Anneke Kuiper", "Ineke Kuiper", "Jan Groen", "Jayden Pinas"):
        street.person(name)
    street.hat("jayden", "doet boodschappen")
    street.can("jayden", "boodschappen, even langsgaan")
    story = street.story("riet", by="marieke", readers=["anneke"])
    story.tie("anneke", "family", called="dochter, in Hoorn")
    story.tie("ineke", "family", called="zus", weight="weak")
    story.tie("jan", "neighbour", weight="strong", told_by="jan", gives="loopt elke dag even langs")
    ladder = story.ask("Ik kan niet elke dag naar mijn moeder.", by="anneke")
    assert ladder.first == NEIGHBOURS
    assert names(ladder.rung(NEIGHBOURS)) == ["Jan", "Jayden"]
    assert ladder.rung(OWN).why_not == "Anneke hoort zelf bij de eigen kring van Riet, en die is vol."
    assert "Riet beslist zelf wat hiervan mag." in ladder.caution


def test_h16_registering_a_son_costs_her_money(street):
    street.person("Sandra Vos")
    street.person("Petra Vos")
    story = street.story("sandra")
    story.tie("petra", "family", called="zus, ook in de uitkering", weight="strong")
    ladder = story.ask("Als ik mijn zoon inschrijf word ik gekort.")
    assert ladder.first == INITIATIVES
    assert names(ladder.rung(INITIATIVES))[0] == "Juridisch inloopuur"
    assert "Geldspreekuur" in names(ladder.rung(INITIATIVES))
    assert ladder.rung(OWN).why_not == "Dit gaat over regels. Eigen mensen kunnen er zelf last van krijgen."


def test_h17_nobody_speaks_my_language(street):
    street.person("Selam Tesfay", languages=["ti"])
    street.person("Fatima El Amrani", languages=["nl", "ar"])
    street.hat("fatima", "gaat mee en praat")
    ladder = street.story("selam").ask("Niemand spreekt mijn taal (Tigrinya).")
    assert ladder.first == INITIATIVES
    listed = ladder.rung(INITIATIVES).entries
    assert listed[0].name == "Maatjes voor nieuwkomers"
    assert "Hier spreekt iemand Tigrinya." in listed[0].reasons
    assert "Spreekt geen Tigrinya." in entry(ladder, "Taalcafé De Koog").remarks
    assert "leeg" in ladder.rung(OWN).empty


def test_h18_worn_out_and_the_children_too(street):
    """Tineke (O16) joins with the volunteers' offers; until then the counter that brings them stands there."""
    for name in ("Kim Lansink", "Hala Darwish", "Tonnie Lansink"):
        street.person(name)
    story = street.story("kim")
    story.tie("hala", "friend", weight="strong", told_by="hala", gives="woensdag past ze op Mees", takes="brieven")
    story.tie("tonnie", "family", called="moeder")
    story.said("too_much", "hala", by="hala", words="één dag is genoeg")
    story.said("quarrel", "tonnie")
    ladder = story.ask("Ik ben op, de kinderen ook.")
    assert ladder.first == VOLUNTEERS
    assert names(ladder.rung(VOLUNTEERS)) == ["Steungezinnen"]
    assert ladder.rung(OWN).why_not == "Wie hier staan, kunnen dit er nu niet bij hebben."
    assert entry(ladder, "Hala").why_not == "Hala zei hier dat het te veel is. Vraag nu niets extra."
    assert "ruzie" in entry(ladder, "Tonnie").why_not
    assert any("twee keer apart" in said for said in ladder.caution)


def test_h19_the_stairs(street):
    street.person("Bep Oud")
    street.person("Wim Oud")
    story = street.story("bep")
    story.tie("wim", "family", called="zoon", told_by="wim", gives="komt elke week")
    story.said("offered", "wim", by="wim", words="ik doe de tuin wel")
    ladder = story.ask("Ik kom de trap niet meer op.")
    assert ladder.first == PROFESSIONALS
    assert names(ladder.rung(PROFESSIONALS))[0] == "Wmo-loket"
    assert ladder.why_first == "Dit is een recht. Geen eigen kring hoeft dat te vervangen."
    assert "Wim kan wel meegaan." in ladder.caution


def test_h20_who_does_thursday(street):
    for name in ("Wil Mulder", "Ans Kok", "Bets Dam", "Joke Ruiter", "Hala Darwish"):
        street.person(name)
    street.hat("wil", "kookt voor de buurt")
    story = street.story("wil")
    for cook in ("ans", "bets", "joke"):
        story.tie(cook, "friend", called="kookploeg", told_by=cook, gives="staat donderdag mee in de keuken")
    story.tie("hala", "neighbour", told_by="hala", gives="kookt graag een keer mee")
    ladder = story.ask("Ik moet een week naar het ziekenhuis, wie doet donderdag?")
    assert ladder.first == OWN
    assert set(names(ladder.rung(OWN))) == {"Ans", "Bets", "Joke"}
    assert names(ladder.rung(NEIGHBOURS))[0] == "Hala"
