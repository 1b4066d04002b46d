"""Booked times beside a case."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from kotopolku.appointments.queries import of_case
from kotopolku.web.desk.calendar import words
from kotopolku.web.parts.dates import weekday_day


def times_of_case(case_id: UUID, *, on: date) -> list[dict[str, object]]:
    """Return the times of a case from today on, as its page shows them."""
    return [
        {
            "url": reverse("desk:appointment", args=[view.id]),
            "day": weekday_day(view.day, on),
            "hours": words.hours(view),
            "kind": words.KINDS[view.kind],
            "workers": ", ".join(name for _id, name in view.workers),
        }
        for view in of_case(case_id, since=on)
    ]
