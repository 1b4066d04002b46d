"""Codes of a fee: how the client is heard, how each condition of the law stands, and the house's own times."""

LETTER, CALL = "letter", "call"
WAYS = (LETTER, CALL)
MET, NOT_MET, OPEN = "met", "not_met", "open"
"""How a condition stands: met, not met, or not recorded or judged yet."""
KIND, ADULT, STAYED_AWAY, NOT_CANCELLED = "kind", "adult", "stayed_away", "not_cancelled"
COST, TOLD, NO_REASON, REASONABLE = "cost", "told", "no_reason", "reasonable"
CONDITIONS = (KIND, ADULT, COST, TOLD, STAYED_AWAY, NOT_CANCELLED, NO_REASON, REASONABLE)
"""The conditions of 32 a § 1 mom., in the order in which they are shown."""

ANSWER_DAYS, LEAST_ANSWER_DAYS = 14, 7
"""How long the client has to answer: usually, and at least. The law asks for a reasonable time (434/2003 33 §)."""
MOST_TEXT = 5000
LOOKED_BACK_DAYS = 180
"""How old a missed time is still offered as one to look into."""
