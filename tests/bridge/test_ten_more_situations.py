"""Ten situations in words that stand nowhere in the field's list: the engine knows situations, not sentences."""

import pytest

from nabij.bridge.ladder import RungName
from tests.bridge.street import Street, entry, everybody, names

pytestmark = pytest.mark.django_db
DUTY, OWN, NEIGHBOURS, INITIATIVES, VOLUNTEERS, PROFESSIONALS, SPECIALISTS = RungName


@pytest.fixture
def street() -> Street:
    street = Street()
    for name in ("Mirjam Postma", "Omar Haddad", "Tess Bakker"):
        street.person(name)
    street.hat("mirjam", "wijkwerker", formal=True, group=street.team)
    street.hat("omar", "wijkverpleegkundige", formal=True, can="Zorg aan huis, en wie mantelzorg geeft.")
    street.on_duty("omar")
    return street


def test_a_walking_frame_that_does_not_fit(street):
    street.person("Truus Kramer")
    street.person("Lia Kramer")
    story = street.story("truus")
    story.tie("lia", "family", called="dochter", weight="strong", told_by="lia", gives="komt op zondag")
    ladder = story.ask("Mijn rollator past niet door de deur van de douche.")
    assert ladder.first == PROFESSIONALS
    assert names(ladder.rung(PROFESSIONALS))[0] == "Wmo-loket"
    assert "Lia kan wel meegaan." in ladder.caution


def test_a_landlord_who_threatens_to_put_him_out_is_about_money_not_danger(street):
    street.person("Dave Lont")
    ladder = street.story("dave").ask("De verhuurder dreigt me op straat te zetten omdat ik achterloop met de huur.")
    assert not ladder.urgent
    assert ladder.first == INITIATIVES
    assert {"Geldspreekuur", "Juridisch inloopuur"} & set(names(ladder.rung(INITIATIVES))[:2])


def test_being_afraid_of_a_bill_is_not_urgent(street):
    street.person("Dave Lont")
    ladder = street.story("dave").ask("Ik ben bang dat ik de energierekening niet kan betalen.")
    assert (ladder.urgent, ladder.ask_danger) == (False, False)
    assert ladder.first == INITIATIVES
    assert names(ladder.rung(INITIATIVES))[0] == "Geldspreekuur"


def test_a_lamp_for_a_man_with_neighbours_only(street):
    for name in ("Gijs Veer", "Ali Osman", "Nel Prins"):
        street.person(name)
    story = street.story("gijs")
    story.tie("nel", "neighbour", told_by="nel", gives="haalt de post op")
    story.tie("ali", "neighbour", told_by="ali", gives="doet kleine klussen")
    ladder = story.ask("Wie hangt mijn nieuwe plafonnière op?")
    assert ladder.first == NEIGHBOURS
    assert names(ladder.rung(NEIGHBOURS))[0] == "Ali"
    assert "leeg" in ladder.rung(OWN).empty


def test_a_question_in_english_about_rent(street):
    street.person("Grace Addo", languages=["en"])
    street.person("Efua Addo", languages=["en"])
    story = street.story("grace")
    story.tie("efua", "friend", weight="strong", told_by="efua", gives="brings food")
    ladder = story.ask("I cannot pay my debts and the bailiff keeps writing.")
    assert ladder.first == INITIATIVES
    assert "geldzorgen en schulden" in ladder.kinds


def test_a_child_crying_next_door(street):
    street.person("Anja Roos")
    street.person("Buur Van Hiernaast")
    story = street.story("anja")
    story.tie("buur", "neighbour")
    ladder = story.ask("Hiernaast huilt elke nacht een kind, ik maak me zorgen.")
    assert ladder.first == PROFESSIONALS
    assert ladder.ask_danger or any("zelf aanbellen" in said for said in ladder.caution)
    assert names(ladder.rung(PROFESSIONALS))


def test_he_dares_not_leave_her_alone(street):
    street.person("Henny Mol")
    street.person("Corrie Mol")
    street.person("Theo Mol")
    story = street.story("henny")
    story.tie("corrie", "family", called="vrouw", takes="dag en nacht zorg")
    story.tie("theo", "family", called="broer", weight="strong", told_by="theo", gives="belt op zondag")
    ladder = story.ask("Mijn vrouw is dement, ik kan haar geen minuut alleen laten en ben uitgeput.")
    assert ladder.first == PROFESSIONALS
    assert "Respijt aan huis" in names(ladder.rung(PROFESSIONALS))


def test_somebody_who_does_not_want_to_be_here_any_more(street):
    street.person("Roel Kuip")
    street.person("Sjaan Kuip")
    story = street.story("roel")
    story.tie("sjaan", "family", called="moeder", weight="strong")
    ladder = story.ask("Ik wil er niet meer zijn.")
    assert (ladder.first, ladder.urgent) == (DUTY, True)
    assert "113" in ladder.caution[0]


def test_everybody_leans_on_her(street):
    for name in ("Mona Said", "Hakim Said", "Nora Said", "Tante Zahra"):
        street.person(name, languages=["ar", "nl"])
    story = street.story("mona")
    story.tie("hakim", "family", called="broer", takes="geld en eten")
    story.tie("nora", "family", called="zus", takes="oppas")
    story.tie("tante", "family", called="tante", takes="tolken")
    ladder = story.ask("Wie kan zaterdag de planten water geven?")
    assert ladder.first != OWN
    assert ladder.rung(OWN).why_not == "Je eigen kring is dun. Vraag daar nu niets extra."
    assert "Krijgt nu vooral zelf hulp: oppas." in entry(ladder, "Nora").remarks


def test_whoever_is_not_safe_is_gone_from_every_rung(street):
    street.person("Iris Bal")
    street.person("Bob Stam")
    street.hat("bob", "klusser in de buurt")
    street.can("bob", "lampen en kranen repareren")
    street.person("Kees Blok")
    story = street.story("iris")
    story.tie("kees", "friend", weight="strong", told_by="kees", gives="helpt met klussen")
    assert "Bob" in everybody(story.ask("De kraan lekt."))
    story.said("unsafe", "bob")
    story.said("unsafe", "omar")
    ladder = story.ask("De kraan lekt.")
    assert ladder.first == OWN
    assert "Bob" not in everybody(ladder)
    assert "Omar" not in everybody(ladder)
    assert ladder.duty == ()
