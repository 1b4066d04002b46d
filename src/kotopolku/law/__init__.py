"""Laki: the law in pure Python. Facts in, findings out; no framework, no database, no clock."""

from kotopolku.law.asking import UnknownQuestionError, answer, ask
from kotopolku.law.finding import UNKNOWN, Finding, Ground, Outcome, WhyUnknown

__all__ = [
    "UNKNOWN",
    "Finding",
    "Ground",
    "Outcome",
    "UnknownQuestionError",
    "WhyUnknown",
    "answer",
    "ask",
]
