"""The box opens with its passphrase, whole; anything else is refused, and says which of the reasons it is."""

import io
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from nabij.cli import strongbox
from nabij.cli.passphrase import NoPassphrase, passphrase
from nabij.cli.strongbox import CHUNK, TAG, Box, Broken, NotABackup, TooNew, Unopened, WrongPassphrase, opened

SAID = "vijf losse woorden bij elkaar"
CHEAP = 16  # scrypt of no cost: these tests open thousands of boxes.


def box(*pieces: bytes) -> bytes:
    file = io.BytesIO()
    made = Box(file, passphrase=SAID, made="2026-11-22T01:05:08Z", nabij="0.1.0", cost=CHEAP)
    for piece in pieces:
        made.put(piece)
    made.close()
    return file.getvalue()


def inside(file: bytes, *, said: str = SAID) -> bytes:
    return b"".join(opened(io.BytesIO(file), passphrase=said))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_goes_in_comes_out_and_nothing_else_opens_it(size):
    inner = bytes(range(251)) * (size // 251 + 1)
    inner = inner[:size]
    file = box(inner[: size // 3], inner[size // 3 :])
    assert inside(file) == inner
    with pytest.raises(WrongPassphrase):
        inside(file, said=SAID + " ")


def test_nothing_of_it_can_be_read_without_the_passphrase():
    assert b"wat Riet vertelde" not in box(b"wat Riet vertelde" * 100)


def test_the_first_line_can_be_read_by_people():
    line, _rest = box(b"iets").split(b"\n", 1)
    said = json.loads(line.removeprefix(b"nabij-backup "))
    assert (said["format"], said["made"], said["nabij"], said["kdf"]) == (1, "2026-11-22T01:05:08Z", "0.1.0", "scrypt")


def test_two_boxes_of_the_same_are_not_the_same():
    assert box(b"iets")[-20:] != box(b"iets")[-20:]


def test_a_flipped_bit_is_refused_wherever_it_is():
    file = bytearray(box(b"wat Riet vertelde"))
    for place in range(len(file)):
        for bit in (0, 5):
            file[place] ^= 1 << bit
            with pytest.raises(Unopened):
                inside(bytes(file))
            file[place] ^= 1 << bit
    assert inside(bytes(file)) == b"wat Riet vertelde"


def test_every_shorter_file_is_refused():
    file = box(b"wat Riet vertelde")
    for length in range(len(file)):
        with pytest.raises(Unopened):
            inside(file[:length])


def test_a_file_cut_between_chunks_is_refused():
    file = box(b"x" * (2 * CHUNK + 5))
    head = file.index(b"\n") + 1
    for chunks in (0, 1, 2):
        with pytest.raises(Broken):
            inside(file[: head + chunks * (CHUNK + TAG)])


@given(garbage=some.binary(min_size=1, max_size=100))
@settings(max_examples=50, deadline=None)
def test_garbage_behind_it_is_refused(garbage):
    with pytest.raises(Broken):
        inside(box(b"wat Riet vertelde") + garbage)


def test_chunks_in_another_order_are_refused():
    file = box(b"a" * CHUNK + b"b" * CHUNK + b"c")
    head, size = file.index(b"\n") + 1, CHUNK + TAG
    first, second, last = file[head : head + size], file[head + size : head + 2 * size], file[head + 2 * size :]
    assert inside(file[:head] + first + second + last)
    for order in (second + first + last, first + first + last, first + last, first + second + second + last):
        with pytest.raises(Broken):
            inside(file[:head] + order)


def test_a_chunk_of_another_backup_is_refused():
    one, other = box(b"van toen"), box(b"van nu!!")
    with pytest.raises(Broken):
        inside(one[: one.index(b"\n") + 1] + other[other.index(b"\n") + 1 :])


@given(file=some.binary(max_size=400) | some.binary(max_size=200).map(lambda rest: b"nabij-backup " + rest))
@settings(max_examples=200, deadline=None)
def test_another_file_is_no_backup(file):
    with pytest.raises(NotABackup):
        inside(file)


def changed(**other: object) -> bytes:
    line, rest = box(b"iets").split(b"\n", 1)
    said = json.loads(line.removeprefix(b"nabij-backup ")) | other
    return b"nabij-backup " + json.dumps(said).encode() + b"\n" + rest


def test_a_newer_format_says_so():
    with pytest.raises(TooNew, match="newer Nabij"):
        inside(changed(format=2))


@pytest.mark.parametrize(
    "other",
    [
        {"n": 1 << 40},  # a first line that asks for a terabyte of memory
        {"n": 0},
        {"n": 17},
        {"n": "veel"},
        {"r": 0},
        {"p": 1 << 30},
        {"format": 0},
        {"format": True},
        {"format": "1"},
        {"format": None},
        {"kdf": "md5"},
        {"salt": "geen hexadecimaal"},
        {"made": "gisteren"},
        {"made": None},
        {"more": "than there should be"},
    ],
)
def test_a_first_line_that_is_not_ours_is_refused_before_anything_is_computed(other, monkeypatch):
    file = changed(**other)
    monkeypatch.setattr(strongbox, "Scrypt", lambda **_how: pytest.fail("it computed a key"))
    with pytest.raises(NotABackup):
        inside(file)


def test_another_day_in_the_first_line_is_refused():
    assert inside(changed()) == b"iets"
    with pytest.raises(Broken):
        inside(changed(made="2027-01-01T00:00:00Z"))


# -- The passphrase ----------------------------------------------------------------------------------------------------


@pytest.fixture
def typing(monkeypatch):
    """At a terminal, with these answers."""

    def answers(*said: str):
        given = iter(said)
        monkeypatch.delenv("NABIJ_BACKUP_PASSPHRASE", raising=False)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("getpass.getpass", lambda _prompt: next(given))

    return answers


def test_a_new_passphrase_is_typed_twice_and_the_same(typing):
    typing(SAID, SAID)
    assert passphrase(file=None, twice=True) == SAID
    typing(SAID, "iets anders dan dat")
    with pytest.raises(NoPassphrase, match="two different"):
        passphrase(file=None, twice=True)


def test_a_known_passphrase_is_typed_once(typing):
    typing(SAID)
    assert passphrase(file=None, twice=False) == SAID


def test_a_short_one_is_refused_when_it_is_new(typing):
    typing("kort", "kort")
    with pytest.raises(NoPassphrase, match="at least 12"):
        passphrase(file=None, twice=True)
    typing("kort")
    assert passphrase(file=None, twice=False) == "kort"


def test_it_is_the_first_line_of_a_file(tmp_path, monkeypatch):
    monkeypatch.setenv("NABIJ_BACKUP_PASSPHRASE", "van de omgeving dan maar")
    (tmp_path / "zin").write_text(f"{SAID}\r\nen nog iets")
    assert passphrase(file=tmp_path / "zin", twice=True) == SAID
    assert passphrase(file=None, twice=True) == "van de omgeving dan maar"
    for problem in ("", "\n"):
        (tmp_path / "zin").write_text(problem)
        with pytest.raises(NoPassphrase, match="empty"):
            passphrase(file=tmp_path / "zin", twice=True)
    with pytest.raises(NoPassphrase, match="cannot be read"):
        passphrase(file=tmp_path / "nergens", twice=True)


def test_without_a_terminal_it_must_be_given(monkeypatch):
    monkeypatch.delenv("NABIJ_BACKUP_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    with pytest.raises(NoPassphrase, match="NABIJ_BACKUP_PASSPHRASE"):
        passphrase(file=None, twice=True)


def test_it_is_no_argument_of_the_command():
    """What stands on a command line is read by everybody on the machine."""
    for command in ("backup", "restore"):
        told = subprocess.run(
            [sys.executable, "-m", "nabij", command, "--help"], check=True, capture_output=True, text=True
        ).stdout
        assert "--passphrase-file" in told
        assert "--passphrase " not in told
