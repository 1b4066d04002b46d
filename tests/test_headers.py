"""Every answer at every address carries the headers that keep it safe, whatever the answer is."""

import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from kotopolku.web.parts.headers import PERMISSIONS_POLICY, WITH_MICROPHONE
from kotopolku.web.route_table import routes
from tests.desk import client_of

SAMPLES = {"uuid": str(uuid4()), "language": "fi", "screen_language": "fi", "int": "1"}


def addresses():
    """An address for every route, with something in each place."""
    for name, written in routes():
        address = re.sub(r"<(?:(\w+):)?\w+>", lambda place: SAMPLES.get(place[1], "x"), written)
        yield pytest.param(address, id=name)


def policy(answer):
    directives = dict(
        part.strip().partition(" ")[::2] for part in answer.headers["Content-Security-Policy"].split(";")
    )
    return {name: value.split() for name, value in directives.items()}


def check(answer, permissions=PERMISSIONS_POLICY):
    rules = policy(answer)
    assert rules["default-src"] == ["'none'"]
    assert rules["frame-ancestors"] == rules["base-uri"] == ["'none'"]
    allowed = {source for sources in rules.values() for source in sources}
    assert allowed <= {"'self'", "'none'"}
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Permissions-Policy"] == permissions


@pytest.mark.django_db
@pytest.mark.parametrize("address", list(addresses()))
def test_every_answer_to_a_visitor_is_safe(address):
    client = Client()
    for answer in (client.get(address), client.post(address)):
        check(answer)
        for cookie in answer.cookies.values():
            if not cookie.value:
                continue  # it is being deleted
            assert cookie["samesite"] in {"Lax", "Strict"}
            assert cookie["httponly"]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_answer_to_who_is_signed_in_is_safe_and_kept_nowhere(officer, method):
    for parameter in addresses():
        (address,) = parameter.values
        answer = getattr(client_of(officer), method)(address)
        check(answer)
        assert "no-store" in answer.headers["Cache-Control"], address


@pytest.mark.django_db
def test_over_https_browsers_are_told_to_stay_there_and_cookies_are_sent_there_only(settings, officer):
    settings.SECURE_HSTS_SECONDS, settings.SESSION_COOKIE_SECURE = 31536000, True
    settings.CSRF_COOKIE_SECURE = True
    answer = Client().get("/sign-in/", secure=True)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert all(cookie["secure"] for cookie in answer.cookies.values())


def test_the_settings_of_production_ask_for_https():
    """What the environment of a server makes of the settings, in a process of its own."""
    import json
    import os
    import subprocess
    import sys

    program = (
        "from kotopolku import settings as s; import json;"
        "print(json.dumps([s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG]))"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("KOTOPOLKU_")}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [31536000, True, True, False]
    assert settings.SESSION_COOKIE_HTTPONLY


def test_only_the_page_where_workers_record_may_ask_for_the_microphone(officer):
    answer = client_of(officer).get("/desk/line/recording/?step=topic&language=so")
    check(answer, WITH_MICROPHONE)
    assert WITH_MICROPHONE.replace("=(self)", "=()", 1) == PERMISSIONS_POLICY
