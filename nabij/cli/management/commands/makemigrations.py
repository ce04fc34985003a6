from django.core.management.commands.makemigrations import Command as Makemigrations

from nabij.cli.guarding import Autodetector


class Command(Makemigrations):
    """Django's own, which also notices a changed guard."""

    autodetector = Autodetector
