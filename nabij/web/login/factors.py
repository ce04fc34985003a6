"""Passkeys and authenticator apps as we keep them: secrets encrypted, names and mistakes in our words."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.base.box import box

FOR_FACTORS = "nabij.login.factors"


class Factors(DefaultMFAAdapter):
    """What allauth asks about second steps."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Dat klopte niet. Probeer het nog eens."),
    }

    def encrypt(self, text: str) -> str:
        return box(FOR_FACTORS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return box(FOR_FACTORS).decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return str(settings.NABIJ_NAME)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.NABIJ_NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"display_name": user.email}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name for who gives none."""
        return _("Passkey %(number)s") % {"number": Authenticator.objects.filter(user=user, type=type).count() + 1}
