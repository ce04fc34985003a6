"""`/afmelding/<token>/`: no more letters, by the link that stands in each."""

from django.urls import path

from nabij.web.post import stopping

urlpatterns = [path("<str:token>/", stopping.unsubscription, name="unsubscription")]
