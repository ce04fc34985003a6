"""Addresses of the short list of an ask, under the ask it is for."""

from django.urls import path

from nabij.web.matching import views

urlpatterns = [
    path("vragen/<uuid:ask>/wie/", views.who_fits, name="who_fits"),
    path("vragen/<uuid:ask>/tegenspraak/", views.contradiction, name="contradiction"),
    path("tegenspraak/<uuid:contradiction>/intrekking/", views.taken_back, name="contradiction_back"),
]
