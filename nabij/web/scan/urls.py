"""The addresses of this area."""

from django.urls import path

from nabij.web.scan import views

urlpatterns = [
    path("verhalen/<uuid:story>/wie-helpt/", views.scan, name="scan"),
    path("verhalen/<uuid:story>/wie-helpt/nieuw/", views.new_scan, name="new_scan"),
]
