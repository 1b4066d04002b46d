"""Signing in as a browser does it: a phone, then a passkey; every page accessible, wide and narrow."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect
from tests.browser import Site, too_wide
from tests.phone import code_of
from tests.settled import AREA, PASSWORD, TODAY

pytestmark = pytest.mark.browser
WIDTHS = (1280, 320)
Look = Callable[[Page, str], None]


@pytest.fixture
def officer(site: Site, django_db_blocker: Any) -> tuple[str, int]:
    """Somebody of this test's own, so that nobody else's sign-in changes."""
    from kotopolku.accounts.granting import add_staff, grant_duty
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import Role, operator

    with django_db_blocker.unblock(), site.records(), acting_as(operator(area_id=AREA), on=TODAY):
        staff = add_staff(username="paula", name="Paula Avain", password=PASSWORD)
        grant_duty(
            staff_id=staff.pk, organisation="raisio", area_id=AREA, role=Role.COORDINATOR,
            municipalities=("raisio",), purpose="kotoutumisen palvelut", valid_from=date(2025, 1, 1), reason="test",
        )  # fmt: skip
        return "paula", staff.pk


@pytest.fixture
def look(axe_faults: Callable[[Page], list[str]]) -> Look:
    def see(page: Page, name: str) -> None:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert too_wide(page) <= 0, f"{name} at {width} px"
            assert axe_faults(page) == [], f"{name} at {width} px"

    return see


@pytest.fixture
def key(page: Page) -> Iterator[CDPSession]:
    """A key in the computer, as Chromium pretends one."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield session
    session.detach()


def give_password(page: Page) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Käyttäjätunnus").fill("paula")
    page.get_by_label("Salasana").fill(PASSWORD)
    page.get_by_role("button", name="Kirjaudu", exact=True).click()


def test_a_phone_and_a_passkey_are_taken_into_use_and_open_the_desk(
    page: Page, key: CDPSession, officer: tuple[str, int], sign_in: Callable[[Page, int], None], look: Look
) -> None:
    look_at_open_pages(page, look)
    # given somebody signed in who takes a phone into use
    sign_in(page, officer[1])
    page.goto("/own/phone/")
    look(page, "phone")
    secret = page.locator(".receipt-code").inner_text()
    page.get_by_label("Koodi", exact=True).fill(code_of(secret))
    page.get_by_role("button", name="Ota puhelin käyttöön").click()
    expect(page.locator(".receipt-code")).to_have_count(10)
    look(page, "recovery codes")
    page.get_by_role("link", name="Panin ne talteen, jatka").click()
    # and a passkey
    page.goto("/own/passkeys/")
    look(page, "passkey")
    page.get_by_label("Avaimen nimi").fill("Työkone")
    page.get_by_role("button", name="Lisää avain").click()
    expect(page.locator("main")).to_contain_text("Työkone")
    look(page, "own sign-in")
    # and both changes were told to them
    page.goto("/desk/notices/")
    expect(page.locator("main")).to_contain_text("avain")
    page.goto("/own/again/")
    look(page, "again")
    page.goto("/office/devices/")
    look(page, "devices")
    page.goto("/office/sign-in-codes/")
    look(page, "printed codes")
    # when they sign in anew, then the password alone does not do
    page.context.clear_cookies()
    give_password(page)
    expect(page.get_by_role("heading", name="Vahvista, että se olet sinä")).to_be_visible()
    look(page, "second step")
    # and the passkey does
    page.get_by_role("button", name="Käytä avainta").click()
    expect(page.get_by_role("heading", name="Tiistai 24. marraskuuta")).to_be_visible()


def look_at_open_pages(page: Page, look: Look) -> None:
    for address in ("/sign-in/", "/device/"):
        page.goto(address)
        look(page, address)
    page.get_by_role("button", name="Liitä seinänäytöksi").click()
    look(page, "device that waits")


def test_an_answer_that_no_key_gave_opens_nothing(
    page: Page, site: Site, sign_in: Callable[[Page, int], None]
) -> None:
    # given a browser without any key
    sign_in(page, site.staff["nea"])
    page.goto("/own/passkeys/")
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    headers = {"Referer": page.url}
    # when invented answers are sent, then each is refused as such, and none is an error of ours
    for invented in (
        "",
        "{}",
        "[]",
        "x" * 30_000,
        json.dumps({"id": "a", "response": {}, "type": "public-key"}),
    ):
        form = {"csrfmiddlewaretoken": token, "name": "Keksitty", "credential": invented}
        answer = page.request.post("/own/passkeys/", form=form, headers=headers)
        assert answer.status == 422, invented[:40]
    page.goto("/own/")
    expect(page.locator("main")).not_to_contain_text("Keksitty")
