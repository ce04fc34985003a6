"""The way in from the terminal: makes the ground ready, wakes Django, and hands over to the command."""

import os
import sys
from importlib import import_module

import django

from nabij.base.logs import configure
from nabij.cli import ground
from nabij.cli.address import bound, opened_at
from nabij.embedded.problem import ServerProblem

# Commands that make or change tables; everything else runs as the app's login, which owns nothing.
OWNERS = {"migrate", "makemigrations", "backup", "restore", "why", "law"}
GROUNDLESS = {"", "help", "quickscan"}


def main() -> None:
    """Runs `nabij COMMAND ...`. The commands are loaded after Django's set-up, because they know the models."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    command = words[0] if words else ""
    if command == "demo":
        os.environ.setdefault("NABIJ_DEMO", "1")
        os.environ.setdefault("NABIJ_URL", opened_at(bound(sys.argv)))
    try:
        if command not in GROUNDLESS and "--help" not in sys.argv:
            ground.prepare(login="owner" if command in OWNERS or "--owner" in sys.argv else "app")
        else:
            ground.settle()
    except ServerProblem as problem:
        sys.stderr.write(f"nabij: {problem}\n")
        sys.exit(1)
    configure()
    django.setup()
    import_module("nabij.cli.commands").app()
