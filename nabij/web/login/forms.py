"""The forms of logging in, with our words."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter as passkeys
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.post.envelopes import tell_changed
from nabij.web.login.events import told
from nabij.web.login.limits import may_ask

ADDRESS = "address"  # Of a code that came too late, so that nobody types it twice.
GARBLED = (ValueError, TypeError, KeyError, AttributeError, IndexError)  # What a credential of nonsense runs into.


class AddressForm(LoginForm):
    """Asks for the mail address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        address = self.fields["login"]
        address.label = _("Je mailadres")
        address.help_text = _("Je krijgt een mail met een code. Een wachtwoord is niet nodig.")
        address.widget.attrs.pop("placeholder", None)
        address.initial = context.request.session.pop(ADDRESS, "") if ADDRESS in context.request.session else ""
        address.error_messages |= {"required": _("Vul je mailadres in.")}
        for validator in address.validators:
            validator.message = _("Dit is geen mailadres. Het ziet eruit als naam@voorbeeld.nl.")

    def clean(self) -> dict[str, Any]:
        """Counts the asking after the address was looked up: known and unknown addresses cost the same."""
        cleaned: dict[str, Any] = super().clean()
        if not self.errors and not may_ask(context.request, address=cleaned["login"], account=self.user):
            raise get_adapter().validation_error("rate_limited")
        return cleaned


class CodeForm(ConfirmLoginCodeForm):
    """Asks for the code of the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_code(self.fields["code"], _("De code uit de mail"), _("Vul de code uit de mail in."))

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())
        except forms.ValidationError:
            told("log_in_failed", way="code")
            raise


class StepForm(AuthenticateForm):
    """Asks for the code of the app, or an emergency code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_app_code(self.fields["code"], account=self.user)

    def clean_code(self) -> str:
        return told_when_wrong(super().clean_code)

    def save(self) -> None:
        super().save()
        tell_when_emergency(self)


class AgainForm(ReauthenticateForm):
    """The same, of somebody who is logged in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_app_code(self.fields["code"], account=self.user)

    def clean_code(self) -> str:
        return told_when_wrong(super().clean_code)

    def save(self) -> None:
        super().save()
        tell_when_emergency(self)


class MailCodeForm(forms.Form):
    """Asks for the code of a mail, of somebody who is logged in."""

    code = forms.CharField(max_length=20, widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_code(self.fields["code"], _("De code uit de mail"), _("Vul de code uit de mail in."))


class AppForm(ActivateTOTPForm):
    """Asks for the first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_code(self.fields["code"], _("De code uit de app"), _("Vul de code uit de app in."))


class PasskeyForm(AddWebAuthnForm):
    """Asks for the name of a new passkey; the browser fills in the rest."""

    name = forms.CharField(
        label=_("Hoe heet deze passkey?"), help_text=_("Bijvoorbeeld: mijn telefoon."), max_length=60, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"].widget.attrs["silent"] = True
        self.initial["name"] = ""

    def clean(self) -> dict[str, Any]:
        """What no browser would send is not a passkey either."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except GARBLED as problem:
            raise passkeys().validation_error("incorrect_code") from problem
        return cleaned


class PasskeyLogIn(LoginWebAuthnForm):
    """Logs in with a passkey."""

    def clean_credential(self) -> Authenticator:
        return checked(super().clean_credential, event="log_in_failed")


class PasskeyStep(AuthenticateWebAuthnForm):
    """Shows a passkey after the code of the mail."""

    def clean_credential(self) -> Authenticator:
        return checked(super().clean_credential, event="second_step_failed")


class PasskeyAgain(ReauthenticateWebAuthnForm):
    """Shows a passkey, of somebody who is logged in."""

    def clean_credential(self) -> Authenticator:
        return checked(super().clean_credential, event="second_step_failed")


def checked(clean: Callable[[], Authenticator], *, event: str) -> Authenticator:
    """The passkey that was shown; a wrong one is told in the log."""
    try:
        return clean()
    except (forms.ValidationError, *GARBLED) as problem:
        told(event, way="passkey")
        raise passkeys().validation_error("incorrect_code") from problem


def told_when_wrong(clean: Any) -> str:
    """Checks a code; a wrong one is told in the log."""
    try:
        return str(clean())
    except forms.ValidationError:
        told("second_step_failed", way="app")
        raise


def tell_when_emergency(form: Any) -> None:
    """An emergency code is seldom needed: its owner hears that one was used."""
    if form.authenticator.type == Authenticator.Type.RECOVERY_CODES:
        account = form.user
        tell_changed(to=account.email, language=account.language, what="code_used", at=timezone.now())


def name_app_code(field: forms.Field, *, account: Any) -> None:
    """Who has no app is asked for an emergency code alone."""
    if is_mfa_enabled(account, [Authenticator.Type.TOTP]):
        name_code(field, _("De code uit je app"), _("Vul de code uit je app in, of een noodcode."))
        field.help_text = _("Of een van je noodcodes.")
    else:
        name_code(field, _("Een noodcode"), _("Vul een noodcode in."))
        field.help_text = _("Van het lijstje dat je bewaarde. Elke code werkt één keer.")


def name_code(field: forms.Field, label: Any, required: Any) -> None:
    field.label = label
    field.error_messages |= {"required": required}
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}
