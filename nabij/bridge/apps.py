from django.apps import AppConfig


class Bridge(AppConfig):
    name = "nabij.bridge"
    label = "bridge"
    default_auto_field = "django.db.models.BigAutoField"
