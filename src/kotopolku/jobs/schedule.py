"""The one list of regular jobs, when each was last due, and the list of what runs whenever something waits.

Plain Python: the list can be read without Django.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kotopolku.audit.helsinki import HELSINKI


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job that runs once a day at `at` (Helsinki time): its task by address, once an area or once in all."""

    code: str
    at: time
    task: str
    each_area: bool
    summary: str

    def last_due(self, at: datetime) -> datetime:
        """Return the latest instant, not after `at`, when the job was due.

        Jobs missed while nothing ran are due once, not once a missed day.
        """
        local = at.astimezone(HELSINKI)
        slot = datetime.combine(local.date(), self.at, tzinfo=HELSINKI)
        if slot > local:
            slot = datetime.combine(local.date() - timedelta(days=1), self.at, tzinfo=HELSINKI)
        return slot


SCHEDULE = (
    Job(
        code="renew_guards", at=time(0, 35), task="kotopolku.jobs.tasks.renew_guards", each_area=True,
        summary="who has turned 18 is no longer a minor in anybody's lists",
    ),
    Job(
        code="seal_log", at=time(0, 20), task="kotopolku.jobs.tasks.seal_log", each_area=False,
        summary="the log of the day that ended is sealed, and any day before it that was missed",
    ),
    Job(
        code="erase_slips", at=time(0, 50), task="kotopolku.jobs.tasks.erase_slips", each_area=True,
        summary="codes on the slips of visitors to advice are forgotten after 90 days, wishes of the line after 14",
    ),
    Job(
        code="sweep_drafts", at=time(0, 45), task="kotopolku.jobs.tasks.sweep_drafts", each_area=True,
        summary="what was typed and not sent is forgotten after 30 days",
    ),
    Job(
        code="follow_handovers", at=time(0, 50), task="kotopolku.jobs.tasks.follow_handovers", each_area=True,
        summary="moves of the day are carried out, and packets that wait are brought to mind once",
    ),
    Job(
        code="refresh_clocks", at=time(1, 5), task="kotopolku.jobs.tasks.refresh_clocks", each_area=True,
        summary="every open case's deadlines, computed afresh for the day",
    ),
    Job(
        code="remind_appointments", at=time(8, 0), task="kotopolku.jobs.tasks.remind_appointments", each_area=True,
        summary="clients are reminded of booked times of the coming two days, once each",
    ),
    Job(
        code="forget_finished", at=time(2, 30), task="kotopolku.jobs.tasks.forget_finished", each_area=False,
        summary="results of tasks older than two weeks, and expired sessions, are deleted",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Work that runs within a minute of something waiting: its task by address, and who says in which areas."""

    code: str
    task: str
    areas: str
    summary: str


ERRANDS = (
    Errand(
        code="send_letters", task="kotopolku.jobs.tasks.send_letters",
        areas="kotopolku.letters.queries.areas_with_letters_due",
        summary="e-mail that is due leaves the outbox",
    ),
    Errand(
        code="fetch_mail", task="kotopolku.jobs.tasks.fetch_mail",
        areas="kotopolku.line.fetching.areas_with_box",
        summary="what is new in the shared box comes into the line of advice",
    ),
)  # fmt: skip
