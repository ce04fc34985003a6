"""The addresses of this area."""

from django.urls import path

from nabij.web.concern import views

urlpatterns = [
    path("zorg/", views.new, name="new_concern"),
    path("verhalen/<uuid:story>/zorg/", views.new, name="story_concern"),
    path("zorg/<uuid:concern>/", views.concern, name="concern"),
    path("meldcode/", views.code_of_practice, name="meldcode"),
]
