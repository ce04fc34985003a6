"""The addresses of this area."""

from django.urls import path

from nabij.web.seal import views

urlpatterns = [
    path("verhalen/<uuid:story>/besloten/", views.new, name="new_seal"),
    path("besloten/", views.notes, name="seals"),
    path("besloten/<uuid:note>/", views.note, name="seal"),
    path("besloten/<uuid:note>/antwoord/", views.answer, name="seal_answer"),
    path("besloten/<uuid:note>/regels/", views.lines, name="seal_lines"),
    path("besloten/<uuid:note>/voorstel/", views.proposal, name="seal_proposal"),
    path("besloten/<uuid:note>/voorstel/antwoord/", views.agreement, name="seal_agreement"),
    path("besloten/<uuid:note>/tweede/", views.second, name="seal_second"),
    path("besloten/<uuid:note>/plaats/", views.place, name="seal_place"),
    path("besloten/<uuid:note>/vertrek/", views.departure, name="seal_departure"),
]
