"""The addresses of this area."""

from django.urls import path

from nabij.web.memory import lessons, views

urlpatterns = [
    path("zoeken/", views.memory, name="memory"),
    path("zoeken/<slug:kind>/<uuid:key>/", views.hit, name="hit"),
    path("verhalen/<uuid:story>/lessen/", lessons.tried, name="tried"),
]
