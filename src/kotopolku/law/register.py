"""Rekisteri: every rule and every question, for those who show the law."""

from importlib import import_module

#: The files of the law, in the order in which a reader of the Act meets them.
MODULES: tuple[str, ...] = (
    "act_681_2023.s02_scope",
    "act_681_2023.s02_unaccompanied",
    "act_681_2023.s61_imputed",
    "act_681_2023.s14_groups",
    "act_681_2023.s05_definitions",
    "act_681_2023.s03_jobseekers",
    "act_681_2023.s10_guidance",
    "act_681_2023.s14_window",
    "act_681_2023.s09_contact",
    "decree_874_2024.guidance_record",
    "act_681_2023.s14_assessment",
    "decree_869_2024.s02_interview",
    "decree_869_2024.s04_language_and_place",
    "act_681_2023.s04_child",
    "act_681_2023.s16_plan_duty",
    "act_681_2023.s20_drafting",
    "act_681_2023.s102_transition",
    "act_681_2023.s23_length",
    "act_681_2023.s23_obstacles",
    "act_681_2023.s23_extension",
    "act_681_2023.s31_studies",
    "act_681_2023.s22_review",
    "act_681_2023.s18_goals",
    "act_681_2023.s19_content",
    "act_681_2023.s85_move",
    "decree_576_2024.s01_content",
    "decree_576_2024.s02_extent",
    "decree_576_2024.s03_interpretation",
    "act_1214_2020.compulsory_education",
    "act_681_2023.s26_training",
    "act_681_2023.s32a_missed_appointment",
    "act_681_2023.s59_reimbursement_start",
    "decree_872_2024.imputed_amounts",
    "act_681_2023.s64_readiness",
    "act_681_2023.s68_trafficking_costs",
    "act_681_2023.s70_application",
    "act_681_2023.s42_placement_contract",
    "act_681_2023.s73_client_data",
    "act_681_2023.s76_repository",
    "act_681_2023.s78_controllers",
    "act_681_2023.s80_access",
    "act_681_2023.s94_disclosure",
    "act_661_2009.non_disclosure",
    "act_681_2023.s95_appeal",
    "act_434_2003.notice",
    "act_306_2019.digital_service",
)


def load() -> None:
    """Import every file of the law, so that its rules and questions are registered."""
    for module in MODULES:
        import_module(f"kotopolku.law.{module}")
