"""Pages for people (sivujen läpiluku): when each was last read through, by whose duty, and where its links lead."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.languages.codes import Language, by_code
from kotopolku.programme.guide_reading import GuideReading, guide_readings
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Table


@only_for(MANAGERS, subject="guides")
@require_GET
def guides(request: PageRequest) -> HttpResponse:
    """List the pages for people, those that have waited longest for a reader first."""
    found = guide_readings(request.area.id, on=request.on)
    reader = by_code(request.language.code)
    context = {
        "title": _("Pages for people"),
        "overdue": sum(one.is_overdue for one in found),
        "table": Table(
            caption=_("Pages for people"),
            columns=[
                Column(label=_("Page")),
                Column(label=_("Who answers for it")),
                Column(label=_("Last read through")),
                Column(label=_("To be read by")),
                Column(label=_("Links outside")),
            ],
            rows=[_row(one, reader) for one in found],
        )
        if found
        else None,
    }
    return render(request, "office/guides/page.html", context)


def _row(one: GuideReading, reader: Language) -> list[Cell]:
    return [
        Cell(
            text=one.name.pick(reader.code).text,
            url=reverse("public:situation", args=[reader, one.code]),
        ),
        Cell(text=one.owner.pick(reader.code).text if one.owner else _("Nobody"), more=one.person or ""),
        Cell(text=str(day(one.reviewed_on))),
        Cell(text=str(day(one.due_on)), tag=_("overdue") if one.is_overdue else ""),
        Cell(text=", ".join(url.removeprefix("https://") for url in one.links) or "–"),
    ]
