"""An example to begin from, so that nobody faces an empty page: what many neighbourhoods would agree."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from nabij.bridge.agreeing import Line
from nabij.bridge.ladder import RungName

EXAMPLE = (
    Line(
        "company",
        RungName.OWN,
        first=_("Iemand die je al kent, of die dichtbij woont."),
        then=_("Een plek in de buurt waar je zo binnenloopt."),
        professional=_("Als het na een maand niet lichter is, of als iemand niet meer eet of slaapt."),
        answer_days=5,
        feedback=_("Wie je vroeg, belt je terug. Ook als het niet is gelukt."),
    ),
    Line(
        "chores",
        RungName.NEIGHBOURS,
        first=_("Een handige buur."),
        then=_("Vrijwilligers met gereedschap."),
        professional=_("Als het gevaarlijk is, of als de verhuurder het moet doen."),
        answer_days=7,
        feedback=_("Wie het doet, zegt wanneer."),
    ),
    Line(
        "letters",
        RungName.INITIATIVES,
        first=_("Vrijwilligers van het spreekuur lezen het samen met je."),
        then=_("Iemand die bij je thuis komt, als naar buiten gaan niet lukt."),
        professional=_("Als er een uiterste dag in staat, of een deurwaarder."),
        answer_days=3,
        feedback=_("Je hoort meteen wie verder helpt."),
    ),
    Line(
        "debts",
        RungName.INITIATIVES,
        first=_("Iemand die samen met je de post openmaakt."),
        then=_("Het geldspreekuur. Wie je vertrouwt, mag mee."),
        professional=_("Als je de huur, de energie of de zorgverzekering niet kunt betalen."),
        answer_days=3,
        feedback=_("Wie met je meeging, hoort van jou of van het spreekuur hoe het verdergaat."),
    ),
    Line(
        "digital",
        RungName.INITIATIVES,
        first=_("Het spreekuur voor telefoon en computer."),
        then=_("Een vrijwilliger die bij je thuis komt."),
        professional=_("Als er geld of een boete aan vastzit."),
        answer_days=7,
        feedback=_("Wie hielp, vraagt na een week of het nog werkt."),
    ),
    Line(
        "respite",
        RungName.PROFESSIONALS,
        first=_("Iemand van het wijkteam komt langs en luistert."),
        then=_("Een vrijwilliger die af en toe een middag blijft."),
        professional=_("Meteen. Wie lang voor een ander zorgt, wacht niet tot het misgaat."),
        answer_days=3,
        feedback=_("Na een maand vraagt het wijkteam hoe het nu gaat."),
    ),
    Line(
        "worry",
        RungName.PROFESSIONALS,
        first=_("Eén vaste beroepskracht denkt met je mee, eerst zonder naam."),
        then=_("Samen met wie de ander al kent."),
        professional=_("Meteen. Bij gevaar bel je 112."),
        answer_days=2,
        feedback=_("Wie de zorg deelde, hoort altijd wat ermee is gedaan."),
    ),
)


def example() -> list[Line]:
    """Clauses for the kinds of question that come most, in the language of the screen; each is there to be changed."""
    return [
        replace(
            line,
            first=str(line.first),
            then=str(line.then),
            professional=str(line.professional),
            feedback=str(line.feedback),
        )
        for line in EXAMPLE
    ]
