"""Rows about a person made from entries: every one carries its source and who entered it (KotoL 73 § 2 mom.)."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.errors import Invalid
from kotopolku.languages.names import is_language
from kotopolku.people.actions import checks
from kotopolku.people.bases import Provenance
from kotopolku.people.codes import (
    CONTACT_KINDS,
    IDENTIFIER_KINDS,
    LANGUAGE_USES,
    LEGAL_BASES,
    PERIOD_KINDS,
    SOURCES,
    STATUS_KINDS,
)
from kotopolku.people.entries import (
    ContactEntry,
    IdentifierEntry,
    LanguageEntry,
    PeriodEntry,
    Source,
    StatusEntry,
)
from kotopolku.people.models import (
    Citizenship,
    ContactDetail,
    Identifier,
    NameToken,
    Period,
    Person,
    PersonLanguage,
    ResidenceStatus,
)


def marks(source: Source) -> dict[str, Any]:
    """Return the provenance columns of a row entered now. Raises Invalid for an unknown source."""
    known(source.code, SOURCES, field="source")
    now = acting()
    return {
        "source": source.code,
        "source_note": source.note.strip(),
        "entered_by": now.actor.staff_id,
        "entered_by_name": now.actor.name,
        "entered_on": now.on,
    }


def supersede(row: Provenance, *, reason: str = "") -> None:
    """Make a row history; a reason says that it was wrong from the start."""
    now = acting()
    row.superseded_on, row.superseded_by, row.void_reason = now.on, now.actor.name, reason.strip()
    row.save(update_fields=["superseded_on", "superseded_by", "void_reason"])


def known(code: str, codes: Iterable[str], *, field: str) -> None:
    """Raise Invalid unless the code is one of the list."""
    if code not in codes:
        raise Invalid(
            field=field,
            message=format_lazy(_("“{code}” is not one of the choices. Choose again."), code=code),
        )


def tokens(person: Person, found: Iterable[tuple[str, str]]) -> list[NameToken]:
    """Return name tokens of a person."""
    return [
        NameToken(controller_id=person.controller_id, person=person, kind=kind, token=token)
        for kind, token in sorted(found)
    ]


def languages(person: Person, entries: Iterable[LanguageEntry], source: Source) -> list[PersonLanguage]:
    """Return rows of language facts. Raises Invalid for an unknown language or use."""
    rows, marked = [], marks(source)
    for entry in entries:
        known(entry.use, LANGUAGE_USES, field="languages")
        if not (is_language(entry.language) or (entry.language == "none" and entry.use == "written")):
            raise Invalid(
                field="languages",
                message=format_lazy(
                    _("“{code}” is no language we know. Choose the language from the list."),
                    code=entry.language,
                ),
            )
        rows.append(
            PersonLanguage(
                controller_id=person.controller_id,
                person=person,
                use=entry.use,
                language=entry.language,
                dialect=entry.dialect.strip(),
                note=entry.note.strip(),
                **marked,
            )
        )
    return rows


def citizenships(person: Person, countries: Iterable[str], source: Source) -> list[Citizenship]:
    """Return rows of citizenships (ISO 3166-1 alpha-2, stateless, unknown). Raises Invalid for another code."""
    import pycountry  # read on first use: its tables are large

    rows, marked = [], marks(source)
    for country in countries:
        if country not in {"stateless", "unknown", "XK"} and not pycountry.countries.get(alpha_2=country):
            raise Invalid(
                field="citizenships",
                message=format_lazy(
                    _("“{code}” is no country we know. Choose the country from the list."), code=country
                ),
            )
        rows.append(Citizenship(controller_id=person.controller_id, person=person, country=country, **marked))
    return rows


def status(person: Person, entry: StatusEntry, source: Source) -> ResidenceStatus:
    """Return a row of a residence status. Raises Invalid for days that cannot be."""
    known(entry.kind, STATUS_KINDS, field="kind")
    if entry.legal_basis is not None:
        known(entry.legal_basis, LEGAL_BASES, field="legal_basis")
    if entry.granted_on > acting().on:
        raise Invalid(
            field="granted_on",
            message=checks.NOT_GRANTED_YET,
        )
    if entry.valid_until is not None and entry.valid_until < entry.granted_on:
        raise Invalid(
            field="valid_until",
            message=_("The permit ends before it was granted. Check both days."),
        )
    return ResidenceStatus(
        controller_id=person.controller_id,
        person=person,
        kind=entry.kind,
        granted_on=entry.granted_on,
        legal_basis=entry.legal_basis,
        valid_until=entry.valid_until,
        applied_for_protection_first=entry.applied_for_protection_first,
        applied_as_minor=entry.applied_as_minor,
        **marks(source),
    )


def period(person: Person, entry: PeriodEntry, source: Source) -> Period:
    """Return a row of a period. Raises Invalid when it ends before it begins."""
    known(entry.kind, PERIOD_KINDS, field="kind")
    if entry.last_day is not None and entry.last_day < entry.first_day:
        raise Invalid(field="last_day", message=checks.ENDS_BEFORE)
    return Period(
        controller_id=person.controller_id,
        person=person,
        kind=entry.kind,
        first_day=entry.first_day,
        last_day=entry.last_day,
        **marks(source),
    )


def contact_details(person: Person, entries: Iterable[ContactEntry], source: Source) -> list[ContactDetail]:
    """Return rows of contact details; empty values are left out."""
    rows, marked = [], marks(source)
    for entry in entries:
        known(entry.kind, CONTACT_KINDS, field="contact_details")
        if entry.value.strip():
            rows.append(
                ContactDetail(
                    controller_id=person.controller_id,
                    person=person,
                    kind=entry.kind,
                    value=entry.value.strip(),
                    note=entry.note.strip(),
                    **marked,
                )
            )
    return rows


def identifier(person: Person, entry: IdentifierEntry, source: Source) -> Identifier:
    """Return a row of an identifier; an identity code must have been read before."""
    known(entry.kind, IDENTIFIER_KINDS, field="identifiers")
    return Identifier(
        controller_id=person.controller_id,
        person=person,
        area_id=person.area_id,
        kind=entry.kind,
        value=entry.value.strip(),
        issuer=entry.issuer.strip(),
        valid_to=entry.valid_to,
        **marks(source),
    )
