"""One change made in the browser: the same truth, the same check, never over somebody else's work."""

from datetime import date, timedelta

import pytest

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Actor, Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.programme.actions import change_text, record_approval, set_own_rule
from kotopolku.programme.files import render
from kotopolku.programme.queries import head, own_rules, programme_of, to_confirm
from kotopolku.programme.tests.conftest import DAY
from kotopolku.programme.tests.samples import raisio

SUMMARY = "service-plan-summary"


def new_text(text, **values):
    given = {"text_id": SUMMARY, "language": "fi", "status": "original", "version": 1} | values
    change_text(area_id="raisio", text=text, on=DAY, **given)


@pytest.mark.slow
def test_a_text_written_in_the_browser_is_what_the_export_says(coordinator):
    new_text("Uusi teksti.")

    written = render(programme_of("raisio")).files
    differing = [path for path, data in raisio().files.items() if written[path] != data]
    assert differing == [f"texts/fi/{SUMMARY}.md"]
    assert written[differing[0]].decode().endswith("\nUusi teksti.\n")
    assert programme_of("raisio").texts[SUMMARY].get("sv").status == "outdated"
    assert head("raisio").version == 2


@pytest.mark.slow
def test_a_text_of_a_chapter_goes_the_same_way(coordinator):
    new_text("Ny titel", text_id="chapter-purpose-title", language="sv", status="reviewed")

    assert b"Ny titel" in render(programme_of("raisio")).files["texts/sv/chapter-purpose-title.md"]


def test_taking_the_original_away_is_refused_with_a_remedy(coordinator):
    with pytest.raises(Invalid) as refused:
        new_text("")

    assert refused.value.field == f"texts/fi/{SUMMARY}.md"
    assert render(programme_of("raisio")).files == raisio().files


@pytest.mark.slow
def test_a_save_over_somebody_elses_is_refused(coordinator):
    new_text("Uusi teksti.")

    with pytest.raises(Stale):
        new_text("Vielä uudempi.", version=1)


def test_a_save_that_changes_nothing_moves_no_version(coordinator):
    present = programme_of("raisio").texts[SUMMARY].get("fi").text

    new_text(present)

    assert head("raisio").version == 1


@pytest.mark.slow
def test_an_own_target_set_by_the_coordinator_is_confirmed_and_reaches_the_packages_below(coordinator):
    set_own_rule(area_id="raisio", rule="assessment-start", value=10, version=1, on=DAY)

    assert area_view("raisio", on=DAY).settings.assessment_start_days == 10
    rule = next(each for each in own_rules("raisio") if each.code == "assessment-start")
    assert (rule.value, rule.is_sample) == (10, False)


@pytest.mark.slow
@pytest.mark.parametrize("value", [0, 91, True, "14"])
def test_a_target_outside_its_limits_is_refused(coordinator, value):
    with pytest.raises(Invalid):
        set_own_rule(area_id="raisio", rule="assessment-start", value=value, version=1, on=DAY)


def test_an_unknown_rule_or_municipality_is_not_found(coordinator):
    with pytest.raises(NotFound):
        set_own_rule(area_id="raisio", rule="nothing", value=1, version=1, on=DAY)
    with pytest.raises(NotFound):
        approve(municipality="turku")


def approve(**values):
    given = {
        "municipality": "masku",
        "state": "approved",
        "body": {"fi": "kunnanhallitus", "sv": "kommunstyrelsen"},
        "decided_on": date(2026, 11, 2),
        "reference": "§ 214",
        "version": 1,
        "on": DAY,
    } | values
    record_approval(area_id="raisio", **given)


def test_an_approval_is_recorded_with_its_body_day_and_reference(coordinator):
    approve()

    found = next(each for each in programme_of("raisio").approvals if each.municipality == "masku")
    assert (found.state, found.decided_on, found.body["fi"]) == (
        "approved",
        date(2026, 11, 2),
        "kunnanhallitus",
    )
    assert "approvals[masku].state" not in to_confirm("raisio")


@pytest.mark.parametrize(
    "values", [{"decided_on": None}, {"decided_on": DAY + timedelta(days=1)}, {"state": "aproved"}]
)
def test_an_approval_without_its_day_or_with_one_that_cannot_be_is_refused(coordinator, values):
    with pytest.raises(Invalid):
        approve(**values)


def test_an_officer_changes_nothing(loaded):
    with acting_as(Actor(role=Role.OFFICER, name="x", area_id="raisio"), on=DAY), pytest.raises(NotPermitted):
        new_text("Uusi teksti.")
