"""What we ask of allauth: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Closes sign-up: who belongs here is invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
