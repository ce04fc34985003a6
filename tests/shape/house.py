"""What the shape tests read: the rooms and their floors, the Python files, and what stands in them."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NABIJ = ROOT / "nabij"
NOT_OURS = {".git", ".venv", "node_modules", "var", "built", "__pycache__", ".hypothesis"}
NOT_DOMAIN = {"asgi", "wsgi", "settings", "urls", "cli", "web", "api", "demo", "base", "embedded", "__main__"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@cache
def floors() -> dict[str, int]:
    """Each room's floor as import-linter's contract has it; 0 is the ground floor."""
    layers = pyproject()["tool"]["importlinter"]["contracts"][0]["layers"]
    return {room: floor for floor, layer in enumerate(reversed(layers)) for room in re.findall(r"\w+", layer)}


def domain_rooms() -> list[str]:
    """The rooms that exist and hold what the product is about: no faces, no ground floor."""
    return [room for room in floors() if room not in NOT_DOMAIN and (NABIJ / room).is_dir()]


@cache
def all_files() -> list[Path]:
    """Every file of this repository; nothing that a command made."""
    found: list[Path] = []
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in NOT_OURS and not name.endswith((".egg-info", "_cache"))]
        found += [Path(folder, name) for name in files if name != ".git"]
    return sorted(found)


def ours(*endings: str, under: Path = ROOT) -> Iterator[Path]:
    """The files of this repository with one of these endings."""
    return (path for path in all_files() if path.suffix in endings and path.is_relative_to(under))


def python(*, under: Path = ROOT) -> list[Path]:
    """Python that people wrote: migrations are written by `nabij makemigrations`."""
    return [path for path in ours(".py", under=under) if "migrations" not in path.parts]


def domain_python() -> list[Path]:
    return [path for room in domain_rooms() for path in python(under=NABIJ / room)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def at(path: Path, node: ast.AST) -> str:
    return f"{short(path)}:{getattr(node, 'lineno', 1)}"


def table(path: Path) -> list[list[str]]:
    """The rows of every Markdown table in a file, without heads and rulers."""
    rows, lines = [], path.read_text().splitlines()
    for number, line in enumerate(lines):
        ruler = set(line) <= set("|-: ") and "-" in line
        head = number + 1 < len(lines) and set(lines[number + 1]) <= set("|-: ") and "-" in lines[number + 1]
        if line.startswith("|") and not ruler and not head:
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows
