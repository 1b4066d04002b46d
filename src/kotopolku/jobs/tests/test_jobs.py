"""Jobs are due once a day, enqueued once, and carry nothing but ids and days."""

import inspect
from datetime import UTC, date, datetime, time
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.acting import acting
from kotopolku.audit.actor import Actor, Role
from kotopolku.cli.postgres import Server
from kotopolku.jobs import tasks
from kotopolku.jobs.schedule import SCHEDULE, Job
from kotopolku.jobs.tick import ONE_AT_A_TIME, tick

NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # five in the morning in Helsinki


def job(at: time, *, each_area: bool = True) -> Job:
    return Job(code="x", at=at, task="kotopolku.jobs.tasks.refresh_clocks", each_area=each_area, summary="x")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-24T01:04+02:00", "2026-11-23T01:05+02:00"),
        ("2026-11-24T01:05+02:00", "2026-11-24T01:05+02:00"),
        ("2026-11-23T23:30+00:00", "2026-11-24T01:05+02:00"),  # the same moment told in another zone
        ("2027-03-28T12:00+03:00", "2027-03-28T01:05+02:00"),  # the night the clocks go forward
        ("2026-10-25T12:00+02:00", "2026-10-25T01:05+03:00"),  # and back
    ],
)
def test_a_job_was_last_due_at_its_time_in_helsinki(now: str, due: str) -> None:
    assert job(time(1, 5)).last_due(datetime.fromisoformat(now)) == datetime.fromisoformat(due)


def test_a_tick_enqueues_what_is_due_once_however_often_it_runs(area: AreaView, stranger: Actor) -> None:
    # when
    first, second = tick(at=NIGHT), tick(at=NIGHT)
    # then each area has its own run of the clocks, and the house one of the sealing and one of the cleaning
    assert sorted(first) == [
        "erase_slips forssa 2026-11-24",
        "erase_slips raisio 2026-11-24",
        "follow_handovers forssa 2026-11-24",
        "follow_handovers raisio 2026-11-24",
        "forget_finished 2026-11-24",
        "refresh_clocks forssa 2026-11-24",
        "refresh_clocks raisio 2026-11-24",
        "remind_appointments forssa 2026-11-23",  # due at eight: at night the one of the day before
        "remind_appointments raisio 2026-11-23",
        "renew_guards forssa 2026-11-24",
        "renew_guards raisio 2026-11-24",
        "seal_log 2026-11-24",
        "sweep_drafts forssa 2026-11-24",
        "sweep_drafts raisio 2026-11-24",
    ]
    assert second == ()
    # and the next day they are due again
    assert len(tick(at=NIGHT.replace(day=25))) == len(first)


def test_days_on_which_nothing_ran_are_made_good_once(area: AreaView) -> None:
    tick(at=NIGHT)
    assert sorted(tick(at=NIGHT.replace(day=29))) == [
        "erase_slips raisio 2026-11-29",
        "follow_handovers raisio 2026-11-29",
        "forget_finished 2026-11-29",
        "refresh_clocks raisio 2026-11-29",
        "remind_appointments raisio 2026-11-28",
        "renew_guards raisio 2026-11-29",
        "seal_log 2026-11-29",
        "sweep_drafts raisio 2026-11-29",
    ]


def test_a_second_tick_at_the_same_time_does_nothing(own_database: str, database_server: Server) -> None:
    # given another machine's tick at work
    with psycopg.connect(database_server.url(role="kotopolku_app", database=own_database)) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        # then
        assert tick(at=NIGHT) == ()
        other.rollback()
    assert sorted(tick(at=NIGHT)) == ["forget_finished 2026-11-24", "seal_log 2026-11-24"]


def test_the_clocks_are_refreshed_by_the_areas_own_actor_for_the_day_of_the_job(
    area: AreaView, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []

    def refresh_all(*, area_id: str, on: date) -> None:
        seen.append((area_id, on, acting().actor.role, acting().actor.area_id))

    monkeypatch.setattr(tasks.clocks, "refresh_all", refresh_all)
    tasks.refresh_clocks.call("raisio", "2026-11-24")
    assert seen == [("raisio", date(2026, 11, 24), Role.SYSTEM, "raisio")]


@pytest.mark.django_db
def test_old_results_and_expired_sessions_are_forgotten_and_others_kept() -> None:
    # given a result of a task that ended three weeks ago and one that ended yesterday
    for days in (21, 1):
        result = DBTaskResult.objects.create(
            args_kwargs={"args": [days], "kwargs": {}},
            task_path="x",
            backend_name="default",
            status="SUCCESSFUL",
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE django_tasks_database_dbtaskresult SET finished_at = now() - make_interval(days => %s), "
                "started_at = now() - make_interval(days => %s) WHERE id = %s",
                [days, days, result.pk],
            )
            cursor.execute(
                "INSERT INTO django_session VALUES (%s, '', now() - make_interval(days => %s))",
                [f"s{days}", days - 5],
            )
    # when
    tasks.forget_finished.call("2026-11-24")
    # then
    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [[1]]
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_key FROM django_session")
        assert cursor.fetchall() == [("s1",)]


@pytest.mark.parametrize("each", SCHEDULE, ids=lambda each: each.code)
def test_a_jobs_task_exists_and_takes_only_words(each: Job) -> None:
    parameters = inspect.signature(import_string(each.task).func).parameters
    assert list(parameters) == (["area_id", "day"] if each.each_area else ["day"])
    assert {parameter.annotation for parameter in parameters.values()} == {str}


@pytest.mark.django_db
def test_of_a_task_that_failed_only_the_kind_of_failure_is_kept() -> None:
    # given a task whose failure repeats what somebody typed
    result = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="x", queue_name="default", backend_name="default",
        exception_class_path="", traceback="",
    )  # fmt: skip
    # when
    result.set_failed(ValueError("Rana Al-Jabiri, Salakatu 7"))
    # then
    result.refresh_from_db()
    assert result.exception_class_path == "builtins.ValueError"
    assert result.traceback == ""
