"""Addresses of nearest help, under the story it is for."""

from django.urls import path

from nabij.web.nearest import views

urlpatterns = [
    path("verhalen/<uuid:story>/hulp/", views.nearest, name="nearest"),
    path("verhalen/<uuid:story>/hulp/afspraken/", views.promise, name="nearest_promise"),
]
