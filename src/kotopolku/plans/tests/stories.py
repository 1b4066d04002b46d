"""Short lives for tests of plans and clocks, told by actions: a client whose assessment found that a plan is needed."""

from datetime import date
from typing import Any
from uuid import UUID

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import together
from kotopolku.audit.actor import Actor
from kotopolku.cases.actions import (
    conclude_assessment,
    open_case,
    save_assessment,
    start_assessment,
    tick_told,
)
from kotopolku.cases.codes import INTERVIEW_INFORMATION
from kotopolku.cases.entries import Setting
from kotopolku.people.actions import register_person
from kotopolku.people.entries import LanguageEntry, Names, PeriodEntry, StatusEntry
from kotopolku.plans.actions import accept_plan, draft_plan, save_plan
from kotopolku.plans.entries import GoalIn, MeasureIn, PlanIn

LEVELS = {
    f"{language}_{skill}": "A1.1"
    for language in ("fi", "sv")
    for skill in ("listening", "speaking", "reading", "writing")
}
ANSWERS: dict[str, dict[str, Any]] = {
    "literacy": {"mother_tongue": "fluently", "latin_script": "slowly"},
    "fi_sv_skills": LEVELS,
    "study_work_skills": {"study_skills": "some", "working_life_skills": "good"},
    "employment_education_needs": {"needs": ["language_training"]},
    "education_work_history": {"no_education": True, "no_work": True},
    "special_skills": {"strengths": "Ompelee."},
    "plan_need": {"needed": True, "reasons": "Tarvitsee kielikoulutusta."},
    "life_situation": {"themes": ["child_care"]},
    "other_needs": {"needs": ["associations"]},
}
PERMIT = StatusEntry(
    kind="residence_permit",
    granted_on=date(2025, 3, 24),
    legal_basis="family_tie",
    valid_until=date(2027, 3, 23),
)
AT_HOME = PeriodEntry(kind="child_home_care_allowance", first_day=date(2025, 6, 1))
GOALS = (GoalIn(code="working_life_readiness"), GoalIn(code="employment", text="Työ leipomossa"))
MEASURES = (
    MeasureIn(
        code="integration_training", title="Kotoutumiskoulutus", reason="Kieli on työn ehto.", goals=(0,)
    ),
    MeasureIn(code="guidance", title="Monineuvo", reason="Apua arjen asioihin.", responsible="municipality"),
)


def registered(officer: Actor, *, on: date, **known: Any) -> UUID:
    """Register a mother on home-care allowance, 20 months in the country (domain 3.C); `known` changes what is said."""
    with acting_as(officer, on=on):
        return register_person(
            **{
                "controller_id": officer.controllers[0],
                "names": Names(given_names="Rana", family_name="Haddad"),
                "birth_date": date(1994, 2, 14),
                "languages": [LanguageEntry(use="mother_tongue", language="ar")],
                "citizenships": ["IQ"],
                "statuses": [PERMIT],
                "periods": [AT_HOME],
                **known,
            }
        )


def opened(officer: Actor, *, on: date, **known: Any) -> tuple[UUID, UUID]:
    """Return (person, case) of somebody just registered, whose case is open."""
    with acting_as(officer, on=on), together():
        person = registered(officer, on=on, **known)
        return person, open_case(person_id=person, opened_because="authority_data")


def assess(officer: Actor, case: UUID, *, on: date, language: str = "ar") -> None:
    """Hold and conclude a whole assessment on one day; it finds that a plan is needed."""
    with acting_as(officer, on=on), together():
        assessment = start_assessment(case_id=case)
        setting = Setting(held_on=on, channel="office", language=language, interpreter=True)
        version = save_assessment(assessment_id=assessment, version=1, setting=setting, answers=ANSWERS)
        tick_told(
            assessment_id=assessment,
            item=tuple(INTERVIEW_INFORMATION),
            language=language,
            understood_how="Kertoi omin sanoin.",
        )
        conclude_assessment(
            assessment_id=assessment,
            version=version,
            outcome="plan_needed",
            outcome_reason="Tarvitsee kielikoulutusta.",
            next_step="Suunnitelma tehdään yhdessä.",
        )


def assessed(officer: Actor, *, on: date, **known: Any) -> tuple[UUID, UUID]:
    """Return (person, case) of somebody whose assessment found that a plan is needed."""
    person, case = opened(officer, on=on, **known)
    assess(officer, case, on=on)
    return person, case


def drafted(officer: Actor, case: UUID, *, on: date, ends_on: date | None, **changed: Any) -> UUID:
    """Return a draft that nothing but its end may be wrong with; `changed` replaces plan, goals or measures."""
    with acting_as(officer, on=on), together():
        plan = draft_plan(case_id=case)
        save_plan(
            plan_id=plan,
            version=1,
            plan=PlanIn(
                **{"ends_on": ends_on, "follow_up": "Puhelu joka kuukausi.", **changed.pop("plan", {})}
            ),
            **{"goals": GOALS, "measures": MEASURES, **changed},
        )
    return plan


def accept(officer: Actor, plan: UUID, *, on: date, version: int = 2, **how: Any) -> None:
    """Accept a draft in Arabic with an interpreter."""
    with acting_as(officer, on=on):
        accept_plan(
            plan_id=plan,
            version=version,
            **{
                "how": "oral",
                "language": "ar",
                "interpreter": True,
                "understood_how": "Kertoi omin sanoin, mistä sovittiin.",
                **how,
            },
        )


def planned(officer: Actor, *, on: date, ends_on: date, **known: Any) -> tuple[UUID, UUID, UUID]:
    """Return (person, case, plan): assessed, drawn up and accepted on one day."""
    person, case = assessed(officer, on=on, **known)
    plan = drafted(officer, case, on=on, ends_on=ends_on)
    accept(officer, plan, on=on)
    return person, case, plan
