"""The mail a demo sent: files that Django's file backend left, read back for whoever tries things out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

BETWEEN = re.compile(rb"^-{79}\n", re.MULTILINE)  # What the file backend writes after each mail.
ADDRESS = re.compile(r"(https?://[^\s<>]+)")
AT_MOST = 60


@dataclass(frozen=True)
class Piece:
    """A piece of a mail's text; with `url` it is a link."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Sent:
    """One mail as it was sent."""

    to: str
    subject: str
    at: datetime | None
    pieces: tuple[Piece, ...]


def newest(folder: Path, *, home: str, most: int = AT_MOST) -> list[Sent]:
    """The newest mails first. Links to this installation become paths, so that they stay where one is."""
    files = sorted(folder.glob("*.log"), key=lambda one: (one.stat().st_mtime_ns, one.name), reverse=True)[:most]
    return [sent(one, home=home) for file in files for one in reversed(list(messages(file)))][:most]


def messages(file: Path) -> Iterator[EmailMessage]:
    for raw in BETWEEN.split(file.read_bytes()):
        if raw.strip():
            yield message_from_bytes(raw, policy=policy.default)


def sent(message: EmailMessage, *, home: str) -> Sent:
    body = message.get_body(preferencelist=("plain",))
    text = body.get_content().strip() if body else ""
    at = message["Date"].datetime if message["Date"] else None
    if at and at.tzinfo is None:
        at = at.replace(tzinfo=UTC)  # "-0000" in a mail means: UTC, and who knows where.
    return Sent(str(message["To"] or ""), str(message["Subject"] or ""), at, tuple(pieces(text, home=home)))


def pieces(text: str, *, home: str) -> Iterator[Piece]:
    for number, part in enumerate(ADDRESS.split(text)):
        if number % 2:
            inside = part == home or part.startswith(f"{home}/")
            yield Piece(part, url=(part.removeprefix(home) or "/") if inside else part)
        elif part:
            yield Piece(part)
