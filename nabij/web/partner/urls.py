"""The addresses of this area."""

from django.urls import path

from nabij.web.partner import views

urlpatterns = [
    path("samen-werken/<uuid:person>/", views.partner, name="partner"),
    path("samen-werken/<uuid:person>/bellen/", views.call, name="partner_call"),
    path("samen-werken/<uuid:person>/rust/", views.rest, name="partner_rest"),
    path("samen-werken/<uuid:person>/klopt-niet/", views.wrong, name="partner_wrong"),
]
