"""How many invented persons a second the law answers: duty, window, responsibility and every clock, with full grounds.

`run(["--people", "100000", "--json"])` prints a table and, with `--json`, the figures as the last line. Persons are
made from a fixed seed and are not counted in the time; only `kotopolku.law.ask` is.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from time import perf_counter

from kotopolku.law import ask
from kotopolku.law.facts import (
    Assessment,
    Benefits,
    Contact,
    Employment,
    Extension,
    Facts,
    Family,
    MunicipalityOfResidence,
    Obstacle,
    Period,
    Person,
    Plan,
    Residence,
    Sponsor,
    Status,
    Trafficking,
)
from kotopolku.law.finding import Outcome

QUESTIONS = (
    "assessment_duty",
    "window_last_day",
    "responsible_authority",
    "plan_duty",
    "plan_latest_day",
    "first_plan_last_end",
    "plan_base_max_end",
    "plan_max_end",
    "next_review_due",
    "review_required",
    "referral_due",
)
_ON = date(2026, 11, 24)
_SEED = 681_2023
_CHUNK = 2_000
_BASES = (
    "work",
    "family_tie",
    "study",
    "subsidiary_protection",
    "refugee_status",
    "temporary_protection_110",
)
_MUNICIPALITIES = ("Raisio", "Naantali", "Masku", "Mynämäki", "Rusko")
_REASONS = ("illness", "parental_allowance_days", "other")


def run(argv: Sequence[str]) -> int:
    """Run the benchmark; return 0."""
    parser = argparse.ArgumentParser(prog="kotopolku bench law", description=__doc__)
    parser.add_argument("--people", type=int, default=100_000, help="how many persons (100000)")
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    outcomes: Counter[tuple[str, Outcome]] = Counter()
    seconds, findings, grounds = 0.0, 0, 0
    for people in _chunks(options.people):
        start = perf_counter()
        answers = [[ask(name, facts, _ON) for name in QUESTIONS] for facts in people]
        seconds += perf_counter() - start
        for answered in answers:
            for name, found in zip(QUESTIONS, answered, strict=True):
                outcomes[name, found[0].outcome] += 1
                findings += len(found)
                grounds += sum(len(one.grounds) for one in found)
    _print_table(outcomes)
    figures = {
        "people": options.people,
        "questions": len(QUESTIONS),
        "findings": findings,
        "grounds": grounds,
        "seconds": round(seconds, 3),
        "persons_per_second": round(options.people / seconds) if seconds else 0,
        "answers_per_second": round(options.people * len(QUESTIONS) / seconds) if seconds else 0,
    }
    for name, figure in figures.items():
        print(f"{name.replace('_', ' '):<24} {figure:>12,}")
    if options.json:
        print(json.dumps({"name": "law", "figures": figures}))
    return 0


def _chunks(number: int) -> Iterator[list[Facts]]:
    dice = random.Random(_SEED)
    while number > 0:
        size = min(number, _CHUNK)
        yield [_person(dice) for _ in range(size)]
        number -= size


def _print_table(outcomes: Counter[tuple[str, Outcome]]) -> None:
    print(f"{'question':<24}" + "".join(f"{outcome.value:>16}" for outcome in Outcome))
    for name in QUESTIONS:
        print(f"{name:<24}" + "".join(f"{outcomes[name, outcome]:>16,}" for outcome in Outcome))


def _person(dice: random.Random) -> Facts:
    granted = _ON - timedelta(days=dice.randrange(0, 1800))
    planned = dice.random() < 0.6
    return Facts(
        person=Person(
            birth_date=None if dice.random() < 0.05 else _ON - timedelta(days=dice.randrange(0, 25_000)),
            citizenships=("third_country",) if dice.random() < 0.97 else ("third_country", "finland"),
            languages=("ar", "en"),
        ),
        residence=_residence(dice, granted),
        family=_family(dice, granted),
        employment=_employment(dice, granted),
        benefits=Benefits(
            child_home_care_allowance_periods=(Period(granted),) if dice.random() < 0.1 else (),
            social_assistance=dice.choice((None, "none", "temporary", "non_temporary")),
        ),
        trafficking=Trafficking(assistance_system_from=granted if dice.random() < 0.02 else None),
        contact=Contact(True, True, True, granted) if dice.random() < 0.2 else Contact(),
        assessment=Assessment(
            requested_on=granted + timedelta(days=20) if dice.random() < 0.4 else None,
            judged_needed=dice.choice((None, True, False)),
            made_on=granted + timedelta(days=40) if planned else None,
            plan_need_found=True if planned else None,
        ),
        plan=_plan(dice, granted) if planned else Plan(),
    )


def _residence(dice: random.Random, granted: date) -> Residence:
    renewals = [granted + timedelta(days=365 * year) for year in range(dice.randrange(1, 5))]
    basis = dice.choice(_BASES)
    return Residence(
        statuses=tuple(
            [
                Status("residence_permit", day, basis, day + timedelta(days=700), basis == "refugee_status")
                for day in renewals
            ]
        ),
        unaccompanied_minor_on_arrival=dice.random() < 0.05,
        municipality_of_residence=MunicipalityOfResidence(
            dice.choice(_MUNICIPALITIES), granted + timedelta(days=60)
        ),
    )


def _family(dice: random.Random, granted: date) -> Family:
    if dice.random() < 0.8:
        return Family()
    formed = None if dice.random() < 0.1 else granted - timedelta(days=900)
    return Family(Sponsor(("G3",), granted - timedelta(days=dice.randrange(100, 1500))), formed)


def _employment(dice: random.Random, granted: date) -> Employment:
    if dice.random() < 0.5:
        return Employment()
    first = granted + timedelta(days=dice.randrange(10, 400))
    ended = first + timedelta(days=300) if dice.random() < 0.3 else None
    return Employment((Period(first, ended),), (Period(first, ended),) if dice.random() < 0.7 else ())


def _plan(dice: random.Random, granted: date) -> Plan:
    first = granted + timedelta(days=50)
    reviews = tuple([first + timedelta(days=170 * number) for number in range(1, dice.randrange(1, 6))])
    obstacles: tuple[Obstacle, ...] = ()
    if dice.random() < 0.3:
        sick = first + timedelta(days=100)
        obstacles = (
            Obstacle(sick, sick + timedelta(days=30), dice.choice(_REASONS)),
            Obstacle(sick + timedelta(days=20), sick + timedelta(days=60), "injury"),
        )
    return Plan(
        first_made_on=first,
        made_on=reviews[-1] if len(reviews) > 3 else first,
        reviews=reviews,
        max_rule_decision=dice.choice((None, "OLD", "NEW")),
        extension=Extension(
            low_education=dice.random() < 0.3,
            special_measures_needed=dice.random() < 0.5,
            benefit_supported_studies_unfinished=dice.random() < 0.2,
            obstacles=obstacles,
        ),
    )
