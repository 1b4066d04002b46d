"""A phone with an app for one-time codes, and somebody who signs in with it."""

import html
import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

PASSWORD = "a long enough password"


def code_of(secret: str, *, steps: int = 0) -> str:
    """The six digits the app shows now, or so many half minutes from now."""
    if steps < 0 and time.time() % 30 > 27:
        time.sleep(30.1 - time.time() % 30)  # an old code would grow too old on its way
    return format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + steps))


def secret_on(page: Any) -> str:
    found = re.search(r'class="receipt-code"><bdi dir="ltr">([A-Z2-7 ]+)<', page.content.decode())
    assert found, "the page shows no secret"
    return html.unescape(found[1])


def give_password(client: Client, username: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def enrolled(username: str, client: Client | None = None) -> tuple[Client, str, list[str]]:
    """Sign in for the first time: the client with its session, the phone's secret, and the recovery codes."""
    client = client or Client()
    assert give_password(client, username).url == "/sign-in/phone/"
    secret = secret_on(client.get("/sign-in/phone/"))
    page = client.post("/sign-in/phone/", {"code": code_of(secret, steps=-1)})
    assert page.status_code == 200, page.content.decode()
    codes = re.findall(r'class="receipt-code">(\d{4} \d{4})<', page.content.decode())
    return client, secret, codes
