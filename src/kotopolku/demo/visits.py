"""Visits to advice in the last weeks: nobody's, in the proportions of a day at the desk (fixed seed)."""

import random
from datetime import date, timedelta

from kotopolku.advice.actions import log_visit
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.queries import advice_settings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.demo.crowd import GROUP_WEIGHTS, MUNICIPALITY_WEIGHTS

SEED, DAYS, IN_DAY = 10, 10, (2, 5)
CHANNELS = (("walk_in", 60), ("phone", 20), ("email", 6), ("messaging", 6), ("outreach", 6), ("video", 2))
OUTCOMES = (
    ("solved", 50),
    ("guided", 22),
    ("partly", 12),
    ("booked", 8),
    ("assessment_requested", 4),
    ("no_answer", 4),
    ("left", 4),
)
MINUTES = (("up_to_5", 18), ("up_to_15", 42), ("up_to_30", 28), ("up_to_60", 10), ("over_60", 2))
INTERPRETERS = (("own_language", 55), ("not_needed", 25), ("telephone", 14), ("missing", 6))
PLACES = (("martinkatu", 80), ("naantali-point", 12), ("masku-point", 8))
NOT_ASKED = 0.1


def log_visits(adviser: Actor, *, on: date, municipalities: dict[str, int]) -> None:
    """Log a few visits of each of the last working days and of the day itself."""
    chance = random.Random(SEED)
    topics = [one.id for one in advice_settings(adviser.area_id or "").topics]
    day = on
    for _number in range(DAYS):
        with acting_as(adviser, on=day):
            for _visit in range(chance.randint(*IN_DAY)):
                log_visit(entry=_visit_entry(chance, topics, tuple(municipalities.values())))
        day -= timedelta(days=3 if day.weekday() == 0 else 1)


def _visit_entry(chance: random.Random, topics: list[str], towns: tuple[int, ...]) -> VisitEntry:
    def pick(weighted: tuple[tuple[str, int], ...]) -> str:
        return chance.choices([word for word, _ in weighted], [weight for _, weight in weighted])[0]

    asked = chance.random() >= NOT_ASKED
    return VisitEntry(
        place=pick(PLACES),
        channel=pick(CHANNELS),
        language=chance.choices(list(GROUP_WEIGHTS), list(GROUP_WEIGHTS.values()))[0],
        interpreter=pick(INTERPRETERS),
        lives="member" if asked else "not_asked",
        municipality_id=chance.choices(towns, MUNICIPALITY_WEIGHTS)[0] if asked else None,
        topics=tuple(chance.sample(topics, chance.choice((1, 1, 1, 2, 2, 3)))),
        minutes=pick(MINUTES),
        outcome=pick(OUTCOMES),
        came_back=chance.random() < 0.12,
    )
