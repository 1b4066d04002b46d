"""Versions of a plan (suunnitelman versiot), and what changed from one to the next, code by code: old → new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kotopolku.audit.acting import current_actor
from kotopolku.plans.models import Plan, PlanVersion

OWN = ("ends_on", "review_agreed_on", "long_goal", "deviation_reason", "background", "follow_up")
OF_MEASURE = (
    "state",
    "reason",
    "responsible",
    "responsible_name",
    "starts_on",
    "ends_on",
    "hours_week",
    "place",
    "child_care_state",
    "child_care",
)


def keep_version(plan: Plan, *, why: str, on: date) -> None:
    """Keep the plan's whole content as it stands now; part of the acts that accept, review and end it."""
    PlanVersion.objects.create(
        controller_id=plan.controller_id,
        plan=plan,
        number=plan.planversions.count() + 1,
        on=on,
        why=why,
        content=content_of(plan),
        by_name=current_actor().name,
    )


def content_of(plan: Plan) -> dict[str, Any]:
    """Return what was agreed, as plain text: days in ISO form, goals and measures in their order."""
    return {
        **{name: _plain(getattr(plan, name)) for name in OWN},
        "goals": [{"code": one.code, "text": one.text} for one in plan.goals.order_by("position")],
        "measures": [
            {
                "code": one.code,
                "title": one.title,
                **{name: _plain(getattr(one, name)) for name in OF_MEASURE},
            }
            for one in plan.measures.order_by("position")
        ],
    }


def _plain(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `what`: plan, goal or measure; `name` and `code` say which; `field` empty: the whole of it.

    An empty `old` means that it is new, an empty `new` that it was left out.
    """

    what: str
    field: str
    old: str
    new: str
    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One version, and what changed from the one before it (of the earlier plan, for a plan that continues)."""

    number: int
    on: date
    why: str
    by_name: str
    changes: tuple[Change, ...]


def versions_of_plan(plan_id: UUID, case_id: UUID) -> tuple[VersionView, ...]:
    """Return the versions of a plan, newest first, in one query; its page logs the look."""
    rows = PlanVersion.objects.filter(plan__case_id=case_id).order_by("on", "pk")
    found: list[VersionView] = []
    before: Mapping[str, Any] = {}
    for row in rows:
        if row.plan_id == plan_id:
            found.append(
                VersionView(
                    number=row.number,
                    on=row.on,
                    why=row.why,
                    by_name=row.by_name,
                    changes=differences(before, row.content) if before else (),
                )
            )
        before = row.content
    return tuple(reversed(found))


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return what changed, in the order of the plan: its own fields, goals, measures."""
    return (*_own(old, new), *_goals(old, new), *_measures(old, new))


def _own(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for name in OWN:
        if old.get(name, "") != new.get(name, ""):
            yield Change(what="plan", field=name, old=old.get(name, ""), new=new.get(name, ""))


def _goals(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = _by_key(old["goals"], "text"), _by_key(new["goals"], "text")
    for key, goal in before.items():
        if key not in after:
            yield Change(what="goal", field="", code=goal["code"], name=goal["text"], old="-", new="")
    for key, goal in after.items():
        if key not in before:
            yield Change(what="goal", field="", code=goal["code"], name=goal["text"], old="", new="-")


def _measures(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = _by_key(old["measures"], "title"), _by_key(new["measures"], "title")
    for key, one in before.items():
        if key not in after:
            yield Change(what="measure", field="", code=one["code"], name=one["title"], old="-", new="")
    for key, one in after.items():
        if key not in before:
            yield Change(what="measure", field="", code=one["code"], name=one["title"], old="", new="-")
            continue
        for name in OF_MEASURE:
            was, now = before[key].get(name, ""), one.get(name, "")
            if was != now:
                yield Change(
                    what="measure", field=name, code=one["code"], name=one["title"], old=was, new=now
                )


def _by_key(rows: list[dict[str, str]], text: str) -> dict[tuple[str, str, int], dict[str, str]]:
    """Rows by what they are; the second of two alike stays apart from the first."""
    found: dict[tuple[str, str, int], dict[str, str]] = {}
    for row in rows:
        number = sum(1 for key in found if key[:2] == (row["code"], row[text]))
        found[row["code"], row[text], number] = row
    return found
