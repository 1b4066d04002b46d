"""Paketin kentät: what is known of each field of a packet, in words, and what must stay out of it.

Values are frozen as Finnish words: what was handed over can be read years later as it was sent.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from babel import Locale
from django.utils.translation import gettext, override

from kotopolku import law
from kotopolku.accounts.models import Organisation
from kotopolku.cases.interview import Field
from kotopolku.cases.interview_topics import TOPICS
from kotopolku.cases.models import Assessment, AssessmentMeasure, Case
from kotopolku.cases.sensitive import answers_of
from kotopolku.handovers import codes
from kotopolku.languages.days import plain_day
from kotopolku.languages.names import language_name
from kotopolku.law.facts import Disclosure, Facts
from kotopolku.people.access import hides_place, person_for
from kotopolku.people.cards import contact_details, person_card
from kotopolku.people.views import PersonCard
from kotopolku.plans.models import Goal, Measure, Plan
from kotopolku.plans.words import GOALS, RESPONSIBLES, SERVICES

_SPACES = re.compile(r"[\s\-.,]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is recorded for a packet: words by item, what an order protects, and the plan in force."""

    words: Mapping[str, str]
    protected: bool
    secrets: tuple[str, ...]
    hidden: Mapping[str, str]  # the protected items, for an authority that needs them
    plan: Plan | None


def known_of(case: Case) -> Known:
    """Gather every field of every packet about the case's client. Looking at the client is logged."""
    card = person_card(case.person_id)
    person = person_for(case.person_id, to="change")
    on_order = hides_place(person)
    details = contact_details(person)
    reach = {
        "home_place": case_home(person.controller_id),
        "contact_details": "; ".join(one.value for one in details),
    }
    with override("fi"):
        words = {**_of_person(card), **_of_assessment(case), **_of_plan(case), **_of_draft(case)}
    words["official_name"] = case.officer.name if case.officer else ""
    if not on_order:
        words |= reach
    return Known(
        words={name: text for name, text in words.items() if text},
        protected=on_order,
        secrets=tuple(one.value for one in details) if on_order else (),
        hidden=reach if on_order else {},
        plan=_plan_in_force(case),
    )


def case_home(controller_id: int) -> str:
    """Return the name of the home municipality."""
    return Organisation.objects.get(pk=controller_id).names.pick("fi").text


def tells_secret(text: str, secrets: Iterable[str]) -> bool:
    """Whether free words hold one of the values that a non-disclosure order protects, however it is spaced."""
    plain = _SPACES.sub("", text.casefold())
    return any(
        part in plain
        for secret in secrets
        for part in (
            _SPACES.sub("", secret.casefold()),
            _SPACES.sub("", secret.partition(",")[0].casefold()),
        )
        if len(part) >= 5
    )


def provider_may_get(facts: Facts, item: str, *, guided: bool, on: date) -> bool:
    """Ask the law whether a provider may get a field (94 §, 661/2009 36 §)."""
    disclosure = Disclosure(
        recipient="training_provider",
        client_guided_by_plan=guided,
        item=item,
        necessary_for_service=item == codes.OTHER,
    )
    return (
        law.answer("disclosure_to_provider_allowed", replace(facts, disclosure=disclosure), on).value is True
    )


def _of_person(card: PersonCard) -> dict[str, str]:
    own_script = f" ({card.row.own_script})" if card.row.own_script else ""
    code = next((one.value for one in card.identifiers if one.kind == "identity_code"), "")
    spoken = [
        language_name(one.language)
        for one in card.languages
        if one.use in {"interpreting", "spoken", "understood"}
    ]
    service = ", ".join(dict.fromkeys(spoken)) or language_name(card.language("mother_tongue") or "")
    if card.language("written") == "none":
        service = f"{service}, {gettext('does not read or write')}" if service else ""
    born = card.row.birth_date
    return {
        "names": card.row.name + own_script,
        "birth_date_and_place": plain_day(born) if born else "",
        "identity_code": code,
        "mother_tongue": language_name(card.language("mother_tongue") or ""),
        "service_language": service,
        "citizenship": ", ".join(_country(one) for one in card.citizenships),
        "permit": ", ".join(plain_day(one.granted_on) for one in card.statuses),
    }


def _of_assessment(case: Case) -> dict[str, str]:
    row = Assessment.objects.filter(case=case, state="concluded").order_by("-concluded_on", "-pk").first()
    if row is None:
        return {}
    answers = answers_of(row)
    history = answers.get("education_work_history", {})
    levels = answers.get("fi_sv_skills", {})
    tests = AssessmentMeasure.objects.filter(assessment=row, kind="language_test").order_by("on")
    fields = TOPICS["fi_sv_skills"].by_name
    said = [
        f"{gettext(fields[name].label)} ({word})"
        for name in fields  # in the interview's order: what is kept has none
        if name in levels and (word := _cell(fields[name], levels[name]))
    ]
    needs = answers.get("employment_education_needs", {})
    return {
        "language_start_level_result": "; ".join(
            [*said, *(f"{plain_day(one.on)}: {one.result}" for one in tests)]
        ),
        "earlier_education": _rows("education", history.get("education", [])),
        "earlier_occupation_or_work": _rows("work", history.get("work", [])),
        "target_occupation": str(needs.get("words", "")),
        "assessment_outcome": f"{plain_day(row.made_on)}" if row.made_on else "",
    }


def _rows(name: str, rows: Iterable[Mapping[str, object]]) -> str:
    columns = {one.name: one for one in TOPICS["education_work_history"].by_name[name].columns}
    lines = (
        ", ".join(
            _cell(columns[key], value)
            for key, value in row.items()
            if key in columns and _cell(columns[key], value)
        )
        for row in rows
    )
    return "; ".join(line for line in lines if line)


def _cell(column: Field, value: object) -> str:
    if isinstance(value, bool) or value in (None, ""):
        return gettext(column.label).lower() if value is True else ""
    choices = dict(column.choices)
    return gettext(choices[str(value)]) if str(value) in choices else str(value)


def _plan_in_force(case: Case) -> Plan | None:
    return Plan.objects.filter(case=case, state="accepted").first()


def _of_plan(case: Case) -> dict[str, str]:
    plan = _plan_in_force(case)
    if plan is None or plan.made_on is None or plan.ends_on is None:
        return {}
    measures = list(Measure.objects.filter(plan=plan).order_by("position"))
    goals = [goal.text for goal in Goal.objects.filter(plan=plan).order_by("position") if goal.text]
    trainings = [one.title for one in measures if one.code.endswith("training") and one.title]
    return {
        "plan_date_and_validity": f"{plain_day(plan.made_on)}–{plain_day(plan.ends_on)}",
        "training_recommendation": ", ".join(trainings),
        "target_occupation": "; ".join([*goals, plan.long_goal] if plan.long_goal else goals),
        "agreed_next_steps": "; ".join(one.title for one in measures if one.title),
    }


def _of_draft(case: Case) -> dict[str, str]:
    """A draft that job search froze, whole and as it stands: whoever goes on with it begins where we stopped."""
    plan = Plan.objects.filter(case=case, state="draft", frozen_on__isnull=False).first()
    if plan is None or plan.frozen_on is None:
        return {}
    goals = [_named(GOALS[row.code], row.text) for row in Goal.objects.filter(plan=plan).order_by("position")]
    services = [_service(row) for row in Measure.objects.filter(plan=plan).order_by("position")]
    ends = plain_day(plan.ends_on) if plan.ends_on else ""
    parts = (
        (gettext("Frozen on"), plain_day(plan.frozen_on)),
        (gettext("Long-term goal"), plan.long_goal),
        (gettext("Goals"), "; ".join(goals)),
        (gettext("Services and acts"), "; ".join(services)),
        (gettext("Wishes, skills and life situation behind the plan"), plan.background),
        (gettext("Why is the goal the law expects departed from?"), plan.deviation_reason),
        (gettext("Follow-up"), plan.follow_up),
        (gettext("Last day of the plan"), ends),
    )
    return {codes.DRAFT: "\n".join(f"{name}: {text}" for name, text in parts if text)}


def _named(word: object, text: str) -> str:
    return f"{word}: {text}" if text else str(word)


def _service(row: Measure) -> str:
    who = row.responsible_name or str(RESPONSIBLES[row.responsible])
    when = "–".join(plain_day(day) for day in (row.starts_on, row.ends_on) if day)
    hours = gettext("%(n)s h a week") % {"n": row.hours_week.normalize()} if row.hours_week else ""
    more = ", ".join(part for part in (row.reason, who, when, hours, row.place) if part)
    return f"{_named(SERVICES[row.code], row.title)} ({more})"


def _country(code: str) -> str:
    if code in {"stateless", "unknown"}:
        return gettext("stateless") if code == "stateless" else gettext("not known")
    return str(Locale("fi").territories.get(code, code))
