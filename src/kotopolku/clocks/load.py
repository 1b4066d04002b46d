"""Työkuorma: how many open cases and late days each officer of the area has, for whoever shares the work out."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from kotopolku.cases.models import Case, Clock
from kotopolku.clocks.register import Kind

SOON_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One officer's work as numbers; `officer_id` None stands for the cases that nobody has."""

    officer_id: int | None
    cases: int = 0
    late_law: int = 0
    late_target: int = 0
    soon: int = 0


def load(on: date) -> dict[int | None, Load]:
    """Return each officer's load among the acting duty's open cases, in two queries."""
    opened = Case.objects.filter(closed_on__isnull=True).order_by("officer")
    cases = dict(opened.values("officer").annotate(n=Count("pk")).values_list("officer", "n"))
    running = Clock.objects.filter(
        state="running", due_on__lte=on + timedelta(days=SOON_DAYS), case__closed_on__isnull=True
    ).exclude(kind=Kind.FACT)
    counted = (
        running.order_by("case__officer")
        .values("case__officer")
        .annotate(
            late_law=Count("pk", filter=Q(kind=Kind.LAW, due_on__lt=on)),
            late_target=Count("pk", filter=Q(kind=Kind.TARGET, due_on__lt=on)),
            soon=Count("pk", filter=Q(due_on__gte=on)),
        )
    )
    found: dict[int | None, Load] = {
        officer: Load(officer_id=officer, cases=n) for officer, n in cases.items()
    }
    for row in counted:
        officer = row["case__officer"]
        found[officer] = Load(
            officer_id=officer,
            cases=cases.get(officer, 0),
            late_law=row["late_law"],
            late_target=row["late_target"],
            soon=row["soon"],
        )
    return found
