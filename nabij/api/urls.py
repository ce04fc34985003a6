"""The addresses of the open data, named as HSDS names them; no slash at the end, as there."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from nabij.api import views
from nabij.api.endpoints import ENDPOINTS


def lists() -> Iterator[URLPattern]:
    for many in ENDPOINTS:
        yield path(f"hsds/v3/{many}", views.listed, {"many": many}, name=f"hsds_{many}")
        yield path(f"hsds/v3/{many}/<str:key>", views.one, {"many": many}, name=f"hsds_{many}_one")


urlpatterns = [
    path("hsds/v3", views.root, name="hsds"),
    path("hsds/v3/", views.root, name="hsds_root"),
    path("hsds/v3/openapi.json", views.openapi, name="hsds_openapi"),
    *lists(),
]
