"""Folders, processes and users of the machine for the tests of the embedded server."""

import json
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from nabij.embedded import postmaster
from nabij.embedded.folder import folder_at
from nabij.embedded.osuser import Account, open_the_way

ROOT = Path(__file__).resolve().parents[2]
AS_ROOT = os.geteuid() == 0
TEMPORARY = "nabij-test-"


def until(question: Callable[[], Any], *, seconds: float = 20) -> Any:
    """The answer once there is one."""
    end = time.monotonic() + seconds
    while not (answer := question()):
        assert time.monotonic() < end, f"not within {seconds} seconds"
        time.sleep(0.02)
    return answer


@dataclass
class Process:
    """A process of `tests.embedded.process`: say a word to it, kill it, see how it ends."""

    home: Path
    version: int = 18
    account: Account | None = None
    before: str = ""
    popen: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        become = self.account.become() if self.account else {}
        self.popen = subprocess.Popen(
            [sys.executable, "-c", f"{self.before}\nfrom tests.embedded.process import main\nmain()", *self.words],
            cwd="/",
            env={
                "PATH": os.environ["PATH"],
                "TMPDIR": tempfile.gettempdir(),
                "PYTHONPATH": str(ROOT),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **become,
        )

    @property
    def words(self) -> list[str]:
        return [str(self.home), str(self.version)]

    def answer(self) -> dict[str, Any]:
        assert self.popen.stdout
        ready, _, _ = select.select([self.popen.stdout], [], [], 40)
        line = self.popen.stdout.readline() if ready else ""
        assert line, self.rest()
        return dict(json.loads(line))

    def rest(self) -> str:
        self.popen.kill()
        return self.popen.communicate()[1]

    def say(self, word: str) -> dict[str, Any]:
        assert self.popen.stdin
        self.popen.stdin.write(word + "\n")
        self.popen.stdin.flush()
        return self.answer()

    def leave(self) -> str:
        """End in the ordinary way; what it said on stderr."""
        _, said = self.popen.communicate(timeout=40)
        assert self.popen.returncode == 0, said
        return said

    def kill(self, number: int = signal.SIGKILL) -> int:
        self.popen.send_signal(number)
        return self.popen.wait(40)


@dataclass
class Home:
    """A folder for a server, and what is going on in it."""

    path: Path
    account: Account | None = None
    started: list[Process] = field(default_factory=list)

    @property
    def pg(self) -> Path:
        return self.path / "pg"

    def starts(self, *, version: int = 18, before: str = "", account: Account | None = None) -> Process:
        """Another process that joins; `before` is Python that it runs first."""
        self.started.append(Process(self.path, version=version, before=before, account=account or self.account))
        return self.started[-1]

    def server(self) -> psutil.Process | None:
        """The living server of this folder, wherever it lies by now."""
        found = postmaster.read(folder_at(self.path))
        try:
            process = psutil.Process(found.pid) if found else None
        except psutil.NoSuchProcess:
            return None
        return process if process and process.status() != psutil.STATUS_ZOMBIE else None

    def kill_server(self) -> None:
        server = self.server()
        assert server
        server.kill()
        until(lambda: not server.is_running() or server.status() == psutil.STATUS_ZOMBIE)

    def login(self, login: str, database: str = "nabij", **other: Any) -> psycopg.Connection[Any]:
        passwords = json.loads((self.pg / "passwords").read_text())
        found = postmaster.read(folder_at(self.path))
        asked = {
            "host": str(found.socket if found else self.pg / "s"),
            "user": login,
            "dbname": database,
            "password": passwords.get(login),
            **other,
        }
        return psycopg.connect(**asked, autocommit=True)

    def clear(self) -> None:
        for process in self.started:
            if process.popen.poll() is None:
                process.popen.kill()
            process.popen.communicate()
        if server := self.server():
            server.kill()
        shutil.rmtree(self.path, ignore_errors=True)


def new_home(*, account: Account | None = None) -> Home:
    """A short path of its own: pytest's are long, and pytest closes them again under our server."""
    path = Path(tempfile.mkdtemp(prefix="nabij-t-")).resolve()
    if account:
        account.own(path)
    return Home(path, account=account)


def roots(program: str) -> str:
    """A program of root's; `su` and a bare environment leave its folders out of the PATH."""
    return shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or program


@pytest.fixture(scope="session")
def ordinary_user() -> Iterator[Account]:
    """An ordinary user of this machine: a temporary one when the tests run as root, else whoever runs them."""
    if not AS_ROOT:
        yield Account(uid=os.geteuid(), gid=os.getegid(), switch=False)
        return
    for left in (entry.pw_name for entry in pwd.getpwall()):
        if left.startswith(TEMPORARY) and not psutil.pid_exists(int(left.removeprefix(TEMPORARY))):
            subprocess.run([roots("userdel"), left], capture_output=True)  # of a run that was killed
    name = f"{TEMPORARY}{os.getpid()}"
    until(lambda: subprocess.run([roots("useradd"), "--no-create-home", name], capture_output=True).returncode == 0)
    entry = pwd.getpwnam(name)
    account = Account(uid=entry.pw_uid, gid=entry.pw_gid, switch=True)
    for needed in (Path(sys.executable), Path(psycopg.__file__), Path(os.__file__), ROOT / "nabij"):
        open_the_way(needed, account=account)
    yield account
    until(lambda: subprocess.run([roots("userdel"), name], capture_output=True).returncode == 0)


@pytest.fixture(params=["as root", "as an ordinary user"] if AS_ROOT else ["as an ordinary user"])
def empty(request: pytest.FixtureRequest) -> Iterator[Home]:
    """An empty folder, once for each kind of user that these tests can be."""
    account = request.getfixturevalue("ordinary_user") if AS_ROOT and "ordinary" in request.param else None
    home = new_home(account=account)
    yield home
    home.clear()


@pytest.fixture(scope="session")
def made() -> Iterator[Home]:
    """A folder whose server was made and stopped; to be copied, never to be used."""
    home = new_home()
    process = home.starts()
    process.answer()
    process.leave()
    yield home
    home.clear()


@pytest.fixture
def home(made: Home) -> Iterator[Home]:
    """A folder of one test's own, with a server that was made before, and now stands still."""
    home = new_home()
    subprocess.run(["cp", "-Rp", str(made.pg), str(home.path)], check=True)
    yield home
    home.clear()


@pytest.fixture(scope="module", params=[18, 16])
def served(request: pytest.FixtureRequest) -> Iterator[Home]:
    """A new server of either version that runs for all tests of a file."""
    home = new_home()
    home.starts(version=request.param).answer()
    yield home
    home.clear()
