"""What people read: the text of templates and of the sentences in the code, with where it stands."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from tests.shape.house import NABIJ, at, ours, python, short, tree

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ_ALOUD = {"alt", "aria-label", "aria-description", "placeholder", "title", "value"}


@dataclass(frozen=True)
class Text:
    """A piece of text on a screen, and the elements around it."""

    where: str
    text: str
    around: tuple[str, ...] = ()

    def stands_in(self, *kinds: str) -> bool:
        """Whether an element around it is of one of these kinds: a tag, or part of a class's name."""
        return any(kind in element.split() for kind in kinds for element in self.around)


class Reader(HTMLParser):
    """Reads a template as a person does: text and what is read aloud, not the tags."""

    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where, self.open, self.found = where, list[str](), list[Text]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = f"{tag} {re.sub('[-_]+', ' ', dict(attrs).get('class') or '')}"
        for name, value in attrs:
            if name in READ_ALOUD and value:
                self.keep(value, element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        # Two branches of an {% if %} may open what is closed once: go back to the nearest one of that name.
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].split()[0] == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.keep(data)

    def keep(self, text: str, *more: str) -> None:
        if text.strip() and not (self.open and self.open[-1].split()[0] in ("script", "style")):
            line = self.getpos()[0]
            self.found.append(Text(f"{self.where}:{line}", " ".join(text.split()), (*self.open, *more)))


def without_tags(source: str) -> str:
    """A template with its literals in place of {% translate %}, and without its other tags; lines stay lines."""

    def blank(found: re.Match[str]) -> str:
        return "\n" * found[0].count("\n")

    source = re.sub(
        r"{#.*?#}|{% comment .*?{% endcomment %}|{% comment %}.*?{% endcomment %}", blank, source, flags=re.S
    )
    source = re.sub(
        r"""{%\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')[^%]*%}""", lambda m: m[1] or m[2] or "", source
    )
    source = re.sub(r"{%.*?%}", blank, source, flags=re.S)
    return re.sub(r"{{.*?}}", blank, source, flags=re.S)


def templates() -> list[Path]:
    return list(ours(".html", ".txt", under=NABIJ))


def in_templates() -> Iterator[Text]:
    for path in templates():
        reader = Reader(short(path))
        reader.feed(without_tags(path.read_text()))
        yield from reader.found


def in_code() -> Iterator[Text]:
    """Sentences handed to gettext."""
    for path in python(under=NABIJ):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in GETTEXT:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield Text(at(path, node), argument.value)
