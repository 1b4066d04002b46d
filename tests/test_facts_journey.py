"""Two errands in Chromium: what ending a job search would change before it is saved, and a household that splits."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.people.actions import form_household, set_non_disclosure
from kotopolku.people.entries import Names, PeriodEntry
from kotopolku.plans.tests.stories import opened, registered
from tests.browser import Site, too_wide
from tests.settled import TODAY

pytestmark = pytest.mark.browser
SignIn = Callable[[Page, int], None]


def _fits(page: Page, axe_faults: Callable[[Page], list[str]]) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert too_wide(page) <= 0
        assert axe_faults(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def _at_home(site: Site) -> tuple[UUID, UUID]:
    """A mother under non-disclosure who seeks work, and her child: (case, child)."""
    with site.records():
        aino = actor_for(site.staff["aino"], on=TODAY)
        assert aino is not None
        mother, case = opened(
            aino,
            on=TODAY,
            names=Names(given_names="Leyla", family_name="Esimerkki"),
            periods=[PeriodEntry(kind="jobseeker", first_day=date(2026, 10, 1))],
        )
        child = registered(aino, on=TODAY, names=Names(given_names="Ali", family_name="Esimerkki"))
        with acting_as(aino, on=TODAY):
            form_household(members=[(mother, "adult"), (child, "child")])
            set_non_disclosure(person_id=mother, in_force=True)
        return case, child


def test_what_would_change_is_seen_before_it_is_saved(
    page: Page, site: Site, sign_in: SignIn, axe_faults: Callable[[Page], list[str]]
) -> None:
    case, _child = _at_home(site)
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{case}/facts/")
    # when the officer looks what ending the job search would do
    section = page.locator("#period")
    section.get_by_text("Päätä", exact=False).first.click()
    section.locator("[name=end-last_day]").fill("20.11.2026")
    section.locator("button[value=look-end]").click()
    # then both sides stand side by side, and it is saved only by a second press
    shown = page.locator(".looked")
    expect(shown).to_contain_text("Nyt")
    expect(shown).to_contain_text("3 §")
    expect(page.locator("[name=end-last_day]")).to_have_value("20.11.2026")
    _fits(page, axe_faults)
    page.locator("button[value=end]").click()
    expect(page.locator("#period")).to_contain_text("20.11.2026")


def test_a_household_splits_after_seeing_what_does_not_follow(
    page: Page, site: Site, sign_in: SignIn, axe_faults: Callable[[Page], list[str]]
) -> None:
    _case, child = _at_home(site)
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/people/{child}/household/")
    page.get_by_role("link", name="Jaa ruokakunta").click()
    page.get_by_label("Ali Esimerkki").check()
    page.locator("[name=last_day]").fill("24.11.2026")
    page.get_by_role("button", name="Katso, mikä seuraa").click()
    # the child is protected only by the mother's order
    expect(page.locator("main")).to_contain_text("Suoja päättyisi")
    _fits(page, axe_faults)
    page.get_by_role("button", name="Jaa ruokakunta").click()
    expect(page.locator("main")).to_contain_text("Leyla Esimerkki")
    _fits(page, axe_faults)
