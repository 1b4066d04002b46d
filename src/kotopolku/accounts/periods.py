"""From–until with the last day included, as the law counts: which rows are in force on a day (voimassaoloaika)."""

from datetime import date

from django.db.models import Q


def in_force(on: date) -> Q:
    """Return the condition that a row with `valid_from` and `valid_to` (None: no end) is in force on the day."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gte=on))
