"""What cannot wait puts duty and 112 first; what may be danger is asked; what only sounds like it is left alone."""

import pytest

from nabij.bridge.listening import listen
from nabij.bridge.usual_kinds import DEFAULTS

NOW = """
Mijn man slaat me
mijn man heeft me geslagen
Hij heeft mij gisteren geslagen en nu staat hij er weer
ik word al weken gestalkt door mijn ex
mijn buurman bedreigt ons
Ik ben bang voor mijn zoon
Hij dreigt me wat aan te doen
Hij dreigt met een mes
Ik durf niet naar huis
Mijn dochter is weggelopen
Piet is al een uur weg
Mijn moeder is gevallen en kan niet opstaan
ik krijg geen lucht
Er is brand in de berging
Ik wil dood
Ik wil er niet meer zijn
ik sta vanavond op straat
de brief van de deurwaarder ligt er nog, kan niet wachten
"""
ASK = """
Een vrouw bij ons wordt geslagen
Mijn vader slaat mijn moeder
Mijn man drinkt en wordt dan agressief
ik zie het niet meer zitten
het hoeft voor mij niet meer
Het is thuis niet veilig
paniek hiernaast, iemand loopt rond met een mes
"""
WAIT = """
ik ben bang voor de tandarts
Ik ben bang voor honden, wie loopt mee?
Ik ben bang dat ik de huur niet red
mijn kat is weggelopen
mijn telefoon is weg, al een uur
De lift is weg
ze dreigen mijn stroom af te sluiten
De verhuurder dreigt me op straat te zetten
Mijn zoon dreigt van school te gaan
Ik kan niet meer, ik slaap niet
Ik schrik me dood van die rekening
Wie gaat er mee naar de film over de oorlog?
Ik kan niet wachten op het feest, wie helpt er mee?
Geweldig, en wie kookt er dan?
"""


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("question", lines(NOW))
def test_this_cannot_wait(question):
    assert listen(question, kinds=DEFAULTS).urgent


@pytest.mark.parametrize("question", lines(ASK))
def test_this_is_asked_and_not_decided(question):
    heard = listen(question, kinds=DEFAULTS)
    assert (heard.urgent, heard.perhaps_danger) == (False, True)


@pytest.mark.parametrize("question", lines(WAIT))
def test_this_can_wait(question):
    heard = listen(question, kinds=DEFAULTS)
    assert (heard.urgent, heard.perhaps_danger) == (False, False)


def test_somebody_can_always_say_that_it_cannot_wait():
    assert listen("Mijn tuin", kinds=DEFAULTS, urgent=True).urgent


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wie kan me brengen, ik kan niet met de bus naar het ziekenhuis", "transport"),
        ("Kan iemand helpen met verhuizen zaterdag?", "chores"),
        ("Waar kan ik zwemmen met andere vrouwen?", "sport"),
        ("Mijn kleinkind komt logeren, wie heeft een kinderbed?", "things"),
        ("Ik heb niks te eten vandaag", "need"),
        ("wie past er dinsdag op de kinderen", "childcare"),
        ("Er ligt een brief van de woningbouw, we moeten eruit", "debts"),
        ("Mijn kind wordt gepest op school", "upbringing"),
        ("Can somebody help me with this letter from the municipality?", "letters"),
        ("Bu akşam çocuklarıma kim bakabilir?", "childcare"),
        ("Kto pomoże mi przeczytać ten list?", "letters"),
    ],
)
def test_a_question_is_heard_in_other_words_and_tongues(question, kind):
    found = listen(question, kinds=DEFAULTS).kind
    assert found is not None
    assert found.key == kind


@pytest.mark.parametrize("question", ["", "   ", "?", "x" * 5000, "(((", "\\b[", "💐", "a\u0000b"])
def test_whatever_is_typed_is_heard_without_a_mistake(question):
    assert listen(question, kinds=DEFAULTS).question == question
