"""36 § Turvakielto: contact data stays hidden while the order is in force."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, Outcome, found, found_as
from kotopolku.law.provision import Act, Force, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act(
    "661/2009", "VTJL", "Laki väestötietojärjestelmästä ja Digi- ja väestötietoviraston varmennepalveluista"
)

VTJL_36 = rule(
    id="VTJL-36",
    at=Provision(ACT, "36"),
    title=N_("Non-disclosure order"),
    text=N_(
        "While a non-disclosure order is in force, municipality of residence, address and other contact data are not "
        "given onward and are shown only to those whose task directly needs them."
    ),
    force=Force(date(2010, 3, 1)),
    module=__name__,
)
READS = ("person.security_ban", "person.security_ban_until")
_FIELDS = ("address", "phone", "email", "municipality_of_residence")


def ban_in_force(facts: Facts, on: date) -> bool:
    """Whether a non-disclosure order is in force on `on`, its last day included."""
    until = facts.person.security_ban_until
    return bool(facts.person.security_ban) and (until is None or on <= until)


@question(
    "contact_fields_hidden",
    rules=(VTJL_36,),
    reads=READS,
    type="list",
    codes=_FIELDS,
    meaning=N_("Which contact data is hidden?"),
)
def contact_fields_hidden(facts: Facts, on: date) -> tuple[Finding, ...]:
    """All contact data while the order is in force, otherwise none."""
    asked = "contact_fields_hidden"
    if ban_in_force(facts, on):
        yes = N_("A non-disclosure order is in force on {on}.")
        return (found(VTJL_36, asked, _FIELDS, yes, on=on),)
    nothing: tuple[str, ...] = ()
    no = N_("No non-disclosure order is in force on {on}.")
    return (found_as(Outcome.NOT_MET, VTJL_36, asked, nothing, no, on=on),)
