"""The folder of the server, its locks and its passwords.

pg/data       the database, 0700, the server's account
pg/s          the socket, 0700, the server's account
pg/passwords  of the three logins, 0600, ours
pg/lock       held alone while somebody starts or stops the server
pg/users      held shared by every process that uses the server, as long as it lives
pg/ready      stands there once the roles and the database have been made
"""

import fcntl
import hashlib
import json
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nabij.embedded.osuser import Account, account_for
from nabij.embedded.problem import ServerProblem

LOGINS = ("postgres", "nabij_owner", "nabij_app")
LONGEST_SOCKET = 100  # bytes; the system's own limit is 104 on macOS and 108 on Linux
UNFIT = frozenset("\"$`\\\n\r'")  # pg_ctl and initdb hand the path to a shell


@dataclass(frozen=True)
class Folder:
    """Where everything of one server lies."""

    root: Path
    account: Account

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    @property
    def users(self) -> Path:
        return self.root / "users"

    @property
    def ready(self) -> Path:
        return self.root / "ready"

    @property
    def own_socket(self) -> Path:
        """The folder of the socket; a path too long for a socket gets a short one under the temporary folder."""
        here = self.root / "s"
        if len(os.fsencode(here / ".s.PGSQL.65535")) <= LONGEST_SOCKET and "," not in str(here):
            return here
        return Path(tempfile.gettempdir()).resolve() / self.short_name

    @property
    def short_name(self) -> str:
        return f"nabij-{hashlib.sha256(os.fsencode(self.root)).hexdigest()[:16]}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Alone in this folder. A folder that was deleted and made anew while we waited is locked again."""
        while True:
            handle = self.opened("lock")
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                if same_file(handle, path=self.root / "lock"):
                    yield
                    return
            finally:
                fcntl.flock(handle, fcntl.LOCK_UN)  # closing alone would leave it with a fork made meanwhile
                os.close(handle)

    def opened(self, name: str) -> int:
        """A file of our own in this folder, made when it is not there; never through a link."""
        self.make()
        handle = os.open(self.root / name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        self.as_the_root(handle)
        return handle

    def as_the_root(self, handle: int) -> None:
        """Root in somebody's folder leaves files that somebody can open again."""
        owner = self.root.stat()
        if os.geteuid() == 0 and os.fstat(handle).st_uid != owner.st_uid:
            os.chown(handle, owner.st_uid, owner.st_gid)

    def make(self) -> None:
        self.root.parent.mkdir(mode=0o711 if self.account.switch else 0o700, parents=True, exist_ok=True)
        self.root.mkdir(mode=0o711 if self.account.switch else 0o700, exist_ok=True)

    def make_private(self, folder: Path) -> Path:
        """A folder of the account alone; one that is a link or somebody else's is refused."""
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid():
            self.account.own(folder)
            found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.account.uid:
            raise ServerProblem(f"{folder} should be a folder of the database's user, and is not: move it away.")
        if found.st_mode & 0o077:
            folder.chmod(0o700)
        return folder

    def passwords(self) -> dict[str, str]:
        """The password of each login, made up on the first start."""
        handle = self.opened("passwords")
        with os.fdopen(handle, "r+") as file:
            text = file.read()
            if not text and not self.ready.exists():
                made_up = {login: secrets.token_hex(24) for login in LOGINS}
                json.dump(made_up, file)
                return made_up
        try:
            found = json.loads(text)
            return {login: str(found[login]) for login in LOGINS}
        except (ValueError, KeyError, TypeError) as error:
            file_name = self.root / "passwords"
            raise ServerProblem(f"{file_name} does not hold the passwords: put it back from a copy.") from error


def folder_at(path: Path) -> Folder:
    root = path.expanduser().absolute().resolve() / "pg"
    if UNFIT & set(str(root)):
        raise ServerProblem(f"The database cannot live in {root!s}: choose a path without quotes, $, ` and \\.")
    return Folder(root=root, account=account_for(root / "data", root))


def same_file(handle: int, *, path: Path) -> bool:
    """Whether this open file is still the one that stands at `path`."""
    try:
        found = path.stat()
    except OSError:
        return False
    mine = os.fstat(handle)
    return (found.st_dev, found.st_ino) == (mine.st_dev, mine.st_ino)
