"""The officer's day without a mouse: standing in for a colleague seen on Today, and anybody found by one key."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Site
from tests.settled import AREA, TODAY

pytestmark = pytest.mark.browser
FOCUSED = "(e => e === document.body ? '' : e.id || e.innerText || '')(document.activeElement)"


def tab_to(page: Page, what: str) -> None:
    """Move by the Tab key until the thing with that id, or with those words, has the focus."""
    for _step in range(90):
        page.keyboard.press("Tab")
        if what in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"no way to {what} by the Tab key")


def late_client_of(site: Site, username: str, *, given: str, family: str) -> None:
    """Register a client of Raisio, whose assessment is late by the area's own target, for an officer."""
    from kotopolku.accounts.access import actor_for
    from kotopolku.accounts.queries import area_view
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import operator
    from kotopolku.people.entries import Names
    from kotopolku.plans.tests.stories import opened

    with acting_as(operator(area_id=AREA), on=TODAY):
        actor = actor_for(site.staff[username], on=TODAY)
        assert area_view(AREA, on=TODAY) is not None
    assert actor is not None
    opened(actor, on=TODAY - timedelta(days=60), names=Names(given_names=given, family_name=family))


@pytest.fixture
def clients(site: Site, django_db_blocker: object) -> Callable[..., None]:
    def make(username: str, *, given: str, family: str) -> None:
        with django_db_blocker.unblock(), site.records():  # type: ignore[attr-defined]
            late_client_of(site, username, given=given, family=family)

    return make


def test_a_colleagues_dates_are_mine_while_i_stand_in(page, site, sign_in, clients, axe_faults):
    # given a late client of Samir's, and Samir about to leave
    clients("samir", given="Ayaan", family="Sijaistettava")
    sign_in(page, site.staff["samir"])
    page.goto("/desk/")
    # when he says by keyboard that Aino stands in until the 14th of December
    tab_to(page, "Sijaistaminen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sijaistaminen")
    for field, text in (
        ("id_first_day", "24.11.2026"),
        ("id_last_day", "14.12.2026"),
        ("id_stand_in", "Aino"),
    ):
        tab_to(page, field)
        page.keyboard.type(text)
    assert axe_faults(page) == []
    tab_to(page, "Kirjaa poissaolo")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Sijainen on Aino Kettunen")
    # then Aino's day holds his client and says why
    sign_in(page, site.staff["aino"])
    page.goto("/desk/")
    expect(page.locator("main")).to_contain_text("Sijaistat: Samir Haddad 14.12. asti")
    expect(page.locator("main")).to_contain_text("Ayaan Sijaistettava")
    assert axe_faults(page) == []


def test_anybody_is_found_by_one_key_and_three_letters(page, site, sign_in, clients, axe_faults):
    # given a client with two names
    clients("aino", given="Hodan", family="Löydettävä")
    sign_in(page, site.staff["aino"])
    page.goto("/desk/contacts/")
    # when one key and the beginnings of the names are typed, without diacritics and in the other order
    page.keyboard.press("/")
    page.keyboard.type("loy hod")
    page.keyboard.press("Enter")
    expect(page.locator("main table")).to_contain_text("Löydettävä Hodan")
    assert "loy" not in page.url
    assert axe_faults(page) == []
    # then Enter on the name opens the case
    tab_to(page, "Löydettävä Hodan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hodan Löydettävä")
