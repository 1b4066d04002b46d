"""Codes of an appointment: what it is about, how one meets, where it stands; usual lengths."""

from datetime import time

GUIDANCE, ASSESSMENT, PLAN, REVIEW, OTHER = "guidance_10", "assessment_14", "plan_20", "review_22", "other"
KINDS = (GUIDANCE, ASSESSMENT, PLAN, REVIEW, OTHER)
"""What a time is booked for, in the words of 32 a §."""

MODES = ("place", "home_visit", "video", "phone")
AT_PLACE, HOME_VISIT, VIDEO, PHONE = MODES

BOOKED, HELD, NO_SHOW, CANCELLED = "booked", "held", "no_show", "cancelled"
STATES = (BOOKED, HELD, NO_SHOW, CANCELLED)
BY_CLIENT = "client"
CANCELLED_BY = (BY_CLIENT, "us")

MINUTES = {
    GUIDANCE: "guidance_minutes",
    ASSESSMENT: "assessment_minutes",
    PLAN: "plan_minutes",
    REVIEW: "review_minutes",
    OTHER: "other_minutes",
}
"""Which of the area's settings says how long a time usually lasts; with an interpreter everything is said twice."""
INTERPRETED = 2
OPEN_KINDS = (GUIDANCE, ASSESSMENT)
"""What anybody may book by themselves."""
LEAST_MINUTES, MOST_MINUTES = 5, 480
MOST_WORKERS = 6
LEAST_IN_GROUP, MOST_IN_GROUP = 2, 60
MOST_TIMES = 20
"""How long a weekly series can be."""

OPENS, CLOSES = time(8), time(18)
"""Hours in which one meets elsewhere than at a place with opening times of its own: Monday to Friday."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BY_APPOINTMENT = "appointment"


CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What codes are made of: no 0 and O, no 1 and I, which look alike."""

GENDERS = ("woman", "man")
ORDERED, CONFIRMED, DECLINED, ORDER_CANCELLED = "ordered", "confirmed", "declined", "cancelled"
LATE, ABSENT, DONE = "late", "no_show", "done"
ORDER_STATES = (ORDERED, CONFIRMED, DECLINED, ORDER_CANCELLED, LATE, ABSENT, DONE)
ORDER_OPEN = (ORDERED, CONFIRMED)
ORDER_ENDS = (DONE, LATE, ABSENT)
"""How the interpreting went: as agreed, the interpreter was late, or did not come."""
FUNDINGS = ("compensated", "own", "employment", "county")
"""Who pays for the interpreting: the State (61 §), the municipality, the employment authority, the county."""
GOOD, POOR = "good", "poor"
QUALITIES = (GOOD, POOR)
SHORT_MINUTES = 60
"""A meeting at an office not longer than this can as well be interpreted by telephone or video."""
OFFICIAL = (ASSESSMENT, PLAN, REVIEW)
"""Another official's matter, in which a colleague interprets only where the coordinator has allowed it."""
SAME, NOT_THIS = "same", "not_this"
WISHES = (SAME, NOT_THIS)
