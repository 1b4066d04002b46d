"""Koodit: the words kept in columns about people. Law's own lists come from `law.facts.codes`."""

from kotopolku.law.facts.codes import LEGAL_BASES, STATUS_KINDS

__all__ = [
    "BARRED_REASONS",
    "CONTACT_KINDS",
    "CONTACT_WAYS",
    "GO_BETWEENS",
    "HOUSEHOLD_ROLES",
    "IDENTIFIER_KINDS",
    "LANGUAGE_USES",
    "LEGAL_BASES",
    "OPENING_REASONS",
    "PERIOD_KINDS",
    "SOURCES",
    "STATUS_KINDS",
    "UNDERSTOOD_WELL",
]

#: Where a piece of information was got (KotoL 73 § 2 mom.); `person` is the person concerned.
SOURCES = (
    "person",
    "migri",
    "dvv",
    "kela",
    "employment_authority",
    "county",
    "other_authority",
    "document",
    "programme_staff",
)

IDENTIFIER_KINDS = ("identity_code", "migri_number", "passport", "other")

#: The four language facts, and `understood`: any other language good enough for official matters.
LANGUAGE_USES = ("mother_tongue", "spoken", "written", "interpreting", "understood")

#: Uses that make a language one in which the person understands the matter (decree 869/2024 4 §).
UNDERSTOOD_WELL = frozenset({"mother_tongue", "interpreting", "understood"})

PERIOD_KINDS = (
    "jobseeker",
    "unemployed",
    "child_home_care_allowance",
    "private_day_care_allowance",
    "assistance_system",
)

CONTACT_KINDS = ("address", "phone", "email")
HOUSEHOLD_ROLES = ("adult", "child", "other")

#: Why a worker may not see a client (esteellisyys).
BARRED_REASONS = ("kin", "neighbour", "opposite_party", "other_reason")

#: Ways to reach a person; the words of outgoing messages are among them.
CONTACT_WAYS = ("phone", "sms", "email", "letter", "portal", "in_person")
#: Who must not be used as a go-between.
GO_BETWEENS = ("spouse", "child", "relative", "neighbour", "employer")
#: Why hidden data is opened.
OPENING_REASONS = ("reach", "arrange", "law", "correct", "danger", "other")
