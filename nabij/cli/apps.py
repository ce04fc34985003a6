from django.apps import AppConfig


class Cli(AppConfig):
    name = "nabij.cli"
    label = "cli"
