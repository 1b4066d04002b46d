"""The plan's paper as a tagged PDF in Finnish and the client's language (suunnitelman tuloste)."""

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.languages.codes import Language, by_code
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Paper, Pdf, Section, Words, render
from kotopolku.people.views import PersonCard
from kotopolku.plans.views import PlanView
from kotopolku.web.desk.plan import paper
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day

CONFIRMED = N_("Confirmed")


def plan_file(plan: PlanView, person: PersonCard, *, sender: str, code: str) -> Pdf:
    """Return the plan as a file in Finnish and in `code`, one of the fifteen; in Finnish alone for Finnish."""
    languages = tuple(dict.fromkeys(("fi", code)))
    made = Paper(
        title=_in_finnish(paper.TITLE),
        author=sender,
        sender=sender,
        reference=plan.case_number,
        page_word=_in_finnish(N_("Page")),
        missing_notice=_in_finnish(N_("These characters could not be printed:")),
        titles=tuple(_words(paper.TITLE, one, mark=True) for one in languages),
        facts=_facts(plan, person),
        sections=tuple(
            Section(
                heading=tuple(_words(heading.msgid, one, bold=True) for one in languages),
                rows=tuple(tuple(_cell(row, one) for one in languages) for row in below),
            )
            for heading, below in paper.sections(paper.rows(plan))
        ),
        closing=_closing(plan, languages),
        signatures=(person.row.name, plan.prepared_by_name),
    )
    return render(made)


def _in_finnish(msgid: str) -> str:
    with translation.override("fi"):
        return _(msgid)


def _run(text: str, language: Language, *, bold: bool = False, quiet: bool = False) -> Words:
    # Typst knows languages by two or three letters; plain Finnish is Finnish to a screen reader.
    return Words(
        text=text, lang=language.code.split("-")[0], rtl=language.direction == "rtl", bold=bold, quiet=quiet
    )


def _words(msgid: str, code: str, *, bold: bool = False, mark: bool = False) -> Words:
    """Return a message in a language, or in the one it falls back to; `mark` says so once, in the title."""
    text, shown = paper.said(msgid, code)
    if mark and shown.code != code:
        text = f"{text} ({shown.own_name})"
    return _run(text, shown, bold=bold)


def _cell(row: paper.Row, code: str) -> Cell:
    lines = [_words(row.msgid, code, bold=True)]
    if row.text:
        lines.append(_run(row.text, by_code("fi")))  # as it was written
    for one in row.details:
        label, shown = paper.said(one.label, code)
        text = paper.said(one.as_label, code)[0] if one.as_label else one.text
        # Isolated, since the label may run the other way.
        lines.append(_run(f"{label}: \u2068{text}\u2069", shown, quiet=True))
    return tuple(lines)


def _facts(plan: PlanView, person: PersonCard) -> tuple[Cell, ...]:
    finnish = by_code("fi")
    with translation.override("fi"):
        born = str(day(person.row.birth_date)) if person.row.birth_date else ""
        span = "–".join(str(day(one)) for one in (plan.made_on, plan.ends_on) if one)
    return (
        (
            _run(person.row.name, finnish, bold=True),
            *(_run(text, finnish) for text in (born, span, plan.prepared_by_name) if text),
        ),
    )


def _closing(plan: PlanView, languages: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return how it was seen that the client understood, or that this is a draft."""
    finnish = by_code("fi")
    with translation.override("fi"):
        if plan.accepted_on is None:
            return ((_run(_("Draft: not accepted yet."), finnish),),)
        told = _("Told in this language: %(language)s") % {"language": language_name(plan.accepted_language)}
        how = codes.word(codes.ACCEPTED_HOW, plan.accepted_how)
        return (
            tuple(_words(CONFIRMED, one, bold=True) for one in languages),
            (
                _run(f"{day(plan.accepted_on)}, {how}. {told}.", finnish),
                *([_run(plan.understood_how, finnish)] if plan.understood_how else []),
            ),
        )
