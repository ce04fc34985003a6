"""The addresses of this area."""

from django.urls import path

from nabij.web.map import calendar, confirming, paper, truth, views

urlpatterns = [
    path("kaart/", views.social_map, name="map"),
    path("kaart/hoe-waar/", truth.how_true_it_is, name="how_true"),
    path("kaart/lijst/<slug:code>/", paper.neighbourhood_list, name="neighbourhood_list"),
    path("kaart/lijst/<slug:code>/code.svg", paper.neighbourhood_code, name="neighbourhood_code"),
    path("kaart/agenda/gevonden.ics", calendar.of_question, name="map_calendar"),
    path("kaart/agenda/<uuid:service>.ics", calendar.of_service, name="service_calendar"),
    path("kaart/<uuid:service>/", views.service, name="service"),
    path("kaart/<uuid:service>/bevestigingen/", confirming.confirmation, name="service_confirmation"),
    path("kaart/<uuid:service>/bevestigingen/terug/", confirming.taken_back, name="confirmation_taken_back"),
]
