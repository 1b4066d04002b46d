"""76–77 § Kotoutumisen valtakunnallinen tietovaranto: recording from 2027, and deletion."""

from datetime import date

from kotopolku.law.act_681_2023.s05_definitions import plan_valid
from kotopolku.law.act_681_2023.s102_transition import KOTOL_102_4
from kotopolku.law.calendar import add_years
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_76 = rule(
    id="KOTOL-76",
    at=Provision(KOTOL, "76"),
    title=N_("Data recorded in the national repository"),
    text=N_(
        "The data of integration clients, and of immigrants for whom an assessment or review is made, is recorded in "
        "the national data repository."
    ),
    not_decided=N_("A reform expected for 2027 may change this before it begins."),
    module=__name__,
)
KOTOL_77 = rule(
    id="KOTOL-77",
    at=Provision(KOTOL, "77"),
    title=N_("Deletion after four years"),
    text=N_(
        "Data in the national repository is deleted when four years have passed since the client relationship ended, "
        "unless it is needed for a statutory task or a pending matter."
    ),
    not_decided=N_("When a client relationship ends, and how long a municipality keeps its own copy."),
    module=__name__,
)
RECORDING_BEGINS = date(2027, 1, 1)
_YEARS = 4
_NOT_ENDED = N_("The client relationship is not recorded to have ended.")


@question(
    "national_repository_recording_mandatory",
    rules=(KOTOL_76, KOTOL_102_4),
    reads=("plan.made_on", "plan.first_made_on", "plan.ends_on", "plan.reviews", "assessment.made_on"),
    type="bool",
    meaning=N_("Must the data be recorded in the national repository?"),
)
def national_repository_recording_mandatory(facts: Facts, on: date) -> tuple[Finding, ...]:
    """From 2027, for integration clients and for assessments and reviews made from then on."""
    asked = "national_repository_recording_mandatory"
    if on < RECORDING_BEGINS:
        before = N_("The duty to record begins on {first_day}.")
        return (found(KOTOL_102_4, asked, False, before, first_day=RECORDING_BEGINS),)
    if plan_valid(facts, on):
        client = N_("The person is an integration client on {on}.")
        return (found(KOTOL_76, asked, True, client, on=on),)
    made = [facts.assessment.made_on, *facts.plan.reviews]
    days = [day for day in made if day is not None and RECORDING_BEGINS <= day <= on]
    if days:
        work = N_("An assessment or review was made on {made_on}.")
        return (found(KOTOL_76, asked, True, work, made_on=max(days)),)
    no = N_("No valid plan, and no assessment or review made from {first_day} on.")
    return (found(KOTOL_76, asked, False, no, first_day=RECORDING_BEGINS),)


@question(
    "repository_delete_due_from",
    rules=(KOTOL_77,),
    reads=("retention.client_relationship_ended_on",),
    type="date",
    meaning=N_("From which day is the data to be deleted?"),
)
def repository_delete_due_from(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Four years after the end of the client relationship, not rolled, even if deletion is put off."""
    del on
    asked = "repository_delete_due_from"
    ended = facts.retention.client_relationship_ended_on
    if ended is None:
        return (found(KOTOL_77, asked, None, _NOT_ENDED),)
    due = add_years(ended, _YEARS)
    four = N_("The client relationship ended on {ended_on}: four years are full on {due_from}.")
    return (found(KOTOL_77, asked, due, four, ended_on=ended, due_from=due),)


@question(
    "repository_deletion_required",
    rules=(KOTOL_77,),
    reads=("retention",),
    type="bool",
    meaning=N_("Must the data be deleted now?"),
)
def repository_deletion_required(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Four years are full, no matter is pending, and no statutory task needs the data."""
    asked = "repository_deletion_required"
    ended = facts.retention.client_relationship_ended_on
    if ended is None:
        return (found(KOTOL_77, asked, False, _NOT_ENDED),)
    if facts.retention.pending_matter or facts.retention.needed_for_statutory_task:
        kept = N_("A matter is pending or a statutory task needs the data.")
        return (found(KOTOL_77, asked, False, kept),)
    due = add_years(ended, _YEARS)
    four = N_("The client relationship ended on {ended_on}: four years are full on {due_from}.")
    return (found(KOTOL_77, asked, on >= due, four, ended_on=ended, due_from=due),)
