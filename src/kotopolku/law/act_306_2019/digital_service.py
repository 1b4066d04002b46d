"""6 § Sähköinen tunnistaminen and 10 § Saavutettavuuspalaute."""

from datetime import date

from kotopolku.law.calendar import add_days
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act("306/2019", "DigiL", "Laki digitaalisten palvelujen tarjoamisesta")
_FORCE = Force(date(2019, 4, 1))

DIGIL_6 = rule(
    id="DIGIL-6",
    at=Provision(ACT, "6", 2),
    title=N_("Secret content needs strong identification"),
    text=N_("A service in which secret data can be seen needs strong identification of the user."),
    force=_FORCE,
    module=__name__,
)
DIGIL_10 = rule(
    id="DIGIL-10",
    at=Provision(ACT, "10"),
    title=N_("Accessibility feedback is answered in two weeks"),
    text=N_(
        "Accessibility feedback is acknowledged automatically and answered within two weeks, which may be extended by "
        "two weeks."
    ),
    force=_FORCE,
    module=__name__,
)
_RECEIVED = "digital_service.accessibility_feedback_received_on"
_NO_FEEDBACK = N_("No accessibility feedback has arrived.")


@question(
    "accessibility_feedback_acknowledgement",
    rules=(DIGIL_10,),
    reads=(_RECEIVED,),
    type="code",
    codes=("automatic",),
    meaning=N_("How is accessibility feedback acknowledged?"),
)
def accessibility_feedback_acknowledgement(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Automatically, when feedback has arrived."""
    asked = "accessibility_feedback_acknowledgement"
    received = facts.digital_service.accessibility_feedback_received_on
    if received is None or received > on:
        return (found(DIGIL_10, asked, None, _NO_FEEDBACK),)
    yes = N_("Feedback arrived on {received_on}; it is acknowledged automatically.")
    return (found(DIGIL_10, asked, "automatic", yes, received_on=received),)


@question(
    "accessibility_feedback_answer_latest",
    rules=(DIGIL_10,),
    reads=(_RECEIVED, "digital_service.answer_period_extended"),
    type="date",
    meaning=N_("By which day is accessibility feedback answered?"),
)
def accessibility_feedback_answer_latest(facts: Facts, on: date) -> tuple[Finding, ...]:
    """14 days after the feedback, or 28 when extended; not rolled."""
    asked = "accessibility_feedback_answer_latest"
    received = facts.digital_service.accessibility_feedback_received_on
    if received is None or received > on:
        return (found(DIGIL_10, asked, None, _NO_FEEDBACK),)
    days = 28 if facts.digital_service.answer_period_extended else 14
    latest = add_days(received, days)
    due = N_("Feedback arrived on {received_on}; it is answered in {days} days, by {latest}.")
    return (found(DIGIL_10, asked, latest, due, received_on=received, days=days, latest=latest),)


@question(
    "identification_ok",
    rules=(DIGIL_6,),
    reads=("digital_service.secret_content", "digital_service.identification"),
    type="bool",
    meaning=N_("Is the identification strong enough?"),
)
def identification_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Strong identification when secret data can be seen."""
    del on
    asked = "identification_ok"
    if not facts.digital_service.secret_content:
        return (found(DIGIL_6, asked, True, N_("No secret data can be seen.")),)
    used = facts.digital_service.identification or "none"
    secret = N_("Secret data can be seen; the identification used is {identification}.")
    return (found(DIGIL_6, asked, used == "strong", secret, identification=used),)
