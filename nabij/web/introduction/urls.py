"""`/kennismakingen/`: two people who should meet; and whom one does not know yet."""

from django.urls import path

from nabij.web.introduction import acts, views

urlpatterns = [
    path("kennismakingen/", views.introductions, name="introductions"),
    path("kennismakingen/nieuw/", views.new, name="new_introduction"),
    path("wie-ken-je-nog-niet/", views.not_met, name="not_met"),
    path("kennismakingen/<uuid:introduction>/", views.one, name="introduction"),
    path("kennismakingen/<uuid:introduction>/antwoord/", acts.answer, name="introduction_answer"),
    path("kennismakingen/<uuid:introduction>/treffen/", acts.meeting, name="introduction_meeting"),
    path("kennismakingen/<uuid:introduction>/verloop/", acts.went, name="introduction_went"),
    path("kennismakingen/<uuid:introduction>/bericht/", acts.message, name="introduction_message"),
    path("kennismakingen/<uuid:introduction>/contact/", acts.contact, name="introduction_contact"),
    path("kennismakingen/<uuid:introduction>/einde/", acts.end, name="introduction_end"),
]
