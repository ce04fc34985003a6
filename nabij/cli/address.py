"""Where a demo is opened: the address its mails and codes name, so before Django reads its settings."""

from collections.abc import Sequence
from itertools import pairwise

BIND = "127.0.0.1:8000"
THIS_MACHINE = ("", "0.0.0.0", "127.0.0.1", "[::]", "[::1]")  # nosec B104: read, not bound


def bound(words: Sequence[str]) -> str:
    """What the command line says behind --bind."""
    joined = [word.partition("=")[2] for word in words if word.startswith("--bind=")]
    apart = [value for name, value in pairwise(words) if name == "--bind"]
    return [BIND, *joined, *apart][-1]


def opened_at(bind: str) -> str:
    """A browser knows a passkey by the name of the site, and an address in numbers is no name."""
    host, _colon, port = bind.rpartition(":")
    return f"http://{'localhost' if host in THIS_MACHINE else host}:{port}"
