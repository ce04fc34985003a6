"""No secret stands in the repository: they come by the environment, or are made on the spot."""

import ast
import re

import pytest

from tests.shape.house import NABIJ, all_files, python, short, tree

LOOKS_SECRET = re.compile(r"SECRET|PASSWORD|PASSPHRASE|TOKEN|PRIVATE_KEY|API_?KEY|CREDENTIAL")
READABLE = {".py", ".md", ".toml", ".yml", ".yaml", ".json", ".txt", ".js", ".mjs", ".html", ".sh", ".cfg", ".in", ""}
PATTERNS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a key of a cloud": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of a forge": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[A-Za-z0-9_-]{20,})"),
    "a password in an address": re.compile(r"[a-z]+://[^\s:/@'\"{}]+:(?!password@|[.<x{])[^\s/@'\"{}$]{4,}@"),
    "a signed token": re.compile(r"\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\."),
}

MADE_UP = ("tests/shape/test_secrets.py", "tests/embedded/test_folders.py")  # To see what happens to such a thing.


def assigned_secrets(code: ast.Module) -> list[int]:
    """Lines where a name that looks like a secret gets a text of its own, and not what the environment says."""
    found = []
    for node in ast.walk(code):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            names = [one.id for one in node.targets if isinstance(one, ast.Name)]
            if node.value.value and any(LOOKS_SECRET.search(name) for name in names):
                found.append(node.lineno)
    return found


def found_in(text: str) -> list[str]:
    return [what for what, pattern in PATTERNS.items() if pattern.search(text)]


def test_settings_hold_no_secret() -> None:
    wrong = [f"{short(path)}:{line}" for path in python(under=NABIJ) for line in assigned_secrets(tree(path))]
    assert wrong == []


def test_every_secret_setting_comes_from_the_environment() -> None:
    code = tree(NABIJ / "settings.py")
    secret = {
        target.id: ast.unparse(node.value)
        for node in ast.walk(code)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and re.fullmatch(r"SECRET_KEY|.*_PASSWORD", target.id)
    }
    assert {"SECRET_KEY", "EMAIL_HOST_PASSWORD"} <= set(secret)
    assert [name for name, value in secret.items() if not value.startswith("os.environ.get(")] == []


def test_no_file_of_the_repository_holds_a_secret() -> None:
    wrong = [
        f"{short(path)}: {what}"
        for path in all_files()
        if path.suffix in READABLE and path.stat().st_size < 2_000_000
        for what in found_in(path.read_text(errors="replace"))
        if short(path) not in MADE_UP
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "ghp_" + "a" * 36,
        "postgresql://nabij_app:hunter22@db/nabij",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkw.",
    ],
)
def test_a_secret_would_be_seen(text: str) -> None:
    assert found_in(f"x = '{text}'")


def test_a_secret_in_the_settings_would_be_seen() -> None:
    assert assigned_secrets(ast.parse("SECRET_KEY = 'abc'\nMAIL_PASSWORD = 'x'\nSECRET = ''\nNAME = 'Nabij'")) == [1, 2]
