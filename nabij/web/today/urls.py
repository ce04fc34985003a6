"""The addresses of this area."""

from django.urls import path

from nabij.web.today import comebacks, help, views

urlpatterns = [
    path("momenten/", views.moments, name="moments"),
    path("momenten/lezing/", views.reading, name="moment_reading"),
    path("momenten/hulp/", help.help_here, name="help"),
    path("terugkomen/<uuid:follow_up>/", comebacks.came_back, name="came_back"),
    path("terugkomen/<uuid:follow_up>/later/", comebacks.later, name="later"),
]
