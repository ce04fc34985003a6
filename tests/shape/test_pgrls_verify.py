"""What pgrls can prove by itself: nobody writes past a rule, reaches a table around it, or climbs to another role.

Policies made of words stay UNVERIFIED there, because its prover does not look inside a function of ours. docs/trust.md
("How it is tested") says what covers those instead; so `--strict` is left out, and a leak is what fails.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests.shape.test_guards import configured

pytestmark = pytest.mark.django_db


def database() -> str:
    url = urlsplit(os.environ["NABIJ_OWNER_URL"])
    return urlunsplit(url._replace(path=f"/{connection.settings_dict['NAME']}"))


def verify(mode: str, *, folder: Path) -> tuple[int, dict[str, Any]]:
    pgrls = Path(sys.executable).with_name("pgrls")
    command = [str(pgrls), "verify", "--config", str(configured(folder)), "--mode", mode, "--format", "json"]
    env = {**os.environ, "DATABASE_URL": database()}
    found = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    assert found.stdout.startswith("{"), found.stderr
    return found.returncode, json.loads(found.stdout)["summary"]


def test_pgrls_proves_no_leak_in_writing(db: None, tmp_path: Path) -> None:
    code, found = verify("write", folder=tmp_path)
    assert (code, found["leak"]) == (0, 0)
    assert found["tables"] > 50, "else it looked at another database"


@pytest.mark.parametrize("mode", ["reachability", "escalation"])
def test_nobody_goes_around_a_rule_or_climbs_to_another_role(db: None, tmp_path: Path, mode: str) -> None:
    """These modes report only what they find; tests/shape/test_guards.py shows that a view that leaks is found."""
    code, found = verify(mode, folder=tmp_path)
    assert (code, found["leak"]) == (0, 0)
