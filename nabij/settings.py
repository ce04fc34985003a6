"""The one settings file. All of it comes from the environment; `docs/settings.md` lists it, a test holds both equal.

The command line (`nabij.cli.ground`) starts the embedded database and fills in what is not given.
"""

import os
from datetime import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent


def flag(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "").lower() in ("1", "true", "yes", "on")


def names(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


DATA_DIR = Path(os.environ.get("NABIJ_DATA_DIR", ROOT / "var"))
SECRET_KEY = os.environ.get("NABIJ_SECRET_KEY", "")
DEBUG = flag("NABIJ_DEBUG")
DEMO = flag("NABIJ_DEMO")
LOGIN = os.environ.get("NABIJ_LOGIN", "app")
NABIJ_NAME = os.environ.get("NABIJ_NAME", "Nabij")
NABIJ_THEME = os.environ.get("NABIJ_THEME", "nabij-theme")
NABIJ_THEME_CSS = os.environ.get("NABIJ_THEME_CSS", "")
NABIJ_URL = os.environ.get("NABIJ_URL", "http://localhost:8000").rstrip("/")
SECURE = NABIJ_URL.startswith("https:")

ALLOWED_HOSTS = names("NABIJ_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [NABIJ_URL]

INSTALLED_APPS = [
    "nabij.cli",  # Before Django's own, for `migrate` and `makemigrations`.
    "nabij.web",
    "nabij.memory",
    "nabij.bridge",
    "nabij.weighing",
    "nabij.stories",
    "nabij.moments",
    "nabij.directory",
    "nabij.post",
    "nabij.trust",
    "nabij.people",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django_htmx",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "nabij.web.access.access",
    "nabij.web.headers.headers",
    "nabij.web.bounds.bounds",
    "nabij.web.front.byname.by_name",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "nabij.web.door.door",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "nabij.urls"
WSGI_APPLICATION = "nabij.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "nabij" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "nabij.web.look.look",
            ],
        },
    }
]


def database(url: str) -> dict[str, object]:
    """Django's connection settings out of a `postgresql://user:password@host:port/name?host=/socket` URL."""
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.pop("host", parts.hostname or "")),
        "PORT": parts.port or query.pop("port", ""),
        "OPTIONS": {"pool": POOL, **query} if POOL else query,
        "TIME_ZONE": "Europe/Amsterdam",  # So that SQL's `current_date` is the day it is here.
    }


POOL: dict[str, object] = {"min_size": 1, "max_size": 8} if flag("NABIJ_POOL") else {}
DATABASES = {
    "default": database(os.environ.get("NABIJ_OWNER_URL" if LOGIN == "owner" else "NABIJ_DATABASE_URL", "")),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["nabij.web.login.accounts.Accounts"]
ACCOUNT_ADAPTER = "nabij.web.login.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # The code itself proves the address.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_FORMS = {"login": "nabij.web.login.forms.AddressForm", "confirm_login_code": "nabij.web.login.forms.CodeForm"}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
# `nabij.web.login.limits` counts who asks for a code, so that nobody can lock somebody else out, and `nabij.web.limits`
# who shows passkeys. allauth counts wrong codes of an app, which only who showed a first thing can try.
ACCOUNT_RATE_LIMITS = {"login": "", "request_login_code": "", "login_failed": "10/5m/key"}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # What they say stays here.

MFA_ADAPTER = "nabij.web.login.factors.Factors"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RATE_LIMITS = {"webauthn_login": ""}
MFA_REAUTHENTICATION_REQUIRED = False  # `nabij.web.again` asks again, by our own rules.
MFA_RECOVERY_CODE_DIGITS = 12
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "nabij.web.login.forms.StepForm",
    "authenticate_webauthn": "nabij.web.login.forms.PasskeyStep",
    "login_webauthn": "nabij.web.login.forms.PasskeyLogIn",
}

# A provider of OpenID Connect, for people who have an account here; docs/settings.md says what each of these does.
OIDC: dict[str, str] = {
    "issuer": os.environ.get("NABIJ_OIDC_ISSUER", "").rstrip("/"),
    "client": os.environ.get("NABIJ_OIDC_CLIENT", ""),
    "secret": os.environ.get("NABIJ_OIDC_SECRET", ""),
    "name": os.environ.get("NABIJ_OIDC_NAME", "je werk"),
    "acr": os.environ.get("NABIJ_OIDC_ACR", ""),
}
OIDC_STRONG = names("NABIJ_OIDC_STRONG", "")
SOCIALACCOUNT_ADAPTER = "nabij.web.login.provider.SocialAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False

SESSION_ENGINE = "nabij.web.login.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
if SECURE:  # A browser takes such a cookie only over https, from this very host, for the whole site.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    LANGUAGE_COOKIE_NAME = "__Host-language"
# By which a browser is known that somebody logged in from before.
KNOWN_COOKIE_NAME = "__Host-known" if SECURE else "known"
SESSION_COOKIE_SAMESITE = "Lax"
# How long without a page, and how long at all, in hours: first for everybody, then for who wears a formal hat.
SESSION_IDLE = float(os.environ.get("NABIJ_IDLE_HOURS", "336"))
SESSION_LONGEST = float(os.environ.get("NABIJ_LONGEST_HOURS", "720"))
SESSION_IDLE_FORMAL = float(os.environ.get("NABIJ_FORMAL_IDLE_HOURS", "1"))
SESSION_LONGEST_FORMAL = float(os.environ.get("NABIJ_FORMAL_LONGEST_HOURS", "12"))
SESSION_COOKIE_AGE = int(SESSION_LONGEST * 3600)
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = flag("NABIJ_HSTS_SUBDOMAINS", default=True)
# To be preloaded binds a municipality's whole domain for years: that is for them to ask, not for us to say.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 5
NABIJ_UPLOAD_MEGABYTES = int(os.environ.get("NABIJ_UPLOAD_MEGABYTES", "10"))
# A file is never laid on a disk as it was sent: it is made clean in memory. Some room for the words beside it.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = NABIJ_UPLOAD_MEGABYTES * 1_000_000 + 100_000
# How many proxies of ours a request passes; only what they wrote in X-Forwarded-For is believed.
NABIJ_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("NABIJ_PROXIES", "0"))
NABIJ_SECURITY_CONTACT = os.environ.get("NABIJ_SECURITY_CONTACT", "")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "nabij" / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("NABIJ_STATIC_ROOT", DATA_DIR / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail: without a server letters are files in the data folder, which the demo shows.
MAIL_HOST = os.environ.get("NABIJ_MAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "mail")
EMAIL_HOST = MAIL_HOST or "localhost"
EMAIL_PORT = int(os.environ.get("NABIJ_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("NABIJ_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("NABIJ_MAIL_PASSWORD", "")
EMAIL_USE_TLS = bool(MAIL_HOST)
EMAIL_TIMEOUT = 20
# Who chose nothing else is not mailed at night, but for what cannot wait. A visitor of the demo reads mail at any hour.
QUIET_HOURS = None if DEMO else (time(21), time(8))
DEFAULT_FROM_EMAIL = os.environ.get("NABIJ_MAIL_FROM", "Nabij <post@nabij.example>")

PROCRASTINATE_ON_APP_READY = None
PROCRASTINATE_IMPORT_PATHS = ["nabij.web.post.jobs", "nabij.web.logs.jobs", "nabij.web.nightly"]
# Shared by all processes, and reached by the door alone.
CACHES = {
    "default": {
        "BACKEND": "nabij.web.login.throttles.Throttles",
        "LOCATION": "trust_throttle",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

LOGGING_CONFIG = None  # `nabij.base.logs.configure` does it, called by the command line.
TEST_RUNNER = "django.test.runner.DiscoverRunner"
