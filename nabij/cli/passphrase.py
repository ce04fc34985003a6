"""The passphrase of a backup: typed, or from the environment or a file; never an argument, which others see."""

import getpass
import os
import sys
from pathlib import Path

SHORTEST = 12
NAME = "NABIJ_BACKUP_PASSPHRASE"


class NoPassphrase(ValueError):
    """There is no passphrase that can be used, said in one sentence."""


def passphrase(*, file: Path | None, twice: bool) -> str:
    """From `--passphrase-file`, else from the environment, else typed; twice when it is new."""
    if file:
        said = from_file(file)
    elif os.environ.get(NAME):
        said = os.environ[NAME]
    elif sys.stdin.isatty():
        said = typed(twice=twice)
    else:
        raise NoPassphrase(f"No passphrase: set {NAME}, or give --passphrase-file.")
    if twice and len(said) < SHORTEST:
        raise NoPassphrase(f"This passphrase is too short: take at least {SHORTEST} characters, such as five words.")
    return said


def from_file(file: Path) -> str:
    """The first line of the file."""
    try:
        said = file.read_text().split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeError) as problem:
        raise NoPassphrase(f"The passphrase cannot be read from {file}.") from problem
    if not said:
        raise NoPassphrase(f"The first line of {file} is empty, and no passphrase.")
    return said


def typed(*, twice: bool) -> str:
    said = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("The same once more: ") != said:
        raise NoPassphrase("These were two different passphrases; nothing was done.")
    return said
