"""9 § Yhteydenotto: when an authority guides a person or contacts the municipality."""

from datetime import date

from kotopolku.law.act_681_2023.s14_window import inside
from kotopolku.law.facts import Contact, Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_9_1 = rule(
    id="KOTOL-9-1",
    at=Provision(KOTOL, "9", 1),
    title=N_("An authority guides the person or, with consent, contacts the municipality"),
    text=N_(
        "An authority that in its task learns of a person who seems to need integration services guides the person "
        "to them or, if the person consents, contacts the municipality. The duty lasts the same three years as the "
        "right to an assessment. Without consent there is no contact."
    ),
    module=__name__,
)
KOTOL_9_2B = rule(
    id="KOTOL-9-2b",
    at=Provision(KOTOL, "9", 2),
    title=N_("A contact is taken up without delay"),
    text=N_(
        "The municipality takes a contact into processing without delay. The Act gives no number of days."
    ),
    module=__name__,
)
KOTOL_9_3 = rule(
    id="KOTOL-9-3",
    at=Provision(KOTOL, "9"),
    title=N_("A tip from somebody else is not a contact of an authority"),
    text=N_(
        "What an association, an employer or a friend tells is not a contact of 9 §: the person is invited to ask "
        "for an assessment."
    ),
    module=__name__,
)

_CONTACT = ("contact", "residence.statuses")
_NO_CONTACT = Contact()


def applies(facts: Facts, on: date) -> bool:
    """Whether 9 § applies: an authority, a need seen, and the three years still running."""
    contact = facts.contact
    return bool(contact.sender_is_authority and contact.need_seen) and inside(facts, on)


def valid_contact_received(facts: Facts, on: date) -> bool:
    """Whether a consented contact to which 9 § applies has arrived."""
    received = facts.contact.received_on
    return received is not None and received <= on and bool(facts.contact.consent) and applies(facts, on)


@question(
    "section_9_applies",
    rules=(KOTOL_9_1, KOTOL_9_3),
    reads=_CONTACT,
    type="bool",
    meaning=N_("Does 9 § apply to the contact?"),
)
def section_9_applies(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The sender is an authority and sees a need, and the day is inside the three years."""
    asked = "section_9_applies"
    contact = facts.contact
    if not contact.sender_is_authority:
        return (found(KOTOL_9_3, asked, False, N_("The sender is not an authority acting in its task.")),)
    if not contact.need_seen:
        return (
            found(KOTOL_9_1, asked, False, N_("The authority has not seen a need of integration services.")),
        )
    if not inside(facts, on):
        return (found(KOTOL_9_1, asked, False, N_("{on} is not inside the three years."), on=on),)
    yes = N_("An authority sees a need, and {on} is inside the three years.")
    return (found(KOTOL_9_1, asked, True, yes, on=on),)


@question(
    "section_9_duty",
    rules=(KOTOL_9_1,),
    reads=_CONTACT,
    type="code",
    codes=("guide_or_contact", "guide_person_to_services", "none"),
    meaning=N_("What must the authority do?"),
)
def section_9_duty(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Guide or contact with consent, only guide without it, nothing when 9 § does not apply."""
    asked = "section_9_duty"
    basis = section_9_applies(facts, on)
    if not applies(facts, on):
        return (found(KOTOL_9_1, asked, "none", N_("9 § does not apply to the contact.")), *basis)
    if facts.contact.consent:
        yes = N_("The person consents: the authority guides the person or contacts the municipality.")
        return (found(KOTOL_9_1, asked, "guide_or_contact", yes), *basis)
    no = N_("No consent is recorded: the authority only guides the person to the services.")
    return (found(KOTOL_9_1, asked, "guide_person_to_services", no), *basis)


@question(
    "contact_allowed",
    rules=(KOTOL_9_1,),
    reads=_CONTACT,
    type="bool",
    meaning=N_("May the authority contact the municipality?"),
)
def contact_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The consent, if 9 § applies; the Act gives no answer if it does not."""
    if not applies(facts, on):
        return (found(KOTOL_9_1, "contact_allowed", None, N_("9 § does not apply to the contact.")),)
    if facts.contact.consent:
        return (found(KOTOL_9_1, "contact_allowed", True, N_("The person has consented to the contact.")),)
    return (found(KOTOL_9_1, "contact_allowed", False, N_("No consent to the contact is recorded.")),)


@question(
    "invite_person_to_request",
    rules=(KOTOL_9_3,),
    reads=("contact",),
    type="bool",
    meaning=N_("Should the person be invited to ask for an assessment?"),
)
def invite_person_to_request(facts: Facts, on: date) -> tuple[Finding, ...]:
    """There is a contact and its sender is not an authority."""
    del on
    asked = "invite_person_to_request"
    if facts.contact == _NO_CONTACT:
        return (found(KOTOL_9_3, asked, False, N_("There is no contact.")),)
    if facts.contact.sender_is_authority:
        return (found(KOTOL_9_3, asked, False, N_("The sender is an authority acting in its task.")),)
    return (found(KOTOL_9_3, asked, True, N_("The sender is not an authority acting in its task.")),)


@question(
    "contact_handling_standard",
    rules=(KOTOL_9_2B,),
    reads=("contact.sender_is_authority", "contact.consent", "contact.received_on"),
    type="code",
    codes=("without_delay",),
    meaning=N_("How soon must the contact be taken up?"),
)
def contact_handling_standard(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Without delay, once a consented contact of an authority has arrived."""
    asked = "contact_handling_standard"
    contact = facts.contact
    received = contact.received_on
    if received is None or received > on or not contact.sender_is_authority or not contact.consent:
        none = N_("No consented contact of an authority had arrived by {on}.")
        return (found(KOTOL_9_2B, asked, None, none, on=on),)
    arrived = N_(
        "A consented contact of an authority arrived on {received_on}: it is taken up without delay."
    )
    return (found(KOTOL_9_2B, asked, "without_delay", arrived, received_on=received),)


@question(
    "contact_handling_days",
    rules=(KOTOL_9_2B,),
    reads=(),
    type="integer",
    meaning=N_("In how many days must the contact be taken up?"),
)
def contact_handling_days(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Always none: the Act says without delay and gives no number of days."""
    del facts, on
    return (found(KOTOL_9_2B, "contact_handling_days", None, N_("The law gives no number of days.")),)
