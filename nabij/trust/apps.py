from django.apps import AppConfig


class Trust(AppConfig):
    name = "nabij.trust"
    label = "trust"
    default_auto_field = "django.db.models.BigAutoField"
