"""Whatever stands in a map that is brought in: what goes out and comes back says the same, with the same keys."""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nabij.directory.hsds.packing import as_document, pack
from nabij.directory.hsds.reading import directory_of
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.settling import ORDER
from nabij.directory.hsds.tables import TABLES
from nabij.directory.load import _values, model_of

# What people and systems write, and what only a quarrelsome machine would.
SAID = (
    *(
        "",
        " ",
        "NULL",
        '"Soep"',
        '"\ufeffx"',
        "\\n",
        "a\\\\nb",
        "\x00",
        "=1+1",
        "+31 299",
        "-",
        "a,b",
        "a;b|c",
        "[]",
        "{}",
    ),
    *(
        "9:00",
        "09:00",
        "1am",
        "24:00",
        "13:00:00",
        "noon",
        "Mon-Fri 9-17",
        "ma t/m vr 9.00-17.00",
        "24/7",
        "di",
        "MO,TU",
    ),
    *("3/4/2020", "2020-04-03", "1 mei 2021", "2023-03-15T10:30:45.123Z", "2023-03-15T10:30", "1999"),
    *("http:/x.nl", "www.wheermolen.nl/é [1]", "https://x.nl/100%", "mailto:a@b.nl", "a@b.nl", "geen adres"),
    *("1,5", "€ 4", "012", "12", "1e20", "0.00001", "52.5", "-181", "ask for Jan", "06 1 ext 2", "x"),
    *("English and Spanish", "Nederlands", "nl", "active", "A", "temporarily closed", "physical", "postbus", "WEEKLY"),
    *("service", "services", "organization", "phones", '{"a": 1}', "true", "\r\n", "twee\nregels", "twee\rregels"),
)
WORDS = st.sampled_from(SAID) | st.text(max_size=8)
SOMETHING = WORDS.filter(lambda said: len(said.strip()) > 1)
KEYS = (
    *("1", "1", "1", "2", "2", "s1", "1, 2", "nergens"),
    *("6f1e5f0a-6b0c-5c0e-9d5e-2b7b8a1f3c47", "0A1E5F0A-6B0C-4C0E-9D5E-2B7B8A1F3C47"),
)


@st.composite
def maps(draw: st.DrawFn) -> dict[str, list[dict[str, str]]]:
    """A list of rows for each table, with columns of any version and of nobody."""
    document = {}
    for table in draw(st.lists(st.sampled_from(ORDER), min_size=1, max_size=12, unique=True)):
        known = TABLES[table]
        keys = {"id", *known.links, "link_id", "resource_id"}
        columns = st.sampled_from((*known.columns, *sorted(known.left_over), "kleur", "extra", "virtual", "closed"))
        rows = []
        for _row in range(draw(st.integers(1, 3))):
            names = draw(st.lists(columns, max_size=8, unique=True))
            row = {name: draw(st.sampled_from(KEYS) if name in keys else WORDS) for name in names}
            needs = ["id", *(link for link in keys if link in known.columns), *known.needs.replace("|", " ").split()]
            row |= {name: draw(st.sampled_from(KEYS) if name in keys else SOMETHING) for name in needs}
            rows.append(row)
        document[table] = rows
    return document


def settled(path: Path) -> dict[tuple[str, Any], dict[str, Any]]:
    """What the database would hold of it, without saying where it came from."""
    tables = directory_of(path, source="x", report=Report(), known=lambda *_: False, progress=lambda *_: None)
    rows = {}
    for table, those in tables.items():
        fields = list(model_of(table)._meta.concrete_fields)
        for row in those:
            told = dict(_values(row, fields, "x"))
            for origin in ("came_from", "source_key", "by_content"):
                told.pop(origin)
            rows[(table, row.id)] = told
    return rows


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=maps())
def test_any_map_comes_back(document):
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "in.json"
        first.write_text(json.dumps(document))
        was = settled(first)
        if not was:
            return
        tables = [(table, [row for (of, _key), row in was.items() if of == table]) for table in ORDER]
        out, bundle = Path(folder) / "uit.json", io.BytesIO()
        out.write_text(json.dumps(as_document(tables)))
        pack(tables, into=bundle)
        (Path(folder) / "uit.zip").write_bytes(bundle.getvalue())
        assert settled(out) == was
        assert settled(Path(folder) / "uit.zip") == was
