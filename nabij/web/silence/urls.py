"""The addresses of this area."""

from django.urls import path

from nabij.web.silence import views

urlpatterns = [
    path("stil/", views.silent, name="silent"),
    path("stil/<uuid:story>/antwoord/", views.answer, name="silence_answer"),
    path("stil/<uuid:story>/contact/", views.contact, name="silence_contact"),
    path("stil/<uuid:story>/rust/", views.rest, name="silence_rest"),
]
