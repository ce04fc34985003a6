"""The addresses of this area."""

from django.urls import path

from nabij.web.glass import views

urlpatterns = [
    path("noodopening/", views.seek, name="glass"),
    path("noodopening/<uuid:glass>/", views.behind, name="behind_glass"),
    path("noodopeningen/", views.watch, name="glasses"),
    path("noodopeningen/<uuid:glass>/", views.watched, name="watched_glass"),
    path("noodopeningen/<uuid:glass>/verhaal/", views.told, name="told_glass"),
    path("noodopeningen/<uuid:glass>/kring/", views.telling, name="glass_telling"),
    path("noodopeningen/<uuid:glass>/oordeel/", views.verdict, name="glass_verdict"),
]
