"""What pgrls can prove by itself: nobody writes past a rule, reaches a table around it, or climbs to another role.

Policies made of words stay UNVERIFIED there, because its prover does not look inside a function of ours. docs/trust.md
("How it is tested") says what covers those instead; so `--strict` is left out, and a leak is what fails.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests.shape.test_guards import configured

pytestmark = pytest.mark.django_db


def verify(mode: str, *, config: Path) -> subprocess.CompletedProcess[str]:
    url = urlsplit(os.environ["NABIJ_OWNER_URL"])
    here = urlunsplit(url._replace(path=f"/{connection.settings_dict['NAME']}"))
    pgrls = Path(sys.executable).with_name("pgrls")
    command = [str(pgrls), "verify", "--config", str(config), "--mode", mode, "--format", "json"]
    return subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "DATABASE_URL": here})


@pytest.mark.parametrize("mode", ["write", "reachability", "escalation"])
def test_pgrls_proves_no_leak(db: None, tmp_path: Path, mode: str) -> None:
    found = verify(mode, config=configured(tmp_path))
    print(found.stdout[:6000], found.stderr[:2000])
    said = json.loads(found.stdout)
    assert found.returncode == 0, found.stdout + found.stderr
    assert 0
