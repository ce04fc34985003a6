"""The addresses of this area."""

from django.urls import path

from nabij.web.leaving import giving, handing, views

urlpatterns = [
    path("weggaan/", views.carrying, name="carrying"),
    path("weggaan/einde/", views.end, name="gone"),
    path("verhalen/<uuid:story>/overdracht/", giving.story, name="give_story"),
    path("overdrachten/<uuid:handover>/", giving.handover, name="handover"),
    path("overdrachten/<uuid:handover>/vraag/", giving.question, name="handover_asked"),
    path("overdragen/<slug:kind>/<uuid:thing>/", handing.give, name="hand_on"),
    path("overnemen/<uuid:handing>/", handing.one, name="handing"),
    path("terugkomen/<uuid:follow_up>/overdracht/", giving.come_back, name="give_come_back"),
]
