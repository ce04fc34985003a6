"""How I log in: my passkeys, my authenticator app and my emergency codes."""

import io

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.flows import activate_totp
from allauth.mfa.webauthn.internal.auth import WebAuthn, begin_registration
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.people.models import Account
from nabij.post.envelopes import tell_changed
from nabij.web.again import asked_again
from nabij.web.login.accounts import needs_two
from nabij.web.login.events import told
from nabij.web.login.forms import AppForm, PasskeyForm
from nabij.web.login.gates import Asker, mine, mine_or_first
from nabij.web.login.strength import shown

Type = Authenticator.Type
PAGE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
@mine
def ways_in(request: Asker) -> HttpResponse:
    """All ways in that I made."""
    mine_all = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    codes = next((one.wrap() for one in mine_all if one.type == Type.RECOVERY_CODES), None)
    drawn = {
        "passkeys": [one for one in mine_all if one.type == Type.WEBAUTHN],
        "app": next((one for one in mine_all if one.type == Type.TOTP), None),
        "codes_left": len(codes.get_unused_codes()) if codes else None,
        "provider": settings.OIDC["name"] if SocialAccount.objects.filter(user=request.user).exists() else "",
        "address": request.user.email,
        "formal": needs_two(request.user),
    }
    return render(request, "account/ways_in.html", drawn)


@never_cache
@PAGE
@mine_or_first
@asked_again
def new_passkey(request: Asker) -> HttpResponse:
    """Makes a passkey: the browser asks for a finger, a face or a pin, and keeps the secret itself."""
    form = PasskeyForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        made = WebAuthn.add(request.user, form.cleaned_data["name"], form.cleaned_data["credential"])
        messages.success(request, _("Je passkey is klaar. Voortaan kun je daarmee inloggen."))
        return after_adding(request, step=made.instance.type)
    options = dict(begin_registration(request.user, passwordless=True))
    return render(request, "account/new_passkey.html", {"form": form, "options": options})


@never_cache
@PAGE
@mine_or_first
@asked_again
def new_app(request: Asker) -> HttpResponse:
    """Ties an authenticator app to the account."""
    if Authenticator.objects.filter(user=request.user, type=Type.TOTP).exists():
        return redirect("mfa_index")
    form = AppForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        made, _codes = activate_totp(request, form)
        made.wrap().validate_code(form.cleaned_data["code"])  # A code works once; this one was just used.
        messages.success(request, _("Je app is klaar. Voortaan vragen we ook een code uit de app."))
        return after_adding(request, step=made.type)
    return render(request, "account/new_app.html", {"form": form, "secret": form.secret})


@never_cache
@require_safe
@mine_or_first
@asked_again
def app_picture(request: Asker) -> HttpResponse:
    """The picture that an app reads, of the secret that waits in this session."""
    drawn = io.BytesIO()
    segno.make(get_adapter().build_totp_url(request.user, totp.get_totp_secret())).save(
        drawn, kind="svg", scale=5, border=4, light="#fff", dark="#000"
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


def after_adding(request: Asker, *, step: str) -> HttpResponse:
    """What was just made was just shown as well; emergency codes come with the first."""
    shown(request, request.user, way="mfa", step=step)
    request.session.cycle_key()
    told("second_step_added", way=step)
    tell_me(request, "app_made" if step == Type.TOTP else "passkey_made")
    codes = RecoveryCodes.activate(request.user)
    return redirect("mfa_index" if codes.did_view else "mfa_view_recovery_codes")


@never_cache
@PAGE
@mine
@asked_again
def remove_passkey(request: Asker, pk: int) -> HttpResponse:
    return remove(request, get_object_or_404(Authenticator, pk=pk, user=request.user, type=Type.WEBAUTHN))


@never_cache
@PAGE
@mine
@asked_again
def remove_app(request: Asker) -> HttpResponse:
    return remove(request, get_object_or_404(Authenticator, user=request.user, type=Type.TOTP))


def remove(request: Asker, one: Authenticator) -> HttpResponse:
    """Asks, and takes it away; the last one of who wears a formal hat stays."""
    if is_last(request.user, one):
        messages.error(request, _("Dit is je laatste. Met je pet heb je er één nodig: maak eerst een andere."))
        return redirect("mfa_index")
    if request.method != "POST":
        return render(request, "account/remove.html", {"one": one})
    kind = one.type
    delete_and_cleanup(request, one)
    told("second_step_removed", way=kind)
    tell_me(request, "app_gone" if kind == Type.TOTP else "passkey_gone")
    messages.success(request, _("Weg. Ben je hem kwijt of gestolen? Log dan ook overal uit."))
    return redirect("mfa_index")


def tell_me(request: Asker, what: str) -> None:
    """So that whoever did not do this hears of it."""
    tell_changed(to=request.user.email, language=request.user.language, what=what, at=timezone.now())


def is_last(account: Account, one: Authenticator) -> bool:
    others = Authenticator.objects.filter(user=account, type__in=(Type.WEBAUTHN, Type.TOTP)).exclude(pk=one.pk)
    return needs_two(account) and not others.exists()


@never_cache
@require_safe
@mine
@asked_again
def emergency_codes(request: Asker) -> HttpResponse:
    """The codes for when the passkey or the app is lost: shown once."""
    kept = get_object_or_404(Authenticator, user=request.user, type=Type.RECOVERY_CODES).wrap()
    if kept.did_view:
        return redirect("mfa_index")
    kept.mark_as_viewed()
    return render(request, "account/emergency_codes.html", {"codes": kept.get_unused_codes()})


@require_POST
@mine
@asked_again
def new_emergency_codes(request: Asker) -> HttpResponse:
    """New ones; the old ones work no more."""
    Authenticator.objects.filter(user=request.user, type=Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(request.user)
    told("emergency_codes_renewed")
    tell_me(request, "codes_new")
    return redirect("mfa_view_recovery_codes")
