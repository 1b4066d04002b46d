"""Vastaukset: what a worker without an account answered, recorded by the officer on their behalf."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.organisation_queries import organisation_on
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.cases import codes
from kotopolku.cases.access import case_for
from kotopolku.cases.events import tell


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def record_answer(
    *, case_id: UUID, organisation: str, who: str, way: str, answered_on: date, text: str
) -> int:
    """Record who of another organisation answered what, when and by which way (codes.ANSWER_WAYS).

    A county's or an employment authority's worker without an account is a normal case: the event is the answerer's,
    the row says who recorded it. Returns the event's id. Raises Invalid, Closed, NotFound.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    if way not in codes.ANSWER_WAYS:
        raise Invalid(field="way", message=_("Choose how the answer came."))
    for field, value, message in (
        ("who", who, _("Write who answered: a name or a task.")),
        ("text", text, _("Write what was answered.")),
    ):
        if not value.strip():
            raise Invalid(field=field, message=message)
    if answered_on > acting().on:
        raise Invalid(field="answered_on", message=_("This day has not come yet. Give a day up to today."))
    asked = organisation_on(organisation, on=answered_on)
    if asked is None:
        raise Invalid(field="organisation", message=_("Choose the organisation from the list."))
    return tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="answer_recorded",
        on=answered_on,
        text=text.strip(),
        who=who.strip(),
        organisation=asked.names.pick("fi").text,
        way=way,
    )
