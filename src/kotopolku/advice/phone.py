"""Puhelin ilman verkkoa: when a telephone may log visits of an outreach day, and whose they are."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

from kotopolku.advice import codes
from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting
from kotopolku.audit.helsinki import HELSINKI


def phone_hours(day: date, opens: time, closes: time) -> tuple[datetime, datetime]:
    """Return from when until when visits of an outreach day are logged on a telephone; never on another day."""
    span = timedelta(hours=codes.PHONE_HOURS)
    first = datetime.combine(day, time.min, tzinfo=HELSINKI)
    last = datetime.combine(day, time(23, 59, 59), tzinfo=HELSINKI)
    begins = datetime.combine(day, opens, tzinfo=HELSINKI) - span
    ends = datetime.combine(day, closes, tzinfo=HELSINKI) + span
    return max(first, begins), min(last, ends)


def keeper(day_id: int) -> str:
    """Return the mark by which a telephone knows whose visits it keeps: nobody's name can be read from it."""
    whose = f"{day_id}:{acting().actor.staff_id}"
    return salted_hmac("kotopolku.advice.phone", whose, algorithm="sha256").hexdigest()[:32]


def taken_already(ids: Collection[UUID]) -> frozenset[UUID]:
    """Return which of these visits the log has from the acting worker already: their receipt got lost."""
    now = acting().actor
    assert now.staff_id is not None
    rows = AdviceVisit.objects.filter(pk__in=ids, area_id=now.area_id, staff_id=now.staff_id)
    return frozenset(rows.values_list("pk", flat=True))
