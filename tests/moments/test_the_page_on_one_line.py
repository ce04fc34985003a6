"""What the user guide says of the one line is what it does. Given day: Wednesday 18 November 2026."""

import re
from pathlib import Path

from tests.moments.given import come_backs, offers, understand

PAGE = (Path(__file__).parents[2] / "docs" / "guide" / "een-regel.md").read_text()


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def test_every_day_word_in_its_table_is_a_day_behind_the_sign():
    rows = [row.split("|")[1] for row in section("Dagen").splitlines() if row.startswith("| `")]
    words = [word for row in rows for word in re.findall(r"`([^`]+)`", row)]
    days, hours = [w for w in words if not re.search(r"\d[.:u]|kwart|half", w)], [w for w in words if w not in rows]
    assert len(days) > 15
    assert [word for word in days if understand(f"!{word} bellen").come_backs[0].day is None] == []
    clocks = [word for word in hours if word not in days]
    assert [word for word in clocks if understand(f"!vrijdag {word} bellen").come_backs[0].at is None] == []
    assert len(clocks) == 5


def test_what_it_says_is_asked_is_asked():
    for words in ("volgende vrijdag", "volgende week", "volgende maand", "volgend weekend", "maandag of dinsdag"):
        assert words in section("Dagen").lower()
        assert len(understand(f"!{words} bellen").come_backs[0].days) > 1


def test_what_it_says_is_no_day_is_none():
    last = section("Dagen").split("Zonder `!` let Nabij")[1]
    notes = re.findall(r"`([^`]+)`", last.split("Een getal met een streep")[0])
    assert len(notes) == 7
    assert [note for note in notes if offers(understand(note), "come_back", "promise")] == []
    assert offers(understand("voor 1-12 betalen"), "come_back")


def test_its_first_example_is_read_as_it_says():
    (example,) = re.findall(r"^> (.+)$", PAGE, re.MULTILINE)
    reading = understand(example)
    assert [m.name for m in reading.mentions] == ["Riet Kuiper"]
    assert [theme.name for theme in reading.themes] == ["eenzaam"]
    assert come_backs(reading)[0][1] == "Ineke bellen"


def test_whose_promise_it_says_it_is():
    assert [o.whose.key for o in understand("Chantal belt vrijdag", by="jan").offers if o.whose] == ["chantal"]
    assert [o.whose.key for o in understand("Ik breng morgen de sleutel", by="jan").offers if o.whose] == ["jan"]
    assert not [o for o in understand("maandag samen openmaken", by="jan").offers if o.whose]
