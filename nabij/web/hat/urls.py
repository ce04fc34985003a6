"""Where a hat is read, and put on."""

from django.urls import path

from nabij.web.hat import views

urlpatterns = [
    path("pet/", views.wear, name="wear"),
    path("petten/<uuid:hat>/", views.hat, name="hat"),
]
