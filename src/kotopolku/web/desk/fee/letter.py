"""The letter of a decision about a fee: the sum, the due date, and what every decision's letter holds."""

from django.utils import translation

from kotopolku.decisions.queries import DecisionView
from kotopolku.fees.queries import DecidedView
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Pdf
from kotopolku.people.views import PersonCard
from kotopolku.web.desk.decision.letter import CORRECTING, Sentence, decision_letter, in_that_language
from kotopolku.web.parts.dates import euros

TITLE = N_("Decision on a fee for a missed time")
CHARGED = N_(
    "You had a time with an interpreter on {day}. You did not come, and the time was not cancelled. You have to pay "
    "{amount} for the interpreter."
)
DUE = N_("Pay by {due_on} at the latest. You get an invoice.")
NOTHING = N_("You need not pay for the interpreter of the time on {day}.")


def fee_letter(view: DecisionView, fee: DecidedView, person: PersonCard, *, code: str) -> Pdf:
    """Return the letter of a fee; a correcting decision may say that nothing is charged."""
    booked = in_that_language(fee.booked_for, view.language)
    outcome: tuple[Sentence, ...] = ((NOTHING, {"day": booked}),)
    if fee.amount and fee.due_on:
        with translation.override(view.language):
            amount = f"\u2068{euros(fee.amount)}\u2069"
        due = in_that_language(fee.due_on, view.language)
        outcome = ((CHARGED, {"day": booked, "amount": amount}), (DUE, {"due_on": due}))
    title = CORRECTING if view.corrects else TITLE
    return decision_letter(view, person, code=code, title=title, outcome=outcome)
