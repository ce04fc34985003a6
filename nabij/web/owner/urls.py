"""`/klopt-nog/<token>/`: somebody's own listings, by the link in their mail."""

from django.urls import path

from nabij.web.owner import views

urlpatterns = [path("<str:token>/", views.owner_letter, name="owner_letter")]
