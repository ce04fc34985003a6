"""What must not happen with words that somebody typed: to run as code, as a command, as a template, as a pattern.

Each test reads all of the product's Python. Where something gives way it stands here, with the reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shape.house import NABIJ, at, calls, ours, python, short, tree

RUNS_CODE = {"eval", "exec", "compile", "__import__"}
READS_ANYTHING = {"pickle", "marshal", "shelve", "dill", "yaml", "xml", "lxml", "defusedxml", "xmltodict"}
CALLS_OUTSIDE = {
    "requests", "httpx", "aiohttp", "urllib3", "urllib.request", "http.client", "smtplib", "ftplib", "socket",
    "asyncio",
}  # fmt: skip
MAY_CALL_OUTSIDE = {
    "nabij/web/login/provider.py": "the provider of OpenID Connect that the settings name",
    "nabij/web/post/sending.py": "names a mistake of the mail server; Django sends, to the server of the settings",
    "nabij/web/post/closed.py": "the same, of the mails of the door",
    "nabij/web/post/worker.py": "waits for jobs; the database is all it talks to",
    "nabij/cli/serving.py": "tries whether a port is free",
    "nabij/embedded/__main__.py": "finds a free port for the embedded server",
}
STARTS_PROGRAMS = {"subprocess", "pty", "os.system", "os.popen", "os.spawnv", "os.execv", "os.execvp"}
# Patterns that hold something besides fixed pieces and what `re.escape` made safe.
PATTERNS = {
    ("nabij/web/map/lines.py", "most"): "a number of ours",
    ("nabij/bridge/fitting.py", "stem"): "the letters at the head of a word that was cut out by \\w",
    ("nabij/base/naming.py", "either"): "names, each escaped by _either",
    ("nabij/moments/oneline/dutchdays.py", "source"): "a piece of this very file",
}
FORMATS = {("nabij/cli/likeness.py", "counted"): "SQL of the line above, made by psycopg of names that it quotes"}
TEMPLATE_MAKERS = {"Template", "from_string", "Engine"}


def imported(path: Path) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def brings(path: Path, modules: set[str]) -> list[str]:
    """Where a file imports one of these, or something within it."""
    return [
        at(path, node)
        for node, name in imported(path)
        if any(name == one or name.startswith(f"{one}.") for one in modules)
    ]


def called(path: Path) -> Iterator[tuple[ast.Call, str]]:
    yield from ((call, ast.unparse(call.func)) for call in calls(path))


def test_nothing_is_run_as_code() -> None:
    found = [at(path, call) for path in python(under=NABIJ) for call, name in called(path) if name in RUNS_CODE]
    assert found == []


def test_nothing_is_read_that_can_make_any_object_or_resolve_entities() -> None:
    """No pickle, no YAML, no XML; a workbook, which is XML, is read in one file, which refuses what XML resolves.

    `tests/directory/test_bad_lists.py` shows that it does, before openpyxl sees a byte.
    """
    assert [one for path in python(under=NABIJ) for one in brings(path, READS_ANYTHING)] == []
    reading = [short(path) for path in python(under=NABIJ) for call, name in called(path) if "load_workbook" in name]
    assert reading == ["nabij/directory/lists/workbook.py"]


def test_programs_are_started_by_the_terminal_alone() -> None:
    starting = {short(path) for path in python(under=NABIJ) if brings(path, STARTS_PROGRAMS)}
    assert starting, "then this test reads nothing"
    assert {name for name in starting if not name.startswith(("nabij/cli/", "nabij/embedded/"))} == set()
    systems = [at(path, call) for path in python(under=NABIJ) for call, name in called(path) if name in STARTS_PROGRAMS]
    assert systems == []


def test_a_program_is_started_by_a_list_and_without_a_shell() -> None:
    wrong, seen = [], 0
    for path in python(under=NABIJ):
        for call, name in called(path):
            if not name.startswith("subprocess."):
                continue
            if name.rpartition(".")[2] not in ("run", "Popen", "call", "check_call", "check_output"):
                continue
            seen += 1
            shell = any(word.arg == "shell" for word in call.keywords)
            words = call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
            if shell or not call.args or words:
                wrong.append(at(path, call))
    assert seen > 3
    assert wrong == []


def test_nothing_calls_outside_but_where_it_must() -> None:
    """The addresses it calls come from the settings; what somebody typed is called by nobody."""
    calling = {short(path) for path in python(under=NABIJ) if brings(path, CALLS_OUTSIDE)}
    assert calling == set(MAY_CALL_OUTSIDE)


def test_no_template_is_made_of_words() -> None:
    makers = [at(path, call) for path in python(under=NABIJ) for call, name in called(path)
              if name.rpartition(".")[2] in TEMPLATE_MAKERS]  # fmt: skip
    assert makers == []


def test_a_format_is_fixed() -> None:
    """`format` reads attributes of what it is given, so what it fills in must be ours: a constant, by its capitals."""
    found, used = [], set()
    for path in python(under=NABIJ):
        for call in calls(path):
            if not (isinstance(call.func, ast.Attribute) and call.func.attr in ("format", "format_map")):
                continue
            of = ast.unparse(call.func.value)
            if (short(path), of) in FORMATS:
                used.add((short(path), of))
            elif not is_fixed(call.func.value) and not of.startswith("sql.SQL("):
                found.append(f"{at(path, call)} {of}")
    assert found == []
    assert used == set(FORMATS), "what gives way still needs to"


def is_fixed(node: ast.AST) -> bool:
    """Text that stands in the code: a constant, a NAME in capitals, or one of a table of them."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Subscript):
        return is_fixed(node.value)
    return isinstance(node, ast.Name) and node.id.isupper()


def pieces(path: Path) -> Iterator[tuple[ast.FormattedValue, str]]:
    """What is filled in in each pattern."""
    for call, name in called(path):
        if name.startswith("re.") and name != "re.escape" and call.args and isinstance(call.args[0], ast.JoinedStr):
            for part in call.args[0].values:
                if isinstance(part, ast.FormattedValue):
                    yield part, ast.unparse(part.value)


def test_a_pattern_is_made_of_fixed_pieces_or_of_escaped_words() -> None:
    loose, used = [], set()
    for path in python(under=NABIJ):
        for part, text in pieces(path):
            known = (short(path), text)
            if known in PATTERNS:
                used.add(known)
            elif not (text.startswith("re.escape(") or text.strip("_").isupper() or "join(" in text):
                loose.append(f"{at(path, part)} {text}")
    assert loose == []
    assert used == set(PATTERNS), "what gives way still needs to"


BANNED = {
    "words become a page": ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "ContextualFragment"),
    "words become code": ("eval(", "new Function", "setTimeout(\"", "setTimeout('", "javascript:"),
    "messages of other windows": ("postMessage", "addEventListener(\"message\""),
    "loose comparisons": (" == ", " != "),
    "keeping for longer than this tab": ("localStorage", "indexedDB", "document.cookie"),
}  # fmt: skip


@pytest.mark.parametrize("what", BANNED)
def test_no_script_of_ours_does_this(what: str) -> None:
    scripts = list(ours(".js", under=NABIJ))
    assert len(scripts) > 3
    assert [(short(one), word) for one in scripts for word in BANNED[what] if word in one.read_text()] == []


def test_a_wrong_one_would_be_seen(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import pickle\nimport re\neval(x)\nre.search(f'a{typed}', y)\nwords.format(1)\n")
    assert [name for _call, name in called(wrong)] == ["eval", "re.search", "words.format"]
    assert len(list(imported(wrong))) == 2
    assert [text for _part, text in pieces(wrong)] == ["typed"]
    assert not is_fixed(ast.parse("words", mode="eval").body)
