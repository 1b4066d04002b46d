"""Codes as words: one list a column or a list of the law. Labels are small letters where a sentence goes on."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from kotopolku.plans import words
from kotopolku.web.desk.words import assessment
from kotopolku.web.parts import interview, plan_words

type Words = Mapping[str, Promise]

SOURCES: Words = interview.SOURCES

STATUS_KINDS: Words = {
    "residence_permit": lazy("residence permit"),
    "residence_card": lazy("residence card (family member of an EU citizen)"),
    "eu_registration": lazy("registration of an EU citizen's right of residence"),
    "nordic_registration": lazy("registration of a Nordic citizen"),
}

LEGAL_BASES: Words = {
    "refugee_status": lazy("refugee status"),
    "subsidiary_protection": lazy("subsidiary protection"),
    "aliens_act_51": lazy("cannot be removed (Aliens Act 51 §)"),
    "aliens_act_52": lazy("individual human reasons (Aliens Act 52 §)"),
    "aliens_act_89": lazy("grounds for exclusion from protection (Aliens Act 89 §)"),
    "aliens_act_93": lazy("special humanitarian ground (Aliens Act 93 §)"),
    "aliens_act_52a_1": lazy("victim of trafficking, temporary (Aliens Act 52 a § 1 mom.)"),
    "aliens_act_52a_2": lazy("victim of trafficking, continuous (Aliens Act 52 a § 2 mom.)"),
    "aliens_act_54_5": lazy("continuous permit (Aliens Act 54 § 5 mom.)"),
    "temporary_protection_110": lazy("temporary protection (Aliens Act 110 §)"),
    "family_tie": lazy("family tie"),
    "work": lazy("work"),
    "entrepreneur": lazy("entrepreneurship"),
    "study": lazy("studies"),
    "permanent": lazy("permanent permit"),
    "other": lazy("other ground"),
}

PERIOD_KINDS: Words = {
    "jobseeker": lazy("job search valid"),
    "unemployed": lazy("unemployed"),
    "child_home_care_allowance": lazy("child home care allowance"),
    "private_day_care_allowance": lazy("private day-care allowance"),
    "assistance_system": lazy("in the assistance system for victims of trafficking"),
}

LANGUAGE_USES: Words = {
    "mother_tongue": lazy("mother tongue"),
    "spoken": lazy("spoken"),
    "written": lazy("written"),
    "interpreting": lazy("interpreting"),
    "understood": lazy("understands well"),
}

ANSWER_WAYS: Words = {
    "telephone": lazy("by telephone"),
    "letter": lazy("by letter"),
    "meeting": lazy("at a meeting"),
    "video": lazy("by video"),
    "secure_mail": lazy("by secure e-mail"),
}

DELIVERY_WAYS: Words = {
    "ordinary_letter": lazy("by an ordinary letter"),
    "personal": lazy("handed over in person"),
}

CONTACT_KINDS: Words = {
    "authority": lazy("an authority's contact (9 §)"),
    "own_request": lazy("the person's own request"),
    "tip": lazy("a tip (not a contact under section 9)"),
    "staff": lazy("found by our own staff"),
}

CONTACT_STATES: Words = {
    "waiting": lazy("waiting"),
    "taken": lazy("being handled"),
    "closed": lazy("handled"),
}

CONTACT_OUTCOMES: Words = {
    "case_opened": lazy("client relationship opened"),
    "linked_to_case": lazy("joined to an existing client"),
    "guided_onward": lazy("guided to the right place"),
    "not_our_municipality": lazy("lives outside the area"),
    "not_reached": lazy("not reached"),
    "declined": lazy("does not want services"),
    "duplicate": lazy("the same contact came twice"),
    "no_need": lazy("no need for services"),
}

OPENED_BECAUSE: Words = {
    "authority_contact": lazy("an authority's contact"),
    "own_request": lazy("own request"),
    "authority_data": lazy("data received from an authority (84 §)"),
    "tip": lazy("a tip"),
    "guidance": lazy("met in guidance and advice"),
    "moved_here": lazy("moved here from another municipality"),
    "placement": lazy("municipal placement"),
    "other": lazy("other reason"),
}

CLOSED_REASONS: Words = {
    "plan_ended": lazy("the plan has ended"),
    "no_plan_needed": lazy("no plan is needed"),
    "moved_away": lazy("moved away"),
    "not_reached": lazy("not reached"),
    "declined": lazy("does not want services"),
    "out_of_scope": lazy("the Act does not apply"),
    "deceased": lazy("has died"),
    "opened_by_mistake": lazy("opened by mistake"),
}

TOLD: Words = assessment.TOLD

CHANNELS: Words = assessment.CHANNELS
INTERPRETER_KINDS: Words = assessment.INTERPRETER_KINDS

MEASURE_KINDS: Words = assessment.MEASURE_KINDS

ASSESSMENT_OUTCOMES: Words = assessment.ASSESSMENT_OUTCOMES

GOALS: Words = words.GOALS
SERVICES: Words = words.SERVICES
RESPONSIBLES: Words = words.RESPONSIBLES

ACCEPTED_HOW: Words = {
    "signature": lazy("by signing"),
    "oral": lazy("orally"),
    "electronic": lazy("electronically"),
}

MEASURE_STATES: Words = plan_words.MEASURE_STATES

PLAN_STATES: Words = {
    "draft": lazy("draft"),
    "accepted": lazy("in force"),
    "ended": lazy("ended"),
}

END_REASONS: Words = {
    "goals_reached": lazy("the goals were reached"),
    "time_ran_out": lazy("the time ran out"),
    "employed": lazy("got work"),
    "studying": lazy("began to study"),
    "job_search_began": lazy("job search began: the employment authority is responsible"),
    "moved": lazy("moved to another municipality"),
    "not_reached": lazy("not reached"),
    "client_withdrew": lazy("the client withdrew"),
    "replaced": lazy("a new plan took its place"),
    "other": lazy("other reason"),
}

EXITS: Words = {
    "employment": lazy("work"),
    "entrepreneurship": lazy("own business"),
    "studies": lazy("studies"),
    "employment_services": lazy("services of the employment authority"),
    "municipal_services": lazy("other services of the municipality"),
    "county_services": lazy("services of the wellbeing services county"),
    "next_plan": lazy("a new plan"),
    "other_municipality": lazy("another municipality"),
    "abroad": lazy("abroad"),
    "at_home": lazy("at home"),
    "not_known": lazy("not known"),
}

COPIES: Words = {
    "paper": lazy("on paper"),
    "phone": lazy("to the telephone"),
    "both": lazy("on paper and to the telephone"),
    "not_wanted": lazy("did not want a copy"),
}

CHILD_CARE: Words = {
    "not_needed": lazy("not needed"),
    "needed": lazy("needed, not arranged yet"),
    "arranged": lazy("arranged"),
}

REVIEW_SOURCES: Words = {
    "client": lazy("the client"),
    "provider": lazy("a service provider"),
    "county": lazy("the wellbeing services county"),
    "employment_authority": lazy("the employment authority"),
    "programme_staff": lazy("our own staff"),
    "other": lazy("other source"),
}

RECORD_SOURCES: Words = {**SOURCES, **REVIEW_SOURCES, "assessment": lazy("the assessment")}

CHILD_OPINION_REASONS: Words = {
    "endangers_health_or_development": lazy(
        "finding it out would endanger the child's health or development"
    ),
    "obviously_unnecessary": lazy("finding it out is obviously unnecessary"),
    "other": lazy("other reason"),
}

SOCIAL_ASSISTANCE: Words = {
    "none": lazy("no social assistance"),
    "temporary": lazy("temporary social assistance"),
    "non_temporary": lazy("social assistance, not temporary"),
}

PLAN_CONTENT: Words = {
    "services": lazy("services"),
    "service_reasons": lazy("reasons for the services"),
    "follow_up": lazy("follow-up"),
    "employment_or_entrepreneurship": lazy("work or own business"),
}

BARRED_REASONS: Words = {
    "kin": lazy("relative or somebody close"),
    "neighbour": lazy("neighbour or acquaintance"),
    "opposite_party": lazy("opposite party in a matter"),
    "other_reason": lazy("other reason for disqualification"),
}

GRANT_SCOPES: Words = {
    "county_part": lazy("the county's part of the assessment and the plan"),
    "provider": lazy("what the arranger of a service needs"),
    "employment_authority": lazy("the employment authority's part"),
    "former_unit": lazy("the former unit's own records, for reading"),
}

AUTHORITIES: Words = {
    "municipality": lazy("the home municipality"),
    "employment_authority": lazy("the employment authority"),
}

OBSTACLE_REASONS: Words = {
    "injury": lazy("injury"),
    "illness": lazy("illness"),
    "pregnancy_allowance_days": lazy("pregnancy allowance days"),
    "parental_allowance_days": lazy("parental allowance days"),
    "comparable_reason": lazy("comparable reason"),
    "other": lazy("other reason"),
}


def word(words: Words, code: str | None) -> str:
    """Return the word for a code; the code itself when the list does not know it, and "" for none."""
    if not code:
        return ""
    return str(words.get(code, code))


def choices(words: Words, *, empty: str | Promise | None = None) -> list[tuple[str, str | Promise]]:
    """Return a form's choices in the list's order, with an empty first one when `empty` is its label."""
    found: list[tuple[str, str | Promise]] = list(words.items())
    return found if empty is None else [("", empty), *found]
