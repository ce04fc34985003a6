"""Structured logs: JSON, one line an event, UTC. No personal data: routes and ids of jobs, never words or names."""

import logging
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog


def configure(*, level: int = logging.INFO) -> None:
    """Sends structlog and the standard library's warnings to stderr as JSON lines."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # procrastinate tells each job's arguments at INFO; ours are ids, but a warning is all one needs.
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    logging.getLogger("django.request").setLevel(logging.ERROR)
    handler.addFilter(without_address)


def without_address(record: logging.LogRecord) -> bool:
    """What Django says of a request ends in its address, and an address may hold the key of a letter or a story."""
    if record.name.startswith("django.security"):
        record.msg, record.args = record.name, ()
    elif record.name == "django.request" and isinstance(record.args, tuple):
        record.msg, record.args = "%s", record.args[:1]
    return True


def without_words(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """An error by its kind and where it happened: its own words may hold an address, a name or what was confided."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    elif isinstance(error, BaseException):
        error = (type(error), error, error.__traceback__)
    if error and error[0]:
        event["exception"] = f"{error[0].__module__}.{error[0].__qualname__}"
        frames = traceback.extract_tb(error[2])
        event["where"] = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
    return event
