"""The addresses of this area."""

from django.urls import path

from nabij.web.attachment import views

urlpatterns = [
    path("momenten/<uuid:moment>/bijlagen/", views.attachments, name="attachments"),
    path("bijlagen/<uuid:attachment>/", views.attachment, name="attachment"),
    path("bijlagen/<uuid:attachment>/klein/", views.small, name="attachment_small"),
]
