"""Codes of hand-overs as words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

type Words = Mapping[str, Promise]

KINDS: Words = {
    "service": lazy("Service or training of the plan"),
    "support": lazy("Mentor or association"),
    "county": lazy("Invitation to the wellbeing services county"),
    "employment": lazy("Hand-over to the employment authority"),
    "task": lazy("Task to the municipality itself"),
    "move": lazy("Move to another municipality"),
}
KIND_HINTS: Words = {
    "service": lazy("A provider gets only what the law lists, and each field for a reason."),
    "support": lazy("Not a provider: goes only what the client has consented to."),
    "county": lazy(
        "Offers times and one interpreter for all. If it does not come, the client's matter goes on."
    ),
    "employment": lazy("Responsibility moves by law on the day. The packet tells how to go on."),
    "task": lazy("For example a day-care place, the preparatory class or housing: to a named role."),
    "move": lazy("Only with the client's consent. Nothing is passed on without it."),
}
STATES: Words = {
    "sent": lazy("waits for an answer"),
    "accepted": lazy("taken on"),
    "declined": lazy("not taken on"),
    "started": lazy("begun"),
    "ended": lazy("ended"),
    "withdrawn": lazy("withdrawn"),
}
ANSWERS: Words = {
    "accepted": lazy("We take it on"),
    "declined": lazy("We cannot take it on"),
    "started": lazy("It has begun"),
    "ended": lazy("It has ended"),
    "asked": lazy("We ask something first"),
}
ANSWERS_OF_THEIRS: Words = {
    "accepted": lazy("takes it on"),
    "declined": lazy("cannot take it on"),
    "started": lazy("has begun"),
    "ended": lazy("has ended"),
    "asked": lazy("asks something first"),
    "absent": lazy("was invited and did not come"),
}
WAYS: Words = {
    "page": lazy("in Kotopolku"),
    "link": lazy("by a link to the packet"),
    "telephone": lazy("by telephone"),
    "secure_mail": lazy("by secure mail"),
    "meeting": lazy("in a meeting"),
    "letter": lazy("by letter"),
    "email": lazy("by e-mail"),
}
ITEMS: Words = {
    "names": lazy("Name"),
    "birth_date_and_place": lazy("Date of birth"),
    "identity_code": lazy("Personal identity code"),
    "mother_tongue": lazy("Mother tongue"),
    "service_language": lazy("Language of service"),
    "citizenship": lazy("Citizenship"),
    "home_place": lazy("Home municipality"),
    "contact_details": lazy("Contact details"),
    "official_name": lazy("Officer"),
    "plan_date_and_validity": lazy("Plan: day and validity"),
    "training_recommendation": lazy("Recommended training"),
    "language_start_level_result": lazy("Language level at the start"),
    "earlier_education": lazy("Earlier education"),
    "earlier_occupation_or_work": lazy("Earlier occupation or work"),
    "target_occupation": lazy("Target occupation"),
    "earlier_integration_studies": lazy("Earlier integration studies"),
    "agreed_next_steps": lazy("Agreed next steps"),
    "permit": lazy("Permits granted"),
    "plan_draft": lazy("Draft of the plan, as it stands"),
    "assessment_outcome": lazy("Assessment"),
    "other": lazy("Other that is necessary"),
}
NEEDS: Words = {
    "participant_list": lazy("list of participants"),
    "identifying": lazy("knowing who the person is"),
    "arranging_teaching": lazy("arranging the teaching or service"),
    "choosing_group": lazy("choosing the group"),
    "study_plan": lazy("study plan"),
    "reaching_client": lazy("reaching the client"),
    "interpreting": lazy("interpreting"),
    "fitting_services": lazy("fitting services together"),
    "continuing_services": lazy("going on without a gap"),
    "asking_more": lazy("asking the officer"),
    "taking_part": lazy("taking part in the teaching or service"),
}

AUTHORITIES: Words = {
    "municipality": lazy("the municipality"),
    "employment_authority": lazy("the employment authority"),
}
FIRST_WEEK: Words = {
    "home_ready": lazy("The home is ready: beds, bedding, kitchen"),
    "keys_given": lazy("The keys were given"),
    "met_on_arrival": lazy("Somebody met them on arrival"),
    "interpreter_booked": lazy("An interpreter is booked"),
    "registered_in_population_data": lazy("Notice of move made, home municipality registered"),
    "benefits_applied": lazy("Benefits applied for at Kela"),
    "health_check_booked": lazy("Health check booked at the county"),
    "day_care_and_school": lazy("Day care and school agreed"),
    "first_meeting_booked": lazy("Time for the first meeting booked"),
}


def word(words: Words, code: str) -> str:
    """Return the word of a code; the code itself where there is none, so that nothing is lost."""
    return str(words[code]) if code in words else code


def choices(words: Words, *codes: str) -> list[tuple[str, Promise]]:
    """Return (code, word) of the given codes, or of all."""
    return [(code, words[code]) for code in (codes or tuple(words))]
