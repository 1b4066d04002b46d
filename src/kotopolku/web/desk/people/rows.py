"""People as rows of a table; a masked municipality is a word, never an empty cell that invites a guess."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.accounts.queries import AreaView
from kotopolku.clocks.clients import ClientRow
from kotopolku.people.views import PersonRow
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.exports import Value
from kotopolku.web.parts.shapes import Cell, Column, Table


def people_table(
    rows: Iterable[PersonRow],
    area: AreaView,
    *,
    caption: str,
    alike: Mapping[UUID, tuple[PersonRow, ...]] | None = None,
) -> Table:
    """Return the table; a name leads to the person's case, or to the person where there is none.

    `alike` flags those who may be one person registered twice.
    """
    return Table(
        caption=caption,
        columns=[Column(label=_("Name")), Column(label=_("Born")), Column(label=_("Municipality"))],
        rows=[
            [_name(row, (alike or {}).get(row.id, ())), Cell(text=_born(row)), _place(row, area)]
            for row in rows
        ],
    )


def clients_table(
    rows: Iterable[ClientRow], area: AreaView, *, caption: str, sorts: Mapping[str, tuple[str, str]], on: date
) -> Table:
    """Return the list of clients; `sorts` gives the heads "name" and "opened" their (address, present order)."""
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Name"), sort_url=sorts["name"][0], sort=sorts["name"][1]),
            Column(label=_("Born")),
            Column(label=_("Municipality")),
            Column(label=_("Language")),
            Column(label=_("Officer")),
            Column(label=_("Case opened"), sort_url=sorts["opened"][0], sort=sorts["opened"][1]),
            Column(label=_("Next date")),
        ],
        rows=[
            [
                _name(row.person, ()),
                Cell(text=_born(row.person)),
                _place(row.person, area),
                Cell(text=language_name(row.language)),
                Cell(text=row.officer or (_("Nobody") if row.case_id else "")),
                Cell(text=day(row.opened_on) if row.opened_on else _("no open case")),
                Cell(
                    text=day_short(row.next_due, on),
                    more=_(row.next_code) if row.next_code else "",
                    tag=_("late") if row.is_late(on) else "",
                ),
            ]
            for row in rows
        ],
    )


def export_columns() -> list[str]:
    """Return the heads of the file."""
    return [
        _("Family name and given names"), _("In own script"), _("Born"), _("Municipality"), _("Language"),
        _("Case number"), _("Case opened"), _("Officer"), _("Next date"), _("What is due"), _("Non-disclosure"),
    ]  # fmt: skip


def export_cells(row: ClientRow, area: AreaView) -> list[Value]:
    """Return a client as a row of the file, masked as on the page."""
    person = row.person
    return [
        person.list_name, person.own_script, person.birth_date, _place(person, area).text or _("municipality hidden"),
        language_name(row.language), row.case_number, row.opened_on, row.officer, row.next_due,
        _(row.next_code) if row.next_code else "", _("yes") if person.non_disclosure else "",
    ]  # fmt: skip


def _name(row: PersonRow, alike: tuple[PersonRow, ...]) -> Cell:
    others = ", ".join(
        f"{one.name} ({one.birth_date.year})" if one.birth_date else one.name for one in alike[:3]
    )
    return Cell(
        text=row.list_name,
        url=reverse("desk:person", args=[row.id]),
        more=" · ".join(
            part
            for part in (
                row.own_script,
                _("Maybe the same person as %(names)s") % {"names": others} if others else "",
            )
            if part
        ),
        protected=row.non_disclosure,
    )


def _born(row: PersonRow) -> str:
    return str(day(row.birth_date)) if row.birth_date else _("not recorded")


def _place(row: PersonRow, area: AreaView) -> Cell:
    name = area.finnish_names.get(row.municipality_id) if row.municipality_id is not None else None
    return Cell(text=name) if name else Cell(text="", masked=True)
