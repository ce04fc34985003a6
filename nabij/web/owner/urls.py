"""`/klopt-nog/<token>/`: somebody's own listings, by the link in their mail; `/klopt-nog/`: asking for a new one."""

from django.urls import path

from nabij.web.owner import anew, views

urlpatterns = [
    path("", anew.new_link, name="owner_new_link"),
    path("<str:token>/", views.owner_letter, name="owner_letter"),
]
