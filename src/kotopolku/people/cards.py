"""Henkilökortti: everything known of one person, with its sources, in a constant number of queries."""

from collections.abc import Iterable
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
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

_LANGUAGES = Prepared(
    lambda same: PersonLanguage.objects.filter(person__in=same, superseded_on__isnull=True).order_by("pk")
)
_CITIZENSHIPS = Prepared(
    lambda same: Citizenship.objects.filter(person__in=same, superseded_on__isnull=True).order_by("pk")
)
_STATUSES = Prepared(
    lambda same: ResidenceStatus.objects.filter(person__in=same, superseded_on__isnull=True).order_by(
        "granted_on", "pk"
    )
)
_PERIODS = Prepared(
    lambda same: Period.objects.filter(person__in=same, superseded_on__isnull=True).order_by(
        "first_day", "pk"
    )
)
_FACTS = Prepared(
    lambda same: Fact.objects.filter(person__in=same, superseded_on__isnull=True).order_by("key", "pk")
)
_IDENTIFIERS = Prepared(
    lambda same: Identifier.objects.filter(person__in=same, superseded_on__isnull=True).order_by("pk")
)
_FORMER_NAMES = Prepared(
    lambda same: FormerName.objects.filter(person__in=same, superseded_on__isnull=True).order_by(
        "-until", "-pk"
    )
)
_KEPT_APART = Prepared(lambda same: KeptApart.objects.filter(person__in=same, superseded_on__isnull=True))
_CONTACT = Prepared(lambda person: ContactDetail.objects.filter(person=person).order_by("pk"))
_HOMES = HouseholdMember.objects.filter(last_day__isnull=True)
_HOUSEHOLD = Prepared(
    lambda same: (
        _HOMES.filter(household_id__in=_HOMES.filter(person__in=same).values("household_id"))
        .exclude(person__in=same)
        .select_related("person")
        .order_by("person__birth_date", "pk")
    )
)


def person_card(person_id: UUID) -> PersonCard:
    """Return the card; the look is logged once. Raises NotFound.

    Under a non-disclosure order there is no municipality and no contact detail in it at all.
    """
    person = person_for(person_id)
    on = acting().on
    hidden = hides_place(person, on=on)
    same = same_people(person)
    languages = _own_first(_LANGUAGES(same=same), person)
    citizenships = _own_first(_CITIZENSHIPS(same=same), person)
    statuses = tuple(_STATUSES(same=same))
    periods = tuple(_PERIODS(same=same))
    facts = _one_a_key(_FACTS(same=same), person)
    former = _FORMER_NAMES(same=same)
    return PersonCard(
        row=person_row(person, on=on),
        given_names=person.given_names,
        family_name=person.family_name,
        version=person.version,
        non_disclosure_until=person.non_disclosure_until,
        own_order=own_order_runs(person, on=on),
        identifiers=_identifiers(same),
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
        must_not_meet=len(_KEPT_APART(same=same)),
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


def _identifiers(same: tuple[UUID, ...]) -> tuple[views.IdentifierView, ...]:
    return tuple(
        views.IdentifierView(kind=row.kind, value=row.value, issuer=row.issuer, valid_to=row.valid_to)
        for row in _IDENTIFIERS(same=same)
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
        for row in _CONTACT(person=person.pk)
    )


def _household(same: tuple[UUID, ...]) -> tuple[views.MemberView, ...]:
    on = acting().on
    return tuple(
        views.MemberView(
            household_id=row.household_id,
            person=person_row(row.person, on=on),
            role=row.role,
            first_day=row.first_day,
        )
        for row in _HOUSEHOLD(same=same)
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
