"""What is done each night: deleting what is past its term."""

import structlog
from django.utils import timezone
from procrastinate.contrib.django import app

from nabij.bridge.asking import let_go_of_askers
from nabij.trust.acting import acting_as, office
from nabij.trust.retention import forget

log = structlog.get_logger("nabij.retention")


@app.periodic(cron="17 3 * * *")
@app.task(name="forget_in_time", queueing_lock="forget_in_time")
def forget_in_time(timestamp: int) -> None:
    """Each night; the numbers stand in the log, the proof in the database."""
    at = timezone.now()
    with acting_as(office("bewaren")):
        let_go_of_askers(at=at)
    report = forget(at=at)
    log.info("retention", gone=sum(one.how_many for one in report.lines), left=sorted(report.left))
