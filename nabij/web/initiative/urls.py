"""The addresses of this area."""

from django.urls import path

from nabij.web.initiative import judging, views

urlpatterns = [
    path("kaart/zelf/", views.enter, name="enter_initiative"),
    path("kaart/zelf/wacht/", judging.waiting, name="waiting_initiatives"),
    path("kaart/zelf/<uuid:initiative>/", views.mine, name="initiative"),
    path("kaart/zelf/<uuid:initiative>/antwoord/", judging.answer, name="initiative_answer"),
    path("kaart/zelf/<str:token>/", views.by_link, name="initiative_by_link"),
]
