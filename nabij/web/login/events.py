"""What happened at the door, as one line in the log: what, by which way; never who, from where or with which code."""

import structlog

log = structlog.get_logger("nabij.security")


def told(event: str, **more: str | int) -> None:
    """One security event; `more` holds words of ours, nothing anybody typed."""
    log.info(event, **more)
