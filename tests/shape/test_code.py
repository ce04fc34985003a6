"""The laws of how code is written here, held by reading it."""

import ast
from pathlib import Path

from tests.shape.house import (
    NABIJ,
    ROOT,
    at,
    domain_python,
    domain_rooms,
    functions,
    ours,
    python,
    short,
    tree,
)

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {
    "utils", "util", "helpers", "helper", "services", "core", "common", "misc", "selectors", "managers", "receivers",
    "signals", "lib", "tools",
}  # fmt: skip

# Where the law gives way, with the reason.
READS_THE_CLOCK = {
    "nabij/trust/models.py": "who reads now goes by the very clock of the rules in the database",
    "nabij/trust/glass.py": "what is open, and how often somebody tried, goes by the clock of the rules",
    "nabij/trust/acting.py": "a seal must run out in real time, or whoever makes it could lend it for ever",
}
POSITIONAL = {
    ("nabij/trust/acting.py", "say"): "is given back what it returned: say(*was)",
}


def test_no_file_is_longer_than_a_person_can_hold() -> None:
    files = [*python(), *ours(".html", ".css", ".js", ".mjs")]
    lengths = {short(path): len(path.read_text().splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{at(path, function)} {function.name}: {lines} lines"
        for path in python()
        for function in functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    found = [
        short(path)
        for path in python()
        if NAMES_THAT_SAY_NOTHING.intersection({path.stem, *path.parts[len(ROOT.parts) : -1]})
    ]
    assert found == []


def test_nothing_is_imported_inside_a_function() -> None:
    found = [
        at(path, node)
        for path in python()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_nothing_happens_behind_the_line_that_caused_it() -> None:
    banned = {"receiver", "TemplateResponse", "StreamingHttpResponse", "GenericForeignKey", "Signal"}
    assert [
        f"{at(path, node)} {name}" for path in python(under=NABIJ) for node, name in names(path) if name in banned
    ] == []


def test_a_room_begins_with_a_docstring_and_nothing_else() -> None:
    openings = {room: tree(NABIJ / room / "__init__.py") for room in domain_rooms()}
    assert {
        room for room, opening in openings.items() if len(opening.body) != 1 or not ast.get_docstring(opening)
    } == set()


def test_every_file_says_what_it_is() -> None:
    silent = [
        short(path)
        for path in python(under=NABIJ)
        if tree(path).body and not ast.get_docstring(tree(path)) and not boring(path)
    ]
    assert silent == []


def test_beyond_one_argument_a_domain_function_takes_them_by_name() -> None:
    """That is: what other rooms import, and every verb. How two lines of one room talk is the room's own business."""
    asked_for = imported_elsewhere()
    assert asked_for
    found = [
        f"{at(path, function)} {function.name}"
        for path in domain_python()
        for function in public_functions(path)
        if path.name == "verbs.py" or (module(path), function.name) in asked_for
        if len(function.args.posonlyargs + function.args.args) > 1 and (short(path), function.name) not in POSITIONAL
    ]
    assert found == []


def test_a_verb_takes_everything_by_name() -> None:
    found = [
        f"{at(path, function)} {function.name}"
        for path in verbs()
        for function in public_functions(path)
        if writes(function) and (function.args.posonlyargs or function.args.args)
    ]
    assert found == []


def test_a_verb_is_told_when() -> None:
    """What makes a row is told its time: `at`, or the day or moment from which the row holds."""
    untold = [
        f"{at(path, function)} {function.name}"
        for path in verbs()
        for function in public_functions(path)
        if writes(function) and not {"at", "since", "starts", "expires"} & {one.arg for one in function.args.kwonlyargs}
    ]
    assert untold == []


def test_the_domain_does_not_read_the_clock() -> None:
    found = [
        f"{at(path, node)} {ast.unparse(node)}"
        for path in domain_python()
        if short(path) not in READS_THE_CLOCK
        for node in ast.walk(tree(path))
        if reads_the_clock(node)
    ]
    assert found == []


def test_what_gives_way_still_needs_to() -> None:
    for name in READS_THE_CLOCK:
        assert any(reads_the_clock(node) for node in ast.walk(tree(ROOT / name))), name
    for name, function in POSITIONAL:
        assert function in {one.name for one in functions(ROOT / name)}, (name, function)


def verbs() -> list[Path]:
    found = [path for path in domain_python() if path.name == "verbs.py"]
    assert found
    return found


def public_functions(path: Path) -> list[ast.FunctionDef]:
    return [one for one in tree(path).body if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")]


def module(path: Path) -> str:
    return short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported_elsewhere() -> set[tuple[str, str]]:
    """(module, name) of everything that a file imports from another room."""
    return {
        (node.module, alias.name)
        for path in python(under=NABIJ)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("nabij.")
        if node.module.split(".")[1] != module(path).split(".")[1]
        for alias in node.names
    }


def names(path: Path) -> list[tuple[ast.AST, str]]:
    found: list[tuple[ast.AST, str]] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name):
            found.append((node, node.id))
        elif isinstance(node, ast.Attribute):
            found.append((node, node.attr))
        elif isinstance(node, ast.alias):
            found.append((node, node.name))
    return found


def boring(path: Path) -> bool:
    """Files whose name says it all, or that Django asks for."""
    return path.name in ("apps.py", "urls.py", "__init__.py") or "management" in path.parts


def writes(function: ast.FunctionDef) -> bool:
    """Whether a function makes or changes rows: then it is a verb."""
    doing = {"create", "bulk_create", "save", "update", "delete", "get_or_create", "update_or_create"}
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in doing
        for node in ast.walk(function)
    )


def reads_the_clock(node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in ("auto_now", "auto_now_add")
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) in (
            "timezone.now", "datetime.now", "datetime.utcnow", "date.today", "datetime.today",
            "datetime.datetime.now", "datetime.date.today", "time.time", "time.time_ns", "functions.Now",
        )  # fmt: skip
    if isinstance(node, ast.Call):
        bare = not node.args and not node.keywords
        return bare and ast.unparse(node.func).split(".")[-1] in ("localdate", "localtime", "Now")
    return False
