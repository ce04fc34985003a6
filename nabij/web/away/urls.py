"""The addresses of this area."""

from django.urls import path

from nabij.web.away import views

urlpatterns = [
    path("afwezig/", views.away, name="away"),
    path("afwezigheden/<uuid:absence>/", views.absence, name="absence"),
    path("afwezigheden/<uuid:absence>/einde/", views.end, name="absence_ends"),
]
