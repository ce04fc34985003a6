"""The addresses of this area."""

from django.urls import path

from nabij.web.drafts import views

urlpatterns = [path("klad/", views.drafts, name="drafts")]
