"""The addresses of this area."""

from django.urls import path

from nabij.web.today import views

urlpatterns = [
    path("momenten/", views.moments, name="moments"),
    path("momenten/lezing/", views.reading, name="moment_reading"),
    path("terugkomen/<uuid:follow_up>/", views.came_back, name="came_back"),
]
