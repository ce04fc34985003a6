"""The few pages of allauth that we use, and ours; passwords, sign-up and its other doors stay closed."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from nabij.web.login import keys, places, views

urlpatterns = [
    path("", views.login, name="account_login"),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("code/", views.code, name="account_confirm_login_code"),
    path("stap/", mfa.authenticate, name="mfa_authenticate"),
    path("aanbieder/", views.provider, name="provider"),
    path("aanbieder/terug/", views.provider_back, name="provider_back"),
    path("uit/", allauth.logout, name="account_logout"),
    path("gesloten/", allauth.account_inactive, name="account_inactive"),
    path("meedoen/", views.join, name="account_signup"),
    # allauth asks for this name; the log-in page itself sends the code.
    path("opnieuw/", views.ask_code, name="account_request_login_code"),
    path("tweede-stap/", views.second_step, name="second_step"),
    path("nog-eens/", views.again, name="account_reauthenticate"),
    path("manieren/", keys.ways_in, name="mfa_index"),
    path("manieren/passkeys/", keys.new_passkey, name="mfa_add_webauthn"),
    path("manieren/passkeys/<int:pk>/", keys.remove_passkey, name="mfa_remove_webauthn"),
    path("manieren/app/", keys.new_app, name="mfa_activate_totp"),
    path("manieren/app/plaatje.svg", keys.app_picture, name="app_picture"),
    path("manieren/app/einde/", keys.remove_app, name="mfa_deactivate_totp"),
    path("manieren/noodcodes/", keys.emergency_codes, name="mfa_view_recovery_codes"),
    path("manieren/noodcodes/nieuw/", keys.new_emergency_codes, name="mfa_generate_recovery_codes"),
    path("apparaten/", places.sessions, name="sessions"),
    path("apparaten/einde/", places.end_all, name="end_sessions"),
    path("apparaten/<str:key>/einde/", places.end_session, name="end_session"),
]
