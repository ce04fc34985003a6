from django.apps import AppConfig


class Directory(AppConfig):
    name = "nabij.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
