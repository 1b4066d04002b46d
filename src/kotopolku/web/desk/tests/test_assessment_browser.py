"""The assessment in Chromium: what is typed survives a lost connection, and two officers overwrite nothing."""

import os
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from tests.browser import too_wide
from tests.desk import being_assessed
from tests.settled import TODAY

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import save_assessment
from kotopolku.people.entries import LanguageEntry

pytestmark = pytest.mark.browser
STRENGTHS = "[name=special_skills__strengths]"


@pytest.fixture
def begun(site, django_db_blocker) -> UUID:
    """An assessment of Aino's client who speaks Arabic."""
    with django_db_blocker.unblock(), site.records():
        arabic = [
            LanguageEntry(use="mother_tongue", language="ar"),
            LanguageEntry(use="spoken", language="ar"),
        ]
        return being_assessed(actor_for(site.staff["aino"], on=TODAY), languages=arabic)[2]


def picture(page: Page, name: str) -> None:
    """Keep a picture to look at, where somebody asks for it."""
    if folder := os.environ.get("KOTOPOLKU_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_typing_survives_a_lost_connection_and_a_colleague_who_saves_first(
    page, site, sign_in, begun, django_db_blocker, axe_faults
):
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/assessments/{begun}/?show=all")
    picture(page, "assessment-all-1280")
    # given a lost connection: the page tells it and keeps what is typed
    page.context.set_offline(True)
    page.locator(STRENGTHS).fill("Ompelee ja laulaa")
    expect(page.locator("[data-offline]")).to_be_visible()
    expect(page.locator(STRENGTHS)).to_have_value("Ompelee ja laulaa")
    # when it is back, it is sent without anybody's doing, and the page says when
    page.context.set_offline(False)
    expect(page.locator("[data-offline]")).to_have_count(0)
    expect(page.locator("#saved")).to_contain_text("Tallennettu")
    # given a colleague who saves another text meanwhile
    with (
        django_db_blocker.unblock(),
        site.records(),
        acting_as(actor_for(site.staff["aino"], on=TODAY), on=TODAY),
    ):
        save_assessment(
            assessment_id=begun,
            version=1,
            answers={"special_skills": {"strengths": "Kutoo", "licences": "Ajokortti"}},
        )
    page.get_by_role("button", name="Tallenna ja jatka", exact=True).last.click()
    # then both texts stand side by side, and the officer chooses
    expect(page.locator("#differences")).to_contain_text("Kutoo")
    expect(page.locator("#differences")).to_contain_text("Ompelee ja laulaa")
    assert axe_faults(page) == []
    picture(page, "assessment-differences-1280")
    page.get_by_role("button", name="Tallenna valintani").click()
    # and what only the colleague changed is kept
    page.goto(f"/desk/assessments/{begun}/?show=all")
    expect(page.locator(STRENGTHS)).to_have_value("Ompelee ja laulaa")
    expect(page.locator("[name=special_skills__licences]")).to_have_value("Ajokortti")
    page.goto(f"/desk/assessments/{begun}/")
    assert axe_faults(page) == []
    picture(page, "assessment-1280")
    page.set_viewport_size({"width": 390, "height": 844})
    wide = too_wide(page)
    picture(page, "assessment-390")
    assert wide <= 0
