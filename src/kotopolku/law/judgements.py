"""Harkinta: the facts that are an official's recorded judgement, not a plain fact.

When one of these is missing, nobody can look it up: an official has to decide, with a name, a
day and a reason. The card then says "you decide" instead of "a fact is missing".
"""

JUDGEMENTS: frozenset[str] = frozenset(
    {
        "assessment.judged_needed",
        "assessment.plan_need_found",
        "assessment.needs_county_coordination",
        "assessment.other_client_plan_covers_needs",
        "appointment.acceptable_reason",
        "appointment.fee_unreasonable",
        "contact.need_seen",
        "data.affects_integration",
        "data.necessary",
        "disclosure.necessary_for_service",
        "guidance.recording_needed",
        "orientation.remote_inappropriate_for_client",
        "orientation.self_study_suits_client",
        "plan.extension.multidisciplinary_need",
        "plan.extension.special_measures_needed",
        "plan.max_rule_decision",
        "plan.proposed_end",
    }
)
