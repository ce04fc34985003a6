"""The words: code and screens call a thing by one name each, docs/words.md binds them, some words stay off screens."""

import re

from django.apps import apps
from django.db.models import Model

from tests.shape.house import ROOT, floors, table
from tests.shape.screen import Text, in_code, in_templates

PAGE = ROOT / "docs" / "words.md"

# The fifteen words never on a screen, and where three of them may stand all the same.
NEVER = {
    "cliënt, klant: makes a person one side of a counter": r"cli[eë]nt(en)?|klant(en)?",
    "casus, dossier: a life is not a file": r"casus(sen)?|dossiers?",
    "zelfredzaamheid: says do not ask": r"zelfredzaam\w*",
    "eigen kracht: stings when there is none today": r"eigen kracht",
    "doelgroep: nobody feels part of one": r"doelgroep(en)?",
    "kwetsbaar: a label": r"kwetsba\w+",
    "zorgmijder: perhaps with reason": r"zorgmijd\w+",
    "multiprobleem: counts troubles as a name": r"multiprobleem\w*",
    "traject: sounds like being sent": r"traject(en)?",
    "indicatie: say what must be arranged": r"indicaties?",
    "melden, melding: sounds like police": r"meld(en|ing|ingen)",
    "opschalen, regie, interventie: words for moving people": r"opschal\w+|regie|interventies?",
    "score, match, risico: nobody is scored": r"scores?|match(es)?|risico\W?s?",
}
EENZAAM = r"eenza\w+"
FORMAL = r"(in)?form(eel|ele)"


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("nabij.")]


def spoken(name: str) -> str:
    """WayToReach -> way to reach."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def nouns() -> dict[str, tuple[str, str]]:
    """{code: (room, screen)} of the rows that name a noun of a room."""
    return {row[0]: (row[1].strip("`"), row[2]) for row in table(PAGE) if len(row) == 4 and row[1].startswith("`")}


def planned() -> dict[str, str]:
    return {row[0]: row[1] for row in table(PAGE) if len(row) == 4 and row[1].startswith("later")}


def fields() -> dict[str, str]:
    """{field: model} of the rows that name a field, written as `hat.can`."""
    return {row[0].strip("`"): row[1] for row in table(PAGE) if len(row) == 3 and row[0].startswith("`")}


def test_every_noun_is_on_the_page_in_its_room() -> None:
    missing = {
        model._meta.label
        for model in our_models()
        if nouns().get(spoken(model.__name__), ("",))[0] != model._meta.app_label
    }
    assert missing == set()


def test_the_page_names_no_noun_that_is_not_there() -> None:
    there = {spoken(model.__name__) for model in our_models()}
    assert set(nouns()) - there == set()
    assert set(planned()) & there == set()


def test_rooms_on_the_page_stand_in_the_house() -> None:
    rooms = {room for room, _ in nouns().values()} | {
        row.removeprefix("later: ").strip("`") for row in planned().values()
    }
    assert rooms - set(floors()) == set()


def test_every_field_on_the_page_exists() -> None:
    there = {
        f"{spoken(model.__name__).replace(' ', '_')}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.concrete
    }
    assert set(fields()) - there == set()
    assert fields()


def test_a_noun_is_one_sentence_with_its_dutch_word() -> None:
    wrong = []
    for model in our_models():
        said = (model.__doc__ or "").strip()
        screen = nouns().get(spoken(model.__name__), ("", "?"))[1]
        if "\n\n" in said or not said.endswith(".") or f'"{screen}"' not in said:
            wrong.append(f"{model._meta.label}: {said!r} lacks {screen!r}")
    assert wrong == []


def test_words_that_hurt_stay_off_the_screens() -> None:
    assert [said for text in on_screens() for said in hurting(text)] == []


def test_eenzaam_is_no_heading_and_no_label() -> None:
    """In somebody's own words, in a theme and in search it may stand."""
    heads = ("h1", "h2", "h3", "h4", "label", "legend", "th", "dt", "button", "caption", "badge")
    assert [text for text in in_templates() if has(EENZAAM, text) and text.stands_in(*heads)] == []


def test_formal_and_informal_stand_in_legends_filters_and_measures_only() -> None:
    may = ("legend", "filter", "filters", "sieve", "option", "table", "figcaption", "svg", "gallery")
    assert [text for text in in_templates() if has(FORMAL, text) and not text.stands_in(*may)] == []


def test_screens_speak_calmly() -> None:
    assert [text for text in on_screens() if re.search(r"[\w.]!(?!\w)", text.text)] == []


def test_screens_say_je() -> None:
    """A letter from the municipality may say u; Nabij does not."""
    assert [text for text in on_screens() if has("u|uw", text)] == []


def on_screens() -> list[Text]:
    found = [*in_templates(), *in_code()]
    assert found
    return found


def has(pattern: str, text: Text) -> bool:
    return bool(re.search(rf"\b(?:{pattern})\b", text.text, re.IGNORECASE))


def hurting(text: Text) -> list[str]:
    return [f"{text.where} {why}: {text.text}" for why, pattern in NEVER.items() if has(pattern, text)]
