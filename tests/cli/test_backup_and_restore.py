"""The drill: what was kept comes back whole, and what cannot be used leaves everything as it is.

Through the real command line, on installations of their own with the example neighbourhood in it.
"""

import io
import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nabij.cli.likeness import LEFT_OUT
from nabij.cli.restore import take_manifest
from nabij.cli.strongbox import Box, opened
from tests.cli.installation import BUILD, SAID, Installation, folder

CHEAP = 16


@dataclass
class Drill:
    """An installation with the example neighbourhood, as it was when its backup was made, and that backup."""

    was: dict[str, Any]
    file: Path
    still: Installation

    def raw(self) -> bytes:
        return self.file.read_bytes()

    def opened(self) -> tuple[dict[str, Any], bytes]:
        """The manifest, and the dump."""
        with self.file.open("rb") as file:
            chunks = opened(file, passphrase=SAID)
            manifest, first = take_manifest(chunks)
            return manifest, first + b"".join(chunks)


@pytest.fixture(scope="module")
def drill() -> Iterator[Drill]:
    """Built once. `still` is a copy whose server stands still, to be copied again."""
    home = Installation(folder())
    home.nabij("migrate", "--verbosity", "0")
    home.nabij(code=BUILD)
    still = home.copy()
    file = home.path / "nabij.backup"
    assert "Written and read back" in home.start().nabij("backup", str(file))
    yield Drill(was=home.everything(), file=file, still=still)
    home.clear()
    still.clear()


@pytest.fixture(scope="module")
def working(drill: Drill) -> Iterator[Installation]:
    """Another installation that is in use: the same data and one more person; nothing may ever change in it."""
    home = drill.still.copy().start()
    home.nabij("welcome", "Later Gekomen", "later@nabij.example")
    yield home
    home.clear()


@pytest.fixture
def fresh() -> Iterator[Installation]:
    """An empty machine."""
    home = Installation(folder())
    yield home
    home.clear()


@pytest.fixture
def own(drill: Drill) -> Iterator[Installation]:
    """An installation to restore in."""
    home = drill.still.copy().start()
    yield home
    home.clear()


# -- Everything back ---------------------------------------------------------------------------------------------------


def test_a_backup_is_restored_on_an_empty_machine(drill, fresh):
    assert "each as it was" in fresh.nabij("restore", str(drill.file))
    fresh.start()
    assert fresh.everything() == drill.was
    assert len(drill.was["likeness"]["tables"]) > 60
    for log in ("public.trust_trace", "public.trust_look", "public.procrastinate_jobs"):
        assert int(fresh.likeness()["tables"][log][0]) > 0, log
    fresh.nabij("check")
    mail, *_others = fresh.ask("select email from people_account order by 1")
    assert "hoort al bij iemand" in fresh.nabij("welcome", "Nog eens", mail, expect=2)


def test_the_rules_hold_in_what_came_back(drill, fresh):
    """As the app's own login, after a restore: nobody acting is an error, and acting as somebody is sealed."""
    fresh.nabij("restore", str(drill.file))
    looks = """
from nabij.cli import ground
ground.prepare()
import django
django.setup()
from django.db import ProgrammingError, connection
from nabij.moments.models import Moment
from nabij.people.models import Account
from nabij.trust.acting import acting_as, office, person
try:
    Moment.objects.count()
except Exception as refused:
    print("nobody:", type(refused).__name__)
with acting_as(office("door")):
    people = dict(Account.objects.values_list("email", "person_id"))
counts = set()
for mail, who in people.items():
    with acting_as(person(who)):
        counts.add(Moment.objects.count())
print("sees:", sorted(counts))
"""
    said = fresh.nabij(code=looks)
    assert "nobody:" in said
    seen = json.loads(said.split("sees: ")[1])
    assert seen[0] == 0 < seen[-1] < int(drill.was["likeness"]["tables"]["public.moments_moment"][0])


def test_whoever_was_logged_in_then_is_not_logged_in_now(drill, own):
    with own.connect() as owner:
        session = "insert into trust_session (session_key, session_data, expire_date, device, begun_at, seen_at)"
        owner.execute(f"{session} values ('sleutel', 'iets', now() + interval '1 day', '', now(), now())")
    file = own.path / "met-sessie"
    own.nabij("backup", str(file))
    own.nabij("restore", str(file))
    assert own.ask("select count(*) from trust_session") == [0]
    assert set(LEFT_OUT) >= {"trust_session", "trust_throttle"}


def test_what_was_there_before_is_kept_until_told_otherwise(drill, own):
    own.nabij("welcome", "Later Gekomen", "later@nabij.example")
    assert "is kept as the database nabij_before_" in own.nabij("restore", str(drill.file))
    (kept,) = own.databases() - {"nabij"}
    later = "select count(*) from people_account where email = 'later@nabij.example'"
    assert (own.ask(later), own.ask(later, database=kept)) == ([0], [1])
    own.nabij("restore", str(drill.file), "--drop-old")
    assert own.databases() == {"nabij", kept}
    assert own.everything()["likeness"] == drill.was["likeness"]


def test_the_secret_comes_back_and_the_other_is_kept(drill, fresh):
    fresh.nabij("migrate", "--verbosity", "0")
    before = (fresh.path / "secret").read_text()
    fresh.nabij("restore", str(drill.file))
    assert (fresh.path / "secret").read_text() == drill.was["secret"] != before
    assert (fresh.path / "secret").stat().st_mode & 0o777 == 0o600
    (kept,) = fresh.path.glob("secret.before_*")
    assert kept.read_text() == before


def test_the_secret_alone_can_be_taken_out(drill, working, tmp_path):
    was = working.everything()
    assert "Nothing was restored" in working.nabij("restore", str(drill.file), "--secret-to", str(tmp_path / "secret"))
    assert (tmp_path / "secret").read_text() == drill.was["secret"]
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    refused = working.nabij("restore", str(drill.file), "--secret-to", str(tmp_path / "secret"), expect=1)
    assert "cannot be written" in refused
    assert working.everything() == was


# -- What cannot be used -----------------------------------------------------------------------------------------------


def refused(home: Installation, file: Path, *words: str, why: str, status: int = 2, **other: str) -> None:
    """One sentence, the status, and nothing changed."""
    was = home.everything()
    said = home.nabij("restore", str(file), *words, expect=status, **other)
    assert why in said
    assert said.startswith("nabij: ")
    assert said.count("\n") == 1, said
    assert home.everything() == was


def flipped(at: float) -> Callable[[bytes], bytes]:
    def spoil(file: bytes) -> bytes:
        place = min(int(at * len(file)), len(file) - 1)
        return file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]

    return spoil


BROKEN = {
    "cut in half": (lambda file: file[: len(file) // 2], "is not whole"),
    "one byte short": (lambda file: file[:-1], "is not whole"),
    "garbage behind it": (lambda file: file + b"\n", "is not whole"),
    "twice": (lambda file: file + file, "is not whole"),
    "a byte near the beginning": (flipped(0.01), "is not whole"),
    "a byte in the middle": (flipped(0.5), "is not whole"),
    "the last byte": (flipped(1), "is not whole"),
    "the first byte": (flipped(0), "is no backup of Nabij"),
    "only its first line": (lambda file: file[: file.index(b"\n") + 1], "is not whole"),
    "empty": (lambda file: b"", "is no backup of Nabij"),
    "a picture": (lambda file: b"\x89PNG\r\n\x1a\n" + file, "is no backup of Nabij"),
    "a newer format": (lambda file: file.replace(b'"format": 1', b'"format": 2', 1), "use a newer Nabij"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_refused_and_what_runs_is_untouched(how, drill, working, tmp_path):
    spoil, why = BROKEN[how]
    (tmp_path / "broken").write_bytes(spoil(drill.raw()))
    refused(working, tmp_path / "broken", why=why)


def test_another_passphrase_is_refused(drill, working):
    refused(working, drill.file, why="not the passphrase", NABIJ_BACKUP_PASSPHRASE="vijf heel andere woorden")
    refused(working, drill.file, why="No passphrase", NABIJ_BACKUP_PASSPHRASE="")


def test_a_file_that_is_not_there_is_refused(working, tmp_path):
    refused(working, tmp_path / "nergens", why="cannot be read: No such file")
    refused(working, tmp_path, why="cannot be read: Is a directory")


def boxed(path: Path, manifest: dict[str, Any], dump: bytes) -> Path:
    """A file sealed with the right passphrase, holding what we like."""
    file = io.BytesIO()
    box = Box(file, passphrase=SAID, made="2026-11-22T01:05:08Z", nabij="9.0.0", cost=CHEAP)
    said = json.dumps(manifest).encode()
    box.put(len(said).to_bytes(8, "big") + said + dump)
    box.close()
    path.write_bytes(file.getvalue())
    return path


def test_a_backup_of_a_newer_nabij_is_refused(drill, working, tmp_path):
    manifest, dump = drill.opened()
    newer = {**manifest, "migrations": [*manifest["migrations"], ["trust", "9999_of_later"]]}
    refused(working, boxed(tmp_path / "newer", newer, dump), why="newer Nabij than this one")


def test_a_backup_of_a_newer_postgresql_is_refused(drill, working, tmp_path):
    manifest, dump = drill.opened()
    newer = boxed(tmp_path / "newer", {**manifest, "postgresql": 99}, dump)
    refused(working, newer, why="PostgreSQL 99", status=1)  # There is no pg_restore of it here.


def test_a_box_without_a_dump_in_it_is_refused(drill, working, tmp_path):
    manifest, dump = drill.opened()
    refused(working, boxed(tmp_path / "one", manifest, b""), why="is not whole")
    refused(working, boxed(tmp_path / "two", manifest, b"no dump of PostgreSQL"), why="is not whole")
    refused(working, boxed(tmp_path / "three", manifest, dump[:-50_000]), why="could not be put back", status=1)


def test_what_does_not_come_back_as_it_went_is_refused(drill, working, tmp_path):
    """A row less, another row, another rule: each leaves the running data as it is."""
    manifest, dump = drill.opened()
    for part, name, other in (
        ("tables", "public.people_person", ["1", "1"]),
        ("sequences", "public.procrastinate_jobs_id_seq", 1_000_000),
        ("rules", "policies", "3 nonsense"),
    ):
        claim = {**manifest, part: {**manifest[part], name: other}}
        refused(working, boxed(tmp_path / part, claim, dump), why=f"is not what went away ({name})", status=1)


def test_a_server_that_cannot_take_it_keeps_what_it_had(drill, own):
    """Half-way in, pg_restore meets something that is in the way."""
    with own.connect("postgres", "template1") as superuser:
        superuser.execute("create table public.stories_promise (in_the_way int)")
    refused(own, drill.file, why="could not be put back", status=1)
    with own.connect("postgres", "template1") as superuser:
        superuser.execute("drop table public.stories_promise")
    own.nabij("restore", str(drill.file), "--drop-old")
    assert own.everything() == drill.was


def test_killed_half_way_it_leaves_the_old_in_place_and_is_done_again(drill, own):
    was = own.everything()
    python, env = own.command("restore", str(drill.file))
    killed = subprocess.Popen(python, env=env, cwd="/", start_new_session=True, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not any(name.startswith("nabij_restore_") for name in own.databases()):
        assert time.monotonic() < until
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    left = own.databases() - {"nabij"}
    assert len(left) == 1
    assert (own.likeness(), (own.path / "secret").read_text()) == (was["likeness"], was["secret"])
    while own.ask(f"select count(*) from pg_stat_activity where datname = '{left.pop()}'") != [0]:
        left = own.databases() - {"nabij"}
    own.nabij("restore", str(drill.file), "--drop-old")
    assert own.everything() == drill.was


# -- While people work in it -------------------------------------------------------------------------------------------


def test_it_refuses_while_nabij_serves_unless_asked(drill, own):
    with own.connect("nabij_app") as serving:
        refused(own, drill.file, why="Nabij is serving", status=1)
        said = own.nabij("restore", str(drill.file), "--even-if-serving", "--drop-old")
        assert "each as it was" in said
        with pytest.raises(Exception, match=r"terminat|closed"):
            serving.execute("select 1")
    assert own.everything() == drill.was
    with own.connect("nabij_app") as again:
        again.execute("select 1")


def test_somebody_who_cannot_be_sent_out_keeps_everything_as_it_is(drill, own):
    with own.connect("postgres"):
        was = own.everything()
        assert "Nabij is serving" in own.nabij("restore", str(drill.file), "--even-if-serving", expect=1)
        assert own.everything() == was
        with own.connect("nabij_app") as still_let_in:
            still_let_in.execute("select 1")


def test_roles_that_are_missing_are_said(drill, own):
    with own.connect("postgres", "postgres") as superuser:
        superuser.execute("alter role nabij_office rename to away")
        was = own.everything()
        said = own.nabij("restore", str(drill.file), expect=1)
        assert "create role nabij_office nologin nosuperuser nobypassrls;" in said
        assert own.everything() == was


# -- Making one --------------------------------------------------------------------------------------------------------


def test_a_backup_is_for_its_maker_alone_and_overwrites_nothing(drill, working):
    assert drill.file.stat().st_mode & 0o777 == 0o600
    was = drill.raw()
    assert "exists already" in working.nabij("backup", str(drill.file), expect=1)
    assert drill.raw() == was


def test_nobody_reads_it_without_the_passphrase(drill):
    names = drill.still.copy().start()
    try:
        (secret,) = {drill.was["secret"]}
        mails = names.ask("select email from people_account")
    finally:
        names.clear()
    assert len(mails) > 10
    readable = drill.raw()
    assert [one for one in (*mails, secret, "PGDMP") if one.encode() in readable] == []


def test_a_disk_that_is_full_leaves_no_half_backup(working, tmp_path):
    python, env = working.command("backup", str(tmp_path / "out"))
    small = (200_000, 200_000)
    done = subprocess.run(
        python,
        env=env,
        cwd="/",
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, small),
    )
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "cannot be written: File too large." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_passphrase_that_is_too_short_makes_no_backup(working, tmp_path):
    said = working.nabij("backup", str(tmp_path / "out"), expect=2, NABIJ_BACKUP_PASSPHRASE="kort")
    assert "at least 12" in said
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "zin").write_text("deze zin staat in een bestand\n")
    file = ("--passphrase-file", str(tmp_path / "zin"))
    working.nabij("backup", str(tmp_path / "out"), *file, NABIJ_BACKUP_PASSPHRASE="")
    assert "Nothing was restored" in working.nabij(
        "restore", str(tmp_path / "out"), *file, "--secret-to", str(tmp_path / "s"), NABIJ_BACKUP_PASSPHRASE=""
    )
