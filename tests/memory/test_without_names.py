"""A text without names: whose name it is, in which capitals, and what leads to a door or an account goes as well."""

import pytest
from django.utils import timezone

from nabij.memory.nameless import names_in, without_names
from nabij.moments.network import add, end
from nabij.trust.models import Membership
from nabij.trust.verbs import leave
from tests.world import World

NOW = timezone.now()


@pytest.fixture
def family(world: World) -> World:
    """Riet Kuiper, her daughter Anneke Kuiper, a neighbour Roos Bloem; and Fatima, who left the circle."""
    with world.acting("marieke"):
        drawn = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.marieke, "at": NOW, "ring": 1}
        add(name="Anneke Kuiper", kind="family", called="dochter", **drawn)
        add(name="Roos Bloem", kind="neighbour", called="buurvrouw, nummer 14", **drawn)
        gone = add(name="Sanne Vis", kind="friend", called="vriendin", **drawn)
        end(tie=gone, by=world.marieke, at=NOW)
    with world.acting("fatima"):
        leave(
            membership=Membership.objects.get(circle=world.riets_story.circle, person=world.fatima),
            by=world.fatima,
            at=NOW,
        )
    return world


NAMES = [
    ("Mevrouw Kuiper liep mee.", "De bewoner liep mee."),
    ("Ik vroeg mw. R. Kuiper en mevr. KUIPER.", "Ik vroeg de bewoner en de bewoner."),
    ("Anneke Kuiper belde.", "De dochter belde."),
    ("Anneke belde met riet.", "De dochter belde met de bewoner."),
    ("Kuiper was er, en de familie Kuiper ook.", "Iemand was er, en de familie ook."),
    ("Vraag jan, JAN of Jans fiets.", "Vraag de buurman, de buurman of de buurmans fiets."),
    ("Meneer Groen zag mevrouw Bloem.", "De buurman zag de buurvrouw."),
    ("De heer Pietersen kwam langs.", "Iemand kwam langs."),
    ("Fatima El Amrani las, fatima las, mevrouw El Amrani las.", "{f} las, {g} las, {g} las."),
    ("Sanne kwam vroeger, met mevrouw Vis.", "De vriendin kwam vroeger, met de vriendin."),
    ("Roos bracht een roos en een bloem.", "De buurvrouw bracht een roos en een bloem."),
    ("Marieke Bos liep in het bos.", "De wijkwerker liep in het bos."),
    ("De januarimaand is groen.", "De januarimaand is groen."),
]


@pytest.mark.parametrize(("text", "nameless"), NAMES)
def test_each_name_becomes_the_part_somebody_has(family: World, text: str, nameless: str) -> None:
    somebody = {"f": "Iemand uit de kring", "g": "iemand uit de kring"}
    with family.acting("marieke"):
        assert without_names(text, names=names_in(family.riets_story)) == nameless.format(**somebody)


NUMBERS = [
    ("Bel 0612345678.", "Bel een telefoonnummer."),
    ("Bel 06-12 34 56 78 of +31 6 12345678, thuis (0299) 12 34 56.", "Bel {t} of {t}, thuis {t}."),
    ("Op Kwelderpad 14 en het Kwelderpad 14a.", "Op een adres en een adres."),
    ("Jan van Galenstraat 3-2 hs of kwelderpad 14.", "Een adres hs of een adres."),
    ("Woont op 1442 AB en 1442ab.", "Woont op een postcode en een postcode."),
    ("Mail riet@huis.example.", "Mail een mailadres."),
    ("Op NL91 ABNA 0417 1643 00 of NL91ABNA0417164300.", "Op een rekeningnummer of een rekeningnummer."),
    ("Nummer 123456782, of 1234.56.782.", "Nummer een nummer, of een nummer."),
    ("12-10-2026 om 10.00-11.30 uur, 05-11-2026 10 uur, 2025 2026.", ""),
    ("Onderweg 14 mensen, 250 euro, in 1995, met 2000 man en €1.250.", ""),
]


@pytest.mark.parametrize(("text", "nameless"), NUMBERS)
def test_what_leads_to_a_door_or_an_account_goes_and_days_and_money_stay(
    family: World, text: str, nameless: str
) -> None:
    with family.acting("marieke"):
        names = names_in(family.riets_story)
    assert without_names(text, names=names) == (nameless.format(t="een telefoonnummer") or text)
