"""`/overleg/`: what is weighed together, and what was decided."""

from django.urls import path

from nabij.web.weighing import acts, raising, views

urlpatterns = [
    path("overleg/", views.dilemmas, name="dilemmas"),
    path("overleg/nieuw/", raising.new, name="new_dilemma"),
    path("overleg/<uuid:dilemma>/", views.one, name="dilemma"),
    path("overleg/<uuid:dilemma>/stem/", acts.voice, name="dilemma_voice"),
    path("overleg/<uuid:dilemma>/blik/", acts.perspective, name="dilemma_perspective"),
    path("overleg/<uuid:dilemma>/mensen/", acts.people, name="dilemma_people"),
    path("overleg/<uuid:dilemma>/mensen/<uuid:participant>/einde/", acts.end, name="dilemma_person_end"),
    path("overleg/<uuid:dilemma>/besluit/", acts.decision, name="dilemma_decision"),
    path("overleg/<uuid:dilemma>/vervolg/", acts.came, name="dilemma_came"),
    path("overleg/<uuid:dilemma>/samenwerken/<uuid:other>/", acts.together, name="dilemma_together"),
]
