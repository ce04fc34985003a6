"""`/brief/<token>/`: the letter behind a link."""

from django.urls import path

from nabij.web.letter import views

urlpatterns = [path("<str:token>/", views.letter, name="letter")]
