"""The addresses of this area."""

from django.urls import path

from nabij.web.people import looks, own, views

urlpatterns = [
    path("mensen/<uuid:person>/", views.person, name="person"),
    path("groepen/<uuid:group>/", views.group, name="group"),
    path("mijn/gekeken/", looks.looks, name="looks"),
    path("mijn-pagina/", own.my_page, name="my_page"),
    path("mijn-pagina/talen/", own.languages, name="my_languages"),
    path("mijn-pagina/straat/", own.home, name="my_home"),
    path("mijn-pagina/via/", own.through, name="my_go_between"),
    path("mijn-pagina/kan/", own.strengths, name="my_strengths"),
    path("mijn-pagina/kan/<uuid:thing>/einde/", own.strength_ends, name="strength_ends"),
    path("mijn-pagina/uren/", own.hours, name="my_hours"),
    path("mijn-pagina/uren/<uuid:thing>/einde/", own.hours_end, name="hours_end"),
    path("mijn-pagina/bereik/", own.ways, name="my_ways"),
    path("mijn-pagina/bereik/<uuid:thing>/einde/", own.way_ends, name="way_ends"),
    path("mijn-pagina/petten/", own.hats, name="my_hats"),
    path("mijn-pagina/petten/<uuid:hat>/", own.mandate, name="my_mandate"),
    path("mijn-pagina/petten/<uuid:hat>/einde/", own.hat_ends, name="hat_ends"),
    path("wie-ziet-wat/", views.who_sees_what, name="who_sees_what"),
]
