"""The two forms of logging in, with our words."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from django.utils.translation import gettext_lazy as _


class AddressForm(LoginForm):
    """Asks for the mail address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        address = self.fields["login"]
        address.label = _("Je mailadres")
        address.help_text = _("Je krijgt een mail met een code. Een wachtwoord is niet nodig.")
        address.widget.attrs.pop("placeholder", None)
        address.error_messages |= {"required": _("Vul je mailadres in.")}
        for validator in address.validators:
            validator.message = _("Dit is geen mailadres. Het ziet eruit als naam@voorbeeld.nl.")


class CodeForm(ConfirmLoginCodeForm):
    """Asks for the code of the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("De code uit de mail")
        code.error_messages |= {"required": _("Vul de code uit de mail in.")}
        code.widget.attrs.pop("placeholder", None)
        code.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}
