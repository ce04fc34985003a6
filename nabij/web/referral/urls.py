"""The addresses of this area."""

from django.urls import path

from nabij.web.referral import views

urlpatterns = [
    path("doorverwijzingen/", views.referrals, name="referrals"),
    path("doorverwijzing/", views.new, name="new_referral"),
    path("verhalen/<uuid:story>/doorverwijzing/", views.new, name="story_referral"),
    path("doorverwijzingen/<uuid:referral>/", views.referral, name="referral"),
    path("doorverwijzingen/<uuid:referral>/vervolg/", views.onward, name="referral_onward"),
    path("doorverwijzingen/<uuid:referral>/dank/", views.thanks, name="referral_thanks"),
]
