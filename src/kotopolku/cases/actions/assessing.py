"""Arviointi: begin, save a part at a time, record measures, tick what was told, conclude (KotoL 14 §, 869/2024)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.cases import codes
from kotopolku.cases.access import assessment_for, case_for
from kotopolku.cases.entries import Setting
from kotopolku.cases.events import tell
from kotopolku.cases.interview import MOST_TEXT, SOCIAL_AND_HEALTH, Answers
from kotopolku.cases.interview_topics import read
from kotopolku.cases.legal_facts import facts_of
from kotopolku.cases.models import Assessment, AssessmentMeasure, ToldTick
from kotopolku.cases.refusals import SOCIAL_AND_HEALTH as NOT_WITHOUT_COUNTY
from kotopolku.cases.refusals import (
    AssessmentRefused,
    Conclusion,
    Refusal,
    against_conclusion,
    against_sittings,
)
from kotopolku.cases.sensitive import answers_of, hidden_topics, put_apart
from kotopolku.cases.sittings import sittings_of
from kotopolku.languages.names import is_language
from kotopolku.law.facts import Facts

ASKED = (
    "assessment_duty",
    "assessment_groups",
    "interview_complete",
    "interview_information_complete",
    "assessment_channel_allowed",
    "assessment_language_ok",
    "child_opinion_compliant",
)
_SETTING_CODES = {
    "channel": codes.ASSESSMENT_CHANNELS,
    "interpreter_kind": codes.INTERPRETER_KINDS,
    "child_opinion_reason": codes.CHILD_OPINION_REASONS,
}


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def start_assessment(*, case_id: UUID) -> UUID:
    """Begin an assessment in an open case and return its id; one at a time. Raises Invalid if one is begun."""
    case = case_for(case_id, to="change", must_be_open=True)
    assessment = Assessment(controller_id=case.controller_id, case=case, started_on=acting().on)
    try:
        with transaction.atomic():
            assessment.save(force_insert=True)
    except IntegrityError:
        raise Invalid(field="case", message=_("An assessment has been begun already. Go on in it.")) from None
    tell(case_id=case.pk, controller_id=case.controller_id, code="assessment_started")
    touch(case.person_id)
    return assessment.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def save_assessment(
    *,
    assessment_id: UUID,
    version: int,
    setting: Setting | None = None,
    answers: Mapping[str, Mapping[str, Any]] | None = None,
) -> int:
    """Save a part: the frame, the answers of some topics, or both; the rest stays. Return the new version.

    Raises Stale when somebody saved after this form was opened, Invalid(field="topic.field") for a wrong value, and
    for social and health needs without the county (869/2024 2 § 2 mom.), and for a sensitive topic by a duty that may
    not see it.
    """
    assessment = _draft(assessment_id, version=version)
    joined_before = bool(assessment.county_participates)
    if setting is not None:
        _check_setting(setting)
        for part in fields(Setting):
            setattr(assessment, part.name, getattr(setting, part.name))
    if answers is not None:
        given = read(answers)
        _note_topics(assessment, given)
        assessment.answers = {**assessment.answers, **put_apart(assessment, given)}
    if assessment.apart.get(SOCIAL_AND_HEALTH):
        _refuse_without_county(assessment)
    if assessment.county_participates and not joined_before:
        _tell(assessment, "county_joined", person=assessment.county_person)
    return _save(assessment)


def _note_topics(assessment: Assessment, given: Answers) -> None:
    """Note today on the topics whose answers change: so many talks, and which topic was gone through when."""
    before, today = answers_of(assessment), acting().on.isoformat()
    for topic, answer in given.items():
        if topic not in hidden_topics() and answer != before.get(topic, {}):
            days = assessment.gone_through.get(topic, [])
            assessment.gone_through[topic] = [*days, today] if today not in days else days


def _draft(assessment_id: UUID, *, version: int | None = None) -> Assessment:
    assessment = assessment_for(assessment_id, to="change")
    if assessment.state != "draft" or (version is not None and assessment.version != version):
        raise Stale(f"assessment {assessment_id}")
    return assessment


def _save(assessment: Assessment) -> int:
    assessment.version += 1
    assessment.save()
    touch(assessment.case.person_id)
    return assessment.version


def _check_setting(setting: Setting) -> None:
    values = asdict(setting)
    for name, allowed in _SETTING_CODES.items():
        if values[name] and values[name] not in allowed:
            raise Invalid(field=name, message=_("Choose one of the choices."))
    if setting.language and not is_language(setting.language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    for name in ("weighty_reason", "county_person"):
        if len(values[name]) > MOST_TEXT:
            raise Invalid(
                field=name,
                message=format_lazy(
                    _("The text has {count} characters; {most} fit here. Shorten it."),
                    count=len(values[name]),
                    most=MOST_TEXT,
                ),
            )
    if setting.minutes is not None and not 1 <= setting.minutes <= codes.MOST_MINUTES:
        raise Invalid(field="minutes", message=_("Write the minutes as a whole number from 1 to 600."))
    if setting.held_on is not None and setting.held_on > acting().on:
        raise Invalid(field="held_on", message=_("The interview is still to come. Write its day afterwards."))


def _refuse_without_county(assessment: Assessment) -> None:
    facts = facts_of(assessment)
    allowed = law.answer("social_and_health_needs_may_be_examined", facts, acting().on)
    if allowed.value is not True:
        raise Invalid(field=SOCIAL_AND_HEALTH, message=_(NOT_WITHOUT_COUNTY))


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def record_measure(*, assessment_id: UUID, kind: str, who: str, on: date, result: str) -> int:
    """Record a specifying measure (869/2024 3 §): who did it, when, with what result. Raises Invalid."""
    assessment = assessment_for(assessment_id, to="change")
    if kind not in codes.MEASURE_KINDS:
        raise Invalid(field="kind", message=_("Choose the kind of measure."))
    for field, text in (("who", who), ("result", result)):
        if not text.strip():
            raise Invalid(field=field, message=_("Write who made the measure and what came out."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day is still to come. Check the year."))
    row = AssessmentMeasure.objects.create(
        controller_id=assessment.controller_id,
        assessment=assessment,
        kind=kind,
        who=who.strip(),
        on=on,
        result=result.strip(),
        recorded_by_name=acting().actor.name,
    )
    _tell(assessment, "assessment_measure", on=on, kind=kind)
    return row.pk


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def tick_told(
    *,
    assessment_id: UUID,
    item: str | Sequence[str],
    language: str,
    understood_how: str,
    told_on: date | None = None,
) -> None:
    """Mark that the client was told an item (codes.INTERVIEW_INFORMATION), or several in one talk, and how it was
    seen to be understood.
    """
    assessment = _draft(assessment_id)
    now = acting()
    items = [item] if isinstance(item, str) else item
    if not items or not set(items) <= set(codes.INTERVIEW_INFORMATION):
        raise Invalid(field="item", message=_("Choose what was told."))
    if not is_language(language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    if not understood_how.strip():
        raise Invalid(
            field="understood_how", message=_("Write how you saw that the client understood, in a few words.")
        )
    ticks = [
        ToldTick(
            controller_id=assessment.controller_id,
            assessment=assessment,
            item=one,
            told_on=told_on or now.on,
            language=language,
            understood_how=understood_how.strip(),
            by=now.actor.staff_id,
            by_name=now.actor.name,
        )
        for one in dict.fromkeys(items)
    ]
    ToldTick.objects.bulk_create(
        ticks,
        update_conflicts=True,
        unique_fields=["assessment", "item"],
        update_fields=["told_on", "language", "understood_how", "by", "by_name"],
    )
    told = ToldTick.objects.filter(assessment=assessment).count()
    if told == len(codes.INTERVIEW_INFORMATION):
        _tell(assessment, "told_all", language=language)
    touch(assessment.case.person_id)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR, facts=True)
def untick_told(*, assessment_id: UUID, item: str) -> None:
    """Take a tick back while the assessment is a draft."""
    assessment = _draft(assessment_id)
    ToldTick.objects.filter(assessment=assessment, item=item).delete()
    touch(assessment.case.person_id)


@action(Role.OFFICER, Role.COORDINATOR, facts=True, official=True)
def conclude_assessment(
    *, assessment_id: UUID, version: int, outcome: str, outcome_reason: str, next_step: str
) -> None:
    """Conclude the assessment with an outcome of `codes.ASSESSMENT_OUTCOMES`; only a public official may.

    Raises AssessmentRefused with everything the law still asks, Stale when somebody saved in between. A client who
    was not reached or declined ends the assessment without an interview, and no assessment counts as made.
    """
    assessment = _draft(assessment_id, version=version)
    now = acting()
    held = outcome not in codes.OUTCOMES_WITHOUT_INTERVIEW
    facts = facts_of(assessment)
    conclusion = Conclusion(
        outcome=outcome if outcome in codes.ASSESSMENT_OUTCOMES else "",
        outcome_reason=outcome_reason.strip(),
        next_step=next_step.strip(),
        held_on=assessment.held_on,
        plan_needed_in_interview=assessment.answers.get("plan_need", {}).get("needed"),
        interview_demanded=held,
    )
    refusals: tuple[Refusal, ...] = against_conclusion(facts, conclusion, on=now.on)
    if held:
        refusals += against_sittings(facts, sittings_of(assessment.pk), on=now.on)
    if refusals:
        raise AssessmentRefused(refusals)
    assessment.state, assessment.concluded_on = "concluded", now.on
    assessment.made_on = now.on if held else None
    assessment.outcome, assessment.outcome_reason = outcome, conclusion.outcome_reason
    assessment.next_step = conclusion.next_step
    assessment.plan_need_found = outcome == "plan_needed" if held else None
    assessment.interviewer, assessment.interviewer_name = now.actor.staff_id, now.actor.name
    assessment.law_asked = [_asked(question, facts, on=now.on) for question in ASKED]
    _save(assessment)
    _tell(assessment, "assessment_concluded", outcome=outcome, text=conclusion.outcome_reason)


def _asked(question: str, facts: Facts, *, on: date) -> dict[str, Any]:
    found = law.answer(question, facts, on)
    value = list(found.value) if isinstance(found.value, tuple) else found.value
    return {
        "question": question,
        "rule": found.rule,
        "outcome": str(found.outcome),
        "value": value if isinstance(value, bool | int | str | list | None) else str(value),
        "on": on.isoformat(),
    }


def _tell(
    assessment: Assessment, code: str, *, on: date | None = None, text: str = "", **params: Any
) -> None:
    tell(
        case_id=assessment.case_id,
        controller_id=assessment.controller_id,
        code=code,
        on=on,
        text=text,
        assessment_id=str(assessment.pk),
        **params,
    )
