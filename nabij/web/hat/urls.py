"""Where a hat is put on: `path("pet/", include("nabij.web.hat.urls"))`."""

from django.urls import path

from . import views

urlpatterns = [path("", views.wear, name="wear")]
