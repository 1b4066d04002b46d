"""Which clocks a case has, from facts alone."""

from dataclasses import replace
from datetime import date

from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.clocks.register import CLOCKS, Kind
from kotopolku.clocks.rules import CaseDates, Wanted, clocks_of
from kotopolku.law.facts import (
    Assessment,
    Benefits,
    Employment,
    Facts,
    Period,
    Person,
    Plan,
    Residence,
    Status,
)
from kotopolku.law.provision import RULES

ON = date(2026, 11, 24)
TARGETS = AreaSettings(assessment_start_days=14, plan_days=30, contact_handling_days=3)
MOTHER = Facts(
    person=Person(birth_date=date(1994, 2, 14), citizenships=("third_country",), languages=("ar",)),
    residence=Residence(
        statuses=(
            Status(
                kind="residence_permit",
                granted_on=date(2025, 3, 24),
                legal_basis="family_tie",
                valid_until=date(2027, 3, 23),
            ),
        )
    ),
    benefits=Benefits(child_home_care_allowance_periods=(Period(from_=date(2026, 1, 1)),)),
)
NEW_CASE = CaseDates(opened_on=date(2026, 11, 16))


def _rows(
    facts: Facts, case: CaseDates = NEW_CASE, on: date = ON, settings: AreaSettings = TARGETS
) -> dict[str, Wanted]:
    return {row.code: row for row in clocks_of(facts, case=case, settings=settings, on=on)}


def test_a_mother_on_home_care_allowance_has_three_years_and_the_areas_target() -> None:
    # given a person whom the law says to assess, when the case has just been opened
    rows = _rows(MOTHER)

    # then the law's window runs, the area's own target runs beside it, and the permit's end is a plain date
    assert rows["window_last_day"].due_on == date(2028, 3, 24)
    assert (rows["window_last_day"].kind, rows["window_last_day"].state) == (Kind.LAW, "running")
    assert (rows["assessment_start"].kind, rows["assessment_start"].due_on) == (
        Kind.TARGET,
        date(2026, 11, 30),
    )
    assert (rows["permit_ends"].kind, rows["permit_ends"].due_on) == (Kind.FACT, date(2027, 3, 23))
    assert set(rows) == {"window_last_day", "assessment_start", "permit_ends"}


def test_without_a_duty_the_end_of_three_years_is_only_a_date() -> None:
    # given somebody in none of the seven groups
    nobody = replace(MOTHER, benefits=Benefits())

    # then the last day is a fact, which is never late, and there is nothing to start
    assert _rows(nobody)["window_last_day"].kind is Kind.FACT
    assert "assessment_start" not in _rows(nobody)


def test_an_area_without_targets_has_only_the_laws_clocks() -> None:
    assert not [row for row in _rows(MOTHER, settings=AreaSettings()).values() if row.kind is Kind.TARGET]


def test_valid_job_search_stops_our_clocks_but_not_the_clients_dates() -> None:
    # given that job search began: the employment authority answers (3 §)
    jobseeker = replace(MOTHER, employment=Employment(jobseeker_periods=(Period(from_=date(2026, 11, 20)),)))

    rows = _rows(jobseeker)

    assert {code for code, row in rows.items() if row.state == "paused"} == {
        "window_last_day",
        "assessment_start",
    }
    assert rows["permit_ends"].state == "running"


def test_an_assessment_that_found_a_need_meets_the_window_and_starts_the_plans_clocks() -> None:
    # given an assessment made on 2026-11-20 that found the need of a plan
    assessed = replace(MOTHER, assessment=Assessment(made_on=date(2026, 11, 20), plan_need_found=True))

    rows = _rows(assessed, replace(NEW_CASE, assessment_started_on=date(2026, 11, 18)))

    assert rows["window_last_day"].met_on == date(2026, 11, 20)
    assert rows["assessment_start"].met_on == date(2026, 11, 18)
    assert (rows["plan_latest_day"].due_on, rows["plan_latest_day"].state) == (date(2028, 3, 24), "running")
    assert rows["plan_after_assessment"].due_on == date(2026, 12, 20)


def test_an_assessment_that_found_no_need_starts_no_plan_clock() -> None:
    assessed = replace(MOTHER, assessment=Assessment(made_on=date(2026, 11, 20), plan_need_found=False))

    assert not {"plan_latest_day", "plan_after_assessment"} & set(_rows(assessed))


PLANNED = replace(
    MOTHER,
    assessment=Assessment(made_on=date(2026, 5, 20), plan_need_found=True),
    plan=Plan(first_made_on=date(2026, 5, 25), made_on=date(2026, 5, 25), ends_on=date(2027, 4, 30)),
)
IN_FORCE = replace(NEW_CASE, plan_in_force=True, referrals_owed=2, referrals_open=1)


def test_a_plan_in_force_has_its_year_its_two_years_its_referral_and_its_review() -> None:
    rows = _rows(PLANNED, IN_FORCE)

    assert rows["first_plan_last_end"].due_on == date(2027, 5, 25)
    assert rows["plan_max_end"].due_on == date(2028, 5, 25)
    assert rows["referral_due"].due_on == date(2026, 6, 25)
    assert rows["next_review_due"].due_on == date(2026, 11, 25)
    assert rows["plan_ends"].due_on == date(2027, 4, 30)
    assert rows["plan_latest_day"].met_on == date(2026, 5, 25)


def test_the_referral_clock_is_met_when_the_last_service_has_its_referral() -> None:
    done = replace(IN_FORCE, referrals_open=0, last_referred_on=date(2026, 6, 10))

    assert _rows(PLANNED, done)["referral_due"].met_on == date(2026, 6, 10)
    assert "referral_due" not in _rows(PLANNED, replace(IN_FORCE, referrals_owed=0, referrals_open=0))


def test_a_review_moves_the_next_one_six_months_from_itself() -> None:
    reviewed = replace(PLANNED, plan=replace(PLANNED.plan, reviews=(date(2026, 9, 1),)))

    row = _rows(reviewed, IN_FORCE)["next_review_due"]

    assert (row.starts_on, row.due_on) == (date(2026, 9, 1), date(2027, 3, 1))


def test_a_request_for_a_review_waits_until_the_review_is_made() -> None:
    asked = replace(PLANNED, plan=replace(PLANNED.plan, review_requested_on=date(2026, 11, 20)))
    answered = replace(asked, plan=replace(asked.plan, reviews=(date(2026, 11, 23),)))

    assert _rows(asked, IN_FORCE)["review_asked"].due_on == date(2026, 11, 20)
    assert "review_asked" not in _rows(answered, IN_FORCE)


def test_an_ended_plan_meets_the_clocks_of_its_length_and_needs_no_review() -> None:
    ended = replace(IN_FORCE, plan_in_force=False, plan_ended_on=date(2026, 11, 1))
    facts = replace(PLANNED, plan=replace(PLANNED.plan, ends_on=date(2026, 11, 1)))

    rows = _rows(facts, ended)

    assert rows["plan_max_end"].met_on == rows["first_plan_last_end"].met_on == date(2026, 11, 1)
    assert not {"next_review_due", "plan_ends", "review_asked"} & set(rows)


def test_no_law_clock_is_moved_by_a_holiday() -> None:
    # given a plan of 25.6.: the review falls on Christmas Day
    facts = replace(
        PLANNED, plan=replace(PLANNED.plan, first_made_on=date(2026, 6, 25), made_on=date(2026, 6, 25))
    )

    assert _rows(facts, IN_FORCE)["next_review_due"].due_on == date(2026, 12, 25)


def test_the_register_names_rules_that_exist() -> None:
    assert {clock.rule for clock in CLOCKS.values() if clock.rule} <= set(RULES)
