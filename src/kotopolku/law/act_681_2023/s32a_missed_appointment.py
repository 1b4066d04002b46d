"""32 a § Käyttämättä jätetystä palvelusta perittävä maksu: the fee for a missed, interpreted appointment."""

from datetime import date
from decimal import Decimal

from kotopolku.law.calendar import add_days, under_age
from kotopolku.law.facts import Appointment, Facts
from kotopolku.law.finding import UNKNOWN, Finding, found, missing_fact, open_law
from kotopolku.law.provision import KOTOL, V1_FROM, Force, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_32A_1 = rule(
    id="KOTOL-32a-1",
    at=Provision(KOTOL, "32 a", 1),
    title=N_("Fee for a missed appointment"),
    text=N_(
        "The cost of interpretation may be charged to a client of 18 or over who without acceptable reason and without "
        "cancelling stays away from a time booked for guidance, assessment, plan or review, if the possible fee and "
        "the way to cancel were explained at booking and the fee is not unreasonable."
    ),
    module=__name__,
)
KOTOL_32A_2 = rule(
    id="KOTOL-32a-2",
    at=Provision(KOTOL, "32 a", 2),
    title=N_("The fee is due two weeks after the booked time at the earliest"),
    text=N_("The due date of the fee is at the earliest two weeks after the booked time."),
    module=__name__,
)
KOTOL_32A_4 = rule(
    id="KOTOL-32a-4",
    at=Provision(KOTOL, "32 a", 4),
    title=N_("The largest fee is adjusted to the index"),
    text=N_(
        "The largest fee is adjusted every second year to the national pensions index, by decree of the ministry."
    ),
    not_decided=N_(
        "The amount in force from 2026 on is not known here: without one that somebody has verified it is left open."
    ),
    module=__name__,
)
#: The largest fee in euros, by the period in which the booked day falls. Enter only verified amounts.
LARGEST_FEES: tuple[tuple[Force, Decimal], ...] = ((Force(V1_FROM, date(2025, 12, 31)), Decimal("56.70")),)

_KINDS = frozenset({"guidance_10", "assessment_14", "plan_20", "review_22"})
_READS = ("appointment", "person.birth_date")
_ADULT = 18
_DUE_DAYS = 14


@question(
    "no_show_fee_allowed",
    rules=(KOTOL_32A_1,),
    reads=_READS,
    type="bool",
    meaning=N_("May a fee be charged for the missed appointment?"),
)
def no_show_fee_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Every condition of the subsection; unknown only if the booked day or the age would decide."""
    del on
    return (_allowed(facts),)


@question(
    "no_show_fee_max_eur",
    rules=(KOTOL_32A_1, KOTOL_32A_4),
    reads=_READS,
    type="number",
    meaning=N_("How large may the fee be?"),
)
def no_show_fee_max_eur(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The cost, at most the amount in force on the booked day; open for days without a verified amount."""
    del on
    asked = "no_show_fee_max_eur"
    allowed = _allowed(facts)
    ground = allowed.grounds[0]
    if allowed.value is UNKNOWN:
        return (missing_fact(KOTOL_32A_1, asked, allowed.missing, ground.message, **ground.params), allowed)
    booked, cost = facts.appointment.booked_for, facts.appointment.interpretation_cost_eur
    if not allowed.value or booked is None or cost is None:
        return (found(KOTOL_32A_1, asked, None, N_("No fee may be charged.")), allowed)
    amount = _largest(facts.appointment, booked)
    if amount is not None:
        smaller = N_(
            "The interpretation cost {cost} euros; the largest fee on {booked_for} is {amount} euros."
        )
        answer = min(cost, amount)
        return (
            found(KOTOL_32A_4, asked, answer, smaller, cost=cost, booked_for=booked, amount=amount),
            allowed,
        )
    not_verified = N_("The largest fee on {booked_for} has not been verified.")
    return (open_law(KOTOL_32A_4, asked, not_verified, booked_for=booked), allowed)


def _largest(appointment: Appointment, booked: date) -> Decimal | None:
    """The amount in the Act itself while it is in force, then the one entered as verified; None where there is none."""
    of_the_act = next((amount for force, amount in LARGEST_FEES if force.covers(booked)), None)
    return of_the_act if of_the_act is not None else appointment.verified_largest_fee_eur


@question(
    "no_show_fee_earliest_due_date",
    rules=(KOTOL_32A_2,),
    reads=("appointment.booked_for",),
    type="date",
    meaning=N_("When may the fee fall due at the earliest?"),
)
def no_show_fee_earliest_due_date(facts: Facts, on: date) -> tuple[Finding, ...]:
    """14 days after the booked day, not rolled, whether or not a fee is allowed."""
    del on
    asked = "no_show_fee_earliest_due_date"
    booked = facts.appointment.booked_for
    if booked is None:
        return (found(KOTOL_32A_2, asked, None, N_("The day of the booked time is not recorded.")),)
    due = add_days(booked, _DUE_DAYS)
    weeks = N_("The time was booked for {booked_for}: the fee falls due on {due_on} at the earliest.")
    return (found(KOTOL_32A_2, asked, due, weeks, booked_for=booked, due_on=due),)


def _allowed(facts: Facts) -> Finding:
    asked = "no_show_fee_allowed"
    appointment = facts.appointment
    obstacle = _obstacle(appointment)
    if obstacle is not None:
        return found(KOTOL_32A_1, asked, False, obstacle)
    booked, born = appointment.booked_for, facts.person.birth_date
    if booked is None or born is None:
        missing = [] if booked else ["appointment.booked_for"]
        missing += [] if born else ["person.birth_date"]
        if booked is not None and booked < V1_FROM:
            return _before_the_act(booked)
        unsure = N_("Whether the client was 18 or over on the booked day is not known.")
        return missing_fact(KOTOL_32A_1, asked, tuple(missing), unsure)
    if booked < V1_FROM:
        return _before_the_act(booked)
    if under_age(born, _ADULT, booked):
        child = N_("The client was under 18 on {booked_for}.")
        return found(KOTOL_32A_1, asked, False, child, booked_for=booked)
    yes = N_(
        "The client stayed away on {booked_for}, interpretation cost arose, and nothing speaks against a fee."
    )
    return found(KOTOL_32A_1, asked, True, yes, booked_for=booked)


def _before_the_act(booked: date) -> Finding:
    early = N_("The time was booked for {booked_for}, before the Act.")
    return found(KOTOL_32A_1, "no_show_fee_allowed", False, early, booked_for=booked)


def _obstacle(appointment: Appointment) -> str | None:
    """The first condition that is not met, as a sentence; None if all recorded ones are met."""
    conditions = (
        (appointment.kind in _KINDS, N_("No fee belongs to this kind of appointment.")),
        (not appointment.attended, N_("The client came.")),
        (not appointment.cancelled_beforehand, N_("The time was cancelled beforehand.")),
        (not appointment.acceptable_reason, N_("There was an acceptable reason for staying away.")),
        (
            appointment.fee_and_cancelling_explained,
            N_("The possible fee and the way to cancel are not recorded to have been explained at booking."),
        ),
        (not appointment.fee_unreasonable, N_("The fee would be unreasonable.")),
        ((appointment.interpretation_cost_eur or 0) > 0, N_("No interpretation cost arose.")),
    )
    return next((sentence for met, sentence in conditions if not met), None)
