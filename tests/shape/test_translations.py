"""English second: every sentence of the screens has its English, and fills in the same names."""

import re

from tests.translations import catalogue, untranslated, wanted

NAMES = re.compile(r"%\((\w+)\)s")


def test_every_sentence_has_its_english() -> None:
    assert untranslated(catalogue()) == []


def test_no_english_is_left_of_a_sentence_that_is_gone() -> None:
    there = {(context, sentence) for context, sentence, _plural in wanted()}
    left = [(entry.context, one) for entry in catalogue() if entry.id for one in [first(entry.id)]]
    assert [sentence for context, sentence in left if (context, sentence) not in there] == []


def test_the_english_fills_in_the_same_names() -> None:
    wrong = [
        (one, english)
        for entry in catalogue()
        if entry.id
        for one, english in zip(forms(entry.id), forms(entry.string), strict=True)
        if english and set(NAMES.findall(one)) != set(NAMES.findall(english))
    ]
    assert wrong == []


def first(sentences: str | tuple[str, ...] | list[str] | None) -> str:
    return forms(sentences)[0]


def forms(sentences: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [sentences] if isinstance(sentences, str) else list(sentences or [])
