"""The address of the register of processing."""

from django.urls import path

from nabij.web.register import views

urlpatterns = [path("verwerkingen/", views.processing, name="processing")]
