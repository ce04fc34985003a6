"""Structured logs: JSON, one line an event, UTC. No personal data: routes and ids of jobs, never words or names."""

import logging
import sys

import structlog


def configure(*, level: int = logging.INFO) -> None:
    """Sends structlog and the standard library's warnings to stderr as JSON lines."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
    logging.getLogger("django.request").addFilter(without_address)


def without_address(record: logging.LogRecord) -> bool:
    """Django's sentence about a failed request ends in its address, and an address may hold the key of a letter."""
    if isinstance(record.args, tuple):
        record.msg, record.args = "%s", record.args[:1]
    return True
