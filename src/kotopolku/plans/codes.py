"""Koodistot of the plan form. Goals and services are those of `law`: one list, so that the law can read every plan."""

from kotopolku.law.facts import codes as law_codes

GOALS = law_codes.PLAN_GOALS
SERVICES = law_codes.PLAN_SERVICES

#: Plan: being drawn up, agreed and in force, over.
PLAN_STATES = ("draft", "accepted", "ended")

#: Who does what (vastuutaho).
RESPONSIBLES = (
    "client",
    "municipality",
    "county",
    "employment_authority",
    "provider",
    "association",
    "other",
)

#: How the client accepted the plan (385/2024 2 §; KotoL itself asks for no signature).
ACCEPTED_HOW = ("signature", "oral", "electronic")

#: How a measure stands.
MEASURE_STATES = ("planned", "referred", "started", "done", "dropped")

#: Why a plan ended; `moved` = to another municipality, `replaced` = the next plan took its place.
END_REASONS = (
    "goals_reached",
    "time_ran_out",
    "employed",
    "studying",
    "job_search_began",
    "moved",
    "not_reached",
    "client_withdrew",
    "replaced",
    "other",
)

#: Where a statement in a review comes from (KotoL 73 § 2 mom.).
REVIEW_SOURCES = ("client", "provider", "county", "employment_authority", "programme_staff", "other")

#: What a client does without anybody's referral: a measure of `client` or `municipality` needs none.
NEEDS_REFERRAL = ("employment_authority", "provider", "county", "association", "other")

#: Trainings and services that owe a referral whoever is responsible (KotoL 20 § 5 mom.): the client applies to them.
TRAININGS = (
    "civic_orientation",
    "integration_training",
    "literacy_training",
    "adult_basic_education",
    "other_training",
)

#: Why a plan could for a time not be carried out (23 § 4 mom.); `other` extends nothing.
OBSTACLE_REASONS = law_codes.OBSTACLE_REASONS

#: Where a client goes from a plan that ends.
EXITS = (
    "employment",
    "entrepreneurship",
    "studies",
    "employment_services",
    "municipal_services",
    "county_services",
    "next_plan",
    "other_municipality",
    "abroad",
    "at_home",
    "not_known",
)

#: How the client got a copy of the plan.
COPIES = ("paper", "phone", "both", "not_wanted")

#: Child care while a service is going on.
CHILD_CARE = ("not_needed", "needed", "arranged")

#: After what a version of the plan was kept.
VERSION_REASONS = ("accepted", "reviewed", "ended")

#: What is recorded in the national repository (VNA 874/2024 1-3 §).
RECORD_KINDS = ("assessment", "plan", "review")
