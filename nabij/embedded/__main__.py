"""A server apart, for the tests that want an external one: `python -m nabij.embedded FOLDER --version 16`.

It prints NABIJ_DATABASE_URL and NABIJ_OWNER_URL as lines that a shell can read, and stays until SIGTERM or Ctrl-C.
"""

import argparse
import contextlib
import shlex
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

from nabij.embedded.osuser import say
from nabij.embedded.postmaster import INSTALLED, Address
from nabij.embedded.problem import ServerProblem
from nabij.embedded.server import running


def main(words: list[str] | None = None) -> int:
    asked = parsed(words)
    signal.signal(signal.SIGTERM, ended)  # here SIGTERM is the ordinary end
    try:
        server = running(asked.folder, version=asked.version, tcp=asked.tcp)
    except ServerProblem as problem:
        say(str(problem))
        return 1
    for name, login in (("NABIJ_DATABASE_URL", "nabij_app"), ("NABIJ_OWNER_URL", "nabij_owner")):
        sys.stdout.write(f"{name}={shlex.quote(server.url(login))}\n")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            signal.pause()
    return 0


def parsed(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m nabij.embedded", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the server keeps its data")
    parser.add_argument("--version", type=int, choices=sorted(INSTALLED), default=18)
    help_tcp = "HOST:PORT to listen on besides the socket; port 0, or nothing, takes a free one"
    parser.add_argument("--tcp", type=address, nargs="?", const="127.0.0.1:0", help=help_tcp)
    return parser.parse_args(words)


def address(text: str) -> Address:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise argparse.ArgumentTypeError(f"{text} is not HOST:PORT")
    return Address(host=host, port=int(port) or free_port(host))


def free_port(host: str) -> int:
    with socket.create_server((host, 0)) as taken:
        return int(taken.getsockname()[1])


def ended(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
