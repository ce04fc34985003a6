"""The grounds on which an offer fits an ask: each one rule, one sentence, and how much it counts.

What counts is written here and nowhere else. It is added up to put a list in order, and then forgotten: nobody has a
number. Each ground looks at one offer alone, so that another offer cannot lower it.
"""

from collections.abc import Iterable, Iterator

from django.utils.functional import lazy

from nabij.base.distance import metres
from nabij.bridge import reasons
from nabij.bridge.fit import Known, Offered, Said, Wanted
from nabij.bridge.fit_words import days_in, lived_in_common, said_to_be, same_word, say_week, trade_in_common
from nabij.bridge.fitting import kin
from nabij.bridge.kinds import Kind, named_in
from nabij.bridge.later import Later as _
from nabij.bridge.weeks import DAYS, in_order

NAMED, HELPED, HELPED_OTHERWISE = 20, 14, 5
KIND, BESIDE, SAME, TRADE = 8, 4, 2, 2
TONGUE, ALSO_SPEAKS = 8, 1
CLOSE, KNOWN = 5, 3
LIVED, LIKES, TRAINED, TIME, WISHED, FREE = 4, 4, 3, 3, 2, 1
AROUND_THE_CORNER, NEAR, NOT_FAR = 3, 2, 1

# For these an offer in another language is no offer.
BY_TONGUE = frozenset({"interpreting", "language"})
# For these somebody can be trained, and it helps.
BY_TRAINING = frozenset({"debts", "letters", "grief", "family", "respite", "rules", "addiction"})
# Kinds of help that lie beside each other: who offers the one may well do the other.
SIDE_BY_SIDE = (
    {"letters", "debts", "rules"},
    {"letters", "digital"},
    {"childcare", "family"},
    {"practice", "language", "interpreting"},
    {"pastime", "company"},
    {"company", "grief", "visit"},
    {"company", "food"},
    {"company", "walk"},
    {"respite", "visit", "company"},
    {"walk", "sport"},
    {"chores", "garden"},
    {"things", "need"},
)


class Rules:
    """One offer beside one ask, with what whoever looks knows; what was contradicted does not count."""

    def __init__(
        self, *, wanted: Wanted, offered: Offered, known: Known, kinds: tuple[Kind, ...], asked: list[Kind]
    ) -> None:
        self.wanted, self.offered, self.known, self.kinds = wanted, offered, known, kinds
        self.against = frozenset(
            part for offer, said in known.against if offer == offered.offer for part in parts(said)
        )
        self.bond = known.bonds.get(offered.person)
        self.languages = tuple(code for code in offered.languages if f"tongue:{code}" not in self.against)
        self.speaks = tuple(code for code in wanted.tongues if code in self.languages)
        self.asked_kinds = asked
        self.away = between(wanted, offered)
        self.fitting = self.find_fitting()
        self.beside = [] if self.fitting else self.find_beside()

    def find_fitting(self) -> list[Kind]:
        """The kinds that are asked and offered: as they are ticked, or as whoever looks knows what somebody gives."""
        may = [kind for kind in self.asked_kinds if f"kind:{kind.key}" not in self.against and self.may_be(kind)]
        gives = self.bond.gives if self.bond else ""
        return [kind for kind in may if kind.key in self.offered.kinds or (gives and named_in(gives, [kind]))]

    def find_beside(self) -> list[Kind]:
        """What is offered and lies beside what is asked."""
        asked = {kind.key for kind in self.asked_kinds if self.may_be(kind)}
        near = kinds_beside(asked) - {one.key for one in self.asked_kinds}
        offered = [kind for kind in self.kinds if kind.key in self.offered.kinds and kind.key in near]
        return [kind for kind in offered if f"beside:{kind.key}" not in self.against]

    def may_be(self, kind: Kind) -> bool:
        return kind.key not in BY_TONGUE or not self.wanted.tongues or bool(self.speaks)

    def grounds(self) -> list[Said]:
        """Every reason that holds, the strongest first."""
        rules = (
            self.named, self.helped, self.kind_of_help, self.tongue, self.time, self.close, self.lived, self.likes,
            self.trade, self.trained, self.near, self.also_speaks, self.woman_or_man, self.free,
        )  # fmt: skip
        found = [said for rule in rules for said in rule()]
        return [said for said in found if said.ground not in self.against]

    # -- what whoever looks knows ------------------------------------------------------------------------------------

    def named(self) -> Iterator[Said]:
        if self.offered.person in self.known.named:
            yield Said("named", _("%(name)s is zelf genoemd.") % {"name": self.offered.name}, NAMED)

    def helped(self) -> Iterator[Said]:
        before = self.known.helped.get(self.offered.person)
        if before is None:
            return
        counts = HELPED if self.fitting or self.beside else HELPED_OTHERWISE
        if before.words:
            yield Said("helped", _("Hielp al eerder: “%(words)s”.") % {"words": before.words.rstrip(".")}, counts)
        elif before.times > 1:
            yield Said("helped", _("Hielp al %(n)s keer.") % {"n": before.times}, counts)
        else:
            yield Said("helped", _("Hielp al eerder."), counts)

    def close(self) -> Iterator[Said]:
        if not self.bond:
            return
        said = {"gives": self.bond.gives.rstrip("."), "name": self.wanted.name}
        if self.wanted.about == self.known.by:
            words = _("Jullie kennen elkaar: %(gives)s.") if self.bond.gives else _("Jullie kennen elkaar.")
        else:
            words = _("Kent %(name)s: %(gives)s.") if self.bond.gives else _("Kent %(name)s.")
        yield Said("bond", words % said, CLOSE if self.bond.close else KNOWN)

    # -- what is asked and offered -----------------------------------------------------------------------------------

    def kind_of_help(self) -> Iterator[Said]:
        if self.fitting:
            exact = same_word(self.wanted.line, " . ".join(self.offered.words), self.fitting)
            words = _("Biedt dit aan: %(kind)s.") % {"kind": self.fitting[0].name}
            yield Said(f"kind:{self.fitting[0].key}", words, KIND + SAME * exact)
        elif self.beside:
            words = _("Biedt iets aan dat erop lijkt: %(kind)s.") % {"kind": self.beside[0].name}
            yield Said(f"beside:{self.beside[0].key}", words, BESIDE)

    def trade(self) -> Iterator[Said]:
        """Who knows the trade that is asked about; where it is a talk about work, that is what is asked."""
        good = [one.what for one in self.offered.traits if trade_in_common(self.wanted.line, one.what)]
        good += [one.what for one in self.offered.traits if one.what not in good and self.is_kin(one.what)]
        if good:
            is_it = self.wanted.heard.is_about("work") and not self.fitting
            yield Said("trade", _("Kent het vak: %(what)s.") % {"what": good[0].rstrip(".")}, KIND if is_it else TRADE)

    def is_kin(self, what: str) -> bool:
        return bool(self.fitting) and (kin(self.wanted.line, what) or bool(named_in(what, self.fitting)))

    def tongue(self) -> Iterator[Said]:
        for code in self.speaks:
            yield Said(
                f"tongue:{code}",
                _("Spreekt %(languages)s.") % {"languages": tongue(code)},
                TONGUE if code == self.speaks[0] else 0,
            )

    def also_speaks(self) -> Iterator[Said]:
        """A language of whom it is for, beside Dutch."""
        for code in self.wanted.languages:
            if code in self.languages and code not in ("nl", *self.speaks):
                words = _("Spreekt %(languages)s.") % {"languages": tongue(code)}
                yield Said(f"tongue:{code}", words, ALSO_SPEAKS)

    def time(self) -> Iterator[Said]:
        """When it can be: what was asked and given up both; without a time asked, what was given up."""
        free = [slot for slot in self.offered.week if f"time:{slot}" not in self.against]
        both = [slot for slot in free if slot in self.wanted.week]
        if both or (free and not self.wanted.week):
            of_use = self.fitting or self.beside or not self.asked_kinds
            ground = "time:" + "+".join(in_order(both or free))
            yield Said(ground, when_it_can_be(both or free), TIME if both and of_use else 0)

    # -- shared ground -----------------------------------------------------------------------------------------------

    def lived(self) -> Iterator[Said]:
        for theirs in (one.what for one in self.offered.traits if one.kind == "lived"):
            mine = (one.what for one in self.wanted.traits if one.kind == "lived")
            if any(lived_in_common(one, theirs) for one in mine):
                yield Said("lived", _("Maakte het zelf mee: %(what)s.") % {"what": theirs.rstrip(".")}, LIVED)
                return

    def likes(self) -> Iterator[Said]:
        """What both can or like: the one has done for years what the other offers."""
        for mine in (one.what for one in self.wanted.traits if one.kind != "lived"):
            if any(kin(mine, one) or trade_in_common(mine, one) for one in self.offered.words):
                words = _("Hierin vinden jullie elkaar: %(what)s.")
                if self.wanted.about != self.known.by:
                    words = _("Deelt met %(name)s: %(what)s.")
                said = {"what": mine.rstrip("."), "name": self.wanted.name}
                yield Said("likes", words % said, LIKES)
                return

    def trained(self) -> Iterator[Said]:
        helps = any(kind.key in BY_TRAINING for kind in (*self.fitting, *self.beside))
        if helps and self.offered.holds("training", on=self.wanted.today):
            yield Said("trained", _("Heeft hiervoor een training gedaan."), TRAINED)

    def near(self) -> Iterator[Said]:
        if self.wanted.wish.not_near:
            if self.offered.spot.area and self.offered.spot.area != self.wanted.spot.area:
                yield Said("near", _("Woont in een andere buurt, zoals gevraagd."), WISHED)
            return
        away = self.away
        same = bool(self.wanted.spot.area) and self.wanted.spot.area == self.offered.spot.area
        if away is None or away > 1500:
            if same:
                yield Said("near", _("Woont in dezelfde buurt."), NOT_FAR)
        else:
            counts = AROUND_THE_CORNER if away < 150 else NEAR if away < 600 or same else NOT_FAR
            yield Said("near", lives_near(away), counts)

    def woman_or_man(self) -> Iterator[Said]:
        says = said_to_be(self.offered.words) if self.wanted.wish.somebody else ""
        if self.wanted.wish.woman and says == "woman":
            yield Said("wish", _("Is een vrouw, zoals gevraagd."), WISHED)
        if self.wanted.wish.man and says == "man":
            yield Said("wish", _("Is een man, zoals gevraagd."), WISHED)

    def free(self) -> Iterator[Said]:
        if not self.offered.asked and not self.offered.resting and not self.offered.group:
            yield Said("free", _("Is deze maand nog niet gevraagd."), FREE)


def when_it_can_be(slots: Iterable[str]) -> object:
    words = _("Kan %(when)s.") if len(days_in(slots)) == len(DAYS) else _("Kan op %(when)s.")
    return words % {"when": week_said(slots)}


def _lives_near(away: float) -> str:
    return reasons.lives_near(away)[0]


week_said, tongue = lazy(say_week, str), lazy(reasons.tongue, str)
lives_near = lazy(_lives_near, str)


def kinds_beside(asked: Iterable[str]) -> set[str]:
    """The kinds of help that lie beside these."""
    asked = set(asked)
    return {key for those in SIDE_BY_SIDE if asked & those for key in those} - asked


def parts(ground: str) -> list[str]:
    """What is said against several parts of a week is said against each."""
    return [f"time:{slot}" for slot in ground[5:].split("+")] if ground.startswith("time:") else [ground]


def asked_kinds(wanted: Wanted, kinds: tuple[Kind, ...]) -> list[Kind]:
    """What is asked; who looks for somebody who lived through the same, asks for what they themselves lived through."""
    asked = list(wanted.heard.clear)
    if wanted.wish.lived_it:
        own = [kind for one in wanted.traits if one.kind == "lived" for kind in named_in(one.what, kinds)]
        return own or asked
    return asked


def between(wanted: Wanted, offered: Offered) -> float | None:
    one, other = wanted.spot, offered.spot
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return metres(one.latitude, one.longitude, other.latitude, other.longitude)
