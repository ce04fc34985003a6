"""The addresses of this area."""

from django.urls import path

from nabij.web.map import views

urlpatterns = [
    path("kaart/", views.social_map, name="map"),
    path("kaart/<uuid:service>/", views.service, name="service"),
    path("kaart/<uuid:service>/bevestigingen/", views.confirmation, name="service_confirmation"),
]
