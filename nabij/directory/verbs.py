"""What changes the social map: importing it, and confirming that a listing is right."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction

from nabij.directory.correcting import let_stand
from nabij.directory.hsds.reading import directory_of, source_named
from nabij.directory.hsds.report import Report, Unreadable
from nabij.directory.lists.bringing import List, ListReport, bring
from nabij.directory.load import Progress, load, present
from nabij.directory.models import A_MISTAKE, Confirmation, Service
from nabij.directory.sentences import understand
from nabij.people.models import Person

__all__ = ["Report", "Unreadable", "confirm", "import_hsds", "import_listings", "unsay"]


def _silent(what: str, done: int, total: int) -> None:
    """Nobody watches."""


def import_hsds(
    *, path: Path, at: datetime, source: str = "", dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Bring in a folder, zip or JSON of HSDS; the caller acts as the office beheer.

    progress: called with what is being done, how much of it is done, and of how much (0 when nobody knows yet).
    A dry run does everything and takes it back. Raises `Unreadable` when there is nothing of HSDS in it.
    """
    report, tell = Report(), progress or _silent
    named = source or source_named(path)
    with transaction.atomic():
        tables = directory_of(path, source=named, report=report, known=present(), progress=tell)
        load(tables, source=named, at=at, report=report, progress=tell)
        if dry_run:
            transaction.set_rollback(True)
        else:
            let_stand(at=at)
            understand(at=at, progress=tell)
    return report


def import_listings(
    *, listed: List, source: str, at: datetime, dry_run: bool = False, progress: Progress | None = None
) -> ListReport:
    """Bring in a list that was read; what its cells say now is what stands on the map.

    source: what the list is called: the same name later is the same list. Rows with a problem that leaves them nothing
    are set aside, the rest is kept; mended and brought in again only what was mended is written.
    """
    tell = progress or _silent
    with transaction.atomic():
        report = bring(listed, source=source, at=at, progress=tell, dry_run=dry_run)
        if not dry_run:
            let_stand(at=at, services=report.services)
            understand(at=at, progress=tell, services=report.services)
    return report


def confirm(
    *,
    service: Service,
    found: Confirmation.Found,
    by: Person | None,
    at: datetime,
    how: str = "",
    said_by: Confirmation.Voice = Confirmation.Voice.KNOWN,
) -> Confirmation:
    """Somebody says a listing is still right, or that nobody answers; `sureness` says how much that counts.

    by: None when administration notes it, and for every voice but that of who is logged in.
    """
    return Confirmation.objects.create(service=service, found=found, by=by, said_by=said_by, how=how, at=at)


def unsay(*, word: UUID, at: datetime) -> bool:
    """Somebody takes back what they said of a listing just now; whether it was still there, and not too long ago.

    Acts as the link of that word: only who said it was given one.
    """
    lately = at - timedelta(minutes=A_MISTAKE)  # By our clock; by its own the database refuses it too.
    return bool(Confirmation.objects.filter(pk=word, at__gt=lately).delete()[0])
