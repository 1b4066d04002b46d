"""A life in the demo: what is known of an invented person and how far the work with them has come.

Days are counted back from the day of the demo: `granted=600` is 600 days ago, negative numbers lie ahead.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from kotopolku.people.identity_code import check_character

FIRST_TEST_NUMBER = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One invented person. `stage`: inbox, case, draft, assessed, plan_draft, plan; what is before it has happened.

    With a plan: `reviews` of the first one, then `ended` (day, reason) or `continued` by a second plan (day, its length
    in days). `closed` ends the case (day, reason), whatever the stage.
    """

    given: str
    family: str = ""
    own_script: str = ""
    persona: str = ""
    language: str = "ar"
    dialect: str = ""
    writes: bool = True
    interpreter: bool = True
    country: str = "unknown"
    municipality: str = "raisio"
    born: date | None = None
    has_code: bool = True
    kind: str = "residence_permit"
    basis: str | None = "family_tie"
    granted: int | None = 500
    valid: int | None = -400
    protection_first: bool | None = None
    registered: int | None = None
    home_care: int | None = None
    jobseeker: int | None = None
    unemployed: int | None = None
    assistance: int | None = None
    social_assistance: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    non_disclosure: bool = False
    contact: str = "own_request"
    sender: str = ""
    arrived: int = 30
    verified: bool = True
    message: str = ""
    stage: str = "case"
    judged: bool | None = None
    county: bool = False
    assessed: int = 20
    outcome: str = "plan_needed"
    planned: int = 10
    length: int = 365
    reviews: tuple[int, ...] = ()
    referred: bool = True
    goals: tuple[tuple[str, str], ...] = (
        ("working_life_readiness", ""),
        ("employment", ""),
        ("learn_finnish", ""),
    )
    services: tuple[str, ...] = ("integration_training", "civic_orientation")
    long_goal: str = ""
    deviation: str = ""
    ended: tuple[int, str] | None = None
    continued: tuple[int, int] | None = None
    closed: tuple[int, str] | None = None
    note: str = ""


class Codes:
    """Gives identity codes of the 900 series, each once: the numbers 900–999 are never given to anybody."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def new(self, born: date) -> str:
        """Return the next test code of the day of birth."""
        part = f"{born.day:02d}{born.month:02d}{born.year % 100:02d}"
        sign = "-" if born.year < 2000 else "A"
        number = self._taken.get(part + sign, FIRST_TEST_NUMBER)
        self._taken[part + sign] = number + 1
        text = f"{number:03d}"
        return f"{part}{sign}{text}{check_character(part, text)}"


def ago(on: date, days: int) -> date:
    """Return the day so many days before the demo's day."""
    return on - timedelta(days=days)
