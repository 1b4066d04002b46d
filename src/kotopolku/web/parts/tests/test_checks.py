"""A mistake in the environment is named by its number before anything is served, and no secret is told."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.views.debug import SafeExceptionReporterFilter

from kotopolku.letters.mailer import mailer_from
from kotopolku.line.mailbox import mailbox_from
from kotopolku.web.parts.checks import KNOWN, TAG

ROOT = Path(__file__).resolve().parents[5]
KEY = "kYq3Zr8vT1wLx5Nc7Pd9Fs2Hg4Jm6Bt0Qe-uWaXyRiOoSdCvM_lK"


@pytest.fixture
def sound(settings, monkeypatch):
    """The settings of a server with nothing wrong."""
    for name in [name for name in os.environ if name.startswith("KOTOPOLKU_")]:
        monkeypatch.delenv(name)
    settings.SECRET_KEY = KEY
    settings.ALLOWED_HOSTS = ["koto.example.fi"]
    settings.CSRF_TRUSTED_ORIGINS = ["https://koto.example.fi"]
    settings.ADDRESS = "https://koto.example.fi"
    settings.HTTPS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = True, 1
    settings.MAIL = mailer_from("smtps://koto:salainen@mail.example", sender="koto@example.fi")
    return settings


def found():
    return [message.id for message in run_checks(tags=[TAG])]


def test_nothing_is_said_of_a_sound_server(sound):
    assert found() == []


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [
        ("K032", "SECRET_KEY", "a" * 60),
        ("K034", "ALLOWED_HOSTS", ["*"]),
        ("K034", "ALLOWED_HOSTS", ["koto.example.fi", "*.example.fi"]),
        ("K035", "ALLOWED_HOSTS", ["localhost", "testserver"]),
        ("K036", "CSRF_TRUSTED_ORIGINS", ["http://koto.example.fi"]),
        ("K037", "HTTPS", False),
        ("K038", "ALLAUTH_TRUSTED_PROXY_COUNT", 0),
        ("K039", "ALLAUTH_TRUSTED_PROXY_COUNT", 99),
        ("K040", "MAIL", None),
        ("K041", "MAIL", mailer_from("smtp://koto:salainen@mail.example", sender="koto@example.fi")),
        ("K047", "IMAP", mailbox_from("imap://koto:salainen@imap.example")),
        ("K042", "ADDRESS", "http://localhost:8000"),
        ("K043", "ADDRESS", "http://koto.example.fi"),
    ],
)
def test_each_mistake_has_its_number(sound, number, name, value):
    setattr(sound, name, value)
    assert found() == [number]


def test_a_database_elsewhere_wants_an_encrypted_way(sound):
    sound.DATABASES = {"default": {"HOST": "db.example.fi", "OPTIONS": {}}}
    assert found() == ["K044"]
    sound.DATABASES = {"default": {"HOST": "db.example.fi", "OPTIONS": {"sslmode": "verify-full"}}}
    assert found() == []


def test_a_setting_that_is_spelled_wrong_is_named_with_the_right_one(sound, monkeypatch):
    monkeypatch.setenv("KOTOPOLKU_SMPT_URL", "smtp://koto:salainen@mail.example")
    (message,) = run_checks(tags=[TAG])
    assert (message.id, message.hint) == ("K030", "Did you mean KOTOPOLKU_SMTP_URL?")
    assert "salainen" not in str(message)


def test_a_secret_in_a_file_that_everybody_reads_is_refused(sound, monkeypatch, tmp_path):
    file = tmp_path / "key"
    file.write_text(KEY)
    file.chmod(0o644)
    monkeypatch.setenv("KOTOPOLKU_SECRET_KEY_FILE", str(file))
    assert found() == ["K033"]
    file.chmod(0o640)
    assert found() == []
    monkeypatch.setenv("KOTOPOLKU_SECRET_KEY", KEY)
    assert found() == ["K031"]


SECRETS = {
    "KOTOPOLKU_SECRET_KEY": KEY,
    "KOTOPOLKU_SMTP_URL": "smtps://koto:postin-salasana@mail.example",
    "KOTOPOLKU_MAIL_FROM": "koto@example.fi",
    "KOTOPOLKU_SMS_URL": "https://koto:viestin-salasana@sms.example/send",
    "KOTOPOLKU_SMS_SENDER": "Raisio",
    "KOTOPOLKU_IMAP_URL": "imaps://koto:laatikon-salasana@imap.example",
    "DATABASE_URL": "postgresql://kotopolku_app:kannan-salasana@db.example.fi/kotopolku",
    "KOTOPOLKU_OIDC_ISSUER": "https://id.example.fi",
    "KOTOPOLKU_OIDC_CLIENT_ID": "koto",
    "KOTOPOLKU_OIDC_CLIENT_SECRET": "tunnistuksen-salaisuus",
}
HIDDEN = (
    KEY,
    "postin-salasana",
    "viestin-salasana",
    "laatikon-salasana",
    "kannan-salasana",
    "tunnistuksen-salaisuus",
)


def run(*words, **environment):
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOTOPOLKU_", "DATABASE_"))
    }
    return subprocess.run(
        [sys.executable, *words],
        env=plain | environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.slow
def test_settings_that_are_shown_show_no_secret():
    program = (
        "from django.conf import settings; from django.views.debug import SafeExceptionReporterFilter as F;"
        "print(F().get_safe_settings(), repr(settings), repr(settings.MAIL), repr(settings.SMS), repr(settings.IMAP))"
    )
    done = run("-c", program, DJANGO_SETTINGS_MODULE="kotopolku.settings", **SECRETS)
    assert done.returncode == 0, done.stderr
    assert "mail.example" in done.stdout
    assert [secret for secret in HIDDEN if secret in done.stdout + done.stderr] == []
    assert SafeExceptionReporterFilter.cleansed_substitute in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("K002", {"DATABASE_URL": "mysql://kotopolku_app:kannan-salasana@db/kotopolku"}),
        ("K009", {"KOTOPOLKU_PROXIES": "many"}),
        ("K011", {"KOTOPOLKU_SMTP_URL": "mail://koto:postin-salasana@mail.example"}),
        ("K013", {"KOTOPOLKU_SMS_SENDER": "Raision kaupunki"}),
        ("K014", {"KOTOPOLKU_IMAP_URL": "pop://koto:laatikon-salasana@imap.example"}),
        ("K015", {"KOTOPOLKU_VIDEO_URL": "http://video.example"}),
        ("K007", {"KOTOPOLKU_OIDC_ISSUER": "http://id.example.fi"}),
    ],
)
def test_a_start_that_fails_names_its_number_and_no_secret(number, wrong):
    done = run("-m", "kotopolku.cli.main", "manage", "check", **(SECRETS | wrong))
    assert done.returncode == 1
    assert number in done.stderr
    assert [secret for secret in HIDDEN if secret in done.stdout + done.stderr] == []


@pytest.mark.slow
def test_the_server_refuses_to_start_on_an_error_and_only_warns_of_the_rest():
    done = run("-m", "kotopolku.cli.main", "serve", **(SECRETS | {"KOTOPOLKU_HOSTS": "*"}))
    assert done.returncode == 1
    assert "K034" in done.stderr
    assert "K044" in done.stderr
    assert [secret for secret in HIDDEN if secret in done.stdout + done.stderr] == []


def test_every_setting_and_every_number_stands_in_the_document():
    text = (ROOT / "docs" / "operations" / "configuration.md").read_text(encoding="utf-8")
    assert {name for name in KNOWN if f"`{name}`" not in text} == set()
    used, numbers = set(), set()
    for file in (ROOT / "src").rglob("*.py"):
        if "tests" not in file.parts:
            source = file.read_text(encoding="utf-8")
            used |= {
                name.removesuffix("_FILE") for name in re.findall(r"KOTOPOLKU_[A-Z]+(?:_[A-Z]+)*", source)
            }
            numbers |= set(re.findall(r"\bK0\d\d\b", source))
            numbers |= {f"K0{number}" for number in re.findall(r"_(?:error|warning)\(\s*(\d\d),", source)}
    assert used - KNOWN == set()
    assert {number for number in numbers if number not in text} == set()
