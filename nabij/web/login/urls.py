"""The few pages of allauth that we use; passwords, sign-up and its other doors stay closed."""

from allauth.account import views as allauth
from django.urls import path

from nabij.web.login import views

urlpatterns = [
    path("", allauth.login, name="account_login"),
    path("code/", views.code, name="account_confirm_login_code"),
    path("uit/", allauth.logout, name="account_logout"),
    path("gesloten/", allauth.account_inactive, name="account_inactive"),
    path("meedoen/", views.join, name="account_signup"),
    # allauth asks for these names; the log-in page itself sends the code.
    path("opnieuw/", views.again, name="account_request_login_code"),
]
