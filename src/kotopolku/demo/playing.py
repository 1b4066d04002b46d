"""Play a life: the same actions as the pages call, each on its own day, by the officer of the case."""

from datetime import date
from uuid import UUID

from kotopolku.audit.acting import acting, acting_as
from kotopolku.audit.action import together
from kotopolku.audit.actor import ANYBODY, Actor
from kotopolku.cases import actions as cases
from kotopolku.cases.codes import INTERVIEW_INFORMATION, OPENED_BECAUSE_OF_CONTACT
from kotopolku.cases.entries import Setting
from kotopolku.cases.queries import assessment_view, inbox
from kotopolku.clocks.actions import refresh
from kotopolku.demo.answers import answers
from kotopolku.demo.lives import Codes, Life, ago
from kotopolku.demo.words import MEASURE_REASONS, MEASURE_TITLES, RESPONSIBLE, REVIEW, STEPS
from kotopolku.people.actions import register_person
from kotopolku.people.entries import ContactEntry, LanguageEntry, Names, PeriodEntry, Source, StatusEntry
from kotopolku.plans import actions as plans
from kotopolku.plans.entries import GoalIn, MeasureIn, PlanIn
from kotopolku.plans.queries import measures_of_plan

ACCEPTED = 3  # the version of a plan that was drafted, saved once and accepted
ORDER = ("inbox", "case", "draft", "assessed", "plan_draft", "plan")


class Player:
    """Plays lives in one area on the demo's day; keeps the ids of persons by persona."""

    def __init__(self, *, on: date, municipalities: dict[str, int]) -> None:
        self.on = on
        self.municipalities = municipalities
        self.codes = Codes()
        self.persons: dict[str, UUID] = {}

    def play(self, life: Life, *, officer: Actor) -> UUID | None:
        """Play one life as far as its stage; return the person's id, None while there is only a contact."""
        contact_id = self._contact(life, officer=officer)
        if life.stage == "inbox":
            return None
        with acting_as(officer, on=ago(self.on, life.arrived)), together():
            person, case = arrive(self, life, contact_id=contact_id)
        if life.persona:
            self.persons[life.persona] = person
        if ORDER.index(life.stage) >= ORDER.index("draft"):
            self._assess(life, case, officer=officer)
        if ORDER.index(life.stage) >= ORDER.index("plan_draft"):
            self._plan(life, case, officer=officer)
        self._close(life, person, case, officer=officer)
        return person

    def _contact(self, life: Life, *, officer: Actor) -> UUID | None:
        if not life.contact:
            return None
        day = ago(self.on, life.arrived)
        by_authority = life.contact == "authority"
        name = f"{life.given} {life.family}".strip()
        with acting_as(ANYBODY if life.contact != "staff" else officer, on=day):
            cases.receive_contact(
                kind=life.contact,
                municipality_id=self.municipalities[life.municipality],
                subject_name=name,
                sender_organisation=life.sender,
                sender_name="Ilmoittaja Esimerkki" if life.sender else "",
                sender_email="ilmoittaja@esimerkki.invalid" if life.sender else "",
                consent=True if by_authority else None,
                consent_on=day if by_authority else None,
                need_seen=True if by_authority else None,
                subject_birth_date=life.born,
                subject_language=life.language,
                message=life.message,
            )
        with acting_as(officer, on=day):
            contact_id = next(row.id for row in inbox(most=1000) if row.subject_name == name)
            if life.verified and by_authority and life.stage != "inbox":
                cases.take_contact(contact_id=contact_id, sender_verified=True)
        return contact_id

    def register(self, life: Life) -> UUID:
        """Register the person with everything known at the start."""
        source = Source(code="migri") if life.contact == "authority" else Source(code="person")
        return register_person(
            controller_id=self.municipalities[life.municipality],
            names=Names(given_names=life.given, family_name=life.family, own_script=life.own_script),
            birth_date=life.born,
            identity_code=self.codes.new(life.born) if life.has_code and life.born else "",
            languages=self._languages(life),
            citizenships=[life.country],
            statuses=self._statuses(life),
            periods=self._periods(life),
            facts=self._facts(life),
            contact_details=[ContactEntry(kind="phone", value="040 000 0000")],
            non_disclosure=life.non_disclosure,
            source=source,
        )

    @staticmethod
    def _languages(life: Life) -> list[LanguageEntry]:
        found = [
            LanguageEntry(use="mother_tongue", language=life.language),
            LanguageEntry(use="spoken", language=life.language),
            LanguageEntry(use="written", language=life.language if life.writes else "none"),
        ]
        if life.interpreter:
            found.append(LanguageEntry(use="interpreting", language=life.language, dialect=life.dialect))
        return found

    def _statuses(self, life: Life) -> list[StatusEntry]:
        if life.granted is None:
            return []
        return [
            StatusEntry(
                kind=life.kind,
                granted_on=ago(self.on, life.granted),
                legal_basis=life.basis if life.kind == "residence_permit" else None,
                valid_until=None if life.valid is None else ago(self.on, life.valid),
                applied_for_protection_first=life.protection_first,
            )
        ]

    def _periods(self, life: Life) -> list[PeriodEntry]:
        kinds = {
            "jobseeker": life.jobseeker,
            "unemployed": life.unemployed,
            "child_home_care_allowance": life.home_care,
            "assistance_system": life.assistance,
        }
        return [
            PeriodEntry(kind=kind, first_day=ago(self.on, days))
            for kind, days in kinds.items()
            if days is not None
        ]

    def _facts(self, life: Life) -> dict[str, object]:
        facts = {
            key: ago(self.on, value) if isinstance(value, int) and not isinstance(value, bool) else value
            for key, value in life.facts.items()
        }
        if life.registered is not None:
            facts["residence.municipality_of_residence.first_registered_on"] = ago(self.on, life.registered)
        if life.social_assistance:
            facts["benefits.social_assistance"] = life.social_assistance
        return facts

    def _assess(self, life: Life, case: UUID, *, officer: Actor) -> None:
        with acting_as(officer, on=ago(self.on, life.assessed)), together():
            assess(life, case)

    def _plan(self, life: Life, case: UUID, *, officer: Actor) -> None:
        made = ago(self.on, life.planned)
        with acting_as(officer, on=made), together():
            plan = draw_up(life, case, made=made)
        if life.stage == "plan":
            self._follow(life, plan, case, officer=officer)

    def _follow(self, life: Life, plan: UUID, case: UUID, *, officer: Actor) -> None:
        if life.referred:
            with acting_as(officer, on=ago(self.on, max(life.planned - 12, 0))), together():
                guide(plan)
        for version, days in enumerate(life.reviews, start=ACCEPTED):
            day = ago(self.on, days)
            with acting_as(officer, on=day):
                plans.review_plan(
                    plan_id=plan,
                    version=version,
                    on=day,
                    participation=REVIEW["participation"],
                    progress=REVIEW["progress"],
                    hindrances=REVIEW["hindrances"],
                    source="client",
                )
        version = ACCEPTED + len(life.reviews)
        if life.ended is not None:
            day = ago(self.on, life.ended[0])
            with acting_as(officer, on=day):
                plans.end_plan(plan_id=plan, version=version, ended_on=day, reason=life.ended[1])
        if life.continued is not None:
            day = ago(self.on, life.continued[0])
            with acting_as(officer, on=day), together():
                guide(go_on(life, case, former=plan, made=day))

    def _close(self, life: Life, person: UUID, case: UUID, *, officer: Actor) -> None:
        if life.closed is None:
            return
        day = ago(self.on, life.closed[0])
        with acting_as(officer, on=day):
            # What was met stays as history of a closed case, so the clocks must be there when it closes.
            refresh(persons=frozenset({person}), on=day)
            cases.close_case(case_id=case, reason=life.closed[1])


def arrive(player: Player, life: Life, *, contact_id: UUID | None) -> tuple[UUID, UUID]:
    """Register the person, open the case and judge, on the day of arrival; return the ids of person and case."""
    person = player.register(life)
    case = cases.open_case(
        person_id=person,
        opened_because=OPENED_BECAUSE_OF_CONTACT.get(life.contact, "other"),
        contact_id=contact_id,
    )
    if life.judged is not None:
        cases.judge(
            case_id=case,
            key="assessment.judged_needed",
            value=life.judged,
            reason="Kielitaito ja tieto palveluista ovat vielä vähäisiä.",
        )
    if life.note:
        cases.add_note(case_id=case, text=life.note, about_contact=True)
    return person, case


def assess(life: Life, case: UUID) -> None:
    """Hold the interview and, unless it stays a draft, conclude the assessment."""
    if life.county:
        cases.judge(
            case_id=case,
            key="assessment.needs_county_coordination",
            value=True,
            reason="Perhe tarvitsee myös sosiaali- ja terveyspalveluja.",
        )
    assessment = cases.start_assessment(case_id=case)
    whole = life.stage != "draft"
    cases.save_assessment(
        assessment_id=assessment,
        version=1,
        setting=Setting(
            held_on=acting().on,
            channel="office",
            language=life.language,
            interpreter=life.interpreter,
            interpreter_kind="in_person" if life.interpreter else "",
            county_participates=life.county or None,
            county_person="Sosiaaliohjaaja, Varha" if life.county else "",
            child_opinion_found_out=True,
        ),
        answers=answers(life, whole=whole),
    )
    if not whole:
        return
    cases.tick_told(
        assessment_id=assessment,
        item=tuple(INTERVIEW_INFORMATION),
        language=life.language,
        understood_how="Kertoi omin sanoin, mitä seuraavaksi tapahtuu.",
    )
    cases.conclude_assessment(
        assessment_id=assessment,
        version=assessment_view(assessment).version,
        outcome=life.outcome,
        outcome_reason=STEPS[life.outcome][0],
        next_step=STEPS[life.outcome][1],
    )


def draw_up(life: Life, case: UUID, *, made: date) -> UUID:
    """Draw up a plan and, unless it stays a draft, accept it; return its id."""
    plan = plans.draft_plan(case_id=case)
    return _agree(life, plan, made=made, length=life.length)


def _agree(life: Life, plan: UUID, *, made: date, length: int) -> UUID:
    plans.save_plan(
        plan_id=plan,
        version=1,
        plan=PlanIn(
            made_on=made,
            ends_on=ago(made, -length),
            long_goal=life.long_goal or "Työ omalla alalla",
            deviation_reason=life.deviation,
            follow_up="Soitamme kuukauden kuluttua ja tapaamme ennen tarkistusta.",
            made_with_county=life.county,
            county_person="Sosiaaliohjaaja, Varha" if life.county else "",
        ),
        goals=[GoalIn(code=code, text=text) for code, text in life.goals],
        measures=[measure(code) for code in life.services],
    )
    if life.stage == "plan_draft":
        return plan
    plans.accept_plan(
        plan_id=plan,
        version=2,
        how="signature" if life.writes else "oral",
        language=life.language,
        interpreter=life.interpreter,
        understood_how="Kertoi omin sanoin, mitä on sovittu ja mihin se velvoittaa.",
    )
    return plan


def go_on(life: Life, case: UUID, *, former: UUID, made: date) -> UUID:
    """Draw up and accept a plan that continues the former one; return its id."""
    plan = plans.draft_plan(case_id=case, continue_from=former)
    _, length = life.continued or (0, life.length)
    return _agree(life, plan, made=made, length=length)


def measure(code: str) -> MeasureIn:
    responsible, name = RESPONSIBLE.get(code, ("municipality", ""))
    return MeasureIn(
        code=code,
        title=MEASURE_TITLES.get(code, ""),
        reason=MEASURE_REASONS[code],
        responsible=responsible,
        responsible_name=name,
    )


def guide(plan: UUID) -> None:
    """Record that the client was guided to every service that owes it."""
    for one in measures_of_plan(plan):
        if one.needs_referral:
            plans.record_referral(
                measure_id=one.id, referred_on=acting().on, referred_to=one.responsible_name
            )
