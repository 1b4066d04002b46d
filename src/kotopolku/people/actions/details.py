"""Perustiedot: names, codes, languages, citizenships, ways to reach, who must not meet."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.people.access import hides_place, person_for, running_opening
from kotopolku.people.actions import checks, rows
from kotopolku.people.actions.registering import insert_identifiers, refuse_taken_code
from kotopolku.people.entries import (
    FROM_PERSON,
    ContactEntry,
    IdentifierEntry,
    LanguageEntry,
    Names,
    Source,
)
from kotopolku.people.models import (
    Citizenship,
    ContactDetail,
    FormerName,
    KeptApart,
    NameToken,
    Person,
    PersonLanguage,
)
from kotopolku.people.names import all_tokens, sort_key, words_and_sounds


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def change_details(
    *,
    person_id: UUID,
    names: Names,
    birth_date: date | None,
    version: int,
    source: Source = FROM_PERSON,
) -> None:
    """Change names and date of birth; the former name is kept and still found. Raises Stale or Invalid."""
    names = checks.names(names)
    born = checks.birth_date(birth_date)
    checks.may_know(born=born)
    person = person_for(person_id, to="change")
    former = (person.given_names, person.family_name)
    changed = Person.objects.filter(pk=person.pk, version=version).update(
        given_names=names.given_names,
        family_name=names.family_name,
        name_own_script=names.own_script,
        called_by=names.called_by,
        sort_key=sort_key(names.given_names, names.family_name),
        birth_date=born,
        version=F("version") + 1,
    )
    if not changed:
        raise Stale
    if former != (names.given_names, names.family_name):
        FormerName.objects.create(
            controller_id=person.controller_id,
            person=person,
            given_names=former[0],
            family_name=former[1],
            until=acting().on,
            **rows.marks(source),
        )
    _renew_tokens(person, names)
    touch(person.pk)


def _renew_tokens(person: Person, names: Names) -> None:
    found = all_tokens(names)
    for old in FormerName.objects.filter(person=person, superseded_on__isnull=True):
        found |= words_and_sounds(old.given_names, old.family_name)
    NameToken.objects.filter(person=person).delete()
    NameToken.objects.bulk_create(rows.tokens(person, found))


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def add_identifier(*, person_id: UUID, entry: IdentifierEntry, source: Source = FROM_PERSON) -> None:
    """Add an identifier; a person has one identity code at most. Raises Invalid for a wrong or taken code."""
    person = person_for(person_id, to="change")
    if entry.kind == "identity_code":
        code = checks.identity_code(entry.value)
        refuse_taken_code(code)
        checks.birth_date(person.birth_date, code=code)
        entry = IdentifierEntry(kind=entry.kind, value=code, issuer=entry.issuer, valid_to=entry.valid_to)
    elif not entry.value.strip():
        raise Invalid(field="value", message=_("Write the number or code."))
    insert_identifiers([rows.identifier(person, entry, source)])
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def set_languages(
    *, person_id: UUID, languages: Iterable[LanguageEntry], source: Source = FROM_PERSON
) -> None:
    """Set all language facts; what stays as it was keeps its row and source, the rest becomes history."""
    person = person_for(person_id, to="change")
    new = rows.languages(person, languages, source)
    _replace(PersonLanguage, person, new, lambda row: (row.use, row.language, row.dialect, row.note))
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def set_citizenships(*, person_id: UUID, countries: Iterable[str], source: Source = FROM_PERSON) -> None:
    """Set all citizenships (ISO 3166-1 alpha-2, stateless, unknown); former ones become history."""
    person = person_for(person_id, to="change")
    new = rows.citizenships(person, countries, source)
    _replace(Citizenship, person, new, lambda row: row.country)
    touch(person.pk)


def _replace[M: (PersonLanguage, Citizenship)](
    model: type[M], person: Person, new: list[M], likeness: Callable[[M], object]
) -> None:
    wanted = {likeness(row): row for row in new}
    for row in model._default_manager.filter(person=person, superseded_on__isnull=True):
        if wanted.pop(likeness(row), None) is None:
            rows.supersede(row)
    model._default_manager.bulk_create(wanted.values())


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def set_contact_details(
    *, person_id: UUID, entries: Iterable[ContactEntry], source: Source = FROM_PERSON
) -> None:
    """Replace addresses, telephone numbers and e-mail addresses outright: old ones are not kept.

    Raises Invalid while a non-disclosure order hides the old ones: what one does not see one cannot replace. Who has
    opened them with a reason sees them.
    """
    person = person_for(person_id, to="change")
    if hides_place(person) and running_opening(person.pk) is None:
        raise Invalid(
            field="contact_details",
            message=_(
                "The contact details are hidden by a non-disclosure order. Open them with a reason first, then change "
                "them."
            ),
        )
    ContactDetail.objects.filter(person=person).delete()
    ContactDetail.objects.bulk_create(rows.contact_details(person, entries, source))
    touch(person.pk)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def keep_apart(*, person_id: UUID, other_id: UUID, source: Source) -> None:
    """Record that two people must not meet. The mark is on both, and neither's page names the other by it."""
    one, other = person_for(person_id, to="change"), person_for(other_id, to="change")
    if one.pk == other.pk:
        raise Invalid(field="other", message=_("Choose another person."))
    for mine, yours in ((one, other), (other, one)):
        if not KeptApart.objects.filter(person=mine, other=yours, superseded_on__isnull=True).exists():
            KeptApart.objects.create(
                controller_id=mine.controller_id, person=mine, other=yours, **rows.marks(source)
            )
    touch(one.pk, other.pk)
