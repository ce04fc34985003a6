"""The way in: `running(folder)` joins the server of that folder, starts it when nobody has, and leaves at the end."""

import atexit
import fcntl
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

import psutil
import psycopg

from nabij.embedded import postmaster, roles
from nabij.embedded.folder import Folder, folder_at, same_file
from nabij.embedded.osuser import say
from nabij.embedded.postmaster import Address
from nabij.embedded.problem import ServerProblem

SETTLING = 10.0  # seconds in which children of a killed server let go of its memory
COMING = ("starting up", "shutting down", "in recovery", "not yet accepting", "timeout expired")
FULL = ("too many clients", "remaining connection slots")
LOGIN_TAKES = 5  # seconds at most; on a busy machine a server that takes longer is waited for, not stopped
FIRST_OF_OURS = 16384  # databases that a server is born with have lower numbers


@dataclass(frozen=True)
class Running:
    """A server that answers: where it is, and the passwords of its three logins."""

    folder: Path
    socket: str
    port: int
    passwords: dict[str, str] = field(repr=False)
    bin: Path
    host: str = ""

    def url(self, login: str, database: str = "nabij") -> str:
        who = f"{login}:{quote(self.passwords[login], safe='')}"
        if self.host:
            return f"postgresql://{who}@{self.host}:{self.port}/{database}"
        return f"postgresql://{who}@/{database}?host={quote(self.socket, safe='')}&port={self.port}"


@dataclass
class User:
    """This process as a user of one server: it holds `users` open, and shared, as long as it lives."""

    folder: Folder
    version: int
    handle: int
    process: int
    server: psutil.Process | None = None
    gone: bool = False


_users: dict[Path, User] = {}


def running(folder: Path, *, version: int = 18, tcp: Address | None = None) -> Running:
    """Join or start the server in `folder`/pg. Asked again it looks again, and starts a server that was killed."""
    try:
        place = folder_at(folder)
        with place.locked(), using(place, version=version) as user:
            found = ensured(place, version=version, tcp=tcp)
            user.server = process(found.pid)
            return described(place, found, version=version)
    except OSError as error:
        reason = f"{error.strerror} ({error.filename})" if error.filename else str(error)
        advice = "Choose another folder with NABIJ_DATA_DIR."
        raise ServerProblem(f"The database cannot live in {folder}: {reason}. {advice}") from error
    except psycopg.Error as error:
        raise ServerProblem(f"The database in {folder} does not do what it should: {error}") from error


def process(pid: int) -> psutil.Process | None:
    try:
        return psutil.Process(pid)
    except psutil.NoSuchProcess:  # in another container, on the same folder
        return None


@contextmanager
def using(place: Folder, *, version: int) -> Iterator[User]:
    """A user of the server, unless it turns out that there is none to use."""
    before = _users.get(place.root)
    user = joined(place, version=version)
    try:
        yield user
    except Exception:
        if user is not before:
            let_go(user)
        raise


def joined(place: Folder, *, version: int) -> User:
    """Register this process as a user. A fork inherits its parent's place and leaves nothing behind of its own."""
    user = _users.get(place.root)
    if user and (user.process != os.getpid() or same_file(user.handle, path=place.users)):
        return user
    handle = place.opened("users")
    fcntl.flock(handle, fcntl.LOCK_SH)
    user = _users[place.root] = User(folder=place, version=version, handle=handle, process=os.getpid())
    atexit.register(leave, user)
    leave_when_told()
    return user


def leave(user: User) -> None:
    """At the end of this process, and of no other: a fork has its parent's exit hooks too."""
    if user.process != os.getpid() or user.gone:
        return
    try:
        if same_file(user.handle, path=user.folder.users):
            with user.folder.locked():
                let_go(user)
        elif last(user) and user.server and user.server.is_running():
            user.server.kill()  # the folder was deleted under it; what stands there now is not ours
    except (OSError, ServerProblem, psutil.Error) as error:
        say(f"the database in {user.folder.root} could not be stopped: {error}")


def let_go(user: User) -> None:
    """The last one out stops the server; whoever was killed let go of `users` by that. Call it under the lock."""
    user.gone = True
    if _users.get(user.folder.root) is user:
        del _users[user.folder.root]
    try:
        if last(user):
            postmaster.stop(user.folder, version=user.version)
    finally:
        os.close(user.handle)


def last(user: User) -> bool:
    try:
        fcntl.flock(user.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def leave_when_told() -> None:
    """SIGTERM and SIGHUP end a process without its exit hooks, unless somebody listens; whoever does is left alone."""
    if threading.current_thread() is not threading.main_thread():
        return
    here = os.getpid()

    def go(number: int, _frame: FrameType | None) -> None:
        if os.getpid() == here:
            sys.exit(128 + number)
        signal.signal(number, signal.SIG_DFL)  # a fork does what it would have done without us
        os.kill(os.getpid(), number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, go)


def ensured(place: Folder, *, version: int, tcp: Address | None) -> postmaster.Found:
    """A server that answers in this folder, whatever was left here."""
    ready = place.ready.exists()
    if ready:
        check_version(place, version=version)
        place.passwords()
        if answers(place):
            return reached(place, tcp=tcp)
    clear_up(place, version=version, how="fast" if ready else "immediate")
    if not ready:
        set_aside(place)
        postmaster.initialise(place, version=version, password=place.passwords()["postgres"])
    bring_up(place, version=version, tcp=tcp)
    if not ready:
        roles.make(connect=lambda database: connect(place, database=database), passwords=place.passwords())
        os.close(place.opened("ready"))
    postmaster.sweep(place)  # once more: an initdb whose parent was killed may have written on until a moment ago
    return reached(place, tcp=tcp)


def reached(place: Folder, *, tcp: Address | None) -> postmaster.Found:
    found = postmaster.read(place)
    if not found:
        raise ServerProblem(f"The database in {place.root} stopped while we joined it: start again.")
    if tcp and (found.host, found.port) != (tcp.host, tcp.port):
        raise ServerProblem(f"The database in {place.root} already runs, and not on {tcp.host}:{tcp.port}.")
    return found


def check_version(place: Folder, *, version: int) -> None:
    file = place.data / "PG_VERSION"
    if not file.exists():
        raise ServerProblem(f"The data of the database is gone from {place.data}: put it back from a copy.")
    if (there := file.read_text().strip()) != str(version):
        raise ServerProblem(f"{place.data} was made by PostgreSQL {there} and not {version}: choose another folder.")


def clear_up(place: Folder, *, version: int, how: str) -> None:
    """End what lives here and does not answer (its socket was swept away, say), or was cut off while it was made."""
    postmaster.stop(place, version=version, how=how)
    postmaster.end_strays(place)
    postmaster.sweep(place)


def set_aside(place: Folder) -> None:
    """Data that was cut off makes room for new. What came to hold a database of ours is kept, whatever became of
    `ready`."""
    numbers = [int(entry.name) for entry in place.data.glob("base/*") if entry.name.isdigit()]
    if max(numbers, default=0) < FIRST_OF_OURS:
        shutil.rmtree(place.data, ignore_errors=True)
        return
    aside = place.data.with_name(f"data.unfinished-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}")
    place.data.rename(aside)
    say(f"an unfinished database was set aside as {aside}; remove it when you miss nothing.")


def answers(place: Folder) -> bool:
    """Whether the server lets us in; one that is coming up or going down is waited for.

    It is asked first: a living process proves nothing, and one in another container is not seen.
    """
    until = time.monotonic() + postmaster.PATIENCE
    while (refused := tried(place)) and not any(word in refused for word in FULL):
        if "password authentication failed" in refused:
            raise ServerProblem(f"The database in {place.root} does not take the password in {place.root}/passwords.")
        if not any(word in refused for word in COMING) or time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def tried(place: Folder) -> str:
    """A real login. The answer is empty, or why it was refused."""
    try:
        connect(place, database="postgres").close()
    except psycopg.OperationalError as error:
        return str(error)
    return ""


def bring_up(place: Folder, *, version: int, tcp: Address | None) -> None:
    """Start it, and again while what is left of a killed server is in the way."""
    until = time.monotonic() + SETTLING
    while (said := postmaster.start(place, version=version, tcp=tcp)) and not answers(place):
        if time.monotonic() > until:
            raise ServerProblem(f"The database in {place.root} did not start: {said}")
        time.sleep(0.1)
    if not answers(place):
        raise ServerProblem(f"The database in {place.root} does not let us in: {tried(place)}")


def connect(place: Folder, *, database: str) -> psycopg.Connection[Any]:
    found = postmaster.read(place)
    return psycopg.connect(
        host=str(found.socket if found else place.own_socket),
        port=found.port if found else postmaster.PORT,
        user="postgres",
        password=place.passwords()["postgres"],
        dbname=database,
        connect_timeout=LOGIN_TAKES,
        autocommit=True,
    )


def described(place: Folder, found: postmaster.Found, *, version: int) -> Running:
    return Running(
        folder=place.root,
        socket=str(found.socket),
        port=found.port,
        passwords=place.passwords(),
        bin=postmaster.programs(version),
        host=found.host,
    )
