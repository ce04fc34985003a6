"""The second step of logging in: after the code or the provider, before there is a session."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from nabij.people.models import Account
from nabij.web.login.accounts import needs_two
from nabij.web.login.provider import logged_in_there_anew, second_step_was_asked
from nabij.web.login.strength import has_second, shown, strong


class SecondStep(AuthenticateStage):
    """Asked of who wears a formal hat and has something to show, and of whoever chose for an app."""

    def _should_handle(self, request: HttpRequest) -> bool:
        account = self.login.user
        if not isinstance(account, Account):
            return False
        if second_step_was_asked(self.login):
            shown(request, account, way="mfa", step="provider")
        if logged_in_there_anew(request):
            shown(request, account, way="socialaccount", asked=True)
        if strong(get_authentication_records(request, account)):
            return False
        return needs_second(account)


def needs_second(account: Account) -> bool:
    """A passkey of somebody without a formal hat is a comfort; an app is a choice to be asked each time."""
    if needs_two(account):
        return has_second(account)
    return bool(is_mfa_enabled(account, [Authenticator.Type.TOTP]))
