from django.apps import AppConfig


class Stories(AppConfig):
    name = "nabij.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
