"""The box a backup lies in: one readable line, then chunks that only the passphrase opens, and only whole and in order.

    nabij-backup {"format": 1, "made": ..., "nabij": ..., "kdf": "scrypt", "n": ..., "salt": ..., "check": ...}
    chunk chunk ... last chunk

scrypt makes of passphrase and salt a key and a check value; the check tells a wrong passphrase from a broken file and
binds the file to one key. Each chunk is AES-256-GCM; its nonce is its number and whether it is the last, its associated
data the first line. So nothing can be changed, left out, swapped, cut off or added without being seen.
"""

import hmac
import json
import math
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

FORMAT = 1
MARK = b"nabij-backup "
CHUNK = 1 << 20
TAG = 16
LONGEST_HEADER = 2000
COST = 1 << 17  # 128 MiB and about half a second for each guess.
DEAREST = 1 << 30  # A header that asks for more memory than this is no header of ours.
MOST_CHUNKS = 1 << 32


class Unopened(ValueError):
    """A file that cannot be used as a backup, said in one sentence."""


class NotABackup(Unopened):
    def __init__(self) -> None:
        super().__init__("This file is no backup of Nabij, or its first line is damaged.")


class TooNew(Unopened):
    def __init__(self, version: object) -> None:
        super().__init__(f"This backup has format {version}, and this Nabij reads format {FORMAT}: use a newer Nabij.")


class WrongPassphrase(Unopened):
    def __init__(self) -> None:
        super().__init__("This is not the passphrase of this backup (or its first line is damaged).")


class Broken(Unopened):
    def __init__(self) -> None:
        super().__init__("This backup is not whole: it is damaged, cut off, or something stands after its end.")


@dataclass(frozen=True)
class Header:
    """The readable first line: which format, when and by what it was made, and how the passphrase becomes a key."""

    made: str
    nabij: str
    n: int
    r: int
    p: int
    salt: bytes
    check: bytes = b""
    format: int = FORMAT

    def line(self) -> bytes:
        said = {
            "format": self.format,
            "made": self.made,
            "nabij": self.nabij,
            "kdf": "scrypt",
            "n": self.n,
            "r": self.r,
            "p": self.p,
            "salt": self.salt.hex(),
            "check": self.check.hex(),
        }
        return MARK + json.dumps(said).encode() + b"\n"

    def keys(self, passphrase: str) -> tuple[bytes, bytes]:
        """The key of the chunks, and the check value."""
        both = Scrypt(salt=self.salt, length=64, n=self.n, r=self.r, p=self.p).derive(passphrase.encode())
        return both[:32], both[32:]


def header_of(file: BinaryIO) -> Header:
    """Reads the first line; whatever is wrong with it is an Unopened."""
    line = file.readline(LONGEST_HEADER)
    if not line.startswith(MARK) or not line.endswith(b"\n"):
        raise NotABackup
    try:
        said = json.loads(line.removeprefix(MARK))
        version = said["format"]
    except (ValueError, KeyError, TypeError) as problem:
        raise NotABackup from problem
    if type(version) is not int or version < 1:
        raise NotABackup
    if version > FORMAT:
        raise TooNew(version)
    try:
        header = _header(said)
    except (ValueError, KeyError, TypeError, OverflowError) as problem:
        raise NotABackup from problem
    if header.line() != line:
        raise NotABackup
    return header


def _header(said: dict[str, Any]) -> Header:
    n, r, p = (int(said[name]) for name in ("n", "r", "p"))
    if n < 2 or not math.log2(n).is_integer() or min(r, p) < 1 or 128 * n * r * p > DEAREST:
        raise ValueError("no parameters of scrypt")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said["made"]):
        raise ValueError("no time")
    salt, check = bytes.fromhex(said["salt"]), bytes.fromhex(said["check"])
    return Header(made=said["made"], nabij=str(said["nabij"]), n=n, r=r, p=p, salt=salt, check=check)


def _nonce(number: int, *, last: bool) -> bytes:
    """Each file has a key of its own, so a number within the file is enough."""
    if number >= MOST_CHUNKS:
        raise OverflowError("a backup of more than four pebibytes")
    return number.to_bytes(11, "big") + bytes([last])


class Box:
    """Writes a box: what is put in comes out sealed, chunk after chunk; `close` seals the last one."""

    def __init__(self, file: BinaryIO, *, passphrase: str, made: str, nabij: str, cost: int = COST) -> None:
        bare = Header(made=made, nabij=nabij, n=cost, r=8, p=1, salt=os.urandom(32))
        key, check = bare.keys(passphrase)
        self._line = Header(**{**bare.__dict__, "check": check}).line()
        self._file, self._cipher, self._number, self._waiting = file, AESGCM(key), 0, bytearray()
        file.write(self._line)

    def put(self, data: bytes) -> None:
        self._waiting += data
        while len(self._waiting) > CHUNK:  # The last chunk is never empty, unless nothing was put in at all.
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def close(self) -> None:
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, self._line))
        self._number += 1


def opened(file: BinaryIO, *, passphrase: str) -> Iterator[bytes]:
    """What was put in, chunk after chunk; only whoever reads to the end knows that the file is whole."""
    header = header_of(file)
    key, check = header.keys(passphrase)
    if not hmac.compare_digest(check, header.check):
        raise WrongPassphrase
    cipher, line = AESGCM(key), header.line()
    sealed, number = file.read(CHUNK + TAG), 0
    while True:
        after = file.read(CHUNK + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not after), sealed, line)
        except InvalidTag as problem:
            raise Broken from problem
        if not after:
            return
        sealed, number = after, number + 1
