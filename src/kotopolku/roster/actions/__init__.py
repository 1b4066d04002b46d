"""Say who is where and when; ask for an outreach day, answer, give public notice of it. Every act is logged."""

from kotopolku.roster.actions.outreach import (
    accept_outreach,
    announce_outreach,
    ask_for_outreach,
    cancel_outreach,
    decline_outreach,
    forget_requests,
)
from kotopolku.roster.actions.shifts import end_shift, plan_shift

__all__ = [
    "accept_outreach",
    "announce_outreach",
    "ask_for_outreach",
    "cancel_outreach",
    "decline_outreach",
    "end_shift",
    "forget_requests",
    "plan_shift",
]
