"""Codes of the roster: who asks for an outreach day, and where the request stands."""

SENDERS = ("contact_person", "school", "association", "employer")
WAITING, ACCEPTED, DECLINED = "waiting", "accepted", "declined"
REQUEST_STATES = (WAITING, ACCEPTED, DECLINED)

KEPT_DAYS = 90
"""How long an answered request (who wrote, and what) is kept before it is erased; its day stays."""

COMING_DAYS = 60
LONGEST = {"sender": 200, "email": 254, "wished": 500, "message": 2000, "where": 200, "answer": 1000}

AT = "outreach-"
"""Before the number of an outreach day: the place that its visits have in the log of advice."""
