"""The job that chains the logs. It acts as the office 'logs', which reads the logs and adds links, and nothing else."""

import structlog
from django.utils import timezone
from procrastinate.contrib.django import app

from nabij.trust.acting import acting_as, office
from nabij.trust.chaining import chain

log = structlog.get_logger("nabij.logs")


@app.periodic(cron="* * * * *")
@app.task(name="chain_logs", queueing_lock="chain_logs")
def chain_logs(timestamp: int) -> None:
    """Each minute: what was written in the logs since, put into the chain."""
    with acting_as(office("logs"), purpose="logs"):
        rows = chain(at=timezone.now())
    if rows:
        log.info("chained", rows=rows)
