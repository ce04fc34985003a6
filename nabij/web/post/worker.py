"""Running the jobs: in a process of its own, or in a thread of the web process for a demo or a small group."""

import asyncio
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import psycopg
import structlog
from asgiref.sync import sync_to_async
from django.db import connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

log = structlog.get_logger("nabij.post")
GRACE = 5.0  # Seconds a job may still take when the worker is asked to stop.
PAUSE = 3.0
TIDY_EVERY = 30.0


def worker_app() -> App:
    """A copy of the app on connections of its own.

    `replace_connector` would swap it for the whole process, and the requests' defer() would leave their transaction.
    """
    if not isinstance(app.connector, DjangoConnector):
        raise TypeError("the jobs stand in Django's database")
    return app.with_connector(app.connector.get_worker_connector())


async def run() -> None:
    """Works until it is cancelled; a worker that stopped, because the database went away, begins again."""
    while True:
        try:
            await run_once()
        except (ConnectorException, psycopg.Error, OSError) as trouble:
            log.warning("worker_stopped", trouble=type(trouble).__name__)
        await asyncio.sleep(PAUSE)


async def run_once() -> None:
    worker = worker_app()
    async with worker.open_async():
        tidying = asyncio.create_task(tidy())
        try:
            await worker.run_worker_async(install_signal_handlers=False, concurrency=2, shutdown_graceful_timeout=GRACE)
        finally:
            tidying.cancel()
            await let_go()


async def tidy() -> None:
    """What recurs is queued over a connection of Django's that nobody closes: a dead one would stay dead."""
    while True:
        await let_go()
        await asyncio.sleep(TIDY_EVERY)


async def let_go() -> None:
    await sync_to_async(connections.close_all)()


def work() -> None:
    """Sends letters and does what is due, until SIGTERM or Ctrl-C."""
    asyncio.run(run_until_asked())


async def run_until_asked() -> None:
    running = asyncio.create_task(run())
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, running.cancel)
    with suppress(asyncio.CancelledError):
        await running


def work_beside() -> Callable[[], None]:
    """Starts the same in a thread of this process; returns what ends it."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(run())
    thread = threading.Thread(target=in_thread, args=(loop, task), name="nabij-worker", daemon=True)
    thread.start()

    def stop() -> None:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(GRACE + 1)

    return stop


def in_thread(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    try:
        loop.run_until_complete(task)
    except asyncio.CancelledError:
        pass
    except Exception:
        log.exception("worker_stopped")
    finally:
        loop.close()
