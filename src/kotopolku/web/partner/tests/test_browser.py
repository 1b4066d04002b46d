"""In Chromium: a packet goes from the officer's case to the receiver's "Minulle tulleet", and the answer comes back."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.cast import TODAY, worker
from tests.desk import accepted

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.people.entries import Names

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opettaja(site, django_db_blocker) -> int:
    """A teacher of the provider that the programme names."""
    with django_db_blocker.unblock(), site.records():
        return worker(
            username="opettaja", name="Oona Opettaja", at="raisio-opisto", area="raisio", role=Role.TEACHER,
            covers=[],
        ).staff_id  # type: ignore[return-value]  # fmt: skip


@pytest.fixture
def matter(site, django_db_blocker):
    """A client of Aino's whose plan holds a training."""
    with django_db_blocker.unblock(), site.records():
        with acting_as(actor_for(site.staff["aino"], on=TODAY), on=TODAY):
            aino = actor_for(site.staff["aino"], on=TODAY)
        return accepted(aino, names=Names(given_names="Rana", family_name="Haddad"))


def looked_at(page, axe_faults, name: str) -> None:
    """Hold the page to the house's standard on a desk and on a phone."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        if folder := os.environ.get("KOTOPOLKU_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
        over = too_wide(page)
        assert over <= 0, f"{name} is {over} px too wide at {width} px"
        assert axe_faults(page) == [], f"{name} at {width} px"
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_packet_is_sent_answered_and_told_on_the_case(page, site, sign_in, matter, opettaja, axe_faults):
    # given an officer who hands the training over: name and language, each with its need
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{matter.case}/handovers/new/?kind=service")
    page.locator("[name=organisation]").select_option("raisio-opisto")
    page.locator("[name=role]").fill("kouluttaja")
    page.locator("[name=measure]").select_option(index=1)
    page.locator("[name=title]").fill("Kotoutumiskoulutus")
    page.locator("[name=purpose]").fill("Paikka osa-aikaisessa ryhmässä.")
    page.locator("[name=due_on]").fill("8.12.2026")
    for item, need in (("names", "participant_list"), ("service_language", "arranging_teaching")):
        page.locator(f"[name=tick_{item}]").check()
        page.locator(f"[name=need_{item}]").select_option(need)
    looked_at(page, axe_faults, "handover-new")
    page.get_by_role("button", name="Luovuta tiedot").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".error-summary")).to_have_count(0)
    looked_at(page, axe_faults, "handover-sent")
    # when the teacher opens what has come and takes the client
    sign_in(page, opettaja)
    page.goto("/partner/")
    looked_at(page, axe_faults, "partner-front")
    page.get_by_role("link", name="Rana Haddad").click()
    looked_at(page, axe_faults, "partner-packet")
    page.locator("[name=answer][value=accepted]").check(force=True)
    page.locator("[name=starts_on]").fill("7.1.2027")
    page.get_by_role("button", name="Vastaa").click()
    expect(page.locator(".error-summary")).to_have_count(0)
    # then the officer reads on the case who has taken it
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{matter.case}/")
    expect(page.locator("#events")).to_contain_text("Raisio-opisto")


def test_a_case_is_opened_to_a_provider_who_reads_what_was_agreed(
    page, site, sign_in, matter, opettaja, axe_faults
):
    # given an officer who opens the case on the page of who sees it
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{matter.case}/grants/")
    page.locator("summary", has_text="Avaa asiakkuus organisaatiolle").click()
    page.locator("[name=scope]").select_option("provider")
    page.locator("[name=organisation]").select_option("raisio-opisto")
    page.locator("[name=reason]").fill("Järjestää koulutuksen.")
    looked_at(page, axe_faults, "grant-new")
    page.get_by_role("button", name="Avaa asiakkuus").click()
    expect(page.locator("main")).to_contain_text("Raisio-opisto")
    # when the teacher opens it from the first page
    sign_in(page, opettaja)
    page.goto("/partner/")
    page.locator("#opened a").first.click()
    # then the plan is there
    expect(page.locator("#plan")).to_be_visible()
    looked_at(page, axe_faults, "case-opened")
