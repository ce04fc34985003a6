"""The addresses of this area."""

from django.urls import path

from nabij.web.merge import views

urlpatterns = [
    path("mensen/<uuid:person>/samenvoeging/", views.of_person, name="merging"),
    path("verhalen/<uuid:story>/samenvoeging/", views.of_story, name="merging_story"),
    path("samenvoegingen/<uuid:merge>/einde/", views.end, name="merging_ends"),
]
