"""People's names in running text: "kim", "mw. Lansink", "Riet Kuiper", "buurman met de hond", "Emine's zoon".

A name that is also a word ("wil", "mei", "post") counts only where it can be nothing else.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nabij.moments.oneline import dutchverbs as verbs
from nabij.moments.oneline.daywords import MONTH_OF, WEEKDAYS
from nabij.moments.oneline.dutchclauses import ROLES, Clauses
from nabij.moments.oneline.reading import Known, Span

TITLES = verbs.words("mw mevr mevrouw mvr dhr hr heer meneer mijnheer fam familie dr")
FAMILY = verbs.words("fam familie")
INFIXES = verbs.words("de den der van het 't te ten ter el al la le da dos du di bin ibn op in ’t")
KIN = verbs.words("buurman buurvrouw oom tante opa oma zus broer dochter zoon neef nicht vriend vriendin collega juf")
# With these the whole is the name ("oma Pinas"); with the rest only what follows ("zus Ineke").
KIN_NAMES = verbs.words("buurman buurvrouw oom tante opa oma juf")
# First names that are words as well.
ALSO_WORDS = verbs.words(
    "wil mei roos hoop storm bloem fleur linde iris fee lot joy mark max bo april juni juli augustus bas wolf beer "
    "lente zon an ten els door han jet puck rein co do ben lies ad toon floor merel pip lieve rijk kort will leen does "
    "wout rust pa ma mam bea goud zilver brand dag nu toe sien maan engel prins"
)
_NO_NAME = verbs.words(
    "het dat dit hij zij ze ik jij je we wij jullie iedereen niemand alles niets wie wat er toen daar nu alleen dan "
    "gisteren vandaag morgen de een"
) | frozenset(WEEKDAYS)
_NO_SURNAME = _NO_NAME | frozenset(MONTH_OF) | verbs.words("wmo uwv ind ggd svb cjg digid en is was")
_STREET = re.compile(r"(?:straat|laan|weg|plein|hof|kade|gracht|dijk|singel|park|pad|steeg|dreef|wal|school)$", re.I)
_PLACE = re.compile(r"(?:markt|kerk|huis|flat|buurt|winkel|straat|laan|plein|school)$", re.I)
_HAS = verbs.words("is heeft weet zit staat kan mag wil ligt slaapt woont")
_WAS_THERE = re.compile(r"(?<!\S)(?P<who>[A-ZÀ-ÞŁŚŞĞİ][\w'’-]{1,30}) (?:was|kwam) (?:er )?(?:ook|bij|erbij)\b")


def fold(word: str) -> str:
    """A name as one compares it: small letters, no accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@dataclass(frozen=True)
class Name(Span):
    """A name found in a text ("naam"): of one, of one among several, or of somebody new."""

    words: str
    people: tuple[Known, ...] = ()

    @property
    def keys(self) -> tuple[Hashable, ...]:
        return tuple(known.key for known in self.people)

    @property
    def shown(self) -> str:
        return self.people[0].names[0] if len(self.people) == 1 else self.words


@dataclass(frozen=True)
class Token(Span):
    """One word of a text, as written and as compared ("woord")."""

    says: str
    folded: str
    after: str  # What stands between the word before and this one.


_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def tokens_of(text: str) -> list[Token]:
    found: list[Token] = []
    for m in _TOKEN.finditer(text):
        gap = text[found[-1].end if found else 0 : m.start()]
        found.append(Token(m.start(), m.end(), m[0], fold(m[0]), gap))
    return found


class Names:
    """The names of the people a writer may see, looked up by the words of one text."""

    def __init__(
        self, people: Iterable[Known], *, by: Known | None, presume: Sequence[Known], words: Iterable[str]
    ) -> None:
        self.people = (*presume, *people)
        self._by, self._presume = by, frozenset(known.key for known in presume)
        self._phrases: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        self._last: dict[tuple[str, ...], list[Known]] = {}
        self._alike: dict[str, tuple[Hashable, ...]] = {}
        present = {form for word in words for form in _forms(word)}
        for known in self.people:
            for name in known.names:
                self._learn(known, name, present)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _learn(self, known: Known, name: str, present: set[str]) -> None:
        parts = fold(name).replace(".", "").split()
        if not parts or (parts[0] not in present and parts[-1] not in present):
            return
        self._phrases.setdefault(parts[0], []).append((tuple(parts), known))
        # "de vrouw van 27" and "oma Pinas" are whole: neither "de" nor "oma" alone is she.
        if parts[0] in KIN | INFIXES or (known.known_as and parts[0] not in TITLES):
            return
        if len(parts) > 1:
            self._last.setdefault(_without_infixes(parts[1:]), []).append(known)
            if parts[0] not in TITLES and len(parts[0]) > 1:
                self._phrases[parts[0]].append(((parts[0],), known))

    def chosen(self, people: Iterable[Known]) -> tuple[Known, ...]:
        """One of each; those of this story first, and the writer only when nobody else fits."""
        found = tuple({known.key: known for known in people}.values())
        here = tuple(known for known in found if known.key in self._presume)
        found = here or found
        others = tuple(known for known in found if not self.is_writer(known))
        return others or found

    def is_writer(self, known: Known) -> bool:
        return self._by is not None and known.key == self._by.key

    def phrase_at(self, tokens: Sequence[Token], i: int) -> tuple[int, tuple[Known, ...]]:
        """How many words from here are a known name, and whose; the longest wins."""
        for form in _forms(tokens[i].folded):
            best, people = 0, list[Known]()
            for parts, known in self._phrases.get(form, ()):
                if len(parts) < best:
                    break
                if len(parts) == 1 or _runs(parts[1:], tokens, i + 1):
                    best, people = len(parts), [*people, known]
            if best:
                return best, self.chosen(people)
        return 0, ()

    def last_name_at(self, tokens: Sequence[Token], i: int) -> tuple[int, tuple[Known, ...]]:
        """How many words from here are a surname, and whose."""
        end = i
        while end < len(tokens) and tokens[end].folded in INFIXES:
            end += 1
        for length in range(min(len(tokens) - end, 3), 0, -1):
            words = tokens[end : end + length]
            people = self._last.get(_without_infixes([word.folded for word in words]))
            if people and all(word.after.isspace() or word is tokens[i] for word in tokens[i : end + length]):
                return end + length - i, self.chosen(people)
        return 0, ()

    def named(self, keys: Iterable[Hashable]) -> tuple[Known, ...]:
        """Those with these keys."""
        wanted = frozenset(keys)
        return tuple({known.key: known for known in self.people if known.key in wanted}.values()) if wanted else ()

    def alike(self, name: str) -> tuple[Hashable, ...]:
        """Whom somebody may have meant by a name that nobody has."""
        wanted = " ".join(word for word in fold(name).split() if word not in KIN)
        if wanted not in self._alike:
            near = (known.key for known in self.people if any(_is_alike(wanted, fold(name)) for name in known.names))
            self._alike[wanted] = tuple(dict.fromkeys(near))[:3] if len(wanted) > 2 else ()
        return self._alike[wanted]


def _forms(word: str) -> tuple[str, ...]:
    """ "emine's" may be "emine" and "riets" "riet"; "hans" stays who he is when there is a Hans."""
    if word.endswith(("'s", "’s")):
        return word, word[:-2]
    of_somebody = word.endswith("s") and len(word) > 3 and word not in ("hans", "jans", "lots")
    return (word, word[:-1]) if of_somebody else (word,)


def _without_infixes(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in INFIXES) or tuple(parts)


def _runs(parts: Sequence[str], tokens: Sequence[Token], i: int) -> bool:
    """The words that follow are these, with nothing but spaces between."""
    follow = tokens[i : i + len(parts)]
    return len(follow) == len(parts) and all(
        part in _forms(token.folded) and token.after.isspace() for part, token in zip(parts, follow, strict=True)
    )


def _is_alike(wanted: str, name: str) -> bool:
    """One letter more, less or other; or the first name alone."""
    first = name.split()[0] if name.split() else ""
    near = (whole for whole in (name, first) if whole[:1] == wanted[:1] and abs(len(whole) - len(wanted)) < 2)
    return any(SequenceMatcher(None, wanted, whole).ratio() >= 0.8 for whole in near)


class Finder:
    """Finds names in the plain words of one text, outside its signs."""

    def __init__(self, text: str, *, tokens: Sequence[Token], names: Names, clauses: Clauses) -> None:
        self.text, self.tokens, self.names, self.clauses = text, tokens, names, clauses
        self.at = {token.start: i for i, token in enumerate(tokens)}

    def find(self) -> Iterator[Name]:
        i = 0
        while i < len(self.tokens):
            skip, length, people = self._name_at(i)
            if length:
                start, end = self.tokens[i + skip].start, self.tokens[i + skip + length - 1].end
                yield Name(start, end, self.text[start:end], people)
            i += max(skip + length, 1)

    def _name_at(self, i: int) -> "Hit":
        """How many words to leave, how many are a name, and whose."""
        token = self.tokens[i]
        if street := self._street_at(i):
            return street, 0, ()
        if token.folded in TITLES:
            return self._titled_at(i)
        length, people = self.names.phrase_at(self.tokens, i)
        if length > 1:
            return 0, length, people
        if length == 1 and self._is_a_name_here(i):
            more = self._other_surname_at(i, people)
            return (0, 1 + more, ()) if more else (0, 1, people)
        return self._kin_at(i) if token.folded in KIN else self._newcomer_at(i)

    def after_sign(self, i: int) -> tuple[int, tuple[Known, ...]]:
        """The name right behind an `@`: there any word is one, also "wil" and a surname alone."""
        length, people = self.names.phrase_at(self.tokens, i)
        if length == 1 and i + 1 < len(self.tokens) and self.tokens[i + 1].folded in INFIXES:
            more = self._other_surname_at(i, people)
            return (1 + more, ()) if more else (1, people)
        if not length and self.tokens[i].folded in TITLES:
            _skip, length, people = self._titled_at(i)
        if not length:
            length, people = self.names.last_name_at(self.tokens, i)
        if not length:
            _skip, length, people = self._kin_at(i) if self.tokens[i].folded in KIN_NAMES else NOBODY
        return (length, people) if length else (1 + self._more_of_newcomer_at(i), ())

    def _more_of_newcomer_at(self, i: int) -> int:
        """ "@Karel de Vries", "@de buurvrouw": how many words more a new name has."""
        spaced = i + 1 < len(self.tokens) and self.tokens[i + 1].after.isspace()
        return int(spaced) if self.tokens[i].folded in INFIXES else self._other_surname_at(i, ())

    def _street_at(self, i: int) -> int:
        """ "Riet Kuiperstraat", "jan van galenstraat": nobody."""
        j = i + 1
        while j < len(self.tokens) and self.tokens[j].folded in INFIXES:
            j += 1
        if j >= len(self.tokens) or not _STREET.search(self.tokens[j].says):
            return 0
        named_after = j > i + 1 or self.tokens[j].says[0].isupper()
        return j + 1 - i if named_after and self.names.phrase_at(self.tokens, i)[0] else 0

    def _titled_at(self, i: int) -> "Hit":
        j = i + 1
        if j >= len(self.tokens) or not re.fullmatch(r"[.]\s{0,3}|\s{1,3}", self.tokens[j].after):
            return NOBODY
        for length, people in (self.names.last_name_at(self.tokens, j), self.names.phrase_at(self.tokens, j)):
            if length:
                return 0, 1 + length, people
        length = self._surname_length(j)
        return (0, 1 + length, ()) if length else NOBODY

    def _surname_length(self, i: int) -> int:
        """An unknown surname: small words and one with a capital."""
        j = i
        while j < len(self.tokens) and self.tokens[j].folded in INFIXES:
            j += 1
        if j >= len(self.tokens) or not self.tokens[j].says[0].isupper() or self.tokens[j].folded in _NO_SURNAME:
            return 0
        spaced = all(token.after.isspace() for token in self.tokens[i + 1 : j + 1])
        return j + 1 - i if spaced else 0

    def _other_surname_at(self, i: int, people: tuple[Known, ...]) -> int:
        """ "Jan de Wit" is not Jan Groen: how many words more his name has."""
        j = i + 1
        if j >= len(self.tokens) or not self.tokens[j].after.isspace() or "'" in self.tokens[i].folded:
            return 0
        length = self._surname_length(j)
        if not length or self.names.phrase_at(self.tokens, j)[0]:
            return 0
        last = self.tokens[j + length - 1]
        own = any(fold(name).split()[-1][:3] == last.folded[:3] for known in people for name in known.names)
        return 0 if own or len(last.says) < 3 or last.says.isupper() or _PLACE.search(last.says) else length

    def _is_a_name_here(self, i: int) -> bool:
        token, before = self.tokens[i], self.tokens[i - 1].folded if i else ""
        if token.says in MONTH_OF and before in ("in", "sinds", "vanaf", "begin", "eind", "half"):
            return False
        if token.folded not in ALSO_WORDS and len(token.folded) > 2:
            return True
        if token.says[0].islower():
            return before == "bij" and token.folded not in MONTH_OF
        sentence = self.clauses.sentence(token)
        if self.text[sentence.start : token.start].strip(" \t\n\"“‘'(;"):
            return True
        return self._is_a_verb(i + 1) or len(self.tokens) == 1

    def _is_a_verb(self, i: int) -> bool:
        word = self.tokens[i].folded if i < len(self.tokens) else ""
        return verbs.is_past(word) or verbs.does(word) or verbs.happens(word) or word in _HAS

    def _kin_at(self, i: int) -> "Hit":
        """ "buurman Kees", "oma Pinas"; after "zus" only her own name."""
        j = i + 1
        if j >= len(self.tokens) or not self.tokens[j].after.isspace() or self.names.phrase_at(self.tokens, j)[0]:
            return NOBODY
        if self.tokens[j].folded in INFIXES or not self._surname_length(j):
            return NOBODY
        return (0, 2, ()) if self.tokens[i].folded in KIN_NAMES else (1, 1, ())

    def _newcomer_at(self, i: int) -> "Hit":
        """ "Mei was er ook": somebody whom nobody knew."""
        found = _WAS_THERE.match(self.text, self.tokens[i].start)
        return (0, 1, ()) if found and self.tokens[i].folded not in _NO_NAME | ROLES else NOBODY


Hit = tuple[int, int, tuple[Known, ...]]
NOBODY: Hit = (0, 0, ())
