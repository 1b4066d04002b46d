"""The one way in: `acting_as(actor, on=day)` opens the transaction and tells the database who acts.

Requests, commands and tasks use nothing else. The actor is set transaction-locally, so a pooled connection carries
nothing over, and the former value is put back when a nested block ends: `set_config(..., true)` outlives a released
savepoint, it does not end with it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from kotopolku.audit.actor import Actor


@dataclass(slots=True)
class Acting:
    """What is known of the running piece of work."""

    actor: Actor
    on: date
    route: str = ""
    depth: int = 0
    touched: set[UUID] = field(default_factory=set)
    about: tuple[str, str] | None = None  # what the running action is about, when it says so itself
    seen: set[tuple[str, str]] = field(default_factory=set)
    kept: list["Kept"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something to be written even though the work it belongs to is rolled back: a refusal, a report."""

    actor: Actor
    on: date
    route: str
    work: Callable[[], None]


class NobodyActs(RuntimeError):
    """Records were reached for outside `acting_as`; a fault of the program, never of a user."""


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)


def acting() -> Acting:
    """Return the running piece of work; raises NobodyActs outside `acting_as`."""
    current = _acting.get()
    if current is None:
        raise NobodyActs("open acting_as(actor, on=day) first")
    return current


def current_actor() -> Actor:
    """Return who acts now; raises NobodyActs outside `acting_as`."""
    return acting().actor


def afterwards(work: Callable[[], None]) -> None:
    """Run `work` as the present actor when the outermost block has ended, in a transaction of its own.

    For what must be kept although the running work is refused and rolled back.
    """
    now = acting()
    now.kept.append(Kept(actor=now.actor, on=now.on, route=now.route, work=work))


def _tell_database(*, duty_id: int | None, on: date | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.duty_id', %s, true), set_config('app.on', %s, true)",
            ["" if duty_id is None else str(duty_id), "" if on is None else on.isoformat()],
        )


@contextmanager
def acting_as(actor: Actor, *, on: date, route: str = "") -> Iterator[Acting]:
    """Run the block as `actor` on the day `on` (Europe/Helsinki), in one transaction.

    What was given to `afterwards` inside is kept even when the block fails. Nested blocks are savepoints of the same
    transaction and hand it to the block around them.
    """
    former = _acting.get()
    current = Acting(actor=actor, on=on, route=route or (former.route if former else ""))
    token = _acting.set(current)
    try:
        with transaction.atomic():
            _tell_database(duty_id=actor.duty_id, on=on)
            yield current
            # Not in a finally: when the block failed, the rollback itself has put the former value back.
            if not connection.needs_rollback:
                _tell_database(
                    duty_id=former.actor.duty_id if former else None, on=former.on if former else None
                )
    finally:
        _acting.reset(token)
        if former is not None:
            former.kept.extend(current.kept)
        else:
            for one in current.kept:
                _keep(one)


def _keep(one: Kept) -> None:
    token = _acting.set(Acting(actor=one.actor, on=one.on, route=one.route))
    try:
        with transaction.atomic():
            _tell_database(duty_id=one.actor.duty_id, on=one.on)
            one.work()
            _tell_database(duty_id=None, on=None)
    finally:
        _acting.reset(token)
