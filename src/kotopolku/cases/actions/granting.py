"""Luovuttaminen: open a case for reading to another organisation, a part of it, for a time (KotoL 79, 94 §)."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Organisation
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.access import case_for
from kotopolku.cases.events import tell
from kotopolku.cases.models import Case, CaseGrant
from kotopolku.cases.scopes import COUNTY_PART, EMPLOYMENT_AUTHORITY, FORMER_UNIT, PROVIDER
from kotopolku.people.access import hides_place, person_for

DAY = timedelta(days=1)
#: A county and a provider read only while they take part (KotoL 80 §): a grant of theirs without a last day gets one.
USUAL_TIME = timedelta(days=180)
WHILE_TAKING_PART = (COUNTY_PART, PROVIDER)
#: Which kinds of organisation a scope is for.
RECEIVERS: dict[str, frozenset[str]] = {
    COUNTY_PART: frozenset({"county"}),
    PROVIDER: frozenset({"provider", "association", "municipality"}),
    EMPLOYMENT_AUTHORITY: frozenset({"employment_authority"}),
    FORMER_UNIT: frozenset({"municipality", "employment_authority"}),
}


@action(Role.OFFICER, Role.COORDINATOR)
def grant_case(
    *,
    case_id: UUID,
    organisation: str,
    scope: str,
    reason: str,
    first_day: date | None = None,
    last_day: date | None = None,
    rows_until: date | None = None,
    despite_non_disclosure: bool = False,
) -> int:
    """Open the case to an organisation (its code) and return the grant's id; the last day is included.

    One who takes part reads for half a year where no last day is given (`USUAL_TIME`).

    A former unit reads the rows up to `rows_until`, the day responsibility moved (left out: today).

    Raises Invalid: no reason, an organisation of another kind than the scope's, an end before the beginning, and a
    person under non-disclosure (turvakielto) unless it is said that the order is known (`despite_non_disclosure`).
    """
    case = case_for(case_id, to="change")
    now = acting()
    begins = first_day or now.on
    if last_day is None and scope in WHILE_TAKING_PART:
        last_day = begins + USUAL_TIME
    if not reason.strip():
        raise Invalid(field="reason", message=_("Write why the data is given. The reason stays in the log."))
    receiver = Organisation.objects.filter(code=organisation).first()
    if receiver is None or receiver.kind not in RECEIVERS.get(scope, frozenset()):
        raise Invalid(field="organisation", message=_("Choose an organisation of the right kind."))
    if last_day is not None and last_day < begins:
        raise Invalid(field="last_day", message=_("The last day is before the first. Correct one of them."))
    _refuse_protected(case, despite=despite_non_disclosure)
    row = CaseGrant.objects.create(
        controller_id=case.controller_id,
        case=case,
        organisation=receiver,
        scope=scope,
        first_day=begins,
        last_day=last_day,
        rows_until=(rows_until or now.on) if scope == FORMER_UNIT else None,
        reason=reason.strip(),
        granted_by=now.actor.staff_id,
        granted_by_name=now.actor.name,
    )
    _tell(case, "case_granted", receiver, text=reason.strip())
    touch(case.person_id)
    return row.pk


def _refuse_protected(case: Case, *, despite: bool) -> None:
    if not despite and hides_place(person_for(case.person_id, to="change")):
        raise Invalid(
            field="despite_non_disclosure",
            message=_(
                "The client is under a non-disclosure order. Give the data only if the receiver needs it all the "
                "same, and say so here."
            ),
        )


@action(Role.OFFICER, Role.COORDINATOR)
def end_grant(*, grant_id: int) -> None:
    """End a grant: from this moment the organisation sees nothing of the case. Raises NotFound."""
    now = acting()
    row = CaseGrant.objects.filter(pk=grant_id, ended_by_name="").select_related("organisation").first()
    if row is None:
        raise NotFound(f"grant {grant_id}")
    case = case_for(row.case_id, to="change")
    CaseGrant.objects.filter(pk=row.pk).update(
        last_day=max(row.first_day, now.on), ended_by_name=now.actor.name
    )
    _tell(case, "grant_ended", row.organisation)
    touch(case.person_id)


def _tell(case: Case, code: str, receiver: Organisation, *, text: str = "") -> None:
    tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        text=text,
        organisation=receiver.names.pick("fi").text,
        place_in="organisation" if receiver.kind == "municipality" else "",
    )


def leave_to_read(case: Case, *, organisation_id: int, rows_until: date, reason: str) -> None:
    """Let an authority whose responsibility ended read on up to its last day, and nothing else (former_unit).

    What it was granted until now ends. Part of the act that moves the responsibility, which asks the permission.
    """
    now = acting()
    running = CaseGrant.objects.filter(case=case, organisation_id=organisation_id, ended_by_name="")
    for row in running:
        row.last_day, row.ended_by_name = (
            max(row.first_day, min(row.last_day or now.on, now.on)),
            now.actor.name,
        )
        row.save(update_fields=["last_day", "ended_by_name"])
    CaseGrant.objects.create(
        controller_id=case.controller_id,
        case=case,
        organisation_id=organisation_id,
        scope=FORMER_UNIT,
        first_day=rows_until + DAY,
        rows_until=rows_until,
        reason=reason,
        granted_by=now.actor.staff_id,
        granted_by_name=now.actor.name,
    )
