"""What is done by the clock.

Each night what is past its term goes and how true the map is is counted; each working day whoever does it is asked.
"""

import structlog
from django.utils import timezone
from procrastinate.contrib.django import app

from nabij.bridge.asking import let_go_of_askers
from nabij.directory.asking_owners import ask_owners
from nabij.directory.how_true import count_anew
from nabij.directory.sentences import unlearn
from nabij.trust.acting import acting_as, office
from nabij.trust.retention import forget

log = structlog.get_logger("nabij.retention")
post = structlog.get_logger("nabij.post")


@app.periodic(cron="17 3 * * *")
@app.task(name="forget_in_time", queueing_lock="forget_in_time")
def forget_in_time(timestamp: int) -> None:
    """Each night; the numbers stand in the log, the proof in the database."""
    at = timezone.now()
    with acting_as(office("bewaren")):
        let_go_of_askers(at=at)
    report = forget(at=at)
    with acting_as(office("beheer")):
        words = unlearn()
    log.info("retention", gone=sum(one.how_many for one in report.lines), left=sorted(report.left), words=words)


@app.periodic(cron="47 3 * * *")
@app.task(name="count_how_true", queueing_lock="count_how_true")
def count_how_true(timestamp: int) -> None:
    """Each night: counted over the whole map, so that who looks need not wait for it."""
    with acting_as(office("beheer")):
        count_anew(at=timezone.now())


@app.periodic(cron="30 8 * * 1-5")
@app.task(name="ask_owners", queueing_lock="ask_owners")
def ask_whoever_does_it(timestamp: int) -> None:
    """On working days in the morning, when somebody reads it: once a season, and when nobody reached them."""
    with acting_as(office("reminders"), purpose="reminders"):
        asked = ask_owners(at=timezone.now())
    post.info("owners_asked", asked=asked)
