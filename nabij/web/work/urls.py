"""The addresses of this area."""

from django.urls import path

from nabij.web.work import views

urlpatterns = [
    path("mijn/werk/", views.mine, name="my_work"),
    path("momenten/<uuid:moment>/tijd/", views.time_spent, name="time_spent"),
    path("groepen/<uuid:group>/werk/", views.team, name="team_work"),
]
