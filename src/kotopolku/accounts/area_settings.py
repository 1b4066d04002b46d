"""What an area decides about its own working times (palvelutavoitteet): own targets, never law."""

from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSettings:
    """Own targets, mostly in days; shown dashed and called "palvelutavoite" everywhere. None: no such target."""

    assessment_start_days: int | None = None  # from the day the municipality learned of the person
    plan_days: int | None = None  # from the day the assessment was made
    contact_handling_days: int | None = None  # from the day a contact arrived
    message_answer_days: int | None = None  # a question, a call-back or an e-mail to advice
    door_minutes: int | None = None  # from taking a number at the door to being called
    warn_law_days: int = 7
    warn_window_days: int = 30
    warn_target_days: int = 2
    duty_review_months: int = 6  # a duty nobody has looked at for so long comes to the review list
    plan_end_handover_days: int | None = None  # how long before a plan's end the next step is handed over
    # How long a booked time usually lasts, by what it is for; twice that with an interpreter.
    guidance_minutes: int = 30
    assessment_minutes: int = 90
    plan_minutes: int = 60
    review_minutes: int = 45
    other_minutes: int = 30
    # The employment authority has given the plans of jobseekers to the municipality (KotoL 3 §, by agreement).
    jobseeker_plans_delegated: bool = False


class WrongAreaSettings(ValueError):
    """A key is unknown or a value is not a whole number from 0 to 3660 (yes or no for what is not counted)."""


def read(stored: dict[str, object]) -> AreaSettings:
    """Return the typed settings; raises WrongAreaSettings naming the key."""
    known = {item.name for item in fields(AreaSettings)}
    for key, value in stored.items():
        if key not in known:
            raise WrongAreaSettings(f"{key}: no such setting; known: {', '.join(sorted(known))}")
        if isinstance(getattr(AreaSettings, key, None), bool):
            if not isinstance(value, bool):
                raise WrongAreaSettings(f"{key}: give true or false, not {value!r}")
        elif value is not None and (not isinstance(value, int) or not 0 <= value <= 3660):
            raise WrongAreaSettings(f"{key}: give a whole number from 0 to 3660, not {value!r}")
    return AreaSettings(**stored)  # type: ignore[arg-type]


def write(settings: AreaSettings) -> dict[str, object]:
    """Return the form kept in the database."""
    return asdict(settings)
