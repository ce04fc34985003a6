from django.apps import AppConfig


class Moments(AppConfig):
    name = "nabij.moments"
    label = "moments"
    default_auto_field = "django.db.models.BigAutoField"
