"""The assessment's summary as a tagged PDF in Finnish and the client's language (arvioinnin yhteenveto)."""

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.cases.views import AssessmentView
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Pdf, Section
from kotopolku.people.views import PersonCard
from kotopolku.web.desk import papers
from kotopolku.web.desk.assessment.panels import Read, reading, told_rows
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day

TITLE = N_("Assessment of competence and of the need for integration services")
CONCLUSION = N_("Conclusion")
TOLD = N_("Told to the client")


def assessment_file(view: AssessmentView, person: PersonCard, *, sender: str, code: str) -> Pdf:
    """Return a concluded assessment as a file; what the reader may not see, and what was not asked, is left out."""
    languages = tuple(dict.fromkeys(("fi", code)))
    topics = [_in(one, view) for one in languages]
    return papers.in_two_languages(
        title=TITLE,
        reference=view.case_number,
        sender=sender,
        languages=languages,
        facts=papers.about(
            person, str(day(view.concluded_on)) if view.concluded_on else "", view.interviewer
        ),
        sections=(
            _conclusion(view, languages),
            *(
                _topic(together, languages)
                for together in zip(*topics, strict=True)
                if together[0].pairs or together[0].words
            ),
            _told(view, languages),
        ),
        signatures=(person.row.name, view.interviewer),
    )


def _in(code: str, view: AssessmentView) -> list[Read]:
    with translation.override(code):
        return reading(view)


def _topic(together: tuple[Read, ...], languages: tuple[str, ...]) -> Section:
    first = together[0]
    rows: list[tuple[Cell, ...]] = [
        tuple(
            (papers.run(read.pairs[n][0], code, quiet=True), papers.run(read.pairs[n][1], code))
            for read, code in zip(together, languages, strict=True)
        )
        for n in range(len(first.pairs))
    ]
    if first.words:
        rows.append(tuple((papers.run(first.words),) for _one in languages))  # as it was written
    heading = tuple(
        papers.run(read.label, code, bold=True) for read, code in zip(together, languages, strict=True)
    )
    return Section(heading=heading, rows=tuple(rows))


def _conclusion(view: AssessmentView, languages: tuple[str, ...]) -> Section:
    def cell(code: str) -> Cell:
        with translation.override(code):
            outcome = codes.word(codes.ASSESSMENT_OUTCOMES, view.outcome)
            following = _("Next:")
        return (
            papers.run(outcome, code, bold=True),
            *([papers.run(view.outcome_reason)] if view.outcome_reason else []),
            *([papers.run(f"{following} \u2068{view.next_step}\u2069", code)] if view.next_step else []),
        )

    return Section(
        heading=tuple(papers.words(CONCLUSION, one, bold=True) for one in languages),
        rows=(tuple(cell(one) for one in languages),),
    )


def _told(view: AssessmentView, languages: tuple[str, ...]) -> Section:
    columns = []
    for code in languages:
        with translation.override(code):
            columns.append([(row.what, row.how or _("not told")) for row in told_rows(view)])
    rows = tuple(
        tuple(
            (papers.run(what, code), papers.run(how, code, quiet=True))
            for (what, how), code in zip(together, languages, strict=True)
        )
        for together in zip(*columns, strict=True)
    )
    return Section(heading=tuple(papers.words(TOLD, one, bold=True) for one in languages), rows=rows)
