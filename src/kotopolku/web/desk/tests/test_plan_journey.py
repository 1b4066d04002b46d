"""In the browser: a plan accepted with the client's own words, reviewed by keys alone, its versions told apart."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Site
from tests.settled import TODAY

from kotopolku.accounts.access import actor_for
from kotopolku.plans.tests.stories import assessed, drafted

pytestmark = pytest.mark.browser


@pytest.fixture
def plan_draft(site: Site, django_db_blocker):
    """A draft that nothing is missing from, in the site's own database."""
    with django_db_blocker.unblock(), site.records():
        officer = actor_for(site.staff["aino"], on=TODAY)
        _person, case = assessed(officer, on=TODAY)
        return drafted(officer, case, on=TODAY, ends_on=TODAY.replace(year=2027))


def test_a_plan_is_accepted_reviewed_and_its_versions_read(page: Page, site, sign_in, axe_faults, plan_draft):
    sign_in(page, site.staff["aino"])
    # when it is accepted without telling how it was understood, then it is said, and what was typed stays
    page.goto(f"/desk/plans/{plan_draft}/accept/")
    page.locator("[name=how][value=oral]").check(force=True)
    page.get_by_role("button", name="Asiakas hyväksyy suunnitelman").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.locator("[name=understood_how]").fill("Kertoi omin sanoin, mistä sovittiin.")
    page.locator("[name=copy_given]").select_option("paper")
    assert axe_faults(page) == []
    page.get_by_role("button", name="Asiakas hyväksyy suunnitelman").click()
    # then it is in force; when it is reviewed by keys alone: open, one sentence, save
    expect(page.locator("#versions")).to_be_visible()
    page.keyboard.press("t")
    progress = page.locator("[name=progress]")
    expect(progress).to_be_focused()
    progress.press_sequentially("Kurssi alkaa joulukuussa")
    assert axe_faults(page) == []
    page.keyboard.press("Control+Enter")
    # then it stands among the reviews, as a version of its own
    expect(page.locator("#reviews")).to_contain_text("Kurssi alkaa joulukuussa")
    expect(page.locator("#versions")).to_contain_text("Versio 2")
    assert axe_faults(page) == []
    page.goto(f"/desk/plans/{plan_draft}/length/")
    assert axe_faults(page) == []
