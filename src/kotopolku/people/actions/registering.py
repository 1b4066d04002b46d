"""Rekisteröinti: a new person, with everything known at the start, in one act."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import afterwards
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.people import access
from kotopolku.people.actions import checks, rows
from kotopolku.people.entries import (
    FROM_PERSON,
    ContactEntry,
    IdentifierEntry,
    LanguageEntry,
    Names,
    PeriodEntry,
    Source,
    StatusEntry,
)
from kotopolku.people.models import (
    Citizenship,
    ContactDetail,
    Fact,
    Identifier,
    NameToken,
    NonDisclosure,
    Period,
    Person,
    PersonLanguage,
    ResidenceStatus,
)
from kotopolku.people.names import all_tokens, sort_key
from kotopolku.people.vocabulary import stored


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def register_person(
    *,
    controller_id: int,
    names: Names,
    birth_date: date | None = None,
    identity_code: str = "",
    identifiers: Iterable[IdentifierEntry] = (),
    languages: Iterable[LanguageEntry] = (),
    citizenships: Iterable[str] = (),
    statuses: Iterable[StatusEntry] = (),
    periods: Iterable[PeriodEntry] = (),
    facts: Mapping[str, object] | None = None,
    contact_details: Iterable[ContactEntry] = (),
    non_disclosure: bool = False,
    non_disclosure_until: date | None = None,
    source: Source = FROM_PERSON,
) -> UUID:
    """Register a person in the register of municipality `controller_id` and return the id.

    Raises Invalid (field named) for anything that cannot be: no name, a wrong identity code or one that is in use, a
    birth date that disagrees with it, a municipality outside the duty. Nothing is half written.
    """
    names = checks.names(names)
    code = checks.identity_code(identity_code) if identity_code.strip() else ""
    person = Person(
        controller_id=checks.own_municipality(controller_id),
        area_id=checks.own_area(),
        given_names=names.given_names,
        family_name=names.family_name,
        name_own_script=names.own_script,
        called_by=names.called_by,
        sort_key=sort_key(names.given_names, names.family_name),
        birth_date=checks.birth_date(birth_date, code=code),
        non_disclosure=non_disclosure,
        non_disclosure_until=non_disclosure_until if non_disclosure else None,
    )
    entries = tuple(periods)
    checks.may_know(born=person.birth_date, periods=entries)
    refuse_taken_code(code)
    person.save(force_insert=True)
    insert_identifiers(_codes(person, identifiers, code=code, source=source))
    marked = rows.marks(source)
    NameToken.objects.bulk_create(rows.tokens(person, all_tokens(names)))
    PersonLanguage.objects.bulk_create(rows.languages(person, languages, source))
    Citizenship.objects.bulk_create(rows.citizenships(person, citizenships, source))
    ResidenceStatus.objects.bulk_create([rows.status(person, entry, source) for entry in statuses])
    checks.no_overlap(entries)
    Period.objects.bulk_create([rows.period(person, entry, source) for entry in entries])
    Fact.objects.bulk_create(
        [
            Fact(
                controller_id=person.controller_id, person=person, key=key, value=stored(key, value), **marked
            )
            for key, value in (facts or {}).items()
            if value is not None
        ]
    )
    _record_reach(person, contact_details, source)
    touch(person.pk)
    return person.pk


def _record_reach(person: Person, details: Iterable[ContactEntry], source: Source) -> None:
    ContactDetail.objects.bulk_create(rows.contact_details(person, details, source))
    if person.non_disclosure:
        NonDisclosure.objects.create(
            controller_id=person.controller_id,
            person=person,
            last_day=person.non_disclosure_until,
            **rows.marks(source),
        )


def _codes(
    person: Person, entries: Iterable[IdentifierEntry], *, code: str, source: Source
) -> list[Identifier]:
    own = [IdentifierEntry(kind="identity_code", value=code)] if code else []
    return [rows.identifier(person, entry, source) for entry in (*entries, *own)]


def refuse_taken_code(code: str) -> None:
    """Raise Invalid when a person of the area has the code already; a foreign holder goes to the coordinator."""
    answer = access.find_identity(code) if code else "none"
    if answer == "yours":
        raise Invalid(
            field="identity_code",
            message=_(
                "You already have a client with this identity code. Find them by the code and open their page."
            ),
        )
    if answer == "somebody_else":
        afterwards(partial(access.report_duplicate, code))
        raise Invalid(
            field="identity_code",
            message=_(
                "Somebody in the area already has this identity code. Ask the coordinator to bring the data together."
            ),
        )


def insert_identifiers(identifiers: list[Identifier]) -> None:
    """Insert identifiers; a code that another request took a moment ago is refused like one that was taken before."""
    try:
        with transaction.atomic():
            Identifier.objects.bulk_create(identifiers)
    except IntegrityError:
        for one in identifiers:
            if one.kind == "identity_code":
                refuse_taken_code(one.value)
        raise
