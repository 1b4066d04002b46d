"""Henkilökortti: everything known of one person, with its sources, in a constant number of queries."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.people import views
from kotopolku.people.access import in_other_registers, person_for, same_people
from kotopolku.people.bases import Provenance
from kotopolku.people.models import (
    Citizenship,
    ContactDetail,
    Fact,
    FormerName,
    HouseholdMember,
    Identifier,
    KeptApart,
    Period,
    Person,
    PersonLanguage,
    ResidenceStatus,
)
from kotopolku.people.names import display_name
from kotopolku.people.rows import hides_place, own_order_runs, person_row, provenance
from kotopolku.people.views import PersonCard
from kotopolku.people.vocabulary import PERIOD_FACTS


def person_card(person_id: UUID) -> PersonCard:
    """Return the card; the look is logged once. Raises NotFound.

    Under a non-disclosure order there is no municipality and no contact detail in it at all.
    """
    person = person_for(person_id)
    on = acting().on
    hidden = hides_place(person, on=on)
    same = same_people(person)
    mine: Mapping[str, Any] = {"person__in": same, "superseded_on__isnull": True}
    languages = _own_first(PersonLanguage.objects.filter(**mine).order_by("pk"), person)
    citizenships = _own_first(Citizenship.objects.filter(**mine).order_by("pk"), person)
    statuses = tuple(ResidenceStatus.objects.filter(**mine).order_by("granted_on", "pk"))
    periods = tuple(Period.objects.filter(**mine).order_by("first_day", "pk"))
    facts = _one_a_key(Fact.objects.filter(**mine).order_by("key", "pk"), person)
    former = FormerName.objects.filter(**mine).order_by("-until", "-pk")
    return PersonCard(
        row=person_row(person, on=on),
        given_names=person.given_names,
        family_name=person.family_name,
        version=person.version,
        non_disclosure_until=person.non_disclosure_until,
        own_order=own_order_runs(person, on=on),
        identifiers=_identifiers(mine),
        languages=tuple(_language(row) for row in languages),
        citizenships=tuple(row.country for row in citizenships),
        statuses=tuple(status_view(row) for row in statuses),
        periods=tuple(period_view(row) for row in periods),
        facts=tuple(fact_view(row) for row in facts),
        contact=None if hidden else contact_details(person),
        household=_household(same),
        same=same,
        elsewhere=in_other_registers(person),
        former_names=tuple(display_name(row.given_names, row.family_name) for row in former),
        must_not_meet=KeptApart.objects.filter(**mine).count(),
        sources=_sources(citizenships, languages, statuses, periods, facts),
    )


def _own_first[T: (PersonLanguage, Citizenship)](rows: Iterable[T], person: Person) -> tuple[T, ...]:
    """What is set as a whole: the shown registration's own, else that of one linked with it."""
    found = tuple(rows)
    return tuple(row for row in found if row.person_id == person.pk) or found


def _one_a_key(rows: Iterable[Fact], person: Person) -> tuple[Fact, ...]:
    """Where two linked registrations say differently, the one that is shown has the word."""
    found = {row.key: row for row in sorted(rows, key=lambda row: (row.person_id == person.pk, row.pk))}
    return tuple(found[key] for key in sorted(found))


def _identifiers(mine: Mapping[str, Any]) -> tuple[views.IdentifierView, ...]:
    return tuple(
        views.IdentifierView(kind=row.kind, value=row.value, issuer=row.issuer, valid_to=row.valid_to)
        for row in Identifier.objects.filter(**mine).order_by("pk")
    )


def _language(row: PersonLanguage) -> views.LanguageView:
    return views.LanguageView(
        use=row.use, language=row.language, dialect=row.dialect, note=row.note, provenance=provenance(row)
    )


def status_view(row: ResidenceStatus) -> views.StatusView:
    """Return a status as a plain value."""
    return views.StatusView(
        id=row.pk,
        kind=row.kind,
        legal_basis=row.legal_basis,
        granted_on=row.granted_on,
        valid_until=row.valid_until,
        applied_for_protection_first=row.applied_for_protection_first,
        applied_as_minor=row.applied_as_minor,
        provenance=provenance(row),
    )


def period_view(row: Period) -> views.PeriodView:
    """Return a period as a plain value."""
    return views.PeriodView(
        id=row.pk,
        kind=row.kind,
        first_day=row.first_day,
        last_day=row.last_day,
        provenance=provenance(row),
    )


def fact_view(row: Fact) -> views.FactView:
    """Return a scalar fact as a plain value."""
    return views.FactView(
        key=row.key,
        value=row.value,
        since=row.since,
        provenance=provenance(row),
    )


def contact_details(person: Person) -> tuple[views.ContactDetailView, ...]:
    """Return the ways to reach the person as they are: only for a card that hides nothing, or an opening of it."""
    return tuple(
        views.ContactDetailView(kind=row.kind, value=row.value, note=row.note)
        for row in ContactDetail.objects.filter(person=person).order_by("pk")
    )


def _household(same: tuple[UUID, ...]) -> tuple[views.MemberView, ...]:
    homes = HouseholdMember.objects.filter(person__in=same, last_day__isnull=True).values("household_id")
    rows = HouseholdMember.objects.filter(household_id__in=homes, last_day__isnull=True).exclude(
        person__in=same
    )
    on = acting().on
    return tuple(
        views.MemberView(
            household_id=row.household_id,
            person=person_row(row.person, on=on),
            role=row.role,
            first_day=row.first_day,
        )
        for row in rows.select_related("person").order_by("person__birth_date", "pk")
    )


def _sources(
    citizenships: tuple[Citizenship, ...],
    languages: tuple[PersonLanguage, ...],
    statuses: tuple[ResidenceStatus, ...],
    periods: tuple[Period, ...],
    facts: tuple[Fact, ...],
) -> dict[str, views.Provenance]:
    """Return the newest provenance by the law's name of the fact, for the grounds of a finding card."""
    groups: dict[str, tuple[Provenance, ...]] = {
        "person.citizenships": citizenships,
        "person.languages": languages,
        "residence.statuses": statuses,
    }
    found = {key: provenance(rows[-1]) for key, rows in groups.items() if rows}
    found |= {PERIOD_FACTS[row.kind]: provenance(row) for row in periods}
    return found | {row.key: provenance(row) for row in facts}
