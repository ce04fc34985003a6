"""Every pair of colours that is used together can be read: WCAG 2.2 AA, by day and in the evening."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "nabij" / "web" / "assets" / "css" / "theme"
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *(("ink", on, TEXT) for on in ("paper", "paper-low", "table", "marker", "note", "danger-soft", "action-soft")),
    *(("ink-soft", on, TEXT) for on in ("paper", "table", "paper-low", "note")),
    *(("action", on, TEXT) for on in ("paper", "table", "note")),
    *(("action-deep", on, TEXT) for on in ("action-soft", "paper", "table")),
    ("on-action", "action", TEXT),
    ("on-action", "action-deep", TEXT),
    ("formal", "formal-soft", TEXT),
    ("formal", "paper", TEXT),
    ("formal-line", "paper", SHAPE),
    ("informal", "informal-soft", TEXT),
    ("informal", "paper", TEXT),
    ("informal-line", "paper", SHAPE),
    ("on-own", "own", TEXT),
    ("own", "own-soft", TEXT),
    ("own", "paper", TEXT),
    ("wait", "paper", TEXT),
    ("wait", "note", TEXT),
    ("danger", "paper", TEXT),
    ("danger", "danger-soft", TEXT),
    ("on-danger", "danger", TEXT),
    ("line-strong", "paper", SHAPE),
    ("line-strong", "table", SHAPE),
    ("focus", "table", SHAPE),
    ("focus", "paper", SHAPE),
]


def colours(name: str) -> dict[str, str]:
    return dict(re.findall(r"--nabij-color-([a-z-]+):\s*(#[0-9a-f]{6})", (THEME / name).read_text()))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("hour", ["day", "evening"])
@pytest.mark.parametrize(("over", "under", "least"), PAIRS)
def test_what_lies_on_it_can_be_read(over: str, under: str, least: float, hour: str) -> None:
    palette = colours("palette.css") | (colours("dark.css") if hour == "evening" else {})

    assert contrast(palette[over], palette[under]) >= least


def test_the_measure_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_evening_changes_every_colour_that_carries_words() -> None:
    assert {name for pair in PAIRS for name in pair[:2]} <= set(colours("dark.css"))
