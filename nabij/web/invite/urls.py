"""The addresses of this area."""

from django.urls import path

from nabij.web.invite import views

urlpatterns = [
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
    path("kom/", views.by_code, name="come_in_by_code"),
    path("kom/<str:code>/", views.come_in, name="come_in"),
]
