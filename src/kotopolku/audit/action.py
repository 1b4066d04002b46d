"""`@action`: one mutation = permission, effect, audit entry and clocks, in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, wraps
from inspect import signature
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.module_loading import import_string

from kotopolku.audit.acting import acting
from kotopolku.audit.actor import Role
from kotopolku.audit.log import refuse, write

REGISTER: dict[str, "ActionInfo"] = {}


class NotPermitted(PermissionError):
    """The actor's duty does not allow the action; pages answer 404, since what exists is not told either."""


class TouchesNobody(RuntimeError):
    """An action said that it changes facts but named no person: its clocks would stand still."""


class ActionInfo:
    """What the register knows of an action."""

    __slots__ = ("facts", "function", "name", "official", "roles")

    def __init__(
        self,
        *,
        name: str,
        roles: frozenset[Role],
        facts: bool,
        official: bool,
        function: Callable[..., Any],
    ) -> None:
        self.name, self.roles, self.facts, self.function = name, roles, facts, function
        self.official = official


@cache
def _after_action() -> Callable[..., None]:
    function: Callable[..., None] = import_string(settings.AFTER_ACTION)
    return function


def about(subject: str, subject_id: object) -> None:
    """Say what the running action is about, where neither its result nor its arguments tell it."""
    acting().about = (subject, str(subject_id))


def touch(*persons: UUID) -> None:
    """Say whose clocks may move because of what the running action did."""
    acting().touched.update(persons)


@contextmanager
def together() -> Iterator[None]:
    """Let the actions of the block move the clocks once, when it ends, instead of after each of them.

    For several acts of one actor on one day; each is still logged by itself. Inside an action it changes nothing.
    """
    now = acting()
    now.depth += 1
    try:
        yield
        if now.depth == 1 and now.touched:
            _after_action()(persons=frozenset(now.touched), on=now.on)
    finally:
        now.depth -= 1
        if now.depth == 0:
            now.touched.clear()


# Whose or where, not what: an action on a case says so by `case_id`, not by the municipality beside it.
_NOT_THE_THING = frozenset({"controller_id", "municipality_id", "organisation_id", "subject_id"})


def _thing(function: Callable[..., Any]) -> str:
    """Return the parameter that names what the action is about: the first that ends with `_id`."""
    names = signature(function).parameters
    return next((one for one in names if one.endswith("_id") and one not in _NOT_THE_THING), "")


def _subject(
    thing: str, arguments: Mapping[str, object], result: object, touched: set[UUID]
) -> tuple[str, str]:
    """Return what an action was about: the row it made, else the thing it was given, else the one person it touched."""
    if isinstance(result, Model):
        return result._meta.db_table, str(result.pk)
    if arguments.get(thing) is not None:
        return thing.removesuffix("_id"), str(arguments[thing])
    return ("person", str(next(iter(touched)))) if len(touched) == 1 else ("", "")


def action[**P, R](
    *roles: Role, facts: bool = False, official: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action: only `roles` may run it; `facts=True` means it must `touch` somebody.

    `official=True` asks besides that the duty is a public official's (viranhaltija).

    Nested actions join the outermost one's transaction; when that ends well, AFTER_ACTION is called once with
    everybody touched. Raises NotPermitted (logged) for other roles.
    """
    allowed = frozenset(roles)

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        name, package = function.__name__, function.__module__.split(".")[1]
        thing = _thing(function)

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            now = acting()
            if now.actor.role not in allowed or (official and not now.actor.is_official):
                refuse(kind="change", subject=name, subject_id="")
                raise NotPermitted(name)
            with transaction.atomic():
                before, outer = set(now.touched), now.about
                now.touched.clear()
                now.about = None
                now.depth += 1
                try:
                    result = function(*args, **kwargs)
                    mine = set(now.touched)
                    if facts and not mine:
                        raise TouchesNobody(name)
                    subject, subject_id = now.about or _subject(thing, kwargs, result, mine)
                    write(
                        kind="change",
                        action=name,
                        subject=subject or package,
                        subject_id=subject_id,
                        persons=mine,
                    )
                    if now.depth == 1 and mine:
                        _after_action()(persons=frozenset(mine), on=now.on)
                finally:
                    now.depth -= 1
                    now.touched |= before
                    now.about = outer
                    if now.depth == 0:
                        now.touched.clear()
            return result

        REGISTER[f"{function.__module__}.{name}"] = ActionInfo(
            name=name, roles=allowed, facts=facts, official=official, function=function
        )
        return run

    return decorate
