"""73 § Käsiteltävät tiedot: what may be recorded, where it came from, and the rights of the person."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_73_1 = rule(
    id="KOTOL-73-1",
    at=Provision(KOTOL, "73", 1),
    title=N_("Which client data may be recorded"),
    text=N_(
        "Only the listed client data is recorded; data on health and functional ability only if it affects the "
        "integration and is necessary for the services."
    ),
    module=__name__,
)
KOTOL_73_2 = rule(
    id="KOTOL-73-2",
    at=Provision(KOTOL, "73", 2),
    title=N_("Where data came from and who entered it"),
    text=N_("Data not got from the person is marked with where it was got and who entered it."),
    module=__name__,
)
KOTOL_73_3 = rule(
    id="KOTOL-73-3",
    at=Provision(KOTOL, "73", 3),
    title=N_("No right to restrict the listed data"),
    text=N_(
        "The right to have processing restricted does not concern the data listed in 73 § 1 mom.; other rights stay."
    ),
    module=__name__,
)


@question(
    "data_recording_allowed",
    rules=(KOTOL_73_1,),
    reads=("data.category", "data.affects_integration", "data.necessary"),
    type="bool",
    meaning=N_("May this data be recorded?"),
)
def data_recording_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The listed categories; health only if it affects the integration and is necessary."""
    del on
    asked = "data_recording_allowed"
    category = facts.data.category
    if category is None:
        none = N_("The kind of data is not recorded.")
        return (missing_fact(KOTOL_73_1, asked, ("data.category",), none),)
    if category == "other":
        return (found(KOTOL_73_1, asked, False, N_("The kind of data is not listed in 73 § 1 mom.")),)
    if category != "health_and_functional_ability":
        listed = N_("The kind of data, {category}, is listed in 73 § 1 mom.")
        return (found(KOTOL_73_1, asked, True, listed, category=category),)
    if facts.data.affects_integration and facts.data.necessary:
        health = N_("The health data affects the integration and is necessary for the services.")
        return (found(KOTOL_73_1, asked, True, health),)
    no = N_("The health data is not recorded to affect the integration and to be necessary.")
    return (found(KOTOL_73_1, asked, False, no),)


@question(
    "source_marking_ok",
    rules=(KOTOL_73_2,),
    reads=("data.obtained_from", "data.source_recorded", "data.entered_by_recorded"),
    type="bool",
    meaning=N_("Is the source of the data marked as the Act demands?"),
)
def source_marking_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Data from the person needs no mark; other data needs its source and who entered it."""
    del on
    asked = "source_marking_ok"
    if facts.data.obtained_from != "other":
        return (found(KOTOL_73_2, asked, True, N_("The data was got from the person.")),)
    if facts.data.source_recorded and facts.data.entered_by_recorded:
        return (found(KOTOL_73_2, asked, True, N_("Where the data was got and who entered it are marked.")),)
    no = N_("Where the data was got and who entered it are not both marked.")
    return (found(KOTOL_73_2, asked, False, no),)


@question(
    "gdpr_right_available",
    rules=(KOTOL_73_3,),
    reads=("data.requested_right", "data.in_73_1"),
    type="bool",
    meaning=N_("Does the person have the right that is used?"),
)
def gdpr_right_available(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Every right but the restriction of the data listed in 73 § 1 mom."""
    del on
    asked = "gdpr_right_available"
    if not facts.data.in_73_1:
        return (found(KOTOL_73_3, asked, True, N_("The data is not recorded as listed in 73 § 1 mom.")),)
    right = facts.data.requested_right
    if right is None:
        none = N_("Which right is used is not recorded.")
        return (missing_fact(KOTOL_73_3, asked, ("data.requested_right",), none),)
    used = N_("The right used is {right}, and the data is listed in 73 § 1 mom.")
    return (found(KOTOL_73_3, asked, right != "restriction", used, right=right),)
