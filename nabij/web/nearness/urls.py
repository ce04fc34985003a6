"""The addresses of this area."""

from django.urls import path

from nabij.web.nearness import views

urlpatterns = [path("verhalen/<uuid:story>/nabijheid/", views.nearness, name="nearness")]
