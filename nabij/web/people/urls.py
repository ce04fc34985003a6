"""The addresses of this area."""

from django.urls import path

from nabij.web.people import views

urlpatterns = [
    path("mensen/<uuid:person>/", views.person, name="person"),
    path("groepen/<uuid:group>/", views.group, name="group"),
    path("buurt/", views.my_neighbourhood, name="my_neighbourhood"),
    path("buurt/<str:code>/", views.neighbourhood, name="neighbourhood"),
    path("mijn-gegevens/", views.looks, name="looks"),
    path("wie-ziet-wat/", views.who_sees_what, name="who_sees_what"),
]
