"""A refusal in Chromium: decided, opened as a letter, delivered, and its last day for rectification told."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.settled import TODAY

from kotopolku.accounts.access import actor_for
from kotopolku.plans.tests.stories import opened

pytestmark = pytest.mark.browser


def test_a_requested_assessment_is_refused_in_writing(page, site, sign_in, django_db_blocker, axe_faults):
    with django_db_blocker.unblock(), site.records():
        case = opened(actor_for(site.staff["aino"], on=TODAY), on=TODAY, periods=[])[1]
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{case}/")
    page.get_by_role("link", name="Päätökset").click()
    page.locator("[name=number]").fill(f"RAI/{str(case)[:4]}/2026")
    page.locator("[name=requested_on]").fill("20.11.2026")
    page.locator("[name=provisions]").nth(1).check()
    page.locator("[name=reasons]").fill("Palvelun tarvetta ei ole: olet työssä ja osaat suomea.")
    page.locator("[name=address]").fill("PL 100, 21201 Raisio")
    assert axe_faults(page) == []
    if folder := os.environ.get("KOTOPOLKU_PICTURES"):
        page.screenshot(path=Path(folder) / "decision-form.png", full_page=True)
    page.get_by_role("button", name="Tee päätös").click()
    letter = page.request.get(page.get_by_role("link", name="Avaa kirje").get_attribute("href") or "")
    assert letter.body().startswith(b"%PDF")
    page.locator("[name=way]").select_option("ordinary_letter")
    page.get_by_role("button", name="Kirjaa annetuksi").click()
    expect(page.locator("#delivery")).to_contain_text("31.12.2026")
    assert axe_faults(page) == []
    if folder:
        page.screenshot(path=Path(folder) / "decision-made.png", full_page=True)
