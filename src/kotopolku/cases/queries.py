"""Asiat sivuille: inbox, caseload, one case's head, assessment, drafts. Lists are logged as one row."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, OuterRef, Q, Subquery

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
from kotopolku.cases import codes
from kotopolku.cases.access import assessment_for, case_for, former_until
from kotopolku.cases.contact_lists import (
    contact_row,
    contact_view,
    handled_contacts,
    inbox,
    unfinished_contacts,
    waiting_contacts,
)
from kotopolku.cases.interview import SOCIAL_AND_HEALTH, Topic, state_of
from kotopolku.cases.interview_topics import SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.legal_facts import law_facts, law_facts_of
from kotopolku.cases.models import (
    Assessment,
    AssessmentMeasure,
    Case,
    Contact,
    Draft,
    Judgement,
    ToldTick,
)
from kotopolku.cases.sensitive import answers_of, hidden_topics
from kotopolku.cases.sittings import county_parts_of, sittings_of
from kotopolku.cases.timeline import timeline
from kotopolku.cases.views import (
    AssessmentView,
    CaseFile,
    CasePage,
    CaseRow,
    CaseView,
    DraftView,
    JudgementView,
    MeasureView,
    ToldView,
    TopicView,
)
from kotopolku.people.queries import HIDDEN, in_place, person_card, rows_by_id, same_person
from kotopolku.people.views import PersonRow

__all__ = [
    "HIDDEN",
    "assessment_at",
    "assessment_view",
    "case_by_number",
    "case_file",
    "case_of_person",
    "case_view",
    "caseload",
    "contact_view",
    "draft_of",
    "handled_contacts",
    "inbox",
    "law_facts",
    "law_facts_of",
    "timeline",
    "unfinished_contacts",
    "waiting_contacts",
]

PAGE = 25
_NEWEST = Prepared(lambda case: Assessment.objects.filter(case_id=case).order_by("-started_on", "-pk")[:1])
_JUDGEMENTS = Prepared(
    lambda case: Judgement.objects.filter(case_id=case, superseded_on__isnull=True).order_by("key")
)
_CONTACTS = Prepared(lambda case: Contact.objects.filter(case_id=case).order_by("received_on", "pk"))
_DRAFT = Prepared(
    lambda form, subject, owner: Draft.objects.filter(form=form, subject_id=subject, owner_id=owner)[:1]
)


def caseload(
    *,
    after: tuple[date, UUID] | None = None,
    officer_id: int | None = None,
    unassigned: bool = False,
    municipality: int | str | None = None,
    closed: bool = False,
    size: int = PAGE,
) -> CasePage:
    """Return cases, the newest first, `size` from after the key given.

    municipality: an organisation's id, HIDDEN for people whose municipality is masked (they are in no municipality's
    list), None for all. `closed` lists closed cases instead of open ones.
    """
    on = acting().on
    cases = Case.objects.filter(closed_on__isnull=not closed)
    if officer_id is not None:
        cases = cases.filter(officer_id=officer_id)
    if unassigned:
        cases = cases.filter(officer__isnull=True)
    cases = cases.filter(in_place(municipality, on=on, prefix="person__"))
    if after is not None:
        cases = cases.filter(Q(opened_on__lt=after[0]) | Q(opened_on=after[0], pk__gt=after[1]))
    newest = Assessment.objects.filter(case=OuterRef("pk")).order_by("-started_on", "-pk")
    found = list(
        cases.select_related("officer")
        .annotate(assessed=Subquery(newest.values("state")[:1]))
        .order_by("-opened_on", "pk")[: size + 1]
    )
    people = rows_by_id(case.person_id for case in found[:size])
    rows = tuple(
        CaseRow(
            id=case.pk,
            number=case.number,
            person_id=case.person_id,
            person=people.get(case.person_id),
            opened_on=case.opened_on,
            closed_on=case.closed_on,
            officer_id=case.officer_id,
            officer=case.officer.name if case.officer else "",
            assessment=case.assessed or "",
        )
        for case in found[:size]
    )
    log.listed(subject="case", persons=[row.person_id for row in rows])
    last = rows[-1] if len(found) > size else None
    return CasePage(rows=rows, next_after=(last.opened_on, last.id) if last else None)


def case_view(case_id: UUID) -> CaseView:
    """Return the head of a case page; the look is logged. Raises NotFound."""
    case = case_for(case_id)
    return _case_view(case, rows_by_id([case.person_id]).get(case.person_id))


def case_file(case_id: UUID) -> CaseFile:
    """Return the head of a case page with the client's card; each row is read once, the looks are logged.

    The former unit reads the case as it stood on its last day, without the card of the client as they are now.
    """
    case = case_for(case_id)
    if case.closed_on is not None or case.controller_id not in acting().actor.controllers:
        person = rows_by_id([case.person_id]).get(case.person_id)
        if person is None or former_until(case) is not None:
            return CaseFile(case=_case_view(case, person), card=None)
    card = person_card(case.person_id)
    return CaseFile(case=_case_view(case, card.row), card=card)


def _case_view(case: Case, person: PersonRow | None) -> CaseView:
    newest = _NEWEST.first(case=case.pk)
    judgements = _JUDGEMENTS(case=case.pk)
    contacts = _CONTACTS(case=case.pk)
    protected = person.id if person is not None and person.non_disclosure else None
    return CaseView(
        id=case.pk,
        number=case.number,
        person_id=case.person_id,
        person=person,
        opened_on=case.opened_on,
        opened_because=case.opened_because,
        closed_on=case.closed_on,
        closed_reason=case.closed_reason,
        officer_id=case.officer_id,
        officer=case.officer.name if case.officer else "",
        version=case.version,
        contacts=tuple(contact_row(one, protected=protected) for one in contacts),
        judgements=tuple(
            JudgementView(key=row.key, value=row.value, on=row.on, by=row.by_name, reason=row.reason)
            for row in judgements
        ),
        assessment_id=newest.pk if newest else None,
        assessment_state=newest.state if newest else "",
        assessment_outcome=newest.outcome if newest else "",
        assessment_by=newest.interviewer_name if newest else "",
        assessment_made_on=newest.made_on if newest else None,
    )


def case_of_person(person_id: UUID) -> UUID | None:
    """Return the id of the person's open case, else of the one opened last, None without a case in one's registers."""
    return cases_of_people([person_id]).get(person_id)


def cases_of_people(person_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return by person the open case, else the one opened last; those without a case in one's registers are left out.

    A case opened under a registration that was linked as the same person counts as the shown one's.
    """
    wanted = list(person_ids)
    shown_as = same_person(wanted)
    rows = Case.objects.filter(person_id__in=[*shown_as, *wanted])
    ordered = rows.order_by(F("closed_on").asc(nulls_last=True), "opened_on", "pk")
    found = {
        shown_as.get(person_id, person_id): case_id
        for person_id, case_id in ordered.values_list("person_id", "pk")
    }
    return {one: found[shown_as.get(one, one)] for one in wanted if shown_as.get(one, one) in found}


def case_by_number(number: str) -> UUID | None:
    """Return the id of the case with a number such as 2026-01842, None when there is none in one's registers."""
    found = Case.objects.filter(number=number.strip(), area_id=acting().actor.area_id).first()
    return found.pk if found else None


def assessment_view(assessment_id: UUID) -> AssessmentView:
    """Return an assessment; the look is logged. Raises NotFound.

    The county's part is None while the county does not take part (869/2024 2 § 2 mom.).
    """
    row = assessment_for(assessment_id)
    ticks = {tick.item: tick for tick in ToldTick.objects.filter(assessment=row)}
    answers, hidden = answers_of(row), hidden_topics()
    return AssessmentView(
        id=row.pk,
        case_id=row.case_id,
        case_number=row.case.number,
        person_id=row.case.person_id,
        may_change=row.controller_id in acting().actor.controllers and row.case.closed_on is None,
        state=row.state,
        version=row.version,
        started_on=row.started_on,
        held_on=row.held_on,
        concluded_on=row.concluded_on,
        made_on=row.made_on,
        channel=row.channel,
        weighty_reason=row.weighty_reason,
        language=row.language,
        interpreter=row.interpreter,
        interpreter_kind=row.interpreter_kind,
        minutes=row.minutes,
        sittings=sittings_of(row.pk),
        county_parts=county_parts_of(row),
        child_opinion_found_out=row.child_opinion_found_out,
        child_opinion_reason=row.child_opinion_reason,
        county_participates=row.county_participates,
        county_person=row.county_person,
        outcome=row.outcome,
        outcome_reason=row.outcome_reason,
        plan_need_found=row.plan_need_found,
        next_step=row.next_step,
        interviewer=row.interviewer_name,
        topics=tuple(
            _hidden(topic, row) if code in hidden else _topic(topic, answers.get(code, {}), row)
            for code, topic in TOPICS.items()
        ),
        social_and_health=(
            _hidden(SOCIAL_AND_HEALTH_TOPIC, row)
            if SOCIAL_AND_HEALTH in hidden
            else _topic(SOCIAL_AND_HEALTH_TOPIC, answers.get(SOCIAL_AND_HEALTH, {}), row)
        )
        if row.county_participates
        else None,
        told=tuple(_told(item, ticks.get(item)) for item in codes.INTERVIEW_INFORMATION),
        measures=_measures(row),
    )


def _measures(row: Assessment) -> tuple[MeasureView, ...]:
    return tuple(
        MeasureView(
            id=one.pk,
            kind=one.kind,
            who=one.who,
            on=one.on,
            result=one.result,
            recorded_by=one.recorded_by_name,
        )
        for one in AssessmentMeasure.objects.filter(assessment=row).order_by("on", "pk")
    )


def assessment_at(assessment_id: UUID, version: int) -> Mapping[str, Any] | None:
    """Return the row of an assessment as it was at a version, without what is kept apart; None when it never was."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state FROM assessment_history WHERE assessment_id = %s AND (state->>'version')::int = %s "
            "ORDER BY id DESC LIMIT 1",
            [assessment_id, version],
        )
        found = cursor.fetchone()
    return json.loads(found[0]) if found else None


def _hidden(topic: Topic, row: Assessment) -> TopicView:
    return TopicView(
        code=topic.code,
        label=topic.label,
        state=row.apart.get(topic.code, "empty"),
        missing=(),
        answer={},
        hidden=True,
        days=_days(topic, row),
    )


def _topic(topic: Topic, answer: Mapping[str, object], row: Assessment) -> TopicView:
    return TopicView(
        code=topic.code,
        label=topic.label,
        state=state_of(topic, answer),
        missing=topic.missing(answer),
        answer=answer,
        days=_days(topic, row),
    )


def _days(topic: Topic, row: Assessment) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in row.gone_through.get(topic.code, ()))


def _told(item: str, tick: ToldTick | None) -> ToldView:
    if tick is None:
        return ToldView(item=item, told_on=None, language="", understood_how="", by="")
    return ToldView(
        item=item,
        told_on=tick.told_on,
        language=tick.language,
        understood_how=tick.understood_how,
        by=tick.by_name,
    )


def draft_of(form: str, subject_id: str = "") -> DraftView | None:
    """Return the acting staff member's own draft of a form about a subject; None when there is none."""
    owner = acting().actor.staff_id
    row = None if owner is None else _DRAFT.first(form=form, subject=subject_id, owner=owner)
    if row is None:
        return None
    return DraftView(
        form=row.form, subject_id=row.subject_id, data=row.data, version=row.version, saved_at=row.saved_at
    )
