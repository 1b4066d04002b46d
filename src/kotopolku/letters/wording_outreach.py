"""Vastaus jalkautumispyyntöön: what is written to whoever asked for a day of advice, in the language they asked in."""

from kotopolku.law.wording import N_
from kotopolku.letters.template import NO_ANSWER, Template

OUTREACH: dict[str, Template] = {
    "outreach_accepted": Template(
        subject=N_("Advice comes to you"),
        paragraphs=(
            N_("Thank you for asking. We come on {day} at {time}: {place}."),
            N_("What we want to tell you besides: {answer}"),
            N_("The day is on our public page. If it does not suit you, call us or write to us."),
            NO_ANSWER,
        ),
        params=frozenset({"day", "time", "place", "answer"}),
    ),
    "outreach_declined": Template(
        subject=N_("Your wish for a day of advice"),
        paragraphs=(
            N_("Thank you for asking. This time we cannot come. The reason: {answer}"),
            N_("You can ask again, or guide people to our offices."),
            NO_ANSWER,
        ),
        params=frozenset({"answer"}),
    ),
}
