"""The addresses of this area."""

from django.urls import path

from nabij.web.circle import asking, onthespot, views

urlpatterns = [
    path("verhalen/<uuid:story>/lezers/", views.readers, name="readers"),
    path("verhalen/<uuid:story>/kringen/", views.smaller, name="new_circle"),
    path("kringen/<uuid:circle>/", views.circle, name="circle"),
    path("kringen/<uuid:circle>/uitnodigingen/", asking.by_letter, name="invitations"),
    path("kringen/<uuid:circle>/code/", onthespot.begin, name="new_code"),
    path("lidmaatschappen/<uuid:membership>/einde/", views.leaving, name="leaving"),
    path("lidmaatschappen/<uuid:membership>/einddatum/", views.last_day, name="last_day"),
    path("lidmaatschappen/<uuid:membership>/verleden/", views.past, name="past"),
    path("lidmaatschappen/<uuid:membership>/inlog/", asking.log_in, name="member_login"),
    path("uitnodigingen/<uuid:invitation>/", onthespot.code, name="code"),
    path("uitnodigingen/<uuid:invitation>/code.svg", onthespot.picture, name="code_picture"),
    path("uitnodigingen/<uuid:invitation>/bevestiging/", onthespot.confirmation, name="confirmation"),
    path("uitnodigingen/<uuid:invitation>/intrekking/", asking.withdrawal, name="withdrawal"),
]
