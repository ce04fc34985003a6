"""Where the gallery hangs."""

from django.urls import path

from . import views

urlpatterns = [path("stijl/", views.gallery, name="gallery"), path("stijl/brief/", views.letter, name="gallery-letter")]
