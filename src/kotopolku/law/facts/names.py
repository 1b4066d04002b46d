"""Tosiseikkojen nimet: the law's facts as words in small letters, so that a sentence can name what to add.

The one list of names: pages translate them; a field's label is the name with a capital.
"""

from collections.abc import Mapping

from kotopolku.law.wording import N_

#: Fact key -> its name (msgid). A fact of a list has the name of the list.
FACT_NAMES: Mapping[str, str] = {
    "person.birth_date": N_("date of birth"),
    "person.citizenships": N_("citizenship"),
    "person.languages": N_("languages the person understands well"),
    "person.upper_secondary_qualification": N_("upper secondary qualification"),
    "person.born_in_finland": N_("born in Finland"),
    "residence.statuses": N_("permit, card or registration"),
    "residence.quota_refugee": N_("quota refugee"),
    "residence.unaccompanied_minor_on_arrival": N_("came as a minor without a guardian"),
    "residence.quota_assigned_as_unaccompanied_minor": N_("chosen to the quota as a minor without guardian"),
    "residence.left_without_guardian_after_arrival": N_("lost the guardian after arrival as a minor"),
    "residence.permit_on_arrival": N_("had a permit on arrival"),
    "residence.arrived_on": N_("came to Finland"),
    "residence.asylum_application_on": N_("applied for asylum"),
    "residence.visa": N_("visa"),
    "residence.municipality_of_residence.name": N_("home municipality"),
    "residence.municipality_of_residence.first_registered_on": N_(
        "day when the first home municipality was registered"
    ),
    "residence.municipality_of_residence.act_4_conditions_met": N_(
        "conditions of a home municipality are met"
    ),
    "family.sponsor.groups": N_("the sponsor's group"),
    "family.sponsor.entered_finland_on": N_("day when the sponsor came to Finland"),
    "family.sponsor.quota_refugee": N_("the family member is a quota refugee"),
    "family.tie_formed_on": N_("day when the family tie began"),
    "family.parent.groups": N_("the parent's group"),
    "family.parent.reimbursement_until": N_("reimbursement for the parent ends"),
    "employment.jobseeker_periods": N_("time of job search"),
    "employment.unemployed_periods": N_("time of unemployment"),
    "employment.employed": N_("has work"),
    "benefits.child_home_care_allowance_periods": N_("time of child home care allowance"),
    "benefits.social_assistance": N_("social assistance"),
    "trafficking.assistance_system_from": N_("first day in the assistance system"),
    "trafficking.first_reached_on": N_("day when first reached by integration services"),
    "contact.sender_is_authority": N_("the sender is an authority"),
    "contact.need_seen": N_("the sender sees a need"),
    "contact.consent": N_("consent to the contact"),
    "guidance.consent_to_record": N_("consents to recording of guidance"),
    "guidance.recording_needed": N_("recording of guidance is needed"),
    "assessment.requested_on": N_("day when an assessment was requested"),
    "assessment.judged_needed": N_("is an assessment needed"),
    "assessment.made_on": N_("day when the assessment was made"),
    "assessment.plan_need_found": N_("is a plan needed"),
    "assessment.other_client_plan_covers_needs": N_("does another plan cover the needs"),
    "assessment.needs_county_coordination": N_("must services be fitted together with the county"),
    "assessment.language": N_("language of the assessment"),
    "plan.made_on": N_("day when the plan was made"),
    "plan.proposed_end": N_("end day of the plan"),
    "plan.max_rule_decision": N_("decision on the longest time of an old plan"),
    "plan.extension.low_education": N_("low level of education"),
    "plan.extension.multidisciplinary_need": N_("need for services of several fields"),
    "plan.extension.special_measures_needed": N_("need for special measures"),
    "plan.extension.home_care_allowance_during_base_period": N_("home care allowance during the two years"),
    "plan.extension.part_time_participation": N_("took part part-time"),
    "plan.extension.requested_months": N_("extension asked for, months"),
    "plan.extension.granted_23_3_months": N_("extension already granted, months"),
    "plan.extension.benefit_supported_studies_unfinished": N_("supported studies unfinished"),
    "move.to_other_municipality_on": N_("moves to another municipality"),
    "move.consent_to_contact": N_("consents to contacting the new municipality"),
}
