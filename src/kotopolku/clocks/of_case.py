"""The clocks of one case for its page, with how each stands on the day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.accounts.queries import area_settings_of
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.models import Clock
from kotopolku.clocks.register import CLOCKS, ClockKind, Kind
from kotopolku.clocks.states import State, handle_by, state_on
from kotopolku.people.models import Period

_CLOCKS = Prepared(lambda case: Clock.objects.filter(case_id=case).select_related("case"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """One date of a case. `name` is a msgid; `kind`: law (solid edge), target (dashed), fact (no edge).

    `handle_by` is the last working day before a due day of our own that is a holiday or weekend: the day itself
    never moves. `paused_since` is the day job search began, when the employment authority answers for the matter.
    `target_days` is the area's own number, for "palvelutavoite 14 pv".
    """

    code: str
    name: str
    kind: Kind
    state: State
    rule: str
    provision: str
    path: str
    starts_on: date | None
    due_on: date
    met_on: date | None
    paused_since: date | None
    handle_by: date | None
    long_limit: bool
    target_days: int | None

    def days_left(self, on: date) -> int:
        """Days to the due day, itself included as 0; negative when late."""
        return (self.due_on - on).days


def clocks_of_case(case_id: UUID, *, on: date, settings: AreaSettings | None = None) -> tuple[ClockView, ...]:
    """Return the case's clocks, those to act on first, then those met. The page logs the look.

    `settings`: the area's own, where the page has read them already.
    """
    rows = _CLOCKS(case=case_id)
    if not rows:
        return ()
    settings = settings or area_settings_of(rows[0].case.area_id)
    since = (
        _job_search_since(rows[0].case.person_id, on) if any(row.state == "paused" for row in rows) else None
    )
    views = [
        clock_view(row, on=on, settings=settings, paused_since=since) for row in rows if row.code in CLOCKS
    ]
    return tuple(sorted(views, key=lambda one: (one.met_on is not None, one.due_on, CLOCKS[one.code].harm)))


def clock_view(
    row: Clock, *, on: date, settings: AreaSettings, paused_since: date | None = None
) -> ClockView:
    """Return a row as a plain value with its state on the day."""
    clock = CLOCKS[row.code]
    kind = Kind(row.kind)
    paused = row.state == "paused"
    return ClockView(
        code=row.code,
        name=clock.name,
        kind=kind,
        state=state_on(
            kind=kind,
            due_on=row.due_on,
            on=on,
            settings=settings,
            met_on=row.met_on,
            paused=paused,
            long_limit=clock.long_limit,
        ),
        rule=row.rule,
        provision=row.provision,
        path=rule_path(clock, row.rule),
        starts_on=row.starts_on,
        due_on=row.due_on,
        met_on=row.met_on,
        paused_since=paused_since if paused else None,
        handle_by=handle_by(row.due_on) if kind is Kind.LAW and row.met_on is None else None,
        long_limit=clock.long_limit,
        target_days=(row.due_on - row.starts_on).days if kind is Kind.TARGET and row.starts_on else None,
    )


def rule_path(clock: ClockKind, rule: str) -> str:
    """Return the address of the rule's page ("681-2023/22"), "" for targets and plain dates."""
    from kotopolku.law.provision import RULES

    found = RULES.get(rule or clock.rule)
    return found.provision.path if found else ""


def _job_search_since(person_id: UUID, on: date) -> date | None:
    periods = Period.objects.filter(
        person_id=person_id, kind="jobseeker", superseded_on__isnull=True, first_day__lte=on
    )
    return periods.order_by("-first_day").values_list("first_day", flat=True).first()
