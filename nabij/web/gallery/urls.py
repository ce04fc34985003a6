"""Where the gallery hangs: `path("stijl/", include("nabij.web.gallery.urls"))`."""

from django.urls import path

from . import views

urlpatterns = [path("", views.gallery, name="gallery"), path("brief/", views.letter, name="gallery-letter")]
