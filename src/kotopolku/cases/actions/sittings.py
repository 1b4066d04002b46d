"""Keskustelut ja hyvinvointialueen osuus: more talks than one, and what the county found out (14 § 4 mom.)."""

from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting
from kotopolku.audit.action import NotPermitted, action, touch
from kotopolku.audit.actor import Group, Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases import codes
from kotopolku.cases.access import assessment_for
from kotopolku.cases.entries import Sitting
from kotopolku.cases.events import tell
from kotopolku.cases.interview import MOST_TEXT
from kotopolku.cases.legal_facts import facts_of
from kotopolku.cases.models import Assessment
from kotopolku.cases.refusals import SOCIAL_AND_HEALTH as NOT_WITHOUT_COUNTY
from kotopolku.cases.sitting_models import AssessmentSitting, CountyPart
from kotopolku.languages.names import is_language

TO_COME = _("This day is still to come. Check the year.")


def _draft(assessment_id: UUID) -> Assessment:
    assessment = assessment_for(assessment_id, to="change")
    if assessment.state != "draft":
        raise Stale(f"assessment {assessment_id}")
    return assessment


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def record_sitting(*, assessment_id: UUID, sitting: Sitting) -> int:
    """Record one more talk: day, place, way, language, interpreter, minutes (869/2024 4 §). Return its id.

    Raises Invalid. Whether its way and language are those the law allows is asked when the assessment is concluded.
    """
    assessment = _draft(assessment_id)
    _check(sitting)
    row = AssessmentSitting.objects.create(
        controller_id=assessment.controller_id,
        assessment=assessment,
        held_on=sitting.held_on,
        channel=sitting.channel,
        place=sitting.place.strip(),
        weighty_reason=sitting.weighty_reason.strip(),
        language=sitting.language,
        interpreter_kind=sitting.interpreter_kind,
        minutes=sitting.minutes,
        recorded_by_name=acting().actor.name,
    )
    touch(assessment.case.person_id)
    return row.pk


def _check(sitting: Sitting) -> None:
    wrong: tuple[tuple[bool, str, str | Promise], ...] = (
        (sitting.held_on > acting().on, "held_on", TO_COME),
        (
            sitting.channel not in codes.ASSESSMENT_CHANNELS,
            "channel",
            _("Choose where or how you talked."),
        ),
        (not is_language(sitting.language), "language", _("Choose the language from the list.")),
        (
            sitting.interpreter_kind not in ("", *codes.INTERPRETER_KINDS),
            "interpreter_kind",
            _("Choose one of the choices."),
        ),
        (
            sitting.minutes is not None and not 1 <= sitting.minutes <= codes.MOST_MINUTES,
            "minutes",
            _("Write the minutes as a whole number from 1 to 600."),
        ),
        (max(len(sitting.place), len(sitting.weighty_reason)) > MOST_TEXT, "place", _("Shorten the text.")),
    )
    for fails, field, message in wrong:
        if fails:
            raise Invalid(field=field, message=message)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def remove_sitting(*, assessment_id: UUID, sitting_id: int) -> None:
    """Take away a talk that was recorded by mistake, while the assessment is a draft."""
    assessment = _draft(assessment_id)
    AssessmentSitting.objects.filter(assessment=assessment, pk=sitting_id).delete()
    touch(assessment.case.person_id)


@action(Role.OFFICER, Role.COORDINATOR, Role.COUNTY_WORKER)
def write_county_part(
    *, assessment_id: UUID, needs: str, ability: str = "", who: str = "", way: str = "own", said_on: date
) -> int:
    """Add what the county found out: needs of its services, ability to work and function. Return the row's id.

    The county's worker writes in the own name; anybody else records `who` said it by which way, on behalf of a worker
    without an account. Raises Invalid, also while the county does not take part (869/2024 2 § 2 mom.).
    """
    now = acting()
    own = now.actor.role == Role.COUNTY_WORKER
    if own:
        if (
            Group.SENSITIVE not in now.actor.groups
        ):  # the wall would refuse the row: the part is read by the group only
            raise NotPermitted("write_county_part")
        who, way = now.actor.name, "own"
        assessment = assessment_for(assessment_id)
    else:
        assessment = _draft(assessment_id)
        if way not in codes.ANSWER_WAYS:
            raise Invalid(field="way", message=_("Choose how the answer came."))
    _check_county(assessment, needs=needs, who=who, said_on=said_on)
    row = CountyPart(
        controller_id=assessment.controller_id,
        assessment=assessment,
        who=who.strip(),
        way=way,
        said_on=said_on,
        needs=needs.strip(),
        ability=ability.strip(),
        by=now.actor.staff_id,
        by_name=now.actor.name,
    )
    row.save(force_insert=True)
    if not own:  # the timeline is the municipality's own
        tell(
            case_id=assessment.case_id,
            controller_id=assessment.controller_id,
            code="county_part",
            on=said_on,
            who=row.who,
            way=way,
            assessment_id=str(assessment.pk),
        )
    return row.pk


def _check_county(assessment: Assessment, *, needs: str, who: str, said_on: date) -> None:
    if assessment.state != "draft":
        raise Stale(f"assessment {assessment.pk}")
    if not needs.strip():
        raise Invalid(field="needs", message=_("Write what the county found out, or that it sees no need."))
    if not who.strip():
        raise Invalid(field="who", message=_("Write who answered: a name or a task."))
    if said_on > acting().on:
        raise Invalid(field="said_on", message=TO_COME)
    # A county's worker sees no facts about the person to ask the law with: taking part is the fact it asks for.
    taking_part = assessment.county_participates is True
    if taking_part and acting().actor.role != Role.COUNTY_WORKER:
        asked = law.answer("social_and_health_needs_may_be_examined", facts_of(assessment), acting().on)
        taking_part = asked.value is True
    if not taking_part:
        raise Invalid(field="needs", message=_(NOT_WITHOUT_COUNTY))
