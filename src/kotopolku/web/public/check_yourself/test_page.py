"""Do I have a right to an assessment? The law's own examples are walked through the page; nothing is kept."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from kotopolku.web.public.check_yourself.questions import QUESTIONS, duty, next_question

ON = date(2026, 11, 24)
PERMIT = {"citizen": "no", "permit": "yes", "granted_on": date(2025, 2, 14)}
ALL_NO = {
    "ground": "other",
    "jobseeker": "no",
    "home_care": "no",
    "relative": "no",
    "assistance": "none",
    "alone": "no",
    "trafficking": "no",
}


@pytest.mark.parametrize(
    ("answers", "expected", "provision"),
    [
        # EX-006: a Finnish citizen, EX-004: no valid permit, EX-037: a day after the three years
        ({"citizen": "yes"}, "none", "KotoL 14.1"),
        ({"citizen": "no", "permit": "no"}, "none", "KotoL 14.1"),
        (PERMIT | ALL_NO | {"granted_on": date(2023, 11, 23)}, "none", "KotoL 14.1"),
        # EX-035: home care allowance inside the three years, on the very last day too
        (PERMIT | {"home_care": "yes"}, "must", "KotoL 14.1(3)"),
        (PERMIT | {"granted_on": date(2023, 11, 24), "home_care": "yes"}, "must", "KotoL 14.1(3)"),
        # EX-008: protection; EX-014 and EX-015: temporary protection with and without the municipality
        (PERMIT | {"ground": "protection"}, "must", "KotoL 14.1(2)"),
        (PERMIT | {"ground": "temporary", "municipality": "yes"}, "must", "KotoL 14.1(2)"),
        (PERMIT | {"jobseeker": "yes"}, "must", "KotoL 14.1(1)"),
        (PERMIT | {"assistance": "non_temporary"}, "must", "KotoL 14.1(5)"),
        (PERMIT | {"alone": "yes"}, "must", "KotoL 14.1(6)"),
        (PERMIT | {"trafficking": "yes"}, "must", "KotoL 14.1(7)"),
        # EX-016: a relative whose tie is older than the arrival
        (PERMIT | {"relative": "yes"}, "must", "KotoL 14.1(2)"),
    ],
)
def test_the_answers_find_what_the_law_finds(
    answers: dict[str, object], expected: str, provision: str
) -> None:
    found = duty(answers, ON)
    assert (found.value, str(found.provision).removesuffix(" §")) == (expected, provision)


def test_who_belongs_to_no_group_may_ask_and_an_official_decides() -> None:
    found = duty(PERMIT | ALL_NO, ON)
    assert found.missing == ("assessment.judged_needed",)


def test_nothing_is_asked_that_could_not_change_the_finding() -> None:
    def asked(answers: dict[str, object]) -> str | None:
        found = next_question(answers, ON)
        return found.name if found else None

    assert asked({}) == "citizen"
    assert asked({"citizen": "yes"}) is None
    assert asked({"citizen": "no", "permit": "no"}) is None
    assert asked(PERMIT | {"ground": "protection"}) is None
    assert asked(PERMIT | {"ground": "temporary"}) == "municipality"
    assert asked(PERMIT | {"ground": "other"}) == "jobseeker"
    # over three years: no group helps, only a victim who was reached late
    assert asked(PERMIT | {"granted_on": date(2020, 1, 2)}) == "trafficking"


def test_every_way_through_ends() -> None:
    open_ways, ends = [{"citizen": "no", "permit": "yes", "granted_on": date(2025, 2, 14)}], 0
    while open_ways:
        given = open_ways.pop()
        question = next_question(given, ON)
        if question is None:
            ends += 1
            continue
        open_ways += [given | {question.name: code} for code, _words in question.options]
    assert ends > len(QUESTIONS)


def test_a_walk_to_the_answer_keeps_nothing(visitor: Client) -> None:
    # when
    answers = {"citizen": "no", "permit": "yes", "granted_on": "14.2.2025", "ground": "other"}
    sent: dict[str, str] = {}
    for name, value in answers.items():
        response = visitor.post("/fi/check-yourself/", sent | {"asked": name, name: value})
        sent |= {name: value}
        assert response.status_code == 200
    assert '<input type="hidden" name="granted_on" value="14.2.2025">' in response.content.decode()
    response = visitor.post("/fi/check-yourself/", sent | {"asked": "jobseeker", "jobseeker": "yes"})
    # then
    html = response.content.decode()
    assert "14 § 1 mom. 1 k" in html
    assert "Turun kaupunki" in html
    assert "/fi/contact/" in html
    assert "no-store" in response.headers["Cache-Control"]
    assert not Session.objects.exists()
    assert "sessionid" not in visitor.cookies


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"asked": "citizen"}, "citizen"),
        ({"asked": "citizen", "citizen": "maybe"}, "citizen"),
        ({"asked": "granted_on", "citizen": "no", "permit": "yes", "granted_on": "31.2.2025"}, "granted_on"),
        ({"asked": "granted_on", "citizen": "no", "permit": "yes", "granted_on": "25.11.2026"}, "granted_on"),
    ],
)
def test_an_answer_that_is_missing_or_cannot_be_is_asked_again(
    visitor: Client, sent: dict[str, str], field: str
) -> None:
    response = visitor.post("/en/check-yourself/", sent)
    assert response.status_code == 422
    assert f'name="asked" value="{field}"' in response.content.decode()
