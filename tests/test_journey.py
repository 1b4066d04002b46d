"""The whole journey in Chromium: an authority's contact → eligible because … → assessment → plan in force.

Every page on the way is clean for axe and fits its width; `KOTOPOLKU_PICTURES=DIR` keeps a picture of each.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Site, too_wide

pytestmark = pytest.mark.browser
Look = Callable[[Page, str], None]


@pytest.fixture
def look(axe_faults: Callable[[Page], list[str]]) -> Look:
    """A function that holds the page at hand to the house's standard at 1280 and 320 px."""
    pictures = os.environ.get("KOTOPOLKU_PICTURES")

    def check(page: Page, name: str) -> None:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            wide = too_wide(page)
            if pictures:
                Path(pictures).mkdir(exist_ok=True)
                page.screenshot(path=Path(pictures) / f"{name}-{width}.png", full_page=True)
            assert wide <= 0, f"{name} is {wide} px too wide at {width} px"
            assert axe_faults(page) == [], f"{name} at {width} px"
        page.set_viewport_size({"width": 1280, "height": 900})

    return check


def _send_contact(page: Page, *, name: str) -> None:
    page.goto("/fi/for-authorities/contact/")
    page.get_by_label("Viranomaisesi").or_(page.locator("[name=sender_organisation]")).first.fill(
        "Varhan neuvola"
    )
    page.locator("[name=sender_name]").fill("Terttu Terveydenhoitaja")
    page.locator("[name=sender_email]").fill("terttu@varha.example")
    page.locator("[name=need_seen]").check()
    page.locator("[name=consent][value=yes]").check(force=True)
    page.locator("[name=consent_on]").fill("23.11.2026")
    page.locator("[name=municipality_id]").select_option(label="Raisio")
    page.locator("[name=subject_name]").fill(name)
    page.locator("main form button").last.click()


def _register(page: Page, look: Look) -> None:
    page.get_by_role("link", name="Kirjaa uudeksi asiakkaaksi").click()
    page.locator("[name=granted_on]").fill("12.14.2025")
    page.locator("[name=status_kind]").select_option("residence_permit")
    page.get_by_role("button", name="Rekisteröi asiakas").click()
    expect(page.locator(".error-summary")).to_contain_text("Kuukausi 14 ei kelpaa")
    look(page, "person-new-error")
    page.locator("[name=granted_on]").fill("12.3.2025")
    page.locator("[name=valid_until]").fill("11.3.2027")
    page.locator("[name=legal_basis]").select_option("family_tie")
    page.locator("[name=birth_date]").fill("3.9.1991")
    page.locator("[name=home_care_from]").fill("1.6.2026")
    for field in ("mother_tongue", "interpreting", "written"):
        page.locator(f"select[name={field}]").select_option("ar", force=True)
    page.get_by_role("button", name="Rekisteröi asiakas").click()


def _assess(page: Page, look: Look) -> None:
    page.get_by_role("button", name="Aloita arviointi").click()
    expect(page).to_have_url(re.compile("/assessments/"))
    page.goto(f"{page.url.partition('?')[0]}?show=all")
    page.locator("[name=held_on]").fill("24.11.2026")
    page.locator("[name=channel][value=office]").check(force=True)
    page.locator("select[name=language]").select_option("ar", force=True)
    for name in ("literacy__mother_tongue", "literacy__latin_script", "study_work_skills__study_skills"):
        page.locator(f"[name={name}]").nth(1).check(force=True)
    look(page, "assessment-begun")
    page.get_by_role("button", name="Tallenna ja jatka", exact=True).last.click()
    expect(page.locator(".error-summary")).to_have_count(0)
    expect(page.locator("[name=held_on]")).to_have_value("24.11.2026")
    page.locator("[name=outcome]").select_option("plan_needed")
    page.get_by_role("button", name="Päätä arviointi").click()
    expect(page.locator(".error-summary")).to_contain_text("Suomi ja ruotsi")
    look(page, "assessment-refused")
    _answer_the_rest(page)
    page.get_by_role("button", name="Tallenna ja jatka", exact=True).last.click()
    for tick in page.locator("[name=items]").all():
        tick.check()
    page.locator("select[name=told_language]").select_option("ar", force=True)
    page.locator("[name=understood_how]").fill("Kertoi omin sanoin, mihin suunnitelmaa tarvitaan.")
    page.get_by_role("button", name="Merkitse kerrotuksi").click()
    page.locator("[name=outcome]").select_option("plan_needed")
    page.locator("[name=outcome_reason]").fill("Haluaa oppia suomea ja lastenhoitajaksi.")
    page.locator("[name=next_step]").fill("Suunnitelma tehdään heti.")
    page.get_by_role("button", name="Päätä arviointi").click()
    expect(page.locator(".error-summary")).to_have_count(0)


def _answer_the_rest(page: Page) -> None:
    for select in page.locator(
        "select[name^=fi_sv_skills__][name*=_listening], select[name^=fi_sv_skills__]"
    ).all():
        name = select.get_attribute("name") or ""
        if not name.endswith(("__source", "_known_by")):
            select.select_option("A1.1")
    page.locator("[name=study_work_skills__working_life_skills]").nth(1).check(force=True)
    page.locator("[name=employment_education_needs__needs]").first.check()
    page.locator("[name=education_work_history__no_education][value=yes]").check(force=True)
    page.locator("[name=education_work_history__no_work][value=yes]").check(force=True)
    page.locator("[name=special_skills__strengths]").fill("Laulaa ja hoitaa lapsia.")
    page.locator("[name=plan_need__needed][value=yes]").check(force=True)
    page.locator("[name=plan_need__reasons]").fill("Tarvitsee kielen ja koulutuksen.")
    page.locator("[name=life_situation__themes]").nth(1).check()
    page.locator("[name=other_needs__needs]").nth(1).check()


def _plan(page: Page, look: Look) -> None:
    page.get_by_role("button", name="Laadi suunnitelma").click()
    page.locator("[name=made_on]").fill("24.11.2026")
    page.locator("[name=ends_on]").fill("25.11.2027")
    page.locator("[name=long_goal]").fill("Työ lastenhoitajana päiväkodissa")
    page.locator("[name=follow_up]").fill("Soitamme kuukauden päästä.")
    page.locator("[name=measures-0-code]").select_option("integration_training")
    page.locator("[name=measures-0-responsible]").select_option("provider")
    page.get_by_role("button", name="Tallenna ja vahvista asiakkaan kanssa").click()
    expect(page.locator(".error-summary")).to_contain_text("24.11.2027")
    look(page, "plan-refused")
    page.get_by_role("link", name="Takaisin luonnokseen").click()
    page.locator("[name=ends_on]").fill("24.11.2027")
    page.locator("[name=measures-0-reason]").fill("Suomen kieli on lastenhoitoalan opintojen ehto.")
    look(page, "plan-edit")
    page.get_by_role("button", name="Tallenna ja vahvista asiakkaan kanssa").click()
    page.locator("[name=how][value=oral]").check(force=True)
    page.locator("[name=understood_how]").fill("Kertoi omin sanoin, mitä on sovittu.")
    page.get_by_role("button", name="Asiakas hyväksyy suunnitelman").click()


def test_an_officer_goes_from_a_contact_to_a_plan_in_force(
    page: Page, site: Site, sign_in: Callable[[Page, int], None], look: Look
) -> None:
    # given an authority that writes to the public form
    _send_contact(page, name="Salma Nuuri")
    expect(page.locator("main")).not_to_contain_text("Salma")
    look(page, "receipt")
    page.goto("/sign-in/")
    look(page, "sign-in")
    sign_in(page, site.staff["aino"])
    page.goto("/desk/")
    look(page, "today")
    page.goto("/desk/contacts/")
    look(page, "contacts")
    page.get_by_role("link", name="Varhan neuvola").first.click()
    look(page, "contact")
    # when the officer registers the client
    _register(page, look)
    # then the page says at once whether and why
    expect(page.get_by_role("heading", name="Kyllä, arviointi on tehtävä")).to_be_visible()
    expect(page.locator(".finding").first).to_contain_text("1.6.2026")
    look(page, "case")
    page.get_by_role("link", name="kaikki tiedot").click()
    look(page, "facts")
    page.go_back()
    # and when the officer assesses and makes a plan within the limits of the Act
    _assess(page, look)
    look(page, "case-assessed")
    _plan(page, look)
    # then the plan is in force and its dates run
    expect(page.locator("main")).to_contain_text("voimassa")
    look(page, "plan-in-force")
    page.get_by_role("link", name="Salma Nuuri").click()
    expect(page.locator(".rail")).to_contain_text("24.5.2027")
    look(page, "case-with-plan")
