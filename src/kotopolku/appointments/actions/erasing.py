"""Forget (poistaminen): a person's times when their data must go, and whom light bookings were with."""

from datetime import datetime, time, timedelta
from uuid import UUID

from kotopolku.appointments.models import Appointment, GroupMember, InterpreterWish, OwnBooking
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.helsinki import HELSINKI

KEPT_DAYS = 30


@action(Role.SYSTEM)
def erase_appointments(*, person_id: UUID) -> None:
    """Delete the person's times with their interpreters' orders, and their wishes; the log keeps that it was done."""
    Appointment.objects.filter(case__person_id=person_id).delete()
    GroupMember.objects.filter(case__person_id=person_id).delete()
    InterpreterWish.objects.filter(person_id=person_id).delete()


@action(Role.SYSTEM)
def forget_names(*, area_id: str) -> int:
    """Forget the names and telephones of light bookings a month after; the times stay, nobody's. Return how many."""
    first_kept = datetime.combine(acting().on - timedelta(days=KEPT_DAYS), time(), tzinfo=HELSINKI)
    OwnBooking.objects.filter(appointment__area_id=area_id, appointment__starts_at__lt=first_kept).delete()
    found = Appointment.objects.filter(
        area_id=area_id, case__isnull=True, capacity__isnull=True, starts_at__lt=first_kept
    )
    found.filter(booked_by__isnull=True).update(booked_by_name="")  # who booked by themselves
    return found.exclude(name="", phone="").update(name="", phone="")
