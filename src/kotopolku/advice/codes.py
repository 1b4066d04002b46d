"""Codes of a visit: how it came, who interpreted, how long it took, how it ended."""

CHANNELS = ("walk_in", "appointment", "phone", "email", "video", "messaging", "outreach", "home_visit")
INTERPRETERS = ("own_language", "remote", "telephone", "in_person", "not_needed", "missing")
MINUTES = ("up_to_5", "up_to_15", "up_to_30", "up_to_60", "over_60")
OUTCOMES = (
    "solved",
    "partly",
    "guided",
    "booked",
    "assessment_requested",
    "handed_over",
    "no_answer",
    "left",
)
LEFT = "left"
"""Left without service: nobody had the time or the language, or the visitor went away."""

NO_ANSWER = ("no_answer",)
"""Outcomes of the Monday list: the visitor asked something that we had no answer for."""

OTHER, NOT_ASKED = "other", "not_asked"
"""Instead of a municipality of the area: lives elsewhere, or was honestly not asked."""

LIVES = ("member", OTHER, NOT_ASKED)
MOST_TOPICS = 3
SLIP_DAYS = 90
"""How long a slip's code can name a visit; then its digest is erased."""

ONWARD_WAYS = ("told", "together", "handed_over")
HANDED_OVER = "handed_over"
"""Onward guidance in three ways: told whom to go to, called together with the visitor, handed over with consent."""

TAKE = ("identity", "permit", "letter", "bank", "lease")
"""What a visitor is told to take along."""

CONSENTS = ("spoken", "written", "interpreted")
"""How a visitor consented to be named (874/2024 4 §)."""

OUTREACH = "outreach"
PHONE_HOURS, PHONE_DAYS = 3, 7
"""A telephone without network logs visits of an outreach day so many hours before it opens and after it closes, and
sends them so many days later at most."""

MOST_FROM_PHONE = 50
"""How many visits a telephone sends at a time."""
