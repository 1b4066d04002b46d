"""Koodit: kinds of decisions, the provisions one may rest on, and ways of delivering it."""

from kotopolku.law.wording import N_

ASSESSMENT_REFUSED, NO_SHOW_FEE = "assessment_refused", "no_show_fee"
KINDS = (ASSESSMENT_REFUSED, NO_SHOW_FEE)
#: The languages of the law: a decision is made in one of them (423/2003).
LANGUAGES = ("fi", "sv")
#: How it was given to the client; the law counts the days from each in its own way (434/2003 59 §).
DELIVERY_WAYS = ("ordinary_letter", "personal")
#: Ways in which the day of receipt is the day of giving.
AT_ONCE = frozenset({"personal"})

#: What a refusal may rest on: the paragraph and what it says, in the words of the letter.
PROVISIONS: dict[str, str] = {
    "681/2023 14.1": N_("An assessment is made for those whom the paragraph names, within three years."),
    "681/2023 14.1(4)": N_(
        "Somebody else who asks for an assessment gets one if the municipality judges that it is needed."
    ),
    "681/2023 14.5": N_(
        "An assessment of a child or young person may be left out when another client plan meets the needs."
    ),
    "681/2023 2": N_("The Act applies to those whose right of residence is named in the section."),
    "681/2023 3": N_("The employment authority answers for the assessment of an unemployed jobseeker."),
}
#: What a fee for a missed time rests on: always both paragraphs.
FEE_PROVISIONS: dict[str, str] = {
    "681/2023 32 a.1": N_(
        "The cost of interpreting may be charged to who stays away from a booked time without acceptable reason and "
        "without cancelling, if the fee was told about at booking and is not unreasonable."
    ),
    "681/2023 32 a.2": N_(
        "The fee falls due two weeks after the booked time at the earliest; late interest runs from the due date."
    ),
}
PROVISIONS_OF: dict[str, dict[str, str]] = {ASSESSMENT_REFUSED: PROVISIONS, NO_SHOW_FEE: FEE_PROVISIONS}
EVERY_PROVISION: dict[str, str] = PROVISIONS | FEE_PROVISIONS
#: In every decision: its form and the right to ask for rectification.
ALWAYS = ("434/2003 43–47", "681/2023 95")
