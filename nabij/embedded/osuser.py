"""The account that the server runs as. PostgreSQL refuses to run as root, so root gets a user made for it, once."""

import os
import pwd
import shutil
import stat
import subprocess  # nosec B404: fixed programs, no shell
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nabij.embedded.problem import ServerProblem

NAME = "nabij"


@dataclass(frozen=True)
class Account:
    """Whom the server runs as; `switch` says whether we must become somebody else for it."""

    uid: int
    gid: int
    switch: bool

    def become(self) -> dict[str, Any]:
        """What `subprocess.run` needs to run something as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switch else {}

    def own(self, path: Path | int) -> None:
        if self.switch:
            os.chown(path, self.uid, self.gid)

    def may_pass(self, found: os.stat_result) -> bool:
        """Whether this account may pass through a folder, by its owner, group and others."""
        if found.st_uid == self.uid:
            return bool(found.st_mode & stat.S_IXUSR)
        if found.st_gid == self.gid:
            return bool(found.st_mode & stat.S_IXGRP)
        return bool(found.st_mode & stat.S_IXOTH)


def account_for(*folders: Path) -> Account:
    """Ourselves; as root whoever owns the first of these folders that exists and is not root's, else our own user."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), switch=False)
    for folder in folders:
        if folder.exists() and (found := folder.stat()).st_uid != 0:
            return Account(uid=found.st_uid, gid=found.st_gid, switch=True)
    entry = known(NAME) or made(NAME)
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, switch=True)


def known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def made(name: str) -> pwd.struct_passwd:
    program = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        raise ServerProblem("PostgreSQL does not run as root, and this machine has no useradd: start as another user.")
    nobody_logs_in = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]
    done = subprocess.run([program, *nobody_logs_in, name], check=False, capture_output=True, text=True)  # nosec B603
    entry = known(name)
    if entry is None:
        raise ServerProblem(f"PostgreSQL does not run as root, and no user could be made: {done.stderr.strip()}")
    if done.returncode == 0:  # else another process made it at the same moment, and says so
        say(f"the database does not run as root: made the system user {name} for it.")
    return entry


def open_the_way(path: Path, *, account: Account) -> None:
    """Let the account pass through the folders above `path` (pass, not look inside), and say where that was needed."""
    if not account.switch:
        return
    for folder in dict.fromkeys((*reversed(path.absolute().parents), *reversed(path.resolve().parents))):
        found = folder.stat()
        if account.may_pass(found):
            continue
        try:
            folder.chmod(stat.S_IMODE(found.st_mode) | stat.S_IXOTH)
        except OSError as error:
            raise ServerProblem(f"The database's user may not pass through {folder}: {error.strerror}.") from error
        say(f"other users may now pass through {folder} (not look inside), so that the database reaches {path}.")


def say(line: str) -> None:
    sys.stderr.write(f"nabij: {line}\n")
