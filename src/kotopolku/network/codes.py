"""Koodit: who somebody is to the client, what they may be told, and how the consent was given."""

#: Those who act for the client: the paper or decision that lets them, and its end, are kept with them.
GUARDIAN, REPRESENTATIVE, SUPPORT_PERSON = "guardian", "representative", "support_person"
AUTHORISED = (GUARDIAN, REPRESENTATIVE, SUPPORT_PERSON)
ROLES = (
    "school",
    "day_care",
    "clinic",
    "social_worker",
    "health_care",
    "housing",
    "employer",
    "association",
    "congregation",
    "mentor",
    "relative",
    "neighbour",
    *AUTHORISED,
    "other",
)

#: What the client lets them be told; nothing named: nothing, not even that the client is one.
TELLS = ("is_client", "appointments", "plan", "attendance", "letters")

BY_LAW = "by_law"
CONSENT_WAYS = ("spoken", "interpreted", "written", BY_LAW)
