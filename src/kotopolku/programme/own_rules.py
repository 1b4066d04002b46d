"""Alueen omat säännöt ja palvelutavoitteet (own rules and service targets) that the program reads.

An area may write others; they are shown among its rules and steer nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What a known rule must look like. ``least`` and ``most`` bound whole numbers."""

    kind: str
    unit: str
    least: int = 0
    most: int = 0


KNOWN: dict[str, Known] = {
    "contact-answer": Known("target", "days", 1, 60),
    "tip-answer": Known("target", "days", 1, 60),
    "message-answer": Known("target", "days", 1, 60),
    "door-answer": Known("target", "minutes", 1, 240),
    "assessment-start": Known("target", "days", 1, 90),
    "plan-after-assessment": Known("target", "days", 1, 90),
    "hand-over-answer": Known("target", "days", 1, 60),
    "three-year-warning": Known("target", "days", 1, 365),
    "plan-end-hand-over": Known("target", "days", 1, 365),
    "guidance-length": Known("rule", "minutes", 5, 240),
    "assessment-length": Known("rule", "minutes", 5, 240),
    "plan-length": Known("rule", "minutes", 5, 240),
    "review-length": Known("rule", "minutes", 5, 240),
    "jobseeker-plans-delegated": Known("rule", "yes_no"),
    "guide-reading": Known("target", "months", 1, 36),
    "group-minimum": Known("rule", "persons", 1, 60),
    "group-maximum": Known("rule", "persons", 1, 60),
    "self-study-readiness": Known("rule", "yes_no"),
    "referral-within-house": Known("rule", "yes_no"),
    "return-after-move": Known("rule", "yes_no"),
}
"""Rule id -> its form."""
