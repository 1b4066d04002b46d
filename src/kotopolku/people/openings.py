"""Peitetyt tiedot avattuina: what a running opening lets its own worker see, and nobody else anywhere."""

from kotopolku.audit import log
from kotopolku.people.access import person_for, running_opening
from kotopolku.people.cards import contact_details
from kotopolku.people.models import NonDisclosure
from kotopolku.people.rows import provenance
from kotopolku.people.views import OpenedView, OrderView, PersonCard


def opened(card: PersonCard) -> OpenedView | None:
    """Return the hidden data while the acting worker's own opening runs, else None; only pages of one person ask.

    Never for lists, papers or exports. Seeing it is logged as a look of its own.
    """
    running = running_opening(card.row.id) if card.row.non_disclosure else None
    if running is None:
        return None
    person = person_for(card.row.id)
    log.looked(subject="masked_data", subject_id=str(person.pk), person=person.pk)
    return OpenedView(
        municipality_id=person.controller_id,
        contact=contact_details(person),
        closes_at=running.closes_at,
        reason=running.reason,
        words=running.words,
    )


def order_of(card: PersonCard) -> OrderView | None:
    """Return the person's own order as it was recorded; None where there is none (also for one who is only covered)."""
    if not card.own_order:
        return None
    row = NonDisclosure.objects.filter(person_id=card.row.id, superseded_on__isnull=True).first()
    if row is None:
        return OrderView(last_day=card.non_disclosure_until)
    return OrderView(
        last_day=row.last_day,
        covers_household=row.covers_household,
        contact_address=row.contact_address,
        provenance=provenance(row),
    )
