"""What waits beside the dates: each source is one panel of the rail. A new one is a function and a line in SOURCES."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.accounts.queries import AreaView
from kotopolku.appointments.queries import mine_on
from kotopolku.clocks.queries import Due, WaitingContact
from kotopolku.handovers.queries import unanswered, untold
from kotopolku.handovers.views import PacketRow, ResponsibilityView
from kotopolku.plans.unrecorded import Unrecorded, unrecorded
from kotopolku.web.desk.calendar import words as calendar
from kotopolku.web.desk.records.view import KINDS as RECORD_KINDS
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day_short, days_count, weekday_day
from kotopolku.web.parts.packet.lines import to_whom

PANEL_ROWS = 7
MOST_UNANSWERED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose day is shown: `mine` are the officers asked for, empty for everybody; `found` is what is due."""

    on: date
    area: AreaView
    mine: tuple[int, ...]
    municipality: int | str | None
    found: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """Something that waits: what or who, where it leads, more in small print, how long; `warning` is a tag."""

    what: str
    url: str
    where: str = ""
    more: str = ""
    waited: str = ""
    late: bool = False
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel: its rows, how many more there are and where, and what it says when nothing waits.

    Without `none` an empty panel is not shown at all.
    """

    title: str
    rows: Sequence[PanelRow]
    url: str = ""
    more: int = 0
    none: str = ""
    whence: str = ""


def contacts(asked: Asked) -> Panel:
    """Return the contacts that nobody has finished with, the oldest first."""
    found = asked.found.contacts
    return Panel(
        title=_("New contacts"),
        rows=[_contact(row, asked.area, on=asked.on) for row in found[:PANEL_ROWS]],
        url=reverse("desk:contacts"),
        more=max(0, len(found) - PANEL_ROWS),
        none=_("No contacts wait"),
        whence=_(
            "They come from the public form for authorities, from people themselves and from our own staff."
        ),
    )


def _contact(row: WaitingContact, area: AreaView, *, on: date) -> PanelRow:
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id else None
    received = weekday_day(row.received_on, on)
    return PanelRow(
        what=row.sender_organisation or codes.word(codes.CONTACT_KINDS, row.kind),
        url=reverse("desk:contact", args=[row.contact_id]),
        where=municipality.names.pick("fi").text if municipality else _("municipality hidden"),
        more=f"{received} · {row.handled_by_name}" if row.handled_by_name else received,
        waited=days_count((on - row.received_on).days) if row.received_on < on else _("today"),
        late=row.clock_state is not None and row.clock_state.value == "late",
        warning=_("sender not verified") if row.kind == "authority" and not row.sender_verified else "",
    )


def handovers(asked: Asked) -> Panel:
    """Return the hand-overs whose missing answer is ours to ask for, the longest waited first."""
    found = unanswered(asked.on, officers=asked.mine, municipality=asked.municipality, most=MOST_UNANSWERED)
    return Panel(
        title=_("Waits for an answer"),
        rows=[_packet(row, on=asked.on) for row in found[:PANEL_ROWS]],
        more=max(0, len(found) - PANEL_ROWS),
    )


def calls(asked: Asked) -> Panel:
    """Return whom somebody must tell who answers for them now, since no message reaches them (3 §)."""
    found = untold(asked.on, officers=asked.mine, municipality=asked.municipality, most=MOST_UNANSWERED)
    return Panel(
        title=_("Tell the client who answers now"),
        rows=[_call(row, on=asked.on) for row in found[:PANEL_ROWS]],
        more=max(0, len(found) - PANEL_ROWS),
    )


def _call(row: ResponsibilityView, *, on: date) -> PanelRow:
    days = (on - row.from_day).days
    return PanelRow(
        what=row.name,
        url=reverse("desk:responsibility", args=[row.case_id]),
        where="",
        more=_("Responsibility moved on %(day)s.") % {"day": day_short(row.from_day, on)},
        waited=days_count(days) if days else _("today"),
        late=days > 0,
    )


def _packet(row: PacketRow, *, on: date) -> PanelRow:
    return PanelRow(
        what=row.title,
        url=reverse("desk:packet", args=[row.id]),
        where=to_whom(row),
        more=_("%(name)s. Sent %(day)s.") % {"name": row.name, "day": day_short(row.sent_on, on)},
        waited=days_count(row.waited(on)),
        late=row.due_on < on,
    )


def national(asked: Asked) -> Panel:
    """Return what is not marked as recorded in the national system yet (102 § 4 mom.): nothing before the duty."""
    found = unrecorded(asked.on, officers=asked.mine, municipality=asked.municipality)
    return Panel(
        title=_("To record in the national system"),
        rows=[_unrecorded(row, on=asked.on) for row in found[:PANEL_ROWS]],
        more=max(0, len(found) - PANEL_ROWS),
    )


def _unrecorded(row: Unrecorded, *, on: date) -> PanelRow:
    return PanelRow(
        what=str(RECORD_KINDS[row.kind]),
        url=reverse("desk:records", args=[row.whose.case_id]),
        where=row.whose.name,
        more=_("Made %(day)s.") % {"day": day_short(row.made_on, on)},
        waited=days_count(row.age) if row.age else _("today"),
    )


def times(asked: Asked) -> Panel:
    """Return today's booked times of the workers asked for, the earliest first."""
    found = mine_on(asked.on, staff=asked.mine) if asked.mine else ()
    return Panel(
        title=_("Times today"),
        rows=[
            PanelRow(
                what=calendar.whom(view),
                url=reverse("desk:appointment", args=[view.id]),
                more=str(calendar.KINDS[view.kind]),
                waited=calendar.hours(view),
                warning=_("interpreter") if view.interpreted else "",
            )
            for view in found
        ],
        url=reverse("desk:calendar"),
    )


SOURCES: tuple[Callable[[Asked], Panel], ...] = (times, calls, handovers, contacts, national)


def panels(asked: Asked) -> list[Panel]:
    """Return the panels that have something to show or to say."""
    return [panel for panel in (source(asked) for source in SOURCES) if panel.rows or panel.none]
