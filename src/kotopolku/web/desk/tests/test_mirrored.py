"""A whole client's page turned round, as a language read from the right has it: accessible, and it fits."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from tests.browser import too_wide
from tests.desk import accepted, client_of

from kotopolku.web.parts.tests.browser import ADDRESS, serve

pytestmark = pytest.mark.browser
FINNISH, MIRRORED = '<html lang="fi" dir="ltr"', '<html lang="ar" dir="rtl"'


@pytest.fixture(scope="session")
def browser_context_args():
    """The page is drawn beforehand, so the context is the browser's own."""
    return {"locale": "fi-FI", "timezone_id": "Europe/Helsinki"}


@pytest.fixture
def case_page(officer) -> str:
    """The page of a client with findings, dates, a plan and a non-disclosure order, every fold open."""
    matter = accepted(officer, non_disclosure=True)
    html = client_of(officer).get(reverse("desk:case", args=[matter.case])).content.decode()
    assert html.count(FINNISH) == 1
    opened = html.replace('<details class="finding-fold"', '<details open class="finding-fold"')
    return opened.replace(FINNISH, MIRRORED)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_client_s_page_turned_round_is_accessible_and_fits(case_page, page, width):
    complaints = serve(page, change=lambda _gallery: case_page)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{ADDRESS}/parts/")
    assert page.locator("details.finding-fold[open]").count() > 2
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert too_wide(page) <= 0
    assert complaints == []
