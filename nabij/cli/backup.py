"""`nabij backup FILE`: the whole database and the installation's secret in one file that only a passphrase opens."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import psycopg
import typer
from django.conf import settings
from django.utils import timezone

from nabij.cli.likeness import LEFT_OUT, likeness
from nabij.cli.passphrase import NoPassphrase, passphrase
from nabij.cli.pgtools import NoTool, started, tool
from nabij.cli.strongbox import CHUNK, Box, Unopened, opened

CANNOT_BE_USED = 2
LENGTH = 8  # Bytes that say how long the manifest is.
Secretly = Annotated[Path | None, typer.Option("--passphrase-file", help="Its first line is the passphrase.")]


class Failed(RuntimeError):
    """Something outside the file went wrong, said in one sentence."""


def refuse(problem: Exception) -> None:
    """One sentence and the exit status: 2 for what cannot be used, 1 for anything else."""
    sys.stderr.write(f"nabij: {problem}\n")
    unusable = isinstance(problem, Unopened | NoPassphrase)
    raise typer.Exit(CANNOT_BE_USED if unusable else 1) from problem


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write it; nothing that exists is overwritten.")],
    passphrase_file: Secretly = None,
) -> None:
    """Write an encrypted backup of everything: people, stories, rules, logs, and the installation's secret."""
    try:
        said = passphrase(file=passphrase_file, twice=True)
        made = timezone.now()
        with written(file) as box_file:
            fill(box_file, said=said, made=made)
            read_back(box_file, said=said)
    except (Unopened, NoPassphrase, NoTool, Failed) as problem:
        refuse(problem)
    except psycopg.Error as problem:
        refuse(Failed(f"The database does not do what it should: {first_line(problem)}."))
    except OSError as problem:
        refuse(Failed(f"{file} cannot be written: {problem.strerror}."))
    typer.echo(f"Written and read back: {file}. Keep the passphrase somewhere else: without it nobody opens this file.")


def first_line(problem: Exception) -> str:
    return next(iter(str(problem).splitlines()), type(problem).__name__).rstrip(".")


@contextmanager
def written(file: Path) -> Iterator[BinaryIO]:
    """A file for our eyes only, that gets its name once it is whole."""
    if file.exists():
        raise Failed(f"{file} exists already; nothing was written. Choose another name.")
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "w+b") as whole:
            yield whole
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


def fill(file: BinaryIO, *, said: str, made: datetime) -> None:
    """The manifest, and what pg_dump says of the same instant: both look through one snapshot."""
    stamp = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    box = Box(file, passphrase=said, made=stamp, nabij=version("nabij"))
    url = os.environ["NABIJ_OWNER_URL"]
    with psycopg.connect(url) as owner:
        owner.execute("set transaction isolation level repeatable read, read only")
        box.put(packed(manifest(owner)))
        (snapshot,) = owner.execute("select pg_export_snapshot()").fetchone() or ("",)
        dump(box, url=url, snapshot=snapshot, server=major(owner))
    box.close()
    file.flush()
    os.fsync(file.fileno())


def manifest(owner: psycopg.Connection[Any]) -> dict[str, Any]:
    """What a restore compares with, and what stands outside the database."""
    applied = owner.execute("select app, name from django_migrations order by app, name").fetchall()
    return {
        "secret": settings.SECRET_KEY,
        "postgresql": major(owner),
        "migrations": [list(row) for row in applied],
        **likeness(owner),
    }


def major(connection: psycopg.Connection[Any]) -> int:
    return connection.info.server_version // 10000


def packed(manifest: dict[str, Any]) -> bytes:
    said = json.dumps(manifest).encode()
    return len(said).to_bytes(LENGTH, "big") + said


def dump(box: Box, *, url: str, snapshot: str, server: int) -> None:
    left_out = [f"--exclude-table-data={name}" for name in LEFT_OUT]
    # Compressed by pg_dump; encrypted text would not compress any more.
    dumping = started(tool("pg_dump", server=server), "--format=custom", f"--snapshot={snapshot}", *left_out, url=url)
    try:
        while data := dumping.out.read(CHUNK):
            box.put(data)
        if problem := dumping.ended():
            raise Failed(f"The database could not be read whole: {problem}.")
    finally:
        dumping.stop()


def read_back(file: BinaryIO, *, said: str) -> None:
    """What was written is opened once, from its first byte to its last."""
    file.seek(0)
    for _chunk in opened(file, passphrase=said):
        pass
