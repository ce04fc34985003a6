"""The addresses of this area."""

from django.urls import path

from nabij.web.calendar import views

urlpatterns = [
    path("agenda/<str:token>.ics", views.feed, name="calendar"),
    path("mijn/agenda/", views.mine, name="my_calendar"),
    path("mijn/agenda/einde/", views.end, name="calendar_ends"),
]
