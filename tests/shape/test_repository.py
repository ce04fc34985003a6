"""The repository itself: licences, pinned packages, papers, and nothing of the machine it was made on."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from nabij.cli.commands import app
from tests.shape.house import ROOT, all_files, ours, pyproject, short

PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==([^\s;]+)", re.MULTILINE)

# In pieces, so that this file names none of them.
REGISTRIES = [
    ".".join(pieces)
    for pieces in (
        ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com"), ("pypi", "org"), ("pythonhosted", "org"),
        ("deb", "debian", "org"), ("crates", "io"), ("rubygems", "org"), ("docker", "io"), ("ghcr", "io"),
        ("jsdelivr", "net"), ("unpkg", "com"), ("cdnjs", "cloudflare", "com"), ("fonts", "googleapis", "com"),
    )
]  # fmt: skip
THIS_MACHINE = re.compile(r"(?<![\w.$~-])/(?:work|root|home/\w+|Users/\w+|tmp)/[\w.]")
PAPERS = (
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "GOVERNANCE.md", "LICENSE",
    "LICENSES/EUPL-1.2.txt", "REUSE.toml", "publiccode.yml", "Makefile", ".ci/run",
    "docs/house.md", "docs/words.md", "docs/settings.md", "docs/performance.md",
)  # fmt: skip


@cache
def texts() -> dict[str, str]:
    """Every text file of the repository."""
    found = {}
    for path in all_files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[short(path)] = data.decode(errors="replace")
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_the_licence_is_one_text() -> None:
    assert (ROOT / "LICENSE").read_text() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_text()
    assert pyproject()["project"]["license"] == "EUPL-1.2"


def test_nothing_names_a_package_registry() -> None:
    assert [(name, host) for name, text in texts().items() for host in REGISTRIES if host in text] == []


def test_nothing_names_a_path_of_the_machine_it_was_made_on() -> None:
    assert [(name, found[0]) for name, text in texts().items() for found in THIS_MACHINE.finditer(text)] == []


def pinned(name: str) -> dict[str, str]:
    return {
        one.lower().replace("_", "-"): version
        for one, version in PINNED.findall((ROOT / "requirements" / name).read_text())
    }


@pytest.mark.parametrize("name", ["base.txt", "build.txt", "test.txt"])
def test_every_pinned_package_carries_its_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text()
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    # A package may stand there twice, for two ages of Python.
    assert {one[1].lower() for one in map(PINNED.match, entries) if one} == set(pinned(name)) != set()
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_the_project_asks_for_is_pinned() -> None:
    def asked(lines: list[str]) -> set[str]:
        return {re.split(r"[\[<>=~!; ]", line)[0].lower().replace("_", "-") for line in lines}

    project = pyproject()["project"]
    assert asked(project["dependencies"]) - set(pinned("base.txt")) == set()
    assert asked(project["optional-dependencies"]["test"]) - set(pinned("test.txt")) == set()


def test_tests_run_on_what_the_product_runs_on() -> None:
    base, test = pinned("base.txt"), pinned("test.txt")
    assert {name: version for name, version in base.items() if test.get(name) != version} == {}


def test_the_npm_lock_carries_hashes_and_no_addresses() -> None:
    lock = yaml.safe_load((ROOT / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry and not entry.get("link")] == []


def test_publiccode_says_what_the_standard_requires() -> None:
    code = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"):
        assert code[key], key
    assert code["legal"]["license"] == pyproject()["project"]["license"]
    assert code["maintenance"]["type"] in ("internal", "community", "contract", "none")
    contacts = code["maintenance"].get("contractors" if code["maintenance"]["type"] == "contract" else "contacts")
    assert contacts and all(contact["name"] for contact in contacts)
    assert code["localisation"]["localisationReady"] is True
    assert {"nl", "en"} <= set(code["localisation"]["availableLanguages"])
    for language, said in code["description"].items():
        assert 0 < len(said["shortDescription"]) <= 150, language
        assert 150 <= len(said["longDescription"]) <= 10_000, language
        assert said["features"], language
    assert code["softwareVersion"] == pyproject()["project"]["version"]


def test_every_make_command_in_the_papers_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    said = {
        (short(path), target)
        for path in ours(".md")
        for code in re.findall(r"```.*?```|`[^`\n]+`", path.read_text(), re.DOTALL)
        for target in re.findall(r"\bmake ([a-z][a-z-]*)", code)
    }
    assert {target for _, target in said} >= {"demo", "test"}
    assert {(name, target) for name, target in said if target not in targets} == set()


def test_every_nabij_command_in_the_papers_exists() -> None:
    commands: dict[str, Any] = vars(get_command(app))["commands"]
    groups = {name: set(one.commands) for name, one in commands.items() if hasattr(one, "commands")}
    for name, one in commands.items():
        if getattr(one, "invoke_without_command", False):
            groups[name].add("")
    said = {
        (short(path), *found)
        for path in ours(".md")
        for code in re.findall(r"```.*?```|`[^`\n]+`", path.read_text(), re.DOTALL)
        for found in re.findall(r"(?:^|`|\.venv/bin/)nabij ([a-z]+)(?: ([a-z]+))?", code, re.MULTILINE)
    }
    assert {"migrate", "serve", "worker"} <= {first for _, first, _ in said}
    unknown = [one for one in said if one[1] not in commands]
    assert unknown + [one for one in said if one[1] in groups and one[2] not in groups[one[1]]] == []


def test_links_in_the_papers_lead_somewhere() -> None:
    broken = [
        f"{short(path)}: {link}"
        for path in ours(".md")
        for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text())
        if not re.match(r"[a-z]+:", link) and not leads_somewhere(path, link)
    ]
    assert broken == []


def leads_somewhere(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_decisions_are_numbered_and_say_the_same_things() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(page.name[:4]) for page in pages]
    assert numbers and len(set(numbers)) == len(numbers)
    heads = ("## Context", "## Decision", "## Consequences")
    assert [page.name for page in pages if any(head not in page.read_text() for head in heads)] == []


def test_the_version_stands_in_the_changelog() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()
