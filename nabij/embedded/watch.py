"""Keep the server up while we run: one that is killed under us is started again within about a second.

For processes that stay, such as `serve` and `worker`. It is a thread of its own; whoever forks watches from the parent.
"""

import atexit
import threading
import time
from pathlib import Path

from nabij.embedded import postmaster
from nabij.embedded.folder import folder_at
from nabij.embedded.osuser import say
from nabij.embedded.problem import ServerProblem
from nabij.embedded.server import running, tried


class Watch(threading.Thread):
    """Looks every so often whether the server lives (bewaking), until told to stop or the process ends."""

    def __init__(self, folder: Path, *, version: int = 18, every: float = 1.0) -> None:
        super().__init__(name="nabij-embedded-watch", daemon=True)
        self.folder = folder
        self.version = version
        self.every = every
        self.place = folder_at(folder)
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(self.every):
            if self.lives():
                continue
            if not self.place.ready.exists():
                say(f"the database's folder {self.place.root} is gone.")
                return  # a new and empty one under a running product would help nobody
            self.start_again()

    def lives(self) -> bool:
        found = postmaster.read(self.place)
        return bool(found and postmaster.alive(self.place, pid=found.pid)) or not tried(self.place)

    def start_again(self) -> None:
        before = time.monotonic()
        try:
            running(self.folder, version=self.version)
        except ServerProblem as problem:
            say(str(problem))
            self.ended.wait(10 * self.every)
        else:
            say(f"the database had stopped, and answers again after {time.monotonic() - before:.1f} seconds.")

    def end(self) -> None:
        """Before we leave the server: a watch that outlived that would start it again for nobody."""
        self.ended.set()
        self.join(30)


def watch(folder: Path, *, version: int = 18, every: float = 1.0) -> Watch:
    """Join the server of this folder and keep it up; call it after `running`, and not in a fork."""
    running(folder, version=version)
    thread = Watch(folder, version=version, every=every)
    thread.start()
    atexit.register(thread.end)  # hooks run last in, first out: this one before the one that leaves
    return thread
