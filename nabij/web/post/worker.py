"""Running the jobs: in a process of its own, or in a thread of the web process for a demo or a small group."""

import asyncio
import threading
from collections.abc import Callable

import structlog
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

log = structlog.get_logger("nabij.post")
GRACE = 5.0  # Seconds a job may still take when the worker is asked to stop.


def worker_app() -> App:
    """A copy of the app on connections of its own.

    `replace_connector` would swap it for the whole process, and the requests' defer() would leave their transaction.
    """
    if not isinstance(app.connector, DjangoConnector):
        raise TypeError("the jobs stand in Django's database")
    return app.with_connector(app.connector.get_worker_connector())


async def run(*, signals: bool) -> None:
    worker = worker_app()
    async with worker.open_async():
        await worker.run_worker_async(install_signal_handlers=signals, concurrency=2, shutdown_graceful_timeout=GRACE)


def work() -> None:
    """Sends letters and does what is due, until SIGTERM or Ctrl-C."""
    asyncio.run(run(signals=True))


def work_beside() -> Callable[[], None]:
    """Starts the same in a thread of this process; returns what ends it."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(run(signals=False))
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
