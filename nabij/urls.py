"""Every address of the product; each area's own stand in `web/<area>/urls.py`."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
