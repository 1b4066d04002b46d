"""Without a mouse, from an authority's contact to a plan in force: what is pressed is what a keyboard has."""

from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Site
from tests.settled import AREA, TODAY

pytestmark = pytest.mark.browser
HERE = """what => {
    const one = document.activeElement;
    if (!one || one === document.body) return false;
    const words = [one.id, one.name ? `${one.name}=${one.value}` : "", one.name, (one.innerText || "").trim()];
    return words.some((word) => word && (word === what || (what.includes(" ") && word.startsWith(what))));
}"""


def to(page: Page, what: str) -> None:
    """Move by the Tab key until the thing with that id, name or words has the focus."""
    for _step in range(250):
        page.keyboard.press("Tab")
        if page.evaluate(HERE, what):
            return
    raise AssertionError(f"no way to {what} by the Tab key")


def write(page: Page, fields: dict[str, str]) -> None:
    """Go to each field in turn and type; in a list the beginning of a word chooses it."""
    for field, text in fields.items():
        to(page, field)
        page.keyboard.type(text)


def press(page: Page, what: str) -> None:
    """Go to a button or link and press Enter on it."""
    to(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state()


@pytest.fixture
def contact(site: Site, django_db_blocker) -> str:
    """The clinic whose contact about somebody who was asked waits."""
    from kotopolku.accounts.queries import area_view
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import ANYBODY
    from kotopolku.cases.actions import receive_contact

    with django_db_blocker.unblock(), site.records(), acting_as(ANYBODY, on=TODAY):
        raisio = next(one for one in area_view(AREA, on=TODAY).municipalities if "Raisio" in str(one.names))
        receive_contact(
            kind="authority",
            municipality_id=raisio.id,
            subject_name="Rana Näppäin",
            subject_birth_date=date(1994, 2, 14),
            subject_language="ar",
            sender_organisation="Äitiysneuvola Näppäin",
            need_seen=True,
            consent=True,
            consent_on=TODAY,
        )
    return "Äitiysneuvola Näppäin"


@pytest.fixture
def told_otherwise(site: Site, django_db_blocker):
    """The rest of the interview, as another talk left it: its hundred fields are not tabbed through a second time."""
    from kotopolku.accounts.access import actor_for
    from kotopolku.audit.acting import acting_as
    from kotopolku.cases.actions import save_assessment
    from kotopolku.plans.tests.stories import ANSWERS

    def save(assessment: UUID, *, version: int) -> None:
        with (
            django_db_blocker.unblock(),
            site.records(),
            acting_as(actor_for(site.staff["aino"], on=TODAY), on=TODAY),
        ):
            save_assessment(assessment_id=assessment, version=version, answers=ANSWERS)

    return save


def test_from_a_contact_to_a_plan_in_force_without_a_mouse(page, site, sign_in, contact, told_otherwise):
    sign_in(page, site.staff["aino"])
    page.set_default_timeout(8000)
    # given a contact, when the client is registered
    page.goto("/desk/contacts/")
    press(page, contact)
    press(page, "Kirjaa uudeksi asiakkaaksi")
    write(
        page,
        {
            "id_interpreting": "arabia",
            "id_status_kind": "olesk",
            "id_granted_on": "12.3.2025",
            "id_valid_until": "11.3.2027",
        },
    )
    write(page, {"id_legal_basis": "perhes", "id_home_care_from": "1.6.2026"})
    press(page, "Rekisteröi asiakas")
    # then the assessment is begun: when and how, and one topic; then it is stopped
    press(page, "Aloita arviointi")
    address = page.url.partition("#")[0]
    write(page, {"id_held_on": "24.11.2026", "id_language": "arabia"})
    to(page, "channel")
    page.keyboard.press("Space")
    write(page, {"id_literacy__words": "Lukee hyvin"})
    press(page, "Tallenna, keskeytä ja jatka myöhemmin")
    told_otherwise(UUID(address.rstrip("/").rsplit("/", 1)[1]), version=2)
    # when it is gone on with, everything is told in one reading, and it is concluded
    press(page, "Jatka arviointia")
    for _each in range(4):
        to(page, "items")
        page.keyboard.press("Space")
    write(page, {"id_understood_how": "Kertoi omin sanoin"})
    press(page, "Merkitse kerrotuksi")
    write(
        page, {"id_outcome": "Suunnitelma", "id_outcome_reason": "Kieli", "id_next_step": "Suunnitelma heti"}
    )
    press(page, "Päätä arviointi")
    # and a plan is drawn up on it, with the law's own goals in it, one service and its reason
    press(page, "Laadi suunnitelma")
    write(page, {"id_ends_on": "1.11.2027", "id_measures-0-code": "kotoutumisk"})
    write(page, {"id_measures-0-reason": "Kieli on työn ehto", "id_follow_up": "Puhelu joka kuukausi"})
    press(page, "Tallenna ja vahvista asiakkaan kanssa")
    to(page, "how")
    page.keyboard.press("Space")
    write(page, {"id_understood_how": "Kertoi omin sanoin"})
    press(page, "Asiakas hyväksyy suunnitelman")
    # then it is in force
    expect(page.locator("#reviews")).to_be_visible()
    expect(page.locator("#versions")).to_contain_text("Versio 1")
