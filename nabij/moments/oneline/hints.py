"""Words that make Nabij ask: a number, a secret, a doubt, a question, a wait, a fright. It asks; it decides nothing."""

import re
from collections.abc import Iterator, Sequence

from nabij.moments import urgency
from nabij.moments.oneline.daywords import NUMBER_OF, number
from nabij.moments.oneline.dutchclauses import Clauses
from nabij.moments.oneline.names import Name
from nabij.moments.oneline.reading import Kind, Offer, Span

_I = re.IGNORECASE
_PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+31|0031)[ -]?(?:\(0\))?[1-9](?:[ -]?[0-9]){8}|06(?:[ -]?[0-9]){8}|"
    r"0[1-9][0-9]{1,2}(?:[ -]?[0-9]){6,7})(?![0-9])"
)
_FOR_ME = re.compile(r"\b(?:priv[eé]|geheim|niet (?:doorgeven|delen)|alleen voor mij)\b", _I)
_SECRET = re.compile(
    r"\bniet (?:\w+ ){0,4}(?:zeggen|vertellen|door(?:vertellen|zeggen|geven)|delen|verklappen)\b|"
    r"\b(?:zeg|vertel) (?:\w+ ){0,2}niet\b|\bniet dat (?:\w+ ){1,4}(?:weet|weten|leest|lezen)\b|"
    r"\b(?:mag|mogen|moet|moeten|hoeft|hoeven) (?:\w+ ){0,3}niet (?:te )?(?:weten|horen)\b|"
    r"\bniemand (?:\w+ ){0,3}weten\b|\b(?:onder|tussen) ons\b|\b(?:in vertrouwen|vertrouwelijk|geheim|priv[eé])\b",
    _I,
)
_TELLING = r"(?:zeggen|vertellen|doorvertellen|delen|doorgeven|opschrijven|melden|bespreken|doen)"
_DOUBT = re.compile(
    rf"\bof (?:ik|we|wij) (?:\w+ ){{0,3}}(?:mag|moet|mogen|moeten)(?: \w+){{0,2}} {_TELLING}\b|"
    rf"\b(?:mag|moet) (?:ik|je|dit|dat) (?:\w+ ){{0,3}}{_TELLING}\b|\bmet wie (?:kan|moet|zal) ik\b|"
    r"\bwat (?:moet ik|ik) (?:hier|er|daar)mee(?: moet)?\b|\bmaak (?:me|mij) (?:\w+ ){0,3}zorgen\b|"
    r"\bzit (?:me|mij) (?:\w+ ){0,2}(?:dwars|niet lekker)\b",
    _I,
)
_ASKS = "kan|kunnen|wil|willen|heeft|hebben|weet|weten|helpt|gaat|komt|rijdt|durft|zou|zin"
_ASK = re.compile(
    rf"(?:^|[.,;:!?\n(][ ]?|\ben )(?P<ask>wie (?:{_ASKS})\b|(?:kan|kunnen|wil|weet|heeft|is er) (?:\w+ )?iemand\b|"
    r"iemand (?:die|voor|om)\b(?=[^.!\n]{0,120}\?))|"
    r"\b(?P<wanted>gezocht\b|(?:(?:ik|we|wij) zoek(?:en)?|zoekt) (?:\w+ ){0,2}(?:iemand|vrijwilliger|maatje|hulp)\b)",
    _I,
)
_SENT_ON = re.compile(
    rf"(?:\b(?P<n>[0-9]{{1,2}}|{'|'.join(NUMBER_OF)}) (?:\w+ ){{1,2}})?\b"
    r"(?:doorgestuurd|doorverwezen|verwezen|aangemeld|doorgezet) (?:\w+ ){0,2}?"
    r"(?:naar|bij|aan) (?:(?:het|de|een) )?(?P<where>\w+)",
    _I,
)
_NO_ANSWER = re.compile(
    r"\b(?:niks|niets|nooit)(?: \w+){0,3} (?:gehoord|vernomen|teruggehoord)\b|"
    r"\bgeen (?:antwoord|reactie|bericht|terugkoppeling|teken)\b|\bwacht(?:en)? (?:\w+ ){0,2}op (?:antwoord|bericht)\b",
    _I,
)
_STREET = r"(?:straat|laan|weg|plein|hof|kade|gracht|dijk|singel|park|pad|steeg|dreef|dam|burg|wal|flat)"
_HOUSE = re.compile(
    rf"(?<!\w)(?:[A-ZÀ-Þ][\w'’-]{{0,40}}[ ]){{0,3}}[A-ZÀ-Þ][\w'’-]{{0,40}}?{_STREET}[ ](?:nr\.?[ ]|nummer[ ])?"
    r"[0-9]{1,4}(?:[ -]?[a-zA-Z](?!\w))?(?:[ ]?(?:#|-)[ ]?[0-9]{1,4})?(?!\w)|"
    r"(?<!\w)[1-9][0-9]{3}[ ]?[A-Z]{2}(?!\w)"
)


def is_secret(text: str, *, numbers: Sequence[Offer]) -> bool:
    """The writer asks not to pass it on: the readers' faces are shown larger. A private number alone is no secret."""
    return any(not (numbers and _FOR_ME.fullmatch(m[0])) for m in _SECRET.finditer(text))


def addresses(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in _HOUSE.finditer(text))


def numbers_to_keep(text: str, *, names: Sequence[Name], clauses: Clauses) -> Iterator[Offer]:
    """A telephone number beside somebody's name, or called private."""
    for m in _PHONE.finditer(text):
        sentence = clauses.sentence(Span(*m.span()))
        near = [name for name in names if sentence.start <= name.start < sentence.end]
        before = [name for name in near if name.end <= m.start()]
        whose = (before[-1:] or near[:1])[:1]
        private = bool(_FOR_ME.search(text, sentence.start, sentence.end))
        if whose or private:
            keys = whose[0].keys if whose else ()
            yield Offer(*m.span(), "reach", m[0], name=whose[0].shown if whose else "", keys=keys, private=private)


def questions(text: str, *, clauses: Clauses) -> Iterator[Offer]:
    """What could be asked of others; one question a sentence."""
    ends: set[int] = set()
    for m in _ASK.finditer(text):
        at = Span(m.start("ask" if m["ask"] else "wanted"), m.end())
        end = clauses.sentence(at).end
        start = at.start if m["ask"] else clauses.part(at).start
        words = text[start:end].rstrip(" ;\n\x00")
        if end not in ends:
            ends.add(end)
            start += len(words) - len(words.lstrip())
            yield Offer(start, start + len(words.lstrip()), "ask", words.lstrip())


def waiting(text: str) -> Iterator[Offer]:
    """People sent on, and nothing heard since."""
    silence = _NO_ANSWER.search(text)
    for m in _SENT_ON.finditer(text) if silence else ():
        count = number(m["n"]) if m["n"] else None
        yield Offer(*m.span(), "open_referral", m[0], name=m["where"], count=count)


def doubts(text: str) -> Iterator[Offer]:
    yield from _first(_DOUBT, text, kind="discuss")


def frights(text: str) -> Iterator[Offer]:
    """What may not be able to wait; the first such words of the text."""
    if found := sorted(urgency.places(text)):
        start, end = found[0]
        yield Offer(start, end, "urgent", text[start:end])


def _first(pattern: re.Pattern[str], text: str, *, kind: Kind) -> Iterator[Offer]:
    if m := pattern.search(text):
        yield Offer(*m.span(), kind, m[0])
