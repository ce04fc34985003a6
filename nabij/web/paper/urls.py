"""The addresses of this area."""

from django.urls import path

from nabij.web.paper import views

urlpatterns = [
    path("verhalen/<uuid:story>/blad/", views.sheet, name="story_sheet"),
    path("verhalen/<uuid:story>/kaartje/", views.card, name="promise_card"),
]
