"""Clocks of a case as badges and rows: solid edge = law, dashed = the area's own target, none = a plain date."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kotopolku.clocks.queries import ClockView
from kotopolku.web.desk.findings import citation
from kotopolku.web.parts.badges import clock_badge
from kotopolku.web.parts.dates import weekday_day
from kotopolku.web.parts.shapes import Citation, ClockBadge, ClockKind, ClockRow


def badge(view: ClockView, *, on: date) -> ClockBadge:
    """Return the pill. A due day on a holiday is not moved: the note says when to handle it."""
    note = ""
    if view.handle_by is not None and view.handle_by >= on:
        note = _("a holiday or weekend: handle it on %(day)s") % {"day": weekday_day(view.handle_by, on)}
    return clock_badge(
        kind=ClockKind(view.kind.value),
        due_on=view.due_on,
        on=on,
        started_on=view.starts_on,
        met_on=view.met_on,
        paused_on=view.paused_since,
        reason=_("job search valid"),
        long_limit=view.long_limit,
        note=note,
    )


def source(view: ClockView) -> tuple[str, Citation | None]:
    """Return what stands beside the pill: "palvelutavoite 14 pv", the section, or nothing."""
    if view.kind.value == "target":
        days = view.target_days
        if days is None:  # a target counted back from a day to come
            return _("own service target"), None
        return ngettext("own target %(days)s day", "own target %(days)s days", days) % {"days": days}, None
    if view.kind.value == "law" and view.path:
        return _("law"), citation(view.provision, view.path)
    return _("a date, no duty"), None


def clock_row(view: ClockView, *, on: date) -> ClockRow:
    """Return a clock for the rail of a case."""
    text, cite = source(view)
    return ClockRow(name=_(view.name), badge=badge(view, on=on), source=text, citation=cite)
