"""pg_dump and pg_restore: which ones fit the server, and how they hear where it is without showing a password."""

import os
import re
import shutil
import subprocess  # nosec B404: the database's own programs, no shell
import threading
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from nabij.cli import ground
from nabij.embedded.postmaster import INSTALLED, programs
from nabij.embedded.problem import ServerProblem

LONGEST_COMPLAINT = 20_000
BY_ENVIRONMENT = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}  # nosec B105: names


class NoTool(RuntimeError):
    """There is no program that fits the server."""


def tool(name: str, *, server: int) -> str:
    """pg_dump or pg_restore of the server's own version, else the nearest newer one.

    An older one does not know the server; a newer pg_restore may say things that an older server does not know.
    """
    found = {major_of(path): path for path in reversed(candidates(name))}
    fitting = [major for major in sorted(found) if major >= server]
    if not fitting:
        there = f"only {max(found)}" if found else "none"
        raise NoTool(f"The server is PostgreSQL {server}, and of {name} there is {there}: install the client {server}.")
    return found[fitting[0]]


def candidates(name: str) -> list[str]:
    """The embedded server's own, or else the system's and then those that come along with Nabij."""
    if ground.TOOLS:
        return [str(ground.TOOLS[0] / name)]
    found = [path] if (path := shutil.which(name)) else []
    for version in INSTALLED:
        try:
            found += [str(program)] if (program := programs(version) / name).exists() else []
        except ServerProblem:
            break
    return found


def major_of(program: str) -> int:
    said = subprocess.run([program, "--version"], check=False, capture_output=True, text=True).stdout  # nosec B603
    number = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(number[1]) if number else 0


def elsewhere(url: str, *, database: str) -> str:
    """The same server and login, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def started(program: str, *arguments: str, url: str = "", reads: bool = False) -> "Tool":
    """Starts it, on this database if one is given; the password goes by the environment: all see a command line."""
    if not url:
        return Tool([program, *arguments], env=dict(os.environ), reads=reads)
    where, secretly = told(url)
    return Tool([program, *arguments, f"--dbname={where}"], env={**os.environ, **secretly}, reads=reads)


def told(url: str) -> tuple[str, dict[str, str]]:
    """What may stand on a command line of where the database is, and what goes by the environment."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    secretly = {BY_ENVIRONMENT[name]: parts.pop(name) for name in BY_ENVIRONMENT if name in parts}
    return make_conninfo(**parts), secretly


class Tool:
    """A running program: we read what it writes, or write what it reads; what it complains of is kept in memory."""

    def __init__(self, command: list[str], *, env: dict[str, str], reads: bool) -> None:
        self.name = Path(command[0]).name
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(  # nosec B603
            command, env=env, stdin=pipe if reads else subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )
        self.said, self.written = bytearray(), bytearray()
        self._listeners = [threading.Thread(target=self._listen, daemon=True)]
        if reads:  # Else whoever started it reads what it writes.
            self._listeners.append(threading.Thread(target=self._collect, daemon=True))
        for listener in self._listeners:
            listener.start()

    def _listen(self) -> None:
        while self.process.stderr and (line := self.process.stderr.readline()):
            self.said += line[: LONGEST_COMPLAINT - len(self.said)]

    def _collect(self) -> None:
        self.written += self.out.read()

    @property
    def out(self) -> IO[bytes]:
        if self.process.stdout is None:
            raise RuntimeError("its output was not asked for")
        return self.process.stdout

    def put(self, data: bytes) -> bool:
        """Hands it more to read; False when it has stopped reading."""
        try:
            if self.process.stdin:
                self.process.stdin.write(data)
                self.process.stdin.flush()
        except BrokenPipeError:
            return False
        return True

    def ended(self) -> str:
        """Waits for its end; empty when it went well, else the one line that says what did not.

        Details and context are left out: they may quote what somebody wrote.
        """
        if self.process.stdin:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                self.process.stdin = None
        status = self.process.wait()
        for listener in self._listeners:
            listener.join()
        if not status:
            return ""
        lines = self.said.decode(errors="replace").splitlines()
        return next((line for line in lines if "error:" in line), f"{self.name} ended with status {status}")

    def stop(self) -> None:
        """Ends it whatever it was doing."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
