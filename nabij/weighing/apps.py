from django.apps import AppConfig


class Weighing(AppConfig):
    name = "nabij.weighing"
    label = "weighing"
    default_auto_field = "django.db.models.BigAutoField"
