"""A process that uses the server, for the tests: it obeys one word a line and answers each with one line of JSON.

Started as `python -m tests.embedded.process FOLDER VERSION`; its first answer is where the server is.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from nabij.embedded import postmaster
from nabij.embedded.folder import folder_at
from nabij.embedded.problem import ServerProblem
from nabij.embedded.server import running
from nabij.embedded.watch import watch

FOLDER, VERSION = Path(sys.argv[1]), int(sys.argv[2])


def joins() -> dict[str, object]:
    try:
        server = running(FOLDER, version=VERSION)
    except ServerProblem as problem:
        return {"problem": str(problem)}
    found = postmaster.read(folder_at(FOLDER))
    return {"server": found and found.pid, "socket": server.socket, "app": server.url("nabij_app")}


def forks() -> dict[str, object]:
    """A child that ends in the ordinary way, exit hooks and all."""
    if os.fork() == 0:
        sys.exit(0)
    return {"ended": os.WEXITSTATUS(os.wait()[1])}


def forks_and_is_told() -> dict[str, object]:
    """A child that is told to stop by SIGTERM, once it is there: Python drops signals that come before."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, b"x")
        while True:
            signal.pause()
    os.read(reading, 1)
    os.kill(child, signal.SIGTERM)
    return {"killed by": os.WTERMSIG(os.waitpid(child, 0)[1])}


def watches() -> dict[str, object]:
    watch(FOLDER, version=VERSION, every=0.1)
    return {}


WORDS: dict[str, Callable[[], dict[str, object]]] = {
    "join": joins,
    "fork": forks,
    "fork and tell": forks_and_is_told,
    "watch": watches,
}


def main() -> None:
    word = "join"
    while word:
        sys.stdout.write(json.dumps(WORDS[word]()) + "\n")
        sys.stdout.flush()
        word = sys.stdin.readline().strip()


if __name__ == "__main__":
    main()
