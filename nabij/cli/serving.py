"""Serving: gunicorn with threads in one process, and the worker beside it or apart."""

import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from gunicorn.app.base import BaseApplication
from gunicorn.http import wsgi

from nabij.cli import ground
from nabij.embedded.watch import watch
from nabij.web.post import worker

POWERS = """
  select rolsuper or rolbypassrls or pg_has_role(session_user, 'nabij_owner', 'member')
  from pg_roles where rolname = session_user"""


class TooPowerful(SystemExit):
    """Serving with a login that passes the rules would make every rule worthless."""

    def __init__(self) -> None:
        sys.stderr.write("nabij: this login passes row-level security. Serve with the login nabij_app.\n")
        super().__init__(1)


def refuse_power() -> None:
    """Ends the process when the database login is owner, superuser or bypasses row-level security."""
    with connection.cursor() as cursor:
        cursor.execute(POWERS)
        (powerful,) = cursor.fetchone()
    connection.close()  # Nothing open may cross gunicorn's fork.
    if powerful:
        raise TooPowerful


class PortTaken(SystemExit):
    """Somebody already listens there."""

    def __init__(self, bind: str) -> None:
        host, _colon, port = bind.rpartition(":")
        other = f"{host}:{int(port) + 1}" if port.isdecimal() else "127.0.0.1:8001"
        sys.stderr.write(f"nabij: {bind} is in use. Choose another address: --bind {other}\n")
        super().__init__(1)


def refuse_taken(bind: str) -> None:
    """Says so in one sentence, before anything is built, when the port is taken."""
    host, _colon, port = bind.rpartition(":")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host.strip("[]") or "127.0.0.1", int(port)))
        except (OSError, ValueError) as problem:
            raise PortTaken(bind) from problem


def serve(*, bind: str, with_worker: bool) -> None:
    """Gathers the static files and serves until stopped; never with a login that passes the rules."""
    refuse_taken(bind)
    refuse_power()
    wsgi.SERVER = "nabij"  # What serves, and which version of it, is nobody's business.
    call_command("collectstatic", interactive=False, verbosity=0)
    Server(bind=bind, with_worker=with_worker).run()


class Server(BaseApplication):
    """gunicorn, configured here and nowhere else."""

    def __init__(self, *, bind: str, with_worker: bool) -> None:
        self.bind, self.with_worker = bind, with_worker
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": self.bind,
            "worker_class": "gthread",
            "workers": int(os.environ.get("NABIJ_WORKERS", "1")),
            "threads": int(os.environ.get("NABIJ_THREADS", "8")),
            "max_requests": 0,
            # Longer than nabij.web.bounds allows, so that whoever asks too much reads our page and not gunicorn's.
            "limit_request_line": 8190,
            "limit_request_fields": 60,
            "limit_request_field_size": 8190,
            "timeout": 60,
            "keepalive": 5,
            "graceful_timeout": 10,
            "logger_class": "gunicorn.glogging.Logger",
            "loglevel": "warning",
            "when_ready": lambda _server: keep_alive(),
            **(self.worker_hooks() if self.with_worker else {}),
        }.items():
            self.cfg.set(name, value)

    def worker_hooks(self) -> dict[str, Callable[..., None]]:
        """The worker in a thread of each gunicorn process: begun after the fork, ended before the process is."""
        ends: list[Callable[[], None]] = []

        def begin(_process: Any) -> None:
            ends.append(worker.work_beside())

        def end(_server: Any, _process: Any) -> None:
            for stop in ends:
                stop()

        return {"post_worker_init": begin, "worker_exit": end}

    def load(self) -> Callable[..., Any]:
        return get_wsgi_application()


def keep_alive() -> None:
    """Restarts the embedded server when it is killed under us; nothing to do for a database of one's own."""
    if ground.TOOLS:
        watch(ground.data_dir())


def work() -> None:
    """The worker alone, in this process."""
    refuse_power()
    keep_alive()
    worker.work()
