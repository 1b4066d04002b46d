"""20 § Kotoutumissuunnitelman laatiminen: by when, with whom, and the guiding to the agreed service."""

from datetime import date

from kotopolku.law.act_150_1930.calculation import MAL_3
from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on, plan_made_on
from kotopolku.law.act_681_2023.s14_assessment import reached_late
from kotopolku.law.act_681_2023.s14_window import first_grant, last_day
from kotopolku.law.calendar import add_months
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, V1_FROM, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_20_2 = rule(
    id="KOTOL-20-2",
    at=Provision(KOTOL, "20", 2),
    title=N_("The wellbeing services county takes part in the plan"),
    text=N_(
        "The wellbeing services county takes part in drawing up the plan when services of the municipality and of the "
        "county must be fitted together."
    ),
    module=__name__,
)
KOTOL_20_3 = rule(
    id="KOTOL-20-3",
    at=Provision(KOTOL, "20", 3),
    title=N_("The first plan is made within three years"),
    text=N_(
        "The plan is drawn up at the latest three years after the first permit or card was granted or the right of "
        "residence was registered; the last day is the day with the same number."
    ),
    module=__name__,
)
KOTOL_20_4 = rule(
    id="KOTOL-20-4",
    at=Provision(KOTOL, "20", 4),
    title=N_("The limit may be departed from for a victim reached late"),
    text=N_(
        "The three years may be departed from for a victim of human trafficking whom the services reached only after "
        "them."
    ),
    module=__name__,
)
KOTOL_20_5 = rule(
    id="KOTOL-20-5",
    at=Provision(KOTOL, "20", 5),
    title=N_("The client is guided to the agreed service within one month"),
    text=N_(
        "The client is guided to apply for the agreed training or service within one month of the drawing up of the "
        "plan."
    ),
    module=__name__,
)
_REACHED = ("trafficking.first_reached_on",)
_READS = ("residence.statuses", "trafficking")
_NO_STATUS = N_("No status had been granted by {on}.")
_REACHED_UNKNOWN = N_("The three years have ended; the day the victim was first reached is not recorded.")


@question(
    "plan_time_limit_waived",
    rules=(KOTOL_20_4,),
    reads=_READS,
    type="bool",
    meaning=N_("May the three-year limit of the plan be departed from?"),
)
def plan_time_limit_waived(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A victim of human trafficking, asked after the three years and reached only after them."""
    asked = "plan_time_limit_waived"
    late = reached_late(facts, on)
    reached = facts.trafficking.first_reached_on
    if late is UNKNOWN:
        return (missing_fact(KOTOL_20_4, asked, _REACHED, _REACHED_UNKNOWN),)
    if late and reached is not None:
        yes = N_("The victim was first reached on {reached_on}, only after the three years.")
        return (found(KOTOL_20_4, asked, True, yes, reached_on=reached),)
    return (
        found(KOTOL_20_4, asked, False, N_("The person is not a victim reached only after the three years.")),
    )


@question(
    "plan_latest_day",
    rules=(KOTOL_20_3, MAL_3),
    reads=_READS,
    type="date",
    meaning=N_("By which day must the first plan be made?"),
)
def plan_latest_day(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The last day of the three years, not rolled; none when the limit is waived or there is no status."""
    asked = "plan_latest_day"
    last, first = last_day(facts, on), first_grant(facts, on)
    if last is None or first is None:
        return (found(KOTOL_20_3, asked, None, _NO_STATUS, on=on),)
    late = reached_late(facts, on)
    if late is UNKNOWN:
        return (missing_fact(KOTOL_20_3, asked, _REACHED, _REACHED_UNKNOWN),)
    if late:
        return (
            found(KOTOL_20_3, asked, None, N_("The limit may be departed from for a victim reached late.")),
        )
    due = N_("The first status was granted on {granted_on}: the first plan is made by {last_day}.")
    return (found(KOTOL_20_3, asked, last, due, granted_on=first, last_day=last),)


@question(
    "plan_in_time",
    rules=(KOTOL_20_3, KOTOL_20_4),
    reads=("plan.first_made_on", "plan.made_on", *_READS),
    type="bool",
    meaning=N_("Was the first plan made in time?"),
)
def plan_in_time(facts: Facts, on: date) -> tuple[Finding, ...]:
    """On or before the last day, or the limit is waived."""
    asked = "plan_in_time"
    made, last = first_plan_made_on(facts), last_day(facts, on)
    if made is None:
        return (found(KOTOL_20_3, asked, None, N_("There is no plan.")),)
    if last is None:
        return (found(KOTOL_20_3, asked, None, _NO_STATUS, on=on),)
    if made > last:
        late = reached_late(facts, on)
        if late is UNKNOWN:
            return (missing_fact(KOTOL_20_4, asked, _REACHED, _REACHED_UNKNOWN),)
        if late:
            waived = N_("The limit may be departed from for a victim reached late.")
            return (found(KOTOL_20_4, asked, True, waived),)
    dates = N_("The first plan was made on {made_on}; the last day was {last_day}.")
    return (found(KOTOL_20_3, asked, made <= last, dates, made_on=made, last_day=last),)


@question(
    "county_must_participate_in_plan",
    rules=(KOTOL_20_2,),
    reads=("assessment.needs_county_coordination",),
    type="bool",
    meaning=N_("Must the wellbeing services county take part in drawing up the plan?"),
)
def county_must_participate_in_plan(facts: Facts, on: date) -> tuple[Finding, ...]:
    """When services of the municipality and of the county must be fitted together."""
    del on
    asked = "county_must_participate_in_plan"
    if facts.assessment.needs_county_coordination:
        yes = N_("Services of the municipality and of the wellbeing services county must be fitted together.")
        return (found(KOTOL_20_2, asked, True, yes),)
    no = N_("No need to fit together services of the municipality and of the county is recorded.")
    return (found(KOTOL_20_2, asked, False, no),)


@question(
    "referral_due",
    rules=(KOTOL_20_5, MAL_3),
    reads=("plan.made_on", "plan.first_made_on"),
    type="date",
    meaning=N_("By which day must the client be guided to apply for the agreed service?"),
)
def referral_due(facts: Facts, on: date) -> tuple[Finding, ...]:
    """One month from the day the plan was made, the last day included, not rolled."""
    del on
    asked = "referral_due"
    made = plan_made_on(facts)
    if made is None:
        return (found(KOTOL_20_5, asked, None, N_("There is no plan.")),)
    if made < V1_FROM:
        before = N_("The plan was made on {made_on}, before the Act: the month does not apply.")
        return (found(KOTOL_20_5, asked, None, before, made_on=made),)
    due = add_months(made, 1)
    month = N_("The plan was made on {made_on}: the client is guided to the service by {due_on}.")
    return (found(KOTOL_20_5, asked, due, month, made_on=made, due_on=due),)
