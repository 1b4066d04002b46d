"""Pages for people in the office: the overdue ones first, each with its owner, its day and its links."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from tests.cast import TODAY
from tests.database import ROOT
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.programme.actions import load_programme
from kotopolku.programme.check import check_path
from kotopolku.programme.guide_reading import guide_readings


@pytest.fixture
def loaded(coordinator, monkeypatch):
    """The Raisio programme, in which one page was last read through long ago."""
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    programme = check_path(ROOT / "programmes" / "raisio").programme
    guides = [
        replace(one, reviewed_on=date(2025, 1, 1)) if one.id == "arrived" else one for one in programme.guides
    ]
    with acting_as(operator(area_id="raisio"), on=TODAY):
        load_programme(programme=replace(programme, guides=tuple(guides)), on=TODAY)


def test_a_page_is_overdue_when_nobody_has_read_it_within_the_areas_own_time(loaded):
    first, *others = guide_readings("raisio", on=TODAY)
    assert (first.code, first.is_overdue) == ("arrived", True)
    assert first.due_on < TODAY
    assert "https://www.infofinland.fi" in first.links
    assert first.owner is not None
    assert not any(one.is_overdue for one in others)
    assert [one.due_on for one in others] == sorted(one.due_on for one in others)


def test_an_area_without_a_programme_has_no_pages(db):
    assert guide_readings("nowhere", on=TODAY) == ()


def test_the_office_lists_them_with_owner_and_day(loaded, coordinator):
    html = unescape(client_of(coordinator).get("/office/pages/").content.decode())
    assert "www.infofinland.fi" in html
    assert "/fi/life/arrived/" in html
    assert "1.1.2025" in html
    assert "1 sivu odottaa lukijaa." in html
