from django.apps import AppConfig


class Memory(AppConfig):
    name = "nabij.memory"
    label = "memory"
    default_auto_field = "django.db.models.BigAutoField"
