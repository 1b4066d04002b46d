"""One of everything a page can be about, so that a walk over every page needs no list of its own."""

from dataclasses import replace
from datetime import datetime, time

from kotopolku.advice.actions import log_visit
from kotopolku.advice.entries import VisitEntry
from kotopolku.appointments.actions import book
from kotopolku.appointments.entries import BookingEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.handovers import codes
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.line.actions import take_place
from kotopolku.line.entries import TicketEntry
from kotopolku.people.actions import form_household
from kotopolku.roster.actions import announce_outreach
from kotopolku.roster.entries import DayEntry
from tests.cast import TODAY
from tests.desk import Matter

LEFT = VisitEntry(
    place="", channel="phone", interpreter="missing", lives="not_asked", minutes="up_to_5", outcome="left"
)


def with_everything(officer: Actor, matter: Matter) -> Matter:
    """Give the client a household, a booked time and a hand-over; log a visit, let somebody wait; go out."""
    with acting_as(officer, on=TODAY):
        call = BookingEntry(
            kind="other",
            mode="phone",
            case_id=matter.case,
            starts_at=datetime(2026, 11, 26, 10, tzinfo=HELSINKI),
            workers=(officer.staff_id or 0,),
        )
        found = replace(
            matter,
            household=form_household(members=[(matter.person, "adult")]),
            visit=log_visit(entry=LEFT).pk,
            appointment=book(entry=call),
            outreach_day=announce_outreach(
                entry=DayEntry(
                    municipality_id=officer.controllers[0],
                    where="Kirjasto",
                    day=TODAY,
                    opens=time(9),
                    closes=time(15),
                )
            ).pk,
            ticket=take_place(area_id="raisio", entry=TicketEntry(office="office", channel="desk")).pk,
        )
    task = a_packet(codes.TASK, receiver=ReceiverIn(organisation="raisio", role="rehtori"))
    return replace(found, packet=sent(officer, matter.case, task))
