"""The way in: after the first step somebody is known but not in; they enter after the second."""

import time
from dataclasses import asdict, dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from kotopolku.accounts.access import actors_of
from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.sign_in import PasswordBackend, Staff
from kotopolku.accounts.sign_in_factors import factors_of
from kotopolku.accounts.sign_in_sessions import begin, list_session
from kotopolku.audit.acting import acting_as
from kotopolku.cases.unsent import pages_unsent
from kotopolku.web.parts.requests import PageRequest, client_address
from kotopolku.web.parts.sessions import UNSENT, remember_owner

PENDING = "signing_in"
PENDING_SECONDS = 10 * 60
HOME = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Somebody who has taken the first step: who, how, and where they wanted to go."""

    staff_id: int
    way: str
    next: str
    at: float
    proved: bool = False  # both steps taken; only a password of one's own is missing


def wait_for_second(request: PageRequest, staff: Staff, *, way: str, target: str) -> HttpResponse:
    """Lead on after the first step: to the second one, to choosing one, or (a demo only) straight in."""
    has = factors_of(staff.pk).enough
    if not has and in_demo(request):
        return enter(request, staff, way=way, target=target)
    _wait(request, staff, way=way, target=target)
    return redirect("second_step" if has else "enrol")


def _wait(request: PageRequest, staff: Staff, *, way: str, target: str, proved: bool = False) -> None:
    request.session.cycle_key()
    known = Pending(staff_id=staff.pk, way=way, next=target, at=time.time(), proved=proved)
    request.session[PENDING] = asdict(known)


def pending(request: HttpRequest) -> tuple[Staff, Pending] | None:
    """Return who is between the two steps, and for how long at most ten minutes; None for anybody else."""
    kept = request.session.get(PENDING)
    if not kept or time.time() - kept["at"] > PENDING_SECONDS:
        request.session.pop(PENDING, None)
        return None
    staff = PasswordBackend().get_user(kept["staff_id"])
    return (staff, Pending(**kept)) if staff else None


def enter(request: PageRequest, staff: Staff, *, way: str, target: str) -> HttpResponse:
    """Begin the person's session and lead to what they wanted; a first password must be changed before."""
    if way == "password" and staff.password_is_first and not in_demo(request):
        _wait(request, staff, way=way, target=target, proved=True)
        return redirect("new_password")
    request.session.pop(PENDING, None)
    login(request, staff, backend=f"{PasswordBackend.__module__}.{PasswordBackend.__name__}")
    begin(request.session, way=way, now=time.time())
    listed = list_session(
        request.session,
        staff=staff,
        address=client_address(request),
        browser=request.headers.get("User-Agent", ""),
    )
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="done")
    actors = actors_of(staff.pk, on=request.on)
    if actors:
        with acting_as(actors[0], on=request.on):
            request.session[UNSENT] = pages_unsent()
    answer = redirect(target or HOME)
    remember_owner(answer, listed, secure=request.is_secure())
    return answer


def in_demo(request: PageRequest) -> bool:
    """True in a demo: the setting and the mark in the database, both."""
    area = request.area
    return bool(settings.DEMO and area and area.is_demo)


def wanted(request: PageRequest) -> str:
    """Return the address somebody came for, when it is one of ours; else ""."""
    return ours(request, request.POST.get("next") or request.GET.get("next") or "")


def ours(request: PageRequest, target: str) -> str:
    """Return an address somebody wants to go on to, when it is one of ours; else ""."""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else ""
