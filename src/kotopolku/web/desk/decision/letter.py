"""The letter of a decision as a tagged PDF: what was decided, why, on which provisions, how to ask for rectification.

The form is that of 434/2003 43–47 §; the instructions stand in the letter itself, so that they cannot be left out.
"""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.decisions.codes import ALWAYS, EVERY_PROVISION
from kotopolku.decisions.queries import DecisionView
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Pdf, Section, Words
from kotopolku.people.views import PersonCard
from kotopolku.web.desk import papers
from kotopolku.web.desk.words.orally import ORALLY
from kotopolku.web.parts.dates import day

type Sentence = tuple[str, dict[str, str]]
"""A sentence of the letter and what stands in it."""

TITLE = N_("Decision on a requested assessment")
CORRECTING = N_("Decision that corrects an earlier decision")
OUTCOME = N_(
    "We do not make the assessment of competence and integration service needs that you asked for on {day}."
)
CORRECTS = N_("This decision corrects and replaces decision {number}.")
COUNTS = {
    "fi": N_("The decision has been made in Finnish. The other language helps you to understand it."),
    "sv": N_("The decision has been made in Swedish. The other language helps you to understand it."),
}
HOW = (
    N_("If you think that the decision is wrong, you may ask for it to be put right. It costs nothing."),
    N_(
        "Send the request within 30 days of the day on which you received the decision. The day of receipt is not "
        "counted. If the last day is a Saturday, a Sunday or another holiday, the next working day is enough."
    ),
    N_("A letter counts as received on the seventh day after it was sent, unless you show another day."),
    N_(
        "Write in the request: which decision you mean, how it should be changed and why; your name, home "
        "municipality, postal address and telephone. Sign it. Enclose the decision and what you appeal to."
    ),
    N_("The request must arrive before the office closes on the last day. Send it to:"),
)
HELP = N_("If you need help with the request or an interpreter, ask us.")
HEADINGS = {
    "decided": N_("What was decided"),
    "reasons": N_("Reasons"),
    "provisions": N_("Provisions"),
    "contact": N_("Who tells more"),
    "rectification": N_("How to ask for rectification"),
}


def letter_file(view: DecisionView, person: PersonCard, *, code: str) -> Pdf:
    """Return the letter of a refused assessment."""
    asked = in_that_language(view.requested_on, view.language)
    title = CORRECTING if view.corrects else TITLE
    return decision_letter(view, person, code=code, title=title, outcome=((OUTCOME, {"day": asked}),))


def decision_letter(
    view: DecisionView, person: PersonCard, *, code: str, title: str, outcome: tuple[Sentence, ...]
) -> Pdf:
    """Return the letter of a decision; what the officer wrote stands as written in both columns."""
    shown = papers.said(TITLE, code)[1].code
    # Words of rights that nobody has approved are not shown: the whole column is in the next language that has them.
    languages = tuple(dict.fromkeys((view.language, shown)))

    def section(heading: str, *rows: tuple[Cell, ...]) -> Section:
        return Section(
            heading=tuple(papers.words(HEADINGS[heading], one, bold=True) for one in languages), rows=rows
        )

    def each(msgid: str, **params: str) -> tuple[Cell, ...]:
        return tuple((_filled(msgid, one, **params),) for one in languages)

    original = tuple((papers.run(view.reasons, view.language),) for _one in languages)
    decided = [each(msgid, **params) for msgid, params in outcome]
    if view.corrects:
        decided.append(each(CORRECTS, number=view.corrects))
    return papers.in_two_languages(
        title=title,
        reference=view.number,
        sender=view.authority,
        languages=languages,
        facts=papers.about(person, _decided_on(view), view.authority),
        sections=(
            section("decided", *decided),
            section("reasons", original),
            section(
                "provisions",
                *(
                    tuple(
                        (papers.run(f"{one} §", bold=True), papers.words(EVERY_PROVISION[one], x))
                        for x in languages
                    )
                    for one in view.provisions
                ),
                tuple((papers.run(", ".join(f"{one} §" for one in ALWAYS)),) for _one in languages),
            ),
            section("contact", tuple((papers.run(view.contact),) for _one in languages)),
            section(
                "rectification",
                *(each(one) for one in HOW),
                tuple(
                    (papers.run(view.authority, bold=True), papers.run(view.address)) for _one in languages
                ),
                each(HELP),
            ),
        ),
        closing=_closing(view.language, languages, orally=code not in {shown, "fi-x-selko"}),
        signatures=(view.decided_by,),
    )


def _closing(main: str, languages: tuple[str, ...], *, orally: bool) -> tuple[Cell, ...]:
    """Return which language counts, and that the letter is interpreted where the client's has no approved words."""
    counts = tuple(papers.words(COUNTS[main], one) for one in languages)
    return (
        *([counts] if len(languages) > 1 else []),
        *([(papers.run(papers.in_main(ORALLY, main), main, bold=True),)] if orally else []),
    )


def _filled(msgid: str, code: str, **params: str) -> Words:
    text, shown = papers.said(msgid, code)
    return papers.run(text.format(**params) if params else text, shown.code)


def in_that_language(value: date, language: str) -> str:
    """Return a day as the decision's language writes it, apart from the writing around it."""
    with translation.override(language):
        return f"\u2068{day(value)}\u2069"


def _decided_on(view: DecisionView) -> str:
    with translation.override(view.language):
        return _("decided on %(day)s") % {"day": day(view.decided_on)}
