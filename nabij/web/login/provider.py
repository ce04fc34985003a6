"""OpenID Connect: a provider from the settings, for people who have an account here.

allauth does the walk; we check what it leaves out. The provider is who the settings say (issuer); its token is signed
by its own keys, is for us, is of now, and holds the nonce of this very walk (OpenID Connect Core 3.1.3.7). Somebody is
found by issuer and subject; the first time by a mail address that the provider has verified. Whatever does not fit is
one sentence on the screen and one line in the log.
"""

import hashlib
import secrets
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

import jwt
import requests
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Account
from nabij.post.envelopes import tell_changed
from nabij.web.login.events import told
from nabij.web.login.strength import shown, weak

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY = 30  # Seconds that two clocks may differ.
SENTENCES = {
    "not_asked_again": _(
        "%(name)s liet niet zien dat je net opnieuw bent ingelogd. Er is niets veranderd."
        " Kies een andere manier, of log uit en kom terug met een code uit je mail."
    ),
    "another_person": _("Bij %(name)s ben je iemand anders dan hier. Er is niets veranderd."),
    "stopped": _("Je bent niet verder gegaan bij %(name)s. Er is niets veranderd."),
    "no_second_step": _("%(name)s vroeg je om één ding. Bij je pet horen er twee. Kies een andere manier."),
    "cancelled": _("Je bent niet ingelogd. Probeer het nog eens, of vraag een code per mail."),
    "unknown": _("Bij je account van %(name)s hoort hier geen account. Vraag of iemand je uitnodigt."),
    "another_subject": _(
        "Je account hier hoort al bij een ander account van %(name)s. Vraag beheer om hulp, of vraag een code per mail."
    ),
}
LIES = _("Inloggen met %(name)s lukte niet. Er is niets veranderd. Probeer het nog eens, of vraag een code.")
Unfit = (KeyError, TypeError, ValueError, AttributeError, jwt.PyJWTError, requests.RequestException)


def offered() -> bool:
    """Whether the settings name a provider that may be trusted with a log-in: over TLS, or on this machine."""
    where = urlsplit(settings.OIDC["issuer"])
    safe = where.scheme == "https" or where.hostname in ("localhost", "127.0.0.1")
    return bool(where.hostname and safe and settings.OIDC["client"])


class NotAskedAgain(OAuth2Error):
    """A provider that was asked to let somebody log in anew, and does not say that it did."""


class Walk(OpenIDConnectOAuth2Adapter):
    """One walk to the provider and back."""

    @property
    def openid_config(self) -> dict[str, Any]:
        try:
            config: dict[str, Any] = super().openid_config
            if str(config["issuer"]).rstrip("/") != settings.OIDC["issuer"]:
                raise OAuth2Error("another issuer")
        except Unfit as problem:
            raise OAuth2Error("no configuration") from problem
        return config

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return f"{settings.NABIJ_URL}{reverse('provider_back')}"

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get_access_token_data(*args, **kwargs)
        except Unfit as problem:
            raise OAuth2Error("no token") from problem

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Believes the signed token; of the further answer only what is said of the same subject."""
        try:
            said = self._decode_id_token(app, kwargs["response"]["id_token"])
            begun = walk_of(request)
            begun["fresh"] = is_fresh(said, since=begun.get("asked_at"))
            if begun.get("again") and not begun["fresh"]:
                raise NotAskedAgain("no fresh auth_time")
            more = self._fetch_user_info(token.token) if "email" not in said else said
            if more["sub"] != said["sub"]:
                raise OAuth2Error("another subject")
            return self.get_provider().sociallogin_from_response(request, more | said)
        except Unfit as problem:
            raise OAuth2Error("no identity") from problem

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        with SocialAdapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
        answer.raise_for_status()
        head = jwt.get_unverified_header(id_token)
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        fitting = [one for one in keys if one.key_id == head.get("kid") or len(keys) == 1]
        if not fitting:
            raise OAuth2Error("unknown key")
        said: dict[str, Any] = jwt.decode(
            id_token,
            key=fitting[0],
            algorithms=ALGORITHMS,
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "aud", "iss", "sub"]},
        )
        nonce = walk_of(self.request).get("nonce")
        if not nonce or not secrets.compare_digest(str(said.get("nonce", "")), nonce):
            raise OAuth2Error("another nonce")
        if isinstance(said["aud"], list) and len(said["aud"]) > 1 and said.get("azp") != app.client_id:
            raise OAuth2Error("for another")
        return said


def is_fresh(said: dict[str, Any], *, since: Any) -> bool:
    """Whether the provider says that somebody logged in there after we asked (OpenID Connect Core 3.1.2.1, 2)."""
    at = said.get("auth_time")
    if not isinstance(at, int | float) or isinstance(at, bool) or not isinstance(since, int | float):
        return False
    return since - LEEWAY <= at <= time.time() + LEEWAY


class Provider(OpenIDConnectProvider):
    """The provider of the settings; its accounts are known by its issuer."""

    oauth2_adapter_class = Walk

    def get_callback_url(self) -> str:
        return reverse("provider_back")

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The subject; a long one by its hash."""
        sub = str(data["sub"])
        return sub if len(sub) <= 190 else hashlib.sha256(sub.encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """All that we keep of what it says: whether a second step was asked. No name, no picture."""
        methods = data.get("amr") if isinstance(data.get("amr"), list) else []
        return {"second_step": bool({*map(str, methods or []), str(data.get("acr"))} & {*settings.OIDC_STRONG})}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        """An address counts as verified when the provider says precisely that."""
        verified = data.get("email_verified") is True
        return [EmailAddress(email=data["email"], verified=verified)] if isinstance(data.get("email"), str) else []

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def redirect(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Walks there with a nonce, to log in and for nothing else, whatever the address of the page asked."""
        nonce = secrets.token_urlsafe(24)
        auth = {"nonce": nonce} | ({"acr_values": settings.OIDC["acr"]} if settings.OIDC["acr"] else {})
        again = str(request.user.pk) if request.POST.get("again") and request.user.is_authenticated else ""
        if again:
            auth |= {"prompt": "login", "max_age": "0"}
        begun = {"nonce": nonce, "again": again, "asked_at": time.time()}
        kwargs |= {"auth_params": auth, "scope": ["openid", "email"], "process": "login"} | begun
        return super().redirect(request, *args, **kwargs)


class SocialAdapter(DefaultSocialAccountAdapter):
    """What we ask of allauth about other people's log-ins."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        said = settings.OIDC
        app = SocialApp(
            provider="openid_connect",
            provider_id=said["issuer"],
            name=said["name"],
            client_id=said["client"],
            secret=said["secret"],
            settings={"server_url": said["issuer"], "oauth_pkce_enabled": True},
        )
        return Provider(request, app=app)

    def get_requests_session(self) -> requests.Session:
        """Whoever answers for the provider answers itself: an answer that points elsewhere is not followed."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def authenticate_by_email(self, sociallogin: SocialLogin) -> Any:
        """The first time: by an address it verified, of an account that knows no other subject of this provider."""
        for address in sociallogin.email_addresses:
            if address.verified is not True:
                continue
            for account in filter_users_by_email(address.email, is_active=True, for_login=True):
                if SocialAccount.objects.filter(user=account, provider=sociallogin.account.provider).exists():
                    raise ImmediateHttpResponse(refused(self.request, "another_subject"))
                return account, address.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(refused(request, "unknown"))
        if sociallogin.account.pk is None:
            account, name = sociallogin.user, settings.OIDC["name"]
            tell_changed(to=account.email, language=account.language, what="provider", at=timezone.now(), provider=name)
        if comes_again(request):
            raise ImmediateHttpResponse(shown_again(request, sociallogin))

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, **more: Any) -> None:
        why = "cancelled" if error == AuthError.CANCELLED else "unfit"
        raise ImmediateHttpResponse(
            refused(request, "not_asked_again" if isinstance(more.get("exception"), NotAskedAgain) else why)
        )


def comes_again(request: HttpRequest) -> bool:
    """Whether this is somebody who is logged in here and was asked again who they are."""
    return request.user.is_authenticated and walk_of(request).get("again") == str(request.user.pk)


def shown_again(request: HttpRequest, social: SocialLogin) -> HttpResponse:
    """They stay who they are and where they were; allauth would log them out and in, and lose what they filled in."""
    if social.user.pk != request.user.pk or not isinstance(request.user, Account):
        return refused(request, "another_person")
    shown(request, request.user, way="socialaccount", asked=True)
    if social.account.extra_data.get("second_step"):
        shown(request, request.user, way="mfa", step="provider", asked=True)
    request.session.cycle_key()
    told("shown_again", way="provider")
    return refused(request, "no_second_step") if weak(request) else back_to_asking(request)


def back_to_asking(request: HttpRequest) -> HttpResponse:
    """To the page that asked, which goes on from there."""
    onward = walk_of(request).get("next") or "/"
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': onward})}")


def refused(request: HttpRequest, why: str) -> HttpResponse:
    """One clear sentence, back at the log-in or at the page that asked again; nothing has changed."""
    told("provider_refused", why=why)
    again = comes_again(request)
    sentence = SENTENCES.get("stopped" if again and why == "cancelled" else why, LIES)
    messages.error(request, sentence % {"name": settings.OIDC["name"]})
    return back_to_asking(request) if again else redirect("account_login")


def walk_of(request: HttpRequest) -> dict[str, Any]:
    """What was noted when this walk began."""
    begun: dict[str, Any] = getattr(request, "walk_begun", {})
    return begun


def logged_in_there_anew(request: HttpRequest) -> bool:
    """Whether this request is the end of a walk for which somebody logged in at the provider just now."""
    return bool(walk_of(request).get("fresh"))


def peek(request: HttpRequest) -> dict[str, Any]:
    """What was noted when the walk began whose state comes back: its nonce, and when it was asked; else nothing."""
    state = statekit.get_states(request).get(request.GET.get("state", ""))
    return dict(state[0]) if state else {}


def second_step_was_asked(login: Any) -> bool:
    """Whether this log-in came by a provider that says it asked for a second step."""
    social = (login.signal_kwargs or {}).get("sociallogin")
    return bool(social and social.account.extra_data.get("second_step"))
