"""The law's facts as words, so that "a fact is missing" names what to add."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

FACTS: dict[str, Promise] = {
    "person.birth_date": lazy("date of birth"),
    "person.citizenships": lazy("citizenship"),
    "person.languages": lazy("languages the person understands well"),
    "person.born_in_finland": lazy("born in Finland"),
    "person.upper_secondary_qualification": lazy("upper secondary qualification"),
    "residence.statuses": lazy("permit, card or registration"),
    "residence.quota_refugee": lazy("quota refugee"),
    "residence.unaccompanied_minor_on_arrival": lazy("came as a minor without a guardian"),
    "residence.permit_on_arrival": lazy("had a permit on arrival"),
    "residence.municipality_of_residence.name": lazy("home municipality"),
    "residence.municipality_of_residence.first_registered_on": lazy(
        "day when the first home municipality was registered"
    ),
    "residence.municipality_of_residence.act_4_conditions_met": lazy(
        "conditions of a home municipality are met"
    ),
    "family.sponsor.groups": lazy("the sponsor's group"),
    "family.sponsor.entered_finland_on": lazy("day when the sponsor came to Finland"),
    "family.tie_formed_on": lazy("day when the family tie began"),
    "family.parent.groups": lazy("the parent's group"),
    "employment.jobseeker_periods": lazy("time of job search"),
    "employment.unemployed_periods": lazy("time of unemployment"),
    "benefits.child_home_care_allowance_periods": lazy("time of child home care allowance"),
    "benefits.social_assistance": lazy("social assistance"),
    "trafficking.assistance_system_from": lazy("first day in the assistance system"),
    "trafficking.first_reached_on": lazy("day when first reached by integration services"),
    "contact.consent": lazy("consent to the contact"),
    "contact.need_seen": lazy("the sender sees a need"),
    "contact.sender_is_authority": lazy("the sender is an authority"),
    "assessment.requested_on": lazy("day when an assessment was requested"),
    "assessment.judged_needed": lazy("is an assessment needed"),
    "assessment.needs_county_coordination": lazy("must services be fitted together with the county"),
    "assessment.other_client_plan_covers_needs": lazy("does another plan cover the needs"),
    "assessment.made_on": lazy("day when the assessment was made"),
    "assessment.plan_need_found": lazy("is a plan needed"),
    "assessment.language": lazy("language of the assessment"),
    "plan.made_on": lazy("day when the plan was made"),
    "plan.proposed_end": lazy("end day of the plan"),
    "plan.max_rule_decision": lazy("decision on the longest time of an old plan"),
    "plan.extension.low_education": lazy("low level of education"),
    "plan.extension.multidisciplinary_need": lazy("need for services of several fields"),
    "plan.extension.special_measures_needed": lazy("need for special measures"),
    "plan.extension.home_care_allowance_during_base_period": lazy("home care allowance during the two years"),
    "plan.extension.part_time_participation": lazy("took part part-time"),
    "plan.extension.requested_months": lazy("extension asked for, months"),
    "plan.extension.granted_23_3_months": lazy("extension already granted, months"),
    "plan.extension.benefit_supported_studies_unfinished": lazy("supported studies unfinished"),
}


def fact_name(key: str) -> str:
    """Return the fact's name in words; for a fact of a list (`residence.statuses[].granted_on`) that of the list."""
    for candidate in (key, key.split("[", 1)[0], key.rsplit(".", 1)[0]):
        if candidate in FACTS:
            return str(FACTS[candidate])
    return key
