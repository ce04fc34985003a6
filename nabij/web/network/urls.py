"""The addresses of this area."""

from django.urls import path

from nabij.web.network import acts, views

urlpatterns = [
    path("verhalen/<uuid:story>/netwerk/", views.network, name="network"),
    path("banden/<uuid:tie>/", acts.tie, name="tie"),
    path("banden/<uuid:tie>/plaats/", acts.place, name="tie_place"),
    path("banden/<uuid:tie>/einde/", acts.ending, name="tie_end"),
]
