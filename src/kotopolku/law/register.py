"""Rekisteri: every rule and every question, for those who show the law."""

from importlib import import_module

#: The files of the law, in the order in which a reader of the Act meets them.
MODULES: tuple[str, ...] = (
    "act_150_1930.calculation",
    "act_681_2023.s02_scope",
    "act_681_2023.s10_guidance",
    "act_681_2023.s02_unaccompanied",
    "act_681_2023.s05_definitions",
    "act_681_2023.s03_jobseekers",
    "act_681_2023.s14_window",
    "act_681_2023.s09_contact",
    "act_681_2023.s14_groups",
    "act_681_2023.s14_assessment",
)


def load() -> None:
    """Import every file of the law, so that its rules and questions are registered."""
    for module in MODULES:
        import_module(f"kotopolku.law.{module}")
