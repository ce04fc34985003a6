"""The addresses of this area."""

from django.urls import path

from nabij.web.together import views

urlpatterns = [
    path("verhalen/<uuid:story>/samen/", views.look_together, name="look_together"),
    path("verhalen/<uuid:story>/samen/rust/", views.rest, name="look_rest"),
    path("doorverwijzingen/<uuid:referral>/meekijken/", views.along, name="look_along"),
]
