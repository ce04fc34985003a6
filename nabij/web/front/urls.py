"""The front page, and the two pages of a demo."""

from django.urls import path

from nabij.web.front import views

urlpatterns = [
    path("", views.home, name="home"),
    path("demo/", views.shoes, name="shoes"),
    path("demo/schoenen/", views.step_into, name="step_into"),
    path("demo/post/", views.sent_mail, name="sent_mail"),
]
