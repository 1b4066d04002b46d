"""Django's settings, made from the environment alone (`KOTOPOLKU_*`, `DATABASE_URL`, `DATABASE_OWNER_URL`).

Every variable can also be given as a file: `KOTOPOLKU_SECRET_KEY_FILE=/run/secrets/key`. A wrong value stops the
start with a numbered sentence that says how to mend it (`Misconfigured`). What an area decides about itself (names,
targets, opening hours) is data, kept by `accounts` and `services`, never a setting here.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from kotopolku.languages import django_setup
from kotopolku.letters.mailer import Mailer, WrongMailAddress, mailer_from
from kotopolku.letters.texter import Texter, WrongGateway, texter_from
from kotopolku.line.mailbox import Mailbox, WrongMailbox, mailbox_from
from kotopolku.line.video import WrongVideo, video_from

ROOT = Path(__file__).resolve().parent
REPOSITORY = ROOT.parent.parent


class Misconfigured(Exception):
    """A setting from the environment cannot be used; the message is numbered and says what to do."""


def from_environment(name: str, default: str | None = None) -> str | None:
    """Return the variable `name`, or the content of the file that `name_FILE` points to, or `default`."""
    path = os.environ.get(f"{name}_FILE")
    if path is not None:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as fault:
            raise Misconfigured(
                f"K001: {name}_FILE points to {path}, which cannot be read: {fault}."
            ) from fault
    return os.environ.get(name, default)


def database(url: str, *, pooled: bool) -> dict[str, object]:
    """Turn `postgresql://role@host:port/name?host=/socket/dir` into Django's form."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise Misconfigured(
            "K002: DATABASE_URL must look like postgresql://role:password@host:5432/name; "
            "only PostgreSQL 15 to 18 is supported."
        )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    pool = {"pool": {"min_size": 1, "max_size": 6, "timeout": 10}} if pooled else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or parts.hostname or "",
        "PORT": str(query.pop("port", None) or parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**query, **pool},
    }


def openid(issuer: str) -> dict[str, object]:
    """Return what django-allauth knows of the organisation's own sign-in (OpenID Connect); {} without an issuer."""
    if not issuer:
        return {}
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "::1", "localhost"}:
        raise Misconfigured("K007: KOTOPOLKU_OIDC_ISSUER must begin with https://, or stand on this machine.")
    client, secret = (
        from_environment("KOTOPOLKU_OIDC_CLIENT_ID"),
        from_environment("KOTOPOLKU_OIDC_CLIENT_SECRET"),
    )
    if not client or not secret:
        raise Misconfigured(
            "K008: set KOTOPOLKU_OIDC_CLIENT_ID and KOTOPOLKU_OIDC_CLIENT_SECRET (or …_FILE), or unset "
            "KOTOPOLKU_OIDC_ISSUER."
        )
    known = {"server_url": issuer.rstrip("/"), "uid_field": "sub", "oauth_pkce_enabled": True}
    app = {"provider_id": "staff", "name": "staff", "client_id": client, "secret": secret, "settings": known}
    return {"openid_connect": {"APPS": [app]}}


DEMO = os.environ.get("KOTOPOLKU_DEMO") == "1"
DEBUG = False
# The program is always the application role; only `kotopolku migrate` asks to be the owner (design.md, two roles).
_role = os.environ.get("KOTOPOLKU_DATABASE_ROLE", "app")
if _role not in {"app", "owner"}:
    raise Misconfigured(
        "K003: KOTOPOLKU_DATABASE_ROLE must be app or owner; leave it unset to run the program."
    )
_url = from_environment("DATABASE_OWNER_URL" if _role == "owner" else "DATABASE_URL")
# A migration is one connection that comes and goes; a pool would only keep it open.
DATABASES = {
    "default": database(_url or "postgresql://kotopolku_app@/kotopolku", pooled=_role == "app"),
}

SECRET_KEY = from_environment("KOTOPOLKU_SECRET_KEY") or ""
if not SECRET_KEY:
    if not DEMO and os.environ.get("KOTOPOLKU_TESTING") != "1":
        # Commands may run without it; `kotopolku serve` refuses (K004).
        SECRET_KEY = "unset-until-serve"  # noqa: S105
    else:
        SECRET_KEY = "demo-and-test-only-key-that-protects-invented-people"  # noqa: S105
ALLOWED_HOSTS = [
    host
    for host in (from_environment("KOTOPOLKU_HOSTS") or "localhost,127.0.0.1,[::1],testserver").split(",")
    if host
]
CSRF_TRUSTED_ORIGINS = [o for o in (from_environment("KOTOPOLKU_ORIGINS") or "").split(",") if o]
HTTPS = (
    os.environ.get("KOTOPOLKU_HTTPS", "0" if DEMO or os.environ.get("KOTOPOLKU_TESTING") == "1" else "1")
    == "1"
)


def mail() -> Mailer | None:
    """Return the mail server, or None: letters then wait, and the administrator's page says so."""
    url = from_environment("KOTOPOLKU_SMTP_URL")
    if not url:
        return None
    try:
        return mailer_from(url, sender=from_environment("KOTOPOLKU_MAIL_FROM") or "")
    except WrongMailAddress as fault:
        raise Misconfigured(
            f"K011: KOTOPOLKU_SMTP_URL and KOTOPOLKU_MAIL_FROM cannot be used: {fault}."
        ) from None


MAIL = mail()


def text_messages() -> Texter | None:
    """Return the gateway of text messages, or None: clients are then written by e-mail or called."""
    url = from_environment("KOTOPOLKU_SMS_URL")
    if not url:
        return None
    try:
        return texter_from(url, sender=from_environment("KOTOPOLKU_SMS_SENDER") or "")
    except WrongGateway as fault:
        raise Misconfigured(
            f"K013: KOTOPOLKU_SMS_URL and KOTOPOLKU_SMS_SENDER cannot be used: {fault}."
        ) from None


SMS = text_messages()


def shared_box() -> Mailbox | None:
    """Return the shared box whose e-mails come into the line of advice, or None: none is read."""
    url = from_environment("KOTOPOLKU_IMAP_URL")
    if not url:
        return None
    try:
        return mailbox_from(url)
    except WrongMailbox as fault:
        raise Misconfigured(f"K014: KOTOPOLKU_IMAP_URL cannot be used: {fault}.") from None


def video() -> str:
    """Return the address of the video service where advice makes its rooms, or "": none is offered."""
    url = from_environment("KOTOPOLKU_VIDEO_URL")
    try:
        return video_from(url) if url else ""
    except WrongVideo as fault:
        raise Misconfigured(f"K015: KOTOPOLKU_VIDEO_URL cannot be used: {fault}.") from None


IMAP = shared_box()
VIDEO = video()
# Where links in letters lead: the address people know the service by.
ADDRESS = (
    from_environment("KOTOPOLKU_ADDRESS") or next(iter(CSRF_TRUSTED_ORIGINS), "http://localhost:8000")
).rstrip("/")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "kotopolku.languages",
    "kotopolku.audit",
    "kotopolku.accounts",
    "kotopolku.people",
    "kotopolku.services",
    "kotopolku.letters",
    "kotopolku.advice",
    "kotopolku.line",
    "kotopolku.roster",
    "kotopolku.cases",
    "kotopolku.network",
    "kotopolku.papers",
    "kotopolku.decisions",
    "kotopolku.plans",
    "kotopolku.handovers",
    "kotopolku.appointments",
    "kotopolku.fees",
    "kotopolku.clocks",
    "kotopolku.programme",
    "kotopolku.web.parts",
    "kotopolku.web.public",
    "kotopolku.web.desk",
    "kotopolku.web.office",
    "kotopolku.web.partner",
    "kotopolku.web.sign_in",
]

MIDDLEWARE = [
    "kotopolku.web.parts.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kotopolku.web.parts.middleware.PageLanguage",
    "kotopolku.web.parts.size.RequestSize",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kotopolku.web.parts.limits.TooOften",
    "kotopolku.web.parts.middleware.ActingRequest",
]

ROOT_URLCONF = "kotopolku.urls"
WSGI_APPLICATION = "kotopolku.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "web"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "kotopolku.web.parts.context.page",
                "kotopolku.web.desk.context.desk",
                "kotopolku.web.office.context.office",
                "kotopolku.web.partner.context.partner",
                "kotopolku.web.public.context.public",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

FORM_RENDERER = "kotopolku.web.parts.options.Renderer"

AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = ["kotopolku.accounts.sign_in.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if os.environ.get("KOTOPOLKU_TESTING") == "1":  # refused by `kotopolku serve` (K006)
    # The real way costs a third of a second a password, by design; the tests' cast signs up in every test.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The libraries' own pages and mails are not used: web/sign_in drives their machinery (docs/decisions/0009).
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
# How many proxies in front are ours: the visitor's address is what the outermost of them wrote.
_proxies = os.environ.get("KOTOPOLKU_PROXIES") or ("1" if HTTPS else "0")
if not _proxies.isdecimal():
    raise Misconfigured(
        "K009: KOTOPOLKU_PROXIES must be a whole number: how many proxies in front are yours."
    )
ALLAUTH_TRUSTED_PROXY_COUNT = int(_proxies)
MFA_ADAPTER = "kotopolku.accounts.sign_in_adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kotopolku"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SOCIALACCOUNT_ADAPTER = "kotopolku.web.sign_in.oidc.view.Adapter"
OIDC_ISSUER = from_environment("KOTOPOLKU_OIDC_ISSUER") or ""
OIDC_NAME = (from_environment("KOTOPOLKU_OIDC_NAME") or "OpenID Connect") if OIDC_ISSUER else ""
OIDC_MFA = os.environ.get("KOTOPOLKU_OIDC_MFA") == "1"  # the provider asks everybody for two factors
OIDC_ACR = frozenset(
    (from_environment("KOTOPOLKU_OIDC_ACR") or "").split()
)  # values of `acr` that mean two factors
SOCIALACCOUNT_PROVIDERS = openid(OIDC_ISSUER)
# Lock-out: see accounts/sign_in_limits.py, which alone talks to axes.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = "kotopolku.accounts.sign_in_limits.counted_by"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# Neither its middleware nor its backend is used: our page says more.
SILENCED_SYSTEM_CHECKS = ["axes.W002", "axes.W003"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/staff/"

SESSION_COOKIE_AGE = 60 * 60 * 9
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = False  # the proxy in front decides; the program itself speaks HTTP on loopback
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "font-src": ["'self'"],
    "img-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    # A form that leads on to another address may do so only to one named here.
    "form-action": [
        "'self'",
        *([f"{urlsplit(OIDC_ISSUER).scheme}://{urlsplit(OIDC_ISSUER).netloc}"] if OIDC_ISSUER else []),
    ],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "manifest-src": ["'self'"],
}

USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
USE_I18N = True
LANGUAGE_CODE = "fi"
LANGUAGES = django_setup.LANGUAGES
LANGUAGES_BIDI = django_setup.LANGUAGES_BIDI
LOCALE_PATHS = django_setup.LOCALE_PATHS
FORMAT_MODULE_PATH = ["kotopolku.languages.formats"]
django_setup.install()

STATIC_URL = "/static/"
STATIC_ROOT = REPOSITORY / "static-build"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# Two files of the largest size with their form. They stay in memory: nothing of a client is laid on a disk on the way
# to the database.
MOST_REQUEST_BYTES = FILE_UPLOAD_MAX_MEMORY_SIZE = 42 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Two inversions in the house. Whoever records a fact, the clocks move in the same transaction (design.md §2); and an
# office that the line has shut takes no booked times, though booking knows nothing of the line.
AFTER_ACTION = "kotopolku.clocks.actions.refresh"
SHUT_WHEN = "kotopolku.line.queries.shut_between"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Nobody's name, address or date may get into a server's log: see audit/discreet.py.
    "formatters": {
        "line": {
            "()": "kotopolku.audit.discreet.DiscreetFormatter",
            "format": "%(levelname)s %(name)s %(message)s",
        }
    },
    "filters": {"page": {"()": "kotopolku.audit.discreet.PageNotAddress"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["page"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}},  # it names who tried; our own log does that, where it belongs
}
