"""The inventories in the docs name what the code does: its cryptography, and every event that it logs."""

import ast
import re
from pathlib import Path

from tests.shape.house import NABIJ, ROOT, calls, python, short, tree

RUNNING, LOGS = ROOT / "docs" / "running.md", ROOT / "docs" / "logs.md"
CRYPTOGRAPHY = {"hashlib", "hmac", "secrets", "cryptography", "jwt"}


def uses_cryptography(path: Path) -> bool:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import) and any(one.name.split(".")[0] in CRYPTOGRAPHY for one in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in CRYPTOGRAPHY:
            return True
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "os.urandom":
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("set_signed_cookie", "get_signed_cookie"):
            return True
    return False


def section(page: Path, title: str) -> str:
    return page.read_text().split(f"## {title}\n")[1].split("\n## ")[0]


def test_every_file_that_uses_cryptography_is_in_the_table() -> None:
    using = {short(path) for path in python(under=NABIJ) if uses_cryptography(path)}
    said = set(re.findall(r"`(nabij/[\w/]+\.py)`", section(RUNNING, "Secrets and cryptography")))
    assert len(using) > 10
    assert said == using


def events() -> set[str]:
    found = set()
    for path in python(under=NABIJ):
        for call in calls(path):
            name = ast.unparse(call.func)
            if name in ("log.info", "log.warning", "log.error", "told") and call.args:
                first = call.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_event_of_the_log_is_in_the_table() -> None:
    said = set(re.findall(r"`([\w ]+)`", section(LOGS, "Everything that is written down")))
    assert {"request", "logged_in", "limited"} <= events()
    assert events() - said == set()


def test_every_logger_is_in_the_table() -> None:
    loggers = {
        call.args[0].value
        for path in python(under=NABIJ)
        for call in calls(path)
        if ast.unparse(call.func).endswith("get_logger") and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(loggers) > 4
    assert loggers - set(re.findall(r"`(nabij\.\w+)`", section(LOGS, "Everything that is written down"))) == set()
