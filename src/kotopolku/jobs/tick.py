"""Enqueue what is due. Running it twice, or on two machines at once, enqueues nothing twice."""

from datetime import datetime

from django.db import connection
from django.tasks import TaskResultStatus
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from kotopolku.accounts.queries import area_ids
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.jobs.schedule import ERRANDS, SCHEDULE, Errand, Job

ONE_AT_A_TIME = 0x6B6F746F  # any number of ours; the key of the advisory lock


def tick(
    *, at: datetime, schedule: tuple[Job, ...] = SCHEDULE, errands: tuple[Errand, ...] = ERRANDS
) -> tuple[str, ...]:
    """Enqueue each job's latest due run unless it was enqueued before; return one line a task enqueued.

    An errand is enqueued for every area where something waits, unless one waits in the queue already.

    `at` is an instant with a time zone. The queue itself is the memory: a run is known by its task, its area and
    its day. When another tick is at work this one does nothing; the next will.
    """
    with acting_as(operator(), on=at.astimezone(HELSINKI).date(), route="jobs:tick"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
            if not cursor.fetchone()[0]:
                return ()
        lines = [line for job in schedule for line in _enqueue(job, at=at)]
        return (*lines, *(line for errand in errands for line in _send_out(errand, at=at)))


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


def _send_out(errand: Errand, *, at: datetime) -> list[str]:
    areas = import_string(errand.areas)()
    if not areas:
        return []
    queued = DBTaskResult.objects.filter(task_path=errand.task, status=TaskResultStatus.READY)
    known = {args_kwargs["args"][0] for args_kwargs in queued.values_list("args_kwargs", flat=True)}
    fresh = [area for area in areas if area not in known]
    task, day = import_string(errand.task), at.astimezone(HELSINKI).date().isoformat()
    for area in fresh:
        task.enqueue(area, day)
    return [f"{errand.code} {area} {day}" for area in fresh]
