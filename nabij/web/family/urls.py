"""The addresses of this area."""

from django.urls import path

from nabij.web.family import views

urlpatterns = [
    path("verhalen/nieuw/huishouden/", views.new_household, name="new_household"),
    path("verhalen/nieuw/twee/", views.new_between, name="new_between"),
    path("verhalen/<uuid:story>/huisgenoten/", views.household, name="household"),
    path("verhalen/<uuid:story>/huisgenoten/<uuid:person>/verhaal/", views.own_file, name="own_file"),
    path("verhalen/<uuid:story>/ouders/", views.parents_read, name="parents_read"),
    path("momenten/<uuid:moment>/ouders/", views.parents, name="show_parents"),
]
