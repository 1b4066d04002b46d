"""The rest of the town: invented lives in realistic proportions, the same ones for the same day (fixed seed)."""

import random
from collections.abc import Iterator
from datetime import date

from kotopolku.demo import EVERYWHERE
from kotopolku.demo.lives import Life
from kotopolku.demo.names import GROUPS, NameGroup
from kotopolku.demo.words import LONG_GOALS, SENDERS

SEED = 6812023
MUNICIPALITY_WEIGHTS = (45, 24, 10, 13, 8)
GROUP_WEIGHTS = {
    "ar": 5,
    "uk": 6,
    "ru": 4,
    "so": 4,
    "kmr": 3,
    "ckb": 2,
    "prs": 3,
    "fa": 2,
    "sq": 4,
    "et": 3,
    "tr": 2,
}
LATE = 0.06  # the share of clients with whom something is late
STAGES = (("case", 14), ("draft", 8), ("assessed", 14), ("plan_draft", 6), ("plan", 58))
#: What has become of those with a plan, and of those who were found to need none.
TURNS = (("goes_on", 54), ("continued", 14), ("job_search", 14), ("ended", 18))
ENDINGS = ("goals_reached", "employed", "studying", "moved", "client_withdrew")
NO_PLAN = ("guided_to_service", "no_need_now", "guided_to_employment_authority")
BASES = {
    "uk": "temporary_protection_110",
    "prs": "refugee_status",
    "so": "subsidiary_protection",
    "ar": "refugee_status",
    "ckb": "subsidiary_protection",
}
SERVICES = (
    ("integration_training", "civic_orientation"),
    ("integration_training", "guidance"),
    ("civic_orientation", "association_activity"),
    ("other_training", "guidance"),
    ("integration_training", "other"),
)


def crowd(on: date, *, count: int) -> Iterator[Life]:
    """Yield `count` lives; each is a plausible mixture of language, ground, municipality and stage."""
    chance = random.Random(SEED)
    for _ in range(count):
        yield _life(chance, on)


def _life(chance: random.Random, on: date) -> Life:
    group = chance.choices(GROUPS, [GROUP_WEIGHTS.get(one.language, 1) for one in GROUPS])[0]
    woman = chance.random() < 0.58
    given, own_given = chance.choice(group.women if woman else group.men)
    family, own_family = chance.choice(group.families)
    granted = chance.randint(120, 900)
    stage = _drawn(chance, STAGES)
    turn = _drawn(chance, TURNS) if stage == "plan" else ""
    youngest = 27 if turn == "continued" else 19  # whose goals change at 25 would need another second plan
    born = date(on.year - chance.randint(youngest, 63), chance.randint(1, 12), chance.randint(2, 28))
    # A second plan follows the first before its year is full; who has ended or looks for work has had time to.
    planned = chance.randint(
        *{"continued": (370, 560), "": (3, 300), "goes_on": (3, 300)}.get(turn, (90, 330))
    )
    late = chance.random() < LATE
    assessed = (
        planned + chance.randint(3, 12) if stage.startswith("plan") else chance.randint(1, 25 if late else 12)
    )
    arrived = chance.randint(0, 20 if late else 12) if stage == "case" else assessed + chance.randint(2, 12)
    granted = max(granted, arrived + 30)
    return Life(
        given=given,
        family=family,
        own_script=f"{own_given} {own_family}".strip(),
        language=group.language,
        country=chance.choice(group.countries),
        municipality=chance.choices(EVERYWHERE, MUNICIPALITY_WEIGHTS)[0],
        born=born,
        has_code=chance.random() < 0.9,
        granted=granted,
        registered=granted - 10,
        arrived=arrived,
        assessed=assessed,
        planned=planned,
        stage=stage,
        interpreter=chance.random() < 0.8,
        writes=chance.random() < 0.93,
        long_goal=chance.choice(LONG_GOALS),
        services=chance.choice(SERVICES),
        county=chance.random() < 0.15,
        referred=(planned >= 28 or (planned >= 12 and chance.random() < 0.5)) and not (late and planned < 60),
        goals=_goals(born, on, planned),
        **{  # type: ignore[arg-type]
            "reviews": () if late else tuple(range(planned - 170, max(planned - 350, 0), -170)),
            **_standing(chance, group, woman=woman, granted=granted, arrived=arrived),
            **_turn(chance, turn, planned=planned),
            **(_without_plan(chance, assessed=assessed) if stage == "assessed" else {}),
        },
    )


def _drawn(chance: random.Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return chance.choices([name for name, _weight in weighted], [weight for _name, weight in weighted])[0]


def _turn(chance: random.Random, turn: str, *, planned: int) -> dict[str, object]:
    """What happened while the plan was in force: a second plan, job search, or an end."""
    if turn == "continued":
        return {"continued": (planned - chance.randint(345, 364), 300)}
    if turn == "job_search":
        # The duties pass to the employment authority (3 § 1 mom.): for some just now, for others the plan is ended.
        since = chance.randint(2, 60)
        kept = chance.random() < 0.5
        return {
            "jobseeker": since,
            "unemployed": since if chance.random() < 0.8 else None,
            "home_care": None,
            "judged": True,
            "ended": None if kept else (since - 1, "job_search_began"),
            "reviews": (planned - 170,) if planned - 170 > since else (),
        }
    if turn == "ended":
        ended = chance.randint(5, 60)
        reason = chance.choice(ENDINGS)
        return {
            "ended": (ended, reason),
            "closed": (ended, "moved_away" if reason == "moved" else "plan_ended"),
            "reviews": (planned - 170,) if planned - 170 > ended else (),
        }
    return {}


def _without_plan(chance: random.Random, *, assessed: int) -> dict[str, object]:
    """What was found instead of the need for a plan, in some assessments; the case is closed when nothing is left."""
    if chance.random() < 0.55:
        return {}
    outcome = chance.choice(NO_PLAN)
    return {"outcome": outcome, "closed": None if chance.random() < 0.4 else (assessed, "no_plan_needed")}


def _goals(born: date, on: date, planned: int) -> tuple[tuple[str, str], ...]:
    if (on - born).days - planned < 25 * 366:
        return (("upper_secondary_qualification", "Ammatti"), ("learn_finnish", ""))
    return (("learn_finnish", "Puhun suomea arjessa"), ("working_life_readiness", ""), ("employment", ""))


def _standing(
    chance: random.Random, group: NameGroup, *, woman: bool, granted: int, arrived: int
) -> dict[str, object]:
    """What entitles the person: protection, home care of a child, or the person's own request."""
    eu = group.language == "et"
    basis = BASES.get(group.language)
    if eu or (basis is None and chance.random() < 0.5):
        basis = None if eu else "family_tie"
    basis = basis or (None if eu else chance.choice(("family_tie", "work", "study")))
    at_home = woman and chance.random() < 0.55
    protected = basis in {"refugee_status", "subsidiary_protection", "temporary_protection_110"}
    standing: dict[str, object] = {
        "kind": "eu_registration" if eu else "residence_permit",
        "basis": basis,
        "valid": None if eu else -chance.randint(40, 700),
        "home_care": min(granted - 5, arrived + chance.randint(5, 200)) if at_home else None,
        "contact": chance.choice(("authority", "authority", "own_request", "staff")),
        "sender": "",
    }
    if standing["contact"] == "authority":
        standing["sender"] = chance.choice(SENDERS)
    if not at_home and not protected:
        standing["judged"] = True
        standing["contact"] = "own_request"
        standing["sender"] = ""
    return standing
