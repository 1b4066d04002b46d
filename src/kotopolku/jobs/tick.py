"""Enqueue what is due. Running it twice, or on two machines at once, enqueues nothing twice."""

from datetime import datetime

from django.db import connection
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from kotopolku.accounts.queries import area_ids
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.jobs.schedule import HELSINKI, SCHEDULE, Job

ONE_AT_A_TIME = 0x6B6F746F  # any number of ours; the key of the advisory lock


def tick(*, at: datetime, schedule: tuple[Job, ...] = SCHEDULE) -> tuple[str, ...]:
    """Enqueue each job's latest due run unless it was enqueued before; return one line a task enqueued.

    `at` is an instant with a time zone. The queue itself is the memory: a run is known by its task, its area and
    its day. When another tick is at work this one does nothing; the next will.
    """
    with acting_as(operator(), on=at.astimezone(HELSINKI).date(), route="jobs:tick"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
            if not cursor.fetchone()[0]:
                return ()
        return tuple(line for job in schedule for line in _enqueue(job, at=at))


def _enqueue(job: Job, *, at: datetime) -> list[str]:
    day = job.last_due(at).date().isoformat()
    runs = [[area, day] for area in area_ids()] if job.each_area else [[day]]
    known = {
        tuple(args_kwargs["args"])
        for args_kwargs in DBTaskResult.objects.filter(task_path=job.task).values_list(
            "args_kwargs", flat=True
        )
    }
    fresh = [run for run in runs if tuple(run) not in known]
    task = import_string(job.task)
    for run in fresh:
        task.enqueue(*run)
    return [" ".join([job.code, *run]) for run in fresh]
