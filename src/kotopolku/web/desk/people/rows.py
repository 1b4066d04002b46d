"""People as rows of a table; a masked municipality is a word, never an empty cell that invites a guess."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.accounts.queries import AreaView
from kotopolku.people.views import PersonRow
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Cell, Column, Table


def people_table(rows: Iterable[PersonRow], area: AreaView, *, caption: str) -> Table:
    """Return the table; a name leads to the person's case, or to the person where there is none."""
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Name")),
            Column(label=_("Born")),
            Column(label=_("Municipality")),
        ],
        rows=[_row(row, area) for row in rows],
    )


def _row(row: PersonRow, area: AreaView) -> list[Cell]:
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id is not None else None
    url = reverse("desk:person", args=[row.id])
    return [
        Cell(text=row.list_name, url=url, more=row.own_script, protected=row.non_disclosure),
        Cell(text=str(day(row.birth_date)) if row.birth_date else _("not recorded")),
        Cell(text=municipality.names.pick("fi").text) if municipality else Cell(text="", masked=True),
    ]
