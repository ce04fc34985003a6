"""What an import read, repaired and set aside: the numbers, and every doubt with its file, row and field."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _


class Unreadable(Exception):
    """Input that cannot be used at all; the sentence says why."""


class Repair(StrEnum):
    """What may be repaired without asking, because only one reading is possible."""

    PADDED = _("spaties om een waarde weggehaald")
    NEWLINE = _("letterlijke \\n werd een nieuwe regel")
    QUOTES = _("aanhalingstekens om een waarde weggehaald")
    NOTHING = _("NULL gelezen als leeg")
    NUL = _("onleesbare tekens weggehaald")
    SCHEME = _("webadres zonder http:// aangevuld")
    SLASHES = _("schuine strepen in een webadres verbeterd")
    ESCAPED = _("tekens in een webadres omgezet die daar niet mogen staan")
    MAILTO = _("mailto: voor een mailadres weggehaald")
    EXTENSION = _("toestelnummer uit het telefoonnummer gehaald")
    STATUS_MISSING = _("ontbrekende status gelezen als actief")
    STATUS_CODED = _("status in een code gelezen")
    KIND_MISSING = _("ontbrekende soort plek of adres gelezen als fysiek")
    TIME = _("tijd omgezet naar uren en minuten")
    HOURS = _("openingstijden uit een zin gehaald")
    DAYS = _("dagen omgezet naar hun code")
    NUMBER = _("getal met tekst of komma gelezen")
    DATE = _("datum omgezet naar jaar-maand-dag")
    ZONE = _("tijd zonder tijdzone gelezen als UTC")
    DASH = _("verminkt streepje hersteld")
    LIST = _("meer dan een waarde in een cel uit elkaar gehaald")
    KEY_MADE = _("ontbrekend nummer gemaakt van de inhoud")
    KEY_COPIED = _("nummer was dat van een andere tabel, eigen nummer gemaakt")
    TWICE = _("dezelfde rij stond er vaker, een keer bewaard")
    LATIN = _("bestand was geen UTF-8, gelezen als Latin-1")
    UTF16 = _("bestand was UTF-16, gelezen als UTF-16")
    MANGLED = _("verminkte letters hersteld (cafÃ© is café)")
    NOUGHT = _("nul voor een telefoonnummer teruggezet")
    LINK_FOUND = _("tabel van een kenmerk afgeleid uit het nummer")


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt: where it is and what is the matter."""

    file: str
    row: int | None
    field: str
    problem: str

    def as_dict(self) -> dict[str, Any]:
        return {"file": self.file, "row": self.row, "field": self.field, "problem": self.problem}

    def __str__(self) -> str:
        place = gettext("%(file)s, rij %(row)s") % {"file": self.file, "row": self.row} if self.row else self.file
        return f"{place}, {self.field}: {self.problem}" if self.field else f"{place}: {self.problem}"


@dataclass
class Report:
    """The account of one import (verslag): for every table read = imported + set_aside."""

    read: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def imported(self) -> dict[str, int]:
        return {table: n - self.set_aside[table] for table, n in self.read.items()}

    def repair(self, reason: Repair, times: int = 1) -> None:
        self.repaired[reason] += times

    def problem(self, file: str, row: int | None, *, field: str, problem: str) -> None:
        self.problems.append(Problem(file, row, field, problem))

    def as_dict(self) -> dict[str, Any]:
        """The form of `--json`; each table that was read stands in every count."""
        tables = sorted(set(self.read) | set(self.changed))
        return {
            "read": {t: self.read[t] for t in tables},
            "imported": {t: self.imported.get(t, 0) for t in tables},
            "repaired": {gettext(reason): n for reason, n in self.repaired.most_common()},
            "set_aside": {t: self.set_aside[t] for t in tables},
            "changed": {t: self.changed[t] for t in tables},
            "problems": [problem.as_dict() for problem in self.problems],
        }
