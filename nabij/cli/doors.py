"""What administration does about log-ins from the terminal: `nabij logout` and `nabij lostkeys`."""

from typing import Annotated

import typer
from allauth.mfa.models import Authenticator
from django.utils import timezone

from nabij.cli.administration import Mail, Unusable, as_administration
from nabij.people.models import Account
from nabij.post.envelopes import tell_changed
from nabij.trust.acting import acting_as, office
from nabij.trust.doors import end_sessions
from nabij.web.login.events import told


def account_of(mail: str) -> Account:
    found = Account.objects.filter(email__iexact=mail).first()
    if not found:
        raise Unusable(f"Niemand logt in met “{mail}”. Welkom heten kan met: nabij welcome.")
    return found


def logout(
    mail: Annotated[str, typer.Argument(help="The address somebody logs in with; without it, everybody.")] = "",
) -> None:
    """Log somebody out on every device, or everybody."""
    with as_administration():
        accounts = [account_of(mail)] if mail else list(Account.objects.all())
        ended = sum(end_sessions(account=one, at=timezone.now()) for one in accounts)
    told("logged_out_by_administration")
    typer.echo(f"{ended} keer uitgelogd.")


def lostkeys(mail: Mail) -> None:
    """Take away the passkeys, app and emergency codes of somebody who lost them. First see for yourself who asks."""
    with as_administration():
        account = account_of(mail)
        end_sessions(account=account, at=timezone.now())
        tell_changed(to=account.email, language=account.language, what="keys_lost", at=timezone.now())
    with acting_as(office("door")):
        Authenticator.objects.filter(user=account).delete()
    told("second_steps_taken_by_administration")
    typer.echo(f"{mail} is overal uitgelogd, en maakt bij het inloggen een nieuwe passkey of app.")
