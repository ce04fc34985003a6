"""Keeps the English beside the Dutch: `make words` adds what is new to the .po file and drops what is gone.

The message ids are the Dutch sentences, read from templates and from calls of gettext; no gettext tools are needed.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tests.shape.house import NABIJ, ours, python, short, tree

ENGLISH = NABIJ / "locale" / "en" / "LC_MESSAGES" / "django.po"
CALL = re.compile(r"""(?<!\w)(n?p?)gettext(?:_lazy)?\(|(?<!\w)(_)\(""")
STRING = re.compile(r"""\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?""", re.DOTALL)
FUNCTIONS = {"_": "", "gettext": "", "ngettext": "n", "pgettext": "p", "npgettext": "np"}

# (context, sentence, plural): what Catalog asks for.
Message = tuple[str | None, str, str | None]


def as_message(kind: str, strings: list[str]) -> Message:
    context = strings.pop(0) if "p" in kind else None
    return context, strings[0], strings[1] if "n" in kind else None


def in_template(source: str) -> Iterator[Message]:
    code = templatize(source)
    for call in CALL.finditer(code):
        strings, place = list[str](), call.end()
        while found := STRING.match(code, place):
            strings.append(ast.literal_eval(found[1]))
            place = found.end()
        if strings:
            yield as_message(call[1] or "", strings)


def in_code(path: Path) -> Iterator[Message]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            kind = FUNCTIONS.get(ast.unparse(node.func).split(".")[-1].removesuffix("_lazy"))
            strings = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if kind is not None and strings:
                yield as_message(kind, strings)


def wanted() -> dict[Message, list[str]]:
    """Every sentence of the product, with the files it stands in."""
    found: dict[Message, list[str]] = {}
    for path in ours(".html", ".txt", under=NABIJ / "web"):
        for message in in_template(path.read_text()):
            found.setdefault(message, []).append(short(path))
    for path in python(under=NABIJ):
        for message in in_code(path):
            found.setdefault(message, []).append(short(path))
    return found


def empty() -> Catalog:
    """Without dates and names in its head, so that the file changes only when a sentence does."""
    began = datetime(2026, 11, 21, tzinfo=UTC)
    catalog = Catalog(
        locale="en", project="Nabij", charset="utf-8", fuzzy=False, creation_date=began, revision_date=began
    )
    catalog.header_comment = "# English beside the Dutch. `make words` keeps the sentences, people write the English."
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = "Nabij contributors"
    return catalog


def catalogue() -> Catalog:
    if not ENGLISH.exists():
        return empty()
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def untranslated(catalog: Catalog) -> list[str]:
    """The sentences that have no English, or only half of it."""
    missing = []
    for context, sentence, _plural in wanted():
        entry = catalog.get(sentence, context)
        said = entry.string if entry and not entry.fuzzy else ""
        if not all(said if isinstance(said, tuple | list) else [said]):
            missing.append(sentence)
    return missing


def main() -> int:
    old = catalogue()
    new = empty()
    for (context, sentence, plural), places in sorted(wanted().items(), key=lambda one: (min(one[1]), one[0][1])):
        said = (sentence, plural) if plural else sentence
        was = old.get(sentence, context)
        kept = was.string if was and was.id == said else None
        where = [(place, 0) for place in sorted(set(places))]
        # A sentence with a % in it is filled in by name, which Babel then checks.
        new.add(said, kept, where, context=context)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, new, width=110, include_lineno=False, omit_header=False)
    for sentence in untranslated(new):
        sys.stdout.write(f"no English yet: {sentence}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
