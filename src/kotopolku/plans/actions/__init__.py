"""Teot: everything that changes a plan; one function a verb, all logged, each moves the clocks."""

from kotopolku.plans.actions.accepting import accept_plan
from kotopolku.plans.actions.drafting import draft_plan, save_plan
from kotopolku.plans.actions.ending import agree_next_step, end_plan
from kotopolku.plans.actions.family import begin_family_plan, save_family_plan
from kotopolku.plans.actions.following import record_referral, set_measure_state
from kotopolku.plans.actions.freezing import unfreeze_plan
from kotopolku.plans.actions.obstacles import end_obstacle, record_obstacle, void_obstacle
from kotopolku.plans.actions.recording import mark_recorded, unmark_recorded
from kotopolku.plans.actions.reviewing import ask_for_review, review_plan

__all__ = [
    "accept_plan",
    "agree_next_step",
    "ask_for_review",
    "begin_family_plan",
    "draft_plan",
    "end_obstacle",
    "end_plan",
    "mark_recorded",
    "record_obstacle",
    "record_referral",
    "review_plan",
    "save_family_plan",
    "save_plan",
    "set_measure_state",
    "unfreeze_plan",
    "unmark_recorded",
    "void_obstacle",
]
