"""The addresses of this area."""

from django.urls import path

from nabij.web.ask import board, hand, views

urlpatterns = [
    path("prikbord/", board.shown, name="board"),
    path("vragen/", views.mine, name="asks"),
    path("vragen/<uuid:ask>/", views.one, name="ask"),
    path("vragen/<uuid:ask>/antwoord/", views.answer, name="ask_answer"),
    path("vragen/<uuid:ask>/hand/", hand.raised, name="ask_hand"),
    path("vragen/<uuid:ask>/einde/", views.end, name="ask_ends"),
    path("verhalen/<uuid:story>/vraag/", views.from_story, name="story_ask"),
]
