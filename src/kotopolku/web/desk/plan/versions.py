"""What changed between versions of a plan, in sentences: old → new."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.plans.versions import Change, VersionView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day

FIELDS: dict[str, Promise] = {
    "review_agreed_on": lazy("Next review"),
    "long_goal": lazy("Long-term goal"),
    "deviation_reason": lazy("Why the goal the law expects was departed from"),
    "background": lazy("Wishes, skills and life situation behind the plan"),
    "follow_up": lazy("How the services are followed up"),
    "state": lazy("State"),
    "reason": lazy("Why it suits the goal"),
    "responsible": lazy("Who answers for it"),
    "responsible_name": lazy("Name"),
    "starts_on": lazy("Begins"),
    "ends_on": lazy("Ends"),
    "hours_week": lazy("Hours a week"),
    "place": lazy("Place"),
    "child_care_state": lazy("Child care"),
    "child_care": lazy("Child care"),
}
CODED = {
    "state": codes.MEASURE_STATES,
    "responsible": codes.RESPONSIBLES,
    "child_care_state": codes.CHILD_CARE,
}
WHYS: dict[str, Promise] = {
    "accepted": lazy("accepted"),
    "reviewed": lazy("reviewed"),
    "ended": lazy("ended"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version as lines."""

    number: int
    when: str
    why: str
    by_name: str
    changes: tuple[str, ...]


def version_rows(found: tuple[VersionView, ...]) -> list[VersionRow]:
    """Return the versions, newest first, each with what changed from the one before."""
    return [
        VersionRow(
            number=one.number,
            when=str(day(one.on)),
            why=str(WHYS[one.why]),
            by_name=one.by_name,
            changes=tuple(sentence(change) for change in one.changes),
        )
        for one in found
    ]


def sentence(change: Change) -> str:
    """Return one difference as a sentence."""
    if change.what == "goal":
        name = ": ".join(part for part in (codes.word(codes.GOALS, change.code), change.name) if part)
        told = _("New goal: %(name)s.") if not change.old else _("Goal left out: %(name)s.")
        return told % {"name": name}
    name = change.name or (codes.word(codes.SERVICES, change.code) if change.code else "")
    if change.what == "measure" and not change.field:
        told = _("New service: %(name)s.") if not change.old else _("Service left out: %(name)s.")
        return told % {"name": name}
    field = str(FIELDS[change.field])
    old, new = _value(change.field, change.old), _value(change.field, change.new)
    where = f"{name}, {field[:1].lower()}{field[1:]}" if name else field
    return f"{where}: {old} → {new}"


def _value(field: str, text: str) -> str:
    if not text:
        return "–"
    if field in CODED:
        return codes.word(CODED[field], text)
    try:
        return str(day(date.fromisoformat(text)))
    except ValueError:
        return text
