"""The plan's paper as a tagged PDF in Finnish and the client's language (suunnitelman tuloste)."""

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Pdf, Section
from kotopolku.people.views import PersonCard
from kotopolku.plans.views import PlanView
from kotopolku.web.desk import papers
from kotopolku.web.desk.plan import paper
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day

CONFIRMED = N_("Confirmed")


def plan_file(plan: PlanView, person: PersonCard, *, sender: str, code: str, main: str = "fi") -> Pdf:
    """Return the plan as a file in `main`, Finnish or Swedish, and in `code`, one of the fifteen."""
    languages = tuple(dict.fromkeys((main, code)))
    with translation.override(main):
        span = "–".join(str(day(one)) for one in (plan.made_on, plan.ends_on) if one)
    return papers.in_two_languages(
        title=paper.TITLE,
        reference=plan.case_number,
        sender=sender,
        languages=languages,
        facts=papers.about(person, span, plan.prepared_by_name),
        sections=tuple(
            Section(
                heading=tuple(papers.words(heading.msgid, one, bold=True) for one in languages),
                rows=tuple(tuple(_cell(row, one) for one in languages) for row in below),
            )
            for heading, below in paper.sections(paper.rows(plan))
        ),
        closing=_closing(plan, languages),
        signatures=(person.row.name, plan.prepared_by_name),
    )


def _cell(row: paper.Row, code: str) -> Cell:
    lines = [papers.words(row.msgid, code, bold=True)]
    if row.text:
        lines.append(papers.run(row.text))  # as it was written
    for one in row.details:
        label, shown = papers.said(one.label, code)
        text = papers.said(one.as_label, code)[0] if one.as_label else one.text
        # Isolated, since the label may run the other way.
        lines.append(papers.run(f"{label}: \u2068{text}\u2069", shown.code, quiet=True))
    return tuple(lines)


def _closing(plan: PlanView, languages: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return how it was seen that the client understood, or that this is a draft."""
    written = papers.as_written(languages)
    if plan.accepted_on is None:
        return ((papers.run(papers.in_main(papers.DRAFT, languages[0])),), written)
    with translation.override(languages[0]):
        told = _("Told in this language: %(language)s") % {"language": language_name(plan.accepted_language)}
        how = codes.word(codes.ACCEPTED_HOW, plan.accepted_how)
        lines = [f"{day(plan.accepted_on)}, {how}. {told}.", plan.understood_how]
    return (
        tuple(papers.words(CONFIRMED, one, bold=True) for one in languages),
        tuple(papers.run(line) for line in lines if line),
        written,
    )
