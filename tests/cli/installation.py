"""Whole installations in folders of their own, used through the real command line: for the drill of backups."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from nabij.cli.likeness import Likeness, likeness
from nabij.embedded import server as embedded
from nabij.embedded.server import Running, running
from tests.shape.house import ROOT

SAID = "vijf losse woorden bij elkaar"
BUILD = """
from nabij.cli import ground
ground.prepare()
import django
django.setup()
from django.utils import timezone
from nabij.demo.build import build
build(at=timezone.now())
"""


def folder() -> Path:
    """Short, because a socket stands in it."""
    return Path(tempfile.mkdtemp(prefix="nabij-b-")).resolve()


@dataclass
class Installation:
    """A data folder, or a database elsewhere, and the commands that work on it."""

    path: Path
    urls: dict[str, str] = field(default_factory=dict)
    server: Running | None = None

    @property
    def env(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("NABIJ_")}
        ours.pop("DJANGO_SETTINGS_MODULE", None)
        said = {"NABIJ_DATA_DIR": str(self.path), "NABIJ_BACKUP_PASSPHRASE": SAID, "PYTHONPATH": str(ROOT)}
        return {**ours, **said, **self.urls}

    def command(self, *words: str, code: str = "", **other: str) -> list[Any]:
        python = [sys.executable, "-c", code] if code else [sys.executable, "-m", "nabij", *words]
        return [python, {**self.env, **other}]

    def nabij(self, *words: str, code: str = "", expect: int = 0, **other: str) -> str:
        """Runs it; what it said, of which a refusal is one line on stderr."""
        python, env = self.command(*words, code=code, **other)
        done = subprocess.run(python, env=env, cwd="/", check=False, capture_output=True, text=True, timeout=300)
        assert done.returncode == expect, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr if expect else done.stdout

    def start(self) -> "Installation":
        """Keeps the embedded server up from now on, so that each command is quick."""
        self.server = running(self.path)
        return self

    def connect(self, login: str = "nabij_owner", database: str = "nabij") -> psycopg.Connection[Any]:
        server = self.server or running(self.path)
        return psycopg.connect(server.url(login, database), autocommit=True)

    def ask(self, question: str, **where: str) -> list[Any]:
        with self.connect(**where) as connection:
            return [row[0] for row in connection.execute(question).fetchall()]

    def likeness(self) -> Likeness:
        with self.connect() as connection:
            return likeness(connection)

    def databases(self) -> set[str]:
        return set(self.ask("select datname from pg_database where datname like 'nabij%'", database="postgres"))

    def everything(self) -> dict[str, Any]:
        """All that a refused restore must leave as it is."""
        secret = (self.path / "secret").read_text()
        return {"likeness": self.likeness(), "databases": self.databases(), "secret": secret}

    def copy(self) -> "Installation":
        """The same data in another folder, as long as no server works in it."""
        there = folder()
        subprocess.run(["cp", "-Rp", f"{self.path}/.", str(there)], check=True)
        return Installation(there)

    def clear(self) -> None:
        """Stops the server, unless a command still uses it, and throws everything away."""
        if self.server:
            embedded.leave(embedded._users[self.server.folder])
        shutil.rmtree(self.path, ignore_errors=True)
