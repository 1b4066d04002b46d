"""What is due: the officer's Today in a constant number of queries, however many clients there are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import BigIntegerField, BooleanField, F, Func, Q, QuerySet, Value

from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.accounts.queries import area_settings_of
from kotopolku.audit.acting import current_actor
from kotopolku.audit.log import listed
from kotopolku.cases.models import Clock
from kotopolku.cases.queries import unfinished_contacts
from kotopolku.cases.views import ContactRow
from kotopolku.cases.whose import Whose, whose
from kotopolku.clocks.of_case import ClockView, clock_view
from kotopolku.clocks.register import CLOCKS, Kind
from kotopolku.clocks.states import State, state_on
from kotopolku.law.calendar import add_days
from kotopolku.people.queries import in_place

AHEAD_DAYS = 60
#: Of what has passed and of what is ahead: more than anybody can act on; the page then asks to narrow down.
MOST_ROWS = 300
#: What the list may be narrowed to: the kinds of work an officer goes through one after another.
WORK: dict[str, tuple[str, ...]] = {
    "three_years": ("window_last_day", "plan_latest_day"),
    "assessments": ("assessment_start", "window_last_day"),
    "plans": ("plan_after_assessment", "plan_latest_day"),
    "reviews": ("next_review_due", "review_asked"),
    "referrals": ("referral_due",),
    "endings": ("plan_ends", "plan_max_end", "first_plan_last_end", "permit_ends", "non_disclosure_ends"),
}
WAITING_FACTS = tuple(code for code, clock in CLOCKS.items() if clock.waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A clock to act on, with whose it is."""

    clock: ClockView
    whose: Whose


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingContact:
    """A contact nobody has finished with; `due_on` is the area's own target, None when it has none."""

    contact_id: UUID
    kind: str
    state: str
    subject_name: str
    sender_organisation: str
    sender_verified: bool
    received_on: date
    due_on: date | None
    clock_state: State | None
    municipality_id: int | None
    handled_by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is due: `late` by harm first; `today`, the rest of this `week`, and the 60 days to come by day.

    `more` says that there was more than could be shown.
    """

    late: tuple[DueRow, ...]
    today: tuple[DueRow, ...]
    week: tuple[DueRow, ...]
    coming: tuple[DueRow, ...]
    contacts: tuple[WaitingContact, ...]
    more: bool

    def shown(self, *, most: int, whole: str) -> list[DueRow]:
        """Return the rows of a page that shows `most` of each group and all of one."""
        groups = {"late": self.late, "today": self.today, "week": self.week, "coming": self.coming}
        return [row for name, rows in groups.items() for row in (rows if name == whole else rows[:most])]

    @property
    def to_do(self) -> int:
        """How many things wait for somebody today."""
        return len(self.late) + len(self.today) + len(self.contacts)


def due(
    on: date,
    *,
    officer: int | None = None,
    mine: Collection[int] = (),
    municipality: int | str | None = None,
    work: str = "",
    most: int = MOST_ROWS,
    whole: str = "",
) -> Due:
    """Return what is due in the duty that acts: of one officer (staff id) or all, one municipality or all.

    `mine`: of these officers (oneself and whom one stands in for), with the cases that nobody has. `work`: one of WORK.

    `municipality` is an organisation's id, or `HIDDEN` for the clients whose municipality is hidden: those are under
    no municipality. Logged as one list of those shown: `most` of each group, and all of the group named `whole`.
    """
    settings = _settings()
    clocks = _clocks(on, officer=officer, mine=mine, municipality=municipality)
    if work in WORK:
        clocks = clocks.filter(code__in=WORK[work])
    # Each is cut in the order in which it is shown: what costs a client most is never what falls off the end.
    past = [*clocks.filter(_waits(), due_on__lt=on).order_by("harm", "due_on", "pk")[: MOST_ROWS + 1]]
    ahead = [*clocks.filter(due_on__gte=on).order_by("due_on", "pk")[: MOST_ROWS + 1]]
    rows = [_row(clock, on=on, settings=settings) for clock in (*past[:MOST_ROWS], *ahead[:MOST_ROWS])]
    week_ends = on + timedelta(days=6 - on.weekday())
    rest = [row for row in rows if row.clock.state is not State.LATE]
    contacts = _contacts(on, municipality=municipality, settings=settings)
    groups = Due(
        late=tuple(row for row in rows if row.clock.state is State.LATE),
        today=tuple(row for row in rest if row.clock.due_on <= on),
        week=tuple(row for row in rest if on < row.clock.due_on <= week_ends),
        coming=tuple(row for row in rest if row.clock.due_on > week_ends),
        contacts=contacts,
        more=max(len(past), len(ahead)) > MOST_ROWS,
    )
    listed(
        subject="due",
        persons=dict.fromkeys(row.whose.person_id for row in groups.shown(most=most, whole=whole)),
    )
    return groups


def _settings() -> AreaSettings:
    area = current_actor().area_id
    return area_settings_of(area) if area else AreaSettings()


def _clocks(
    on: date, *, officer: int | None, mine: Collection[int], municipality: int | str | None
) -> QuerySet[Clock]:
    rows = Clock.objects.filter(
        state="running", due_on__lte=add_days(on, AHEAD_DAYS), case__closed_on__isnull=True
    )
    if officer is not None:
        rows = rows.filter(case__officer_id=officer)
    elif mine:
        rows = rows.filter(of_officers(mine))
    rows = rows.filter(in_place(municipality, on=on, prefix="case__person__"))
    return rows.select_related("case", "case__person", "case__officer")


def _waits() -> Q:
    """Return the condition that a passed day still asks for an act: a plain date that has passed is history."""
    return ~Q(kind=Kind.FACT) | Q(code__in=WAITING_FACTS)


def of_officers(officers: Collection[int]) -> Q:
    """Return the condition for clocks of these officers' cases and of nobody's."""
    return Q(case__officer_id__in=officers) | Q(case__officer_id__isnull=True)


def usual(staff_id: int) -> Q:
    """Return the same for one officer and those whom the acting duty stands in for.

    Whom it stands in for is one value to the database, asked once, so that the index on officers serves.
    """
    mine = Func(
        F("case__officer_id"),
        Value(staff_id, output_field=BigIntegerField()),
        template="(%(expressions)s::bigint || (SELECT app_stands_in_for())))",
        arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )
    return Q(mine) | Q(case__officer_id__isnull=True)


def _row(row: Clock, *, on: date, settings: AreaSettings) -> DueRow:
    return DueRow(
        clock=clock_view(row, on=on, settings=settings),
        whose=whose(row.case, controller_id=row.controller_id),
    )


def _contacts(
    on: date, *, municipality: int | str | None, settings: AreaSettings
) -> tuple[WaitingContact, ...]:
    rows = unfinished_contacts(municipality=municipality, most=MOST_ROWS)
    return tuple(_waiting(rows, on=on, settings=settings))


def _waiting(rows: Iterable[ContactRow], *, on: date, settings: AreaSettings) -> Iterable[WaitingContact]:
    days = settings.contact_handling_days
    for row in rows:
        due_on = add_days(row.received_on, days) if days is not None else None
        yield WaitingContact(
            contact_id=row.id,
            kind=row.kind,
            state=row.state,
            subject_name=row.subject_name,
            sender_organisation=row.sender_organisation,
            sender_verified=row.sender_verified,
            received_on=row.received_on,
            due_on=due_on,
            clock_state=state_on(kind=Kind.TARGET, due_on=due_on, on=on, settings=settings)
            if due_on
            else None,
            municipality_id=row.municipality_id,
            handled_by_name=row.handled_by,
        )
