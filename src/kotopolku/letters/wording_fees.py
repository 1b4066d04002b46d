"""The words of messages about the fee for a missed time: what is asked before anything is decided.

They are about a duty, so a language has them only when somebody who reads it has approved them.
"""

from kotopolku.law.wording import N_
from kotopolku.letters.wording_times import Words

FEES: dict[str, Words] = {
    "fee_hearing": (
        N_("We ask you about a missed time"),
        (
            N_("You had a time with an interpreter on {day} at {clock}. You did not come."),
            N_("You may have to pay for the interpreter. Nothing has been decided yet."),
            N_("Tell us why you did not come. Call us or come to us by {answer_by}."),
            N_("If you had an acceptable reason, you need not pay."),
        ),
        frozenset({"day", "clock", "answer_by"}),
    ),
    "fee_dropped": (
        N_("You need not pay for the missed time"),
        (N_("You need not pay for the time on {day} at {clock}. You need not do anything."),),
        frozenset({"day", "clock"}),
    ),
}
