"""The addresses of this area."""

from django.urls import path

from nabij.web.lists import doubles, letting_go, views

urlpatterns = [
    path("kaart/lijsten/", views.lists, name="lists"),
    path("kaart/lijsten/kolommen/", views.columns, name="list_columns"),
    path("kaart/lijsten/invoer/", views.brought, name="list_import"),
    path("kaart/lijsten/<uuid:unfinished>/", views.unfinished, name="unfinished_list"),
    path("kaart/lijsten/losgelaten/", letting_go.goes, name="let_go"),
    path("kaart/lijsten/losgelaten/<uuid:service>/einde/", letting_go.back, name="let_go_ends"),
    path("kaart/dubbel/", doubles.proposed, name="doubles"),
    path("kaart/dubbel/<uuid:twin>/einde/", doubles.taken_back, name="twin_ends"),
]
