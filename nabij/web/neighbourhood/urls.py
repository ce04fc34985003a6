"""The addresses of this area."""

from django.urls import path

from nabij.web.neighbourhood import choosing, signposts, views

urlpatterns = [
    path("buurt/", views.my_neighbourhood, name="my_neighbourhood"),
    path("buurt/<slug:code>/", views.neighbourhood, name="neighbourhood"),
    path("buurt/<slug:code>/inrichting/", choosing.structure, name="structure"),
    path("buurt/<slug:code>/plekken/", choosing.new_place, name="new_place"),
    path("buurt/plekken/<uuid:place>/", choosing.place, name="place"),
    path("buurt/plekken/<uuid:place>/uren/", choosing.hours, name="place_hours"),
    path("buurt/plekken/<uuid:place>/uren/<uuid:thing>/einde/", choosing.hours_end, name="place_hours_end"),
    path("buurt/plekken/<uuid:place>/einde/", choosing.place_ends, name="place_ends"),
    path("buurt/<slug:code>/team/", signposts.team, name="team"),
    path("buurt/<slug:code>/wegwijzers/", signposts.guides, name="guides"),
    path("buurt/wegwijzers/<uuid:signpost>/einde/", signposts.ends, name="signpost_ends"),
]
