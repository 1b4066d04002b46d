"""The assessment's summary as a tagged PDF in Finnish and the client's language (arvioinnin yhteenveto)."""

from collections.abc import Callable
from functools import cache

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.cases.interview_topics import SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.views import AssessmentView, MeasureView
from kotopolku.languages.catalogues import shown_language
from kotopolku.languages.codes import by_code
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Pdf, Section
from kotopolku.people.views import PersonCard
from kotopolku.web.desk import papers
from kotopolku.web.desk.assessment.panels import talks, told_rows
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.interview import Read, reading

TITLE = N_("Assessment of competence and of the need for integration services")
CONCLUSION = N_("Conclusion")
TOLD = N_("Told to the client")
TALKS = N_("Talks")
MEASURES = N_("Measures")
LEVEL_MARKS = ("A1", "A2", "B1", "B2")


def assessment_file(
    view: AssessmentView, person: PersonCard, *, sender: str, code: str, main: str = "fi"
) -> Pdf:
    """Return a concluded assessment as a file; what the reader may not see, and what was not asked, is left out."""
    languages = tuple(dict.fromkeys((main, spoken(code))))
    topics = [_in(one, view) for one in languages]
    return papers.in_two_languages(
        title=TITLE,
        reference=view.case_number,
        sender=sender,
        languages=(main, code)[: len(languages)],
        facts=papers.about(
            person, str(day(view.concluded_on)) if view.concluded_on else "", view.interviewer
        ),
        sections=(
            conclusion(view, languages),
            _each(TALKS, languages, lambda: talks(view)),
            *(
                _topic(together, languages)
                for together in zip(*topics, strict=True)
                if together[0].pairs or together[0].words
            ),
            *([_measures(view, languages)] if view.measures else []),
            _told(view, languages),
        ),
        closing=(papers.as_written(languages),),
        signatures=(person.row.name, view.interviewer),
    )


@cache
def spoken(code: str) -> str:
    """Return the language of a whole column: the one asked for, or the first it falls back to that has every word."""
    topics = (*TOPICS.values(), SOCIAL_AND_HEALTH_TOPIC)
    fields = [field for topic in topics for one in topic.fields for field in (one, *one.columns)]
    words = {TITLE, CONCLUSION, TOLD, TALKS, MEASURES, *(topic.label for topic in topics)}
    words |= {field.label for field in fields} | {label for field in fields for _code, label in field.choices}
    written = [one for one in words if one[:2] not in LEVEL_MARKS]  # a level is called the same everywhere
    chain = by_code(code).chain
    return next((one for one in chain if all(shown_language(text, one) == one for text in written)), "fi")


def _each(heading: str, languages: tuple[str, ...], lines: Callable[[], list[str]]) -> Section:
    """Return a section whose rows are lines made in each language."""
    columns = []
    for code in languages:
        with translation.override(code):
            columns.append([(papers.run(line, code),) for line in lines()])
    return Section(
        heading=tuple(papers.words(heading, one, bold=True) for one in languages),
        rows=tuple(zip(*columns, strict=True)),
    )


def _measures(view: AssessmentView, languages: tuple[str, ...]) -> Section:
    def cell(one: MeasureView, code: str) -> Cell:
        with translation.override(code):
            kind = codes.word(codes.MEASURE_KINDS, one.kind)
            when = f"{day(one.on)} \u2068{one.who}\u2069"
        return papers.run(kind, code, bold=True), papers.run(one.result), papers.run(when, code, quiet=True)

    return Section(
        heading=tuple(papers.words(MEASURES, one, bold=True) for one in languages),
        rows=tuple(tuple(cell(one, code) for code in languages) for one in view.measures),
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
    if first.source:
        rows.append(
            tuple(
                (papers.run(read.source, code, quiet=True),)
                for read, code in zip(together, languages, strict=True)
            )
        )
    heading = tuple(
        papers.run(read.label, code, bold=True) for read, code in zip(together, languages, strict=True)
    )
    return Section(heading=heading, rows=tuple(rows))


def conclusion(view: AssessmentView, languages: tuple[str, ...]) -> Section:
    """Return what the assessment led to, in each language; what the officer wrote stands as it is."""

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
