"""`nabij restore FILE`: looked at first, then put beside the running database, compared, and swapped in."""

import contextlib
import json
import os
import secrets
import subprocess  # nosec B404: this same program, no shell
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, BinaryIO
from urllib.parse import urlsplit

import psycopg
import typer
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from nabij.base.guard import Guard
from nabij.cli import ground, swapping
from nabij.cli.backup import LENGTH, Failed, Secretly, first_line, major, refuse
from nabij.cli.guarding import declared
from nabij.cli.likeness import differences, likeness
from nabij.cli.passphrase import NoPassphrase, passphrase
from nabij.cli.pgtools import NoTool, Tool, elsewhere, started, tool
from nabij.cli.strongbox import Broken, Unopened, opened
from nabij.trust.roles import lines_for

LONGEST_MANIFEST = 50_000_000
SKIPPED = (" COMMENT - EXTENSION ", " SCHEMA - public ", " COMMENT - SCHEMA public ")
NAMED_AFTER = "nabij_restore_"


class MadeByANewerNabij(Unopened):
    def __init__(self) -> None:
        super().__init__("This backup was made by a newer Nabij than this one: install that version first.")


class AnotherSecret(Unopened):
    def __init__(self) -> None:
        super().__init__(
            "This backup belongs to another NABIJ_SECRET_KEY than the one set here. Take it out of the backup with"
            " --secret-to FILE and set it, or go on with the one set here: --new-secret."
        )


@dataclass(frozen=True)
class Opened:
    """A backup that was read whole: its manifest, and what pg_restore says is in it."""

    file: BinaryIO
    said: str
    manifest: dict[str, Any]
    contents: str

    def chunks(self) -> Iterator[bytes]:
        """The dump again from its beginning; each chunk is authenticated again."""
        self.file.seek(0)
        chunks = opened(self.file, passphrase=self.said)
        yield take_manifest(chunks)[1]
        yield from chunks


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `nabij backup` made.")],
    passphrase_file: Secretly = None,
    even_if_serving: Annotated[bool, typer.Option("--even-if-serving", help="Also while people work in it.")] = False,
    drop_old: Annotated[bool, typer.Option("--drop-old", help="Throw away what was there before.")] = False,
    new_secret: Annotated[bool, typer.Option("--new-secret", help="Keep the NABIJ_SECRET_KEY set here.")] = False,
    secret_to: Annotated[Path | None, typer.Option(help="Only write the backup's secret to this file.")] = None,
) -> None:
    """Put a backup back. A file that is not whole is refused, and until the last moment nothing running is touched."""
    try:
        said = passphrase(file=passphrase_file, twice=False)
        with file.open("rb") as box:
            if secret_to:
                return take_out(whole(box, said=said).manifest["secret"], to=secret_to)
            put_back(box, said=said, serving=even_if_serving, drop_old=drop_old, new_secret=new_secret)
    except (Unopened, NoPassphrase, NoTool, Failed, swapping.Serving, swapping.MayNotMake) as problem:
        refuse(problem)
    except psycopg.Error as problem:
        refuse(Failed(f"The database does not do what it should: {first_line(problem)}. What was there is untouched."))
    except OSError as problem:
        refuse(Unopened(f"{file} cannot be read: {problem.strerror}."))
    return None


def take_out(secret: str, *, to: Path) -> None:
    try:
        with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secret)
    except OSError as problem:
        raise Failed(f"{to} cannot be written: {problem.strerror}.") from problem
    typer.echo(f"The backup is whole, and its NABIJ_SECRET_KEY stands in {to}. Nothing was restored.")


def put_back(file: BinaryIO, *, said: str, serving: bool, drop_old: bool, new_secret: bool) -> None:
    url = os.environ["NABIJ_OWNER_URL"]
    name = urlsplit(url).path.lstrip("/")
    with swapping.keeper(url) as keeper:
        refuse_missing_roles(keeper)
        swapping.refuse_serving(keeper, database=name, allowed=serving)
        backup = whole(file, said=said)
        secret = the_secret(backup.manifest, new_secret=new_secret)
        refuse_older_server(backup.manifest, here=major(keeper))
        swapping.sweep(keeper, named=f"{NAMED_AFTER}%")
        stamp = timezone.now().strftime("%Y%m%d_%H%M%S")
        with beside(keeper, name=f"{NAMED_AFTER}{stamp}_{secrets.token_hex(2)}") as new:
            pour(backup, url=elsewhere(url, database=new), keeper=keeper)
            compare(backup.manifest, url=elsewhere(url, database=new))
            bring_up_to_date(database=new, secret=secret)
            compare_with_the_code(url=elsewhere(url, database=new))
            old = swapping.swap(keeper, new=new, to=name, aside=f"{name}_before_{stamp}", serving=serving)
        keep_secret(secret, stamp=stamp)
        if old and (drop_old or swapping.is_empty(elsewhere(url, database=old))):
            swapping.drop(keeper, database=old)
            old = ""
    aside = f" What was there before is kept as the database {old}." if old else ""
    typer.echo(f"Restored: {len(backup.manifest['tables'])} tables, each as it was.{aside} Now start `nabij serve`.")


# -- Before anything is touched ----------------------------------------------------------------------------------------


def refuse_missing_roles(keeper: psycopg.Connection[Any]) -> None:
    there = {name for (name,) in keeper.execute("select rolname from pg_roles").fetchall()}
    if lines := lines_for(there):
        raise Failed("Roles are missing. Let a superuser run:\n" + "\n".join(lines))


def whole(file: BinaryIO, *, said: str) -> Opened:
    """Reads the file from its first byte to its last, and lets pg_restore list what is in it."""
    chunks = opened(file, passphrase=said)
    manifest, data = take_manifest(chunks)
    refuse_newer(manifest)
    listing = started(tool("pg_restore", server=manifest["postgresql"]), "--list", reads=True)
    try:
        reading = listing.put(data)
        for chunk in chunks:  # To the end, also when pg_restore has seen enough.
            reading = reading and listing.put(chunk)
        if listing.ended():
            raise Broken
    finally:
        listing.stop()
    return Opened(file, said, manifest, listing.written.decode(errors="replace"))


def take_manifest(chunks: Iterator[bytes]) -> tuple[dict[str, Any], bytes]:
    """The manifest at the beginning, and what was read of the dump behind it."""
    data = next(chunks, b"")
    length = int.from_bytes(data[:LENGTH], "big")
    if len(data) < LENGTH or length > LONGEST_MANIFEST:
        raise Broken
    while len(data) < LENGTH + length:
        if not (more := next(chunks, b"")):
            raise Broken
        data += more
    return json.loads(data[LENGTH : LENGTH + length]), data[LENGTH + length :]


def refuse_newer(manifest: dict[str, Any]) -> None:
    """Every change of the tables that the backup went through must be known here."""
    migrations = MigrationLoader(None).disk_migrations or {}
    known = {*migrations, *(one for migration in migrations.values() for one in migration.replaces)}
    rooms = {app for app, _name in known}
    if any(tuple(one) not in known for one in manifest["migrations"] if one[0] in rooms):
        raise MadeByANewerNabij


def the_secret(manifest: dict[str, Any], *, new_secret: bool) -> str:
    """The backup's own, with the embedded database; what is set in the environment has to be that one."""
    here, there = os.environ["NABIJ_SECRET_KEY"], str(manifest["secret"])
    if here == there or new_secret:
        return here
    if ground.keeps_secret():
        return there
    raise AnotherSecret


def refuse_older_server(manifest: dict[str, Any], *, here: int) -> None:
    there = manifest["postgresql"]
    if here < there:
        raise Unopened(f"This backup comes from PostgreSQL {there}, and this server is {here}: take {there} or later.")


# -- Beside what runs --------------------------------------------------------------------------------------------------


@contextmanager
def beside(keeper: psycopg.Connection[Any], *, name: str) -> Iterator[str]:
    """A new database with the rights of the running one; it is gone again when anything goes wrong."""
    swapping.create(keeper, database=name)
    try:
        yield name
    except BaseException:
        with contextlib.suppress(psycopg.Error):
            swapping.drop(keeper, database=name)
        raise


def pour(backup: Opened, *, url: str, keeper: psycopg.Connection[Any]) -> None:
    """pg_restore fills the new database; its first error ends it."""
    program = tool("pg_restore", server=major(keeper))
    with tempfile.NamedTemporaryFile("w", suffix=".list") as wanted:  # Names of tables, nothing of what is in them.
        wanted.writelines(f"{line}\n" for line in backup.contents.splitlines() if not any(s in line for s in SKIPPED))
        wanted.flush()
        how = ("--exit-on-error", "--no-owner", f"--use-list={wanted.name}")
        pouring = started(program, *how, url=url, reads=True)
        try:
            for chunk in backup.chunks():
                if not pouring.put(chunk):
                    break
            refuse_half(pouring)
        finally:
            pouring.stop()


def refuse_half(pouring: Tool) -> None:
    if problem := pouring.ended():
        raise Failed(f"The backup is whole, but could not be put back: {problem}. What was there is untouched.")


def compare(manifest: dict[str, Any], *, url: str) -> None:
    """Every table, row for row by a sum, every sequence and every rule is as it was when the backup was made."""
    with psycopg.connect(url) as new:
        same = manifest["postgresql"] == major(new)
        was = {part: manifest[part] for part in ("tables", "sequences", "rules")}
        if wrong := differences(was, likeness(new), same_server=same):
            raise Failed(f"What came back is not what went away ({', '.join(wrong[:5])}). What was there is untouched.")


def bring_up_to_date(*, database: str, secret: str) -> None:
    """Later changes of tables and rules, the seal, and `nabij check`, each as its own login, on the new database."""
    urls = {name: elsewhere(os.environ[name], database=database) for name in ("NABIJ_OWNER_URL", "NABIJ_DATABASE_URL")}
    env = {**os.environ, **urls, "NABIJ_SECRET_KEY": secret}
    for command in (("migrate", "--verbosity", "0"), ("check",)):
        run = subprocess.run(  # nosec B603
            [sys.executable, "-m", "nabij", *command], env=env, check=False, capture_output=True, text=True
        )
        if run.returncode:
            said = next(iter(run.stderr.strip().splitlines()[-1:]), "")
            raise Failed(f"`nabij {command[0]}` refuses what came back: {said}. What was there is untouched.")


def compare_with_the_code(*, url: str) -> None:
    """Each table of the code is guarded, by exactly the policies the code declares."""
    with psycopg.connect(url) as new:
        found = new.execute("select tablename, policyname from pg_policies where schemaname = 'public'").fetchall()
        closed = new.execute("select oid::regclass::text from pg_class where relrowsecurity").fetchall()
    guards = [thing for room in declared().values() for thing in room.values() if isinstance(thing, Guard)]
    policies = {(guard.table, policy.name) for guard in guards for policy in guard.policies}
    gates = {guard.table for guard in guards if guard.rls}
    if policies != set(found) or gates != {name for (name,) in closed}:
        raise Failed("The rules that came back are not those of this Nabij. What was there is untouched.")


def keep_secret(secret: str, *, stamp: str) -> None:
    """With the embedded database the secret is a file; the one that was there is kept beside it."""
    path = ground.data_dir() / "secret"
    if not ground.keeps_secret() or path.read_text() == secret:
        return
    new = path.with_name(f"secret.new-{stamp}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secret)
    path.rename(path.with_name(f"secret.before_{stamp}"))
    new.rename(path)
