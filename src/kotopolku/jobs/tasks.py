"""The regular tasks. Arguments are ids and days only; each names its actor, the area's system duty."""

from datetime import date

from django.core.management import call_command
from django.tasks import task

from kotopolku.accounts.access import system_actor
from kotopolku.accounts.limits import forget_old
from kotopolku.advice import actions as advice
from kotopolku.appointments import actions as appointments
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.sealing import seal
from kotopolku.cases import actions as cases
from kotopolku.clocks import actions as clocks
from kotopolku.handovers import actions as handovers
from kotopolku.letters import sending
from kotopolku.line import actions as line
from kotopolku.line import fetching
from kotopolku.roster import actions as roster

KEPT_DAYS = 14


@task
def refresh_clocks(area_id: str, day: str) -> None:
    """Compute the deadlines (määräajat) of the area's open cases for the day; a second run changes nothing."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:refresh_clocks"):
        clocks.refresh_all(area_id=area_id, on=on)


@task
def renew_guards(area_id: str, day: str) -> None:
    """Take those who have come of age (täysi-ikäisyys) out of the minors' group; a second run changes nothing."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:renew_guards"):
        cases.renew_guards(area_id=area_id)


@task
def sweep_drafts(area_id: str, day: str) -> None:
    """Forget drafts (luonnokset) whose 30 days are over; the first area's run leaves nothing to the others."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:sweep_drafts"):
        cases.sweep_drafts()


@task
def erase_slips(area_id: str, day: str) -> None:
    """Forget codes of slips (neuvontalapun koodi), old wishes of the line and requests of age; twice is harmless."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:erase_slips"):
        advice.erase_slips(area_id=area_id)
        line.forget_wishes(area_id=area_id)
        appointments.forget_names(area_id=area_id)
        roster.forget_requests(area_id=area_id)


@task
def remind_appointments(area_id: str, day: str) -> None:
    """Remind clients of their booked times (muistutus) of the coming two days; a second run finds nothing to do."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:remind_appointments"):
        appointments.remind(area_id=area_id)


@task
def follow_handovers(area_id: str, day: str) -> None:
    """Carry out the moves (muutto) whose day has come and remind of packets; a second run finds nothing to do."""
    on = date.fromisoformat(day)
    with acting_as(system_actor(area_id, on=on), on=on, route="jobs:follow_handovers"):
        handovers.carry_out_moves()
        handovers.remind_packets()


@task
def seal_log(day: str) -> None:
    """Seal the log (lokin sinetöinti) of every day that is over by the database's clock; `day` only names the run."""
    with acting_as(operator(), on=date.fromisoformat(day), route="jobs:seal_log"):
        seal()


@task
def forget_finished(day: str) -> None:
    """Delete results of tasks that ended over two weeks ago, sessions that have expired, and counts of tries."""
    call_command("prune_db_task_results", min_age_days=KEPT_DAYS)
    call_command("clearsessions")
    forget_old()


@task
def send_letters(area_id: str, day: str) -> None:
    """Send the area's e-mail that is due; what fails is tried again later, what is refused is given up."""
    on = date.fromisoformat(day)
    sending.send_due(system_actor(area_id, on=on), on=on)


@task
def fetch_mail(area_id: str, day: str) -> None:
    """Bring what is new in the shared box (yhteinen sähköposti) into the line; a second run finds nothing to do."""
    on = date.fromisoformat(day)
    fetching.fetch(system_actor(area_id, on=on), on=on)
