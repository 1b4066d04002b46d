"""What the desk's papers share: words of two languages as runs of a file, and the file as an answer (tulosteet)."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.audit import log
from kotopolku.languages.catalogues import has_unread, shown_language
from kotopolku.languages.codes import Language, by_code
from kotopolku.law.wording import N_
from kotopolku.letters.pdf import Cell, Paper, Pdf, Section, Words, render
from kotopolku.people.views import PersonCard
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.requests import PageRequest

DRAFT = N_("Draft: not accepted yet.")
UNREAD = N_("Nobody who reads this language has checked all the words on this page yet.")
AS_WRITTEN = N_("What was written freely stands in the language in which it was written.")


def paper_language(person: PersonCard) -> str:
    """Return which of the fifteen a paper is in: what the client reads, else speaks, else plain Finnish."""
    spoken = person.language("spoken") or person.language("mother_tongue")
    for code in (person.language("written"), spoken):
        try:
            if code and code != "fi":
                return by_code(code).code
        except KeyError:
            continue
    return "fi-x-selko"


def main_language(request: PageRequest) -> str:
    """Return in which of the two languages of the law the paper is, beside the client's: `main` of the address."""
    return "sv" if request.GET.get("main") == "sv" else "fi"


def sender_of(request: PageRequest) -> str:
    """Return whose paper it is: the area, by its name in the paper's main language."""
    return request.area.names.pick(main_language(request)).text if request.area else ""


def said(msgid: str, code: str) -> tuple[str, Language]:
    """Return a message in a language, or in the one it falls back to, and which that is."""
    shown = by_code(shown_language(msgid, code))
    with translation.override(code):
        return _(msgid), shown


def in_main(msgid: str, main: str) -> str:
    """Return a message in the paper's main language, Finnish or Swedish."""
    with translation.override(main):
        return _(msgid)


def run(text: str, code: str = "fi", *, bold: bool = False, quiet: bool = False) -> Words:
    """Return a text as it stands, in the language `code` of the fifteen."""
    language = by_code(code)
    # A file knows languages by two or three letters; plain Finnish is Finnish to a screen reader.
    return Words(
        text=text,
        lang=code.split("-", maxsplit=1)[0],
        rtl=language.direction == "rtl",
        bold=bold,
        quiet=quiet,
    )


def words(msgid: str, code: str, *, bold: bool = False, mark: bool = False) -> Words:
    """Return a message in a language, or in the one it falls back to; `mark` says so once, in the title."""
    text, shown = said(msgid, code)
    if mark and shown.code != code:
        text = f"{text} ({shown.own_name})"
    return run(text, shown.code, bold=bold)


def as_written(languages: Iterable[str]) -> Cell:
    """Return the row that says in each language that free words stand as they were written (alkuperäinen teksti).

    Where a machine drafted words of the language and nobody has read them all, it says that too.
    """
    told = [(AS_WRITTEN, one) for one in languages]
    told += [(UNREAD, one) for one in languages if has_unread(one)]
    found = (said(msgid, one) for msgid, one in told)
    return tuple(run(text, shown.code, quiet=True) for text, shown in found)


def about(person: PersonCard, *lines: str) -> tuple[Cell, ...]:
    """Return who the paper is about: name, birth date and what else is given; never where somebody lives."""
    born = person.row.birth_date
    with translation.override("fi"):
        found = [str(day(born)) if born else "", *lines]
    return ((run(person.row.name, bold=True), *(run(line) for line in found if line)),)


def in_two_languages(
    *,
    title: str,
    reference: str,
    sender: str,
    languages: Iterable[str],
    facts: tuple[Cell, ...],
    sections: tuple[Section, ...],
    closing: tuple[Cell, ...] = (),
    signatures: tuple[str, ...] = (),
) -> Pdf:
    """Return the file of a paper whose rows hold one cell a language, the main one first; `title` is a msgid."""
    languages = tuple(languages)
    main = languages[0]
    return render(
        Paper(
            title=in_main(title, main),
            author=sender,
            sender=sender,
            reference=reference,
            page_word=in_main(N_("Page"), main),
            missing_notice=in_main(N_("These characters could not be printed:"), main),
            titles=tuple(words(title, code, mark=True) for code in languages),
            facts=facts,
            sections=sections,
            closing=closing,
            signatures=signatures,
        )
    )


def given_out(made: Pdf, *, name: str, subject: str, subject_id: UUID, person: UUID) -> HttpResponse:
    """Return the file as an answer; the log tells that it was taken out.

    `name` lies about in download folders: nobody's name is in it.
    """
    log.write(kind="export", subject=subject, subject_id=str(subject_id), persons=[person], count=1)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)
