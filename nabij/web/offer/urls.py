"""The addresses of this area."""

from django.urls import path

from nabij.web.offer import heard, safeguards, views

urlpatterns = [
    path("aanbod/", views.mine, name="offers"),
    path("aanbod/<uuid:offer>/", views.one, name="offer"),
    path("aanbod/<uuid:offer>/pauze/", views.pause, name="offer_pause"),
    path("aanbod/<uuid:offer>/einde/", views.end, name="offer_ends"),
    path("aanbod/voor-een-ander/<uuid:heard>/", heard.one, name="heard_offer"),
    path("aanbod/voor-een-ander/<uuid:heard>/antwoord/", heard.answer, name="heard_answer"),
    path("aanbod/voor-een-ander/<uuid:heard>/terugname/", heard.back, name="heard_back"),
    path("mensen/<uuid:person>/waarborgen/", safeguards.noted, name="safeguards"),
]
