"""95 § Muutoksenhaku: request for rectification, appeal, and the last day for the request."""

from datetime import date

from kotopolku.law.act_13_2003.notice import L13_19
from kotopolku.law.act_150_1930.calculation import MAL_2, MAL_5
from kotopolku.law.act_434_2003.notice import HL_59, NOTICE_READS, received
from kotopolku.law.calendar import add_days, roll_forward
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact, open_law
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_95_1 = rule(
    id="KOTOL-95-1",
    at=Provision(KOTOL, "95", 1),
    title=N_("Request for rectification within 30 days"),
    text=N_(
        "Rectification of a decision under the Act may be requested from the deciding authority within 30 days of the "
        "notice; after that it may be appealed against to the administrative court."
    ),
    not_decided=N_(
        "Whether rectification of a referral to a municipality may be requested: the text is not settled."
    ),
    module=__name__,
)
KOTOL_95_3 = rule(
    id="KOTOL-95-3",
    at=Provision(KOTOL, "95", 3),
    title=N_("No separate appeal against a plan or review"),
    text=N_(
        "Neither rectification nor appeal is open against a plan, its review or the refusal to support studies; no "
        "appeal is open against a referral to a municipality."
    ),
    module=__name__,
)
_CLOSED = frozenset({"integration_plan", "plan_review", "study_support_refusal"})
_REFERRAL = "municipal_place_referral"
_DAYS = 30
_CLOSED_TEXT = N_("No request for rectification is open against this kind: {kind}.")
_REFERRAL_TEXT = N_("Whether rectification of a referral to a municipality may be requested is not settled.")


@question(
    "rectification_allowed",
    rules=(KOTOL_95_1, KOTOL_95_3),
    reads=("decision.kind",),
    type="bool",
    meaning=N_("May rectification be requested?"),
)
def rectification_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Of every decision but plan, review and refusal of study support; not settled for a referral."""
    del on
    asked = "rectification_allowed"
    kind = _kind(facts)
    if kind in _CLOSED:
        return (found(KOTOL_95_3, asked, False, _CLOSED_TEXT, kind=kind),)
    if kind == _REFERRAL:
        return (open_law(KOTOL_95_1, asked, _REFERRAL_TEXT),)
    yes = N_("Rectification of this kind of decision may be requested: {kind}.")
    return (found(KOTOL_95_1, asked, True, yes, kind=kind),)


@question(
    "appeal_allowed",
    rules=(KOTOL_95_1, KOTOL_95_3),
    reads=("decision.kind",),
    type="bool",
    meaning=N_("May the decision be appealed against?"),
)
def appeal_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """After rectification; not against plan, review, refusal of study support or referral."""
    del on
    kind = _kind(facts)
    if kind in _CLOSED or kind == _REFERRAL:
        no = N_("No appeal is open against this kind: {kind}.")
        return (found(KOTOL_95_3, "appeal_allowed", False, no, kind=kind),)
    yes = N_("The decision may be appealed against after rectification: {kind}.")
    return (found(KOTOL_95_1, "appeal_allowed", True, yes, kind=kind),)


@question(
    "rectification_last_day",
    rules=(KOTOL_95_1, HL_59, L13_19, MAL_2, MAL_5),
    reads=("decision.kind", *NOTICE_READS),
    type="date",
    meaning=N_("Until which day may rectification be requested?"),
)
def rectification_last_day(facts: Facts, on: date) -> tuple[Finding, ...]:
    """30 days after the day of receipt, rolled to a working day."""
    del on
    asked = "rectification_last_day"
    kind = _kind(facts)
    if kind in _CLOSED:
        return (found(KOTOL_95_1, asked, None, _CLOSED_TEXT, kind=kind),)
    part = received(facts)
    ground = part.grounds[0]
    if part.value is None:
        return (found(KOTOL_95_1, asked, None, ground.message, **ground.params), part)
    if kind == _REFERRAL:
        return (open_law(KOTOL_95_1, asked, _REFERRAL_TEXT), part)
    day = part.value
    if not isinstance(day, date):
        return (missing_fact(KOTOL_95_1, asked, part.missing, ground.message, **ground.params), part)
    last = roll_forward(add_days(day, _DAYS))
    until = N_("The notice was received on {received_on}: 30 days are over on {last_day}, a working day.")
    return (found(KOTOL_95_1, asked, last, until, received_on=day, last_day=last), part)


def _kind(facts: Facts) -> str:
    return facts.decision.kind or "other_kotol_decision"
