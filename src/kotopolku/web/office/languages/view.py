"""How far each language of the pages has come, since when its drafts wait, and the drafts that nobody has read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.audit.errors import NotFound
from kotopolku.languages.catalogues import REPOSITORY
from kotopolku.languages.checking import Coverage, coverage, unread_messages
from kotopolku.languages.codes import UI_LANGUAGES, by_path
from kotopolku.languages.names import language_name
from kotopolku.programme.queries import programme_of
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.day_field import parse_day
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table


@only_for(MANAGERS, subject="languages")
@require_GET
def languages(request: PageRequest) -> HttpResponse:
    """Show the coverage and the age of the drafts of every language."""
    done = [coverage(REPOSITORY, one) for one in UI_LANGUAGES]
    written = _programme_texts(request.area.id)
    context = {"title": _("Languages of the pages"), "table": _table(done, written, request.language.code)}
    return render(request, "office/languages/page.html", context)


@only_for(MANAGERS, subject="languages")
@require_GET
def language_drafts(request: PageRequest) -> HttpResponse:
    """List the words of one language that nobody who reads it has approved (query: its word); 404 for another."""
    try:
        language = by_path(request.GET.get("language", "selko"))
    except KeyError:
        raise NotFound("language") from None
    context = {
        "title": language_name(language.code, request.language.code).capitalize(),
        "language_drafted": language,
        "drafts": unread_messages(REPOSITORY, language),
        "crumbs": [Crumb(label=_("Languages of the pages"), url=reverse("office:languages"))],
    }
    return render(request, "office/languages/drafts.html", context)


def _programme_texts(area_id: str) -> dict[str, tuple[int, int]]:
    """Return by language how many texts the programme has in it, and how many of those nobody has approved."""
    programme = programme_of(area_id)
    found: dict[str, tuple[int, int]] = {}
    for texts in programme.texts.values() if programme else ():
        for code, text in texts:
            there, unread = found.get(code, (0, 0))
            found[code] = (there + 1, unread + (text.status in {"machine", "outdated"}))
    return found


def _table(done: list[Coverage], written: dict[str, tuple[int, int]], reader: str) -> Table:
    paths = {one.code: one.path for one in UI_LANGUAGES}
    return Table(
        caption=_("Languages of the pages"),
        columns=[
            Column(label=_("Language")),
            Column(label=_("Words of the pages")),
            Column(label=_("Not read by anybody")),
            Column(label=_("Waiting since")),
            Column(label=_("Texts of the programme")),
        ],
        rows=[
            [
                Cell(
                    text=language_name(one.code, reader),
                    url=f"{reverse('office:language_drafts')}?language={paths[one.code]}"
                    if one.machine
                    else "",
                ),
                Cell(text=f"{one.translated} / {one.messages}"),
                Cell(text=str(one.machine)),
                Cell(text=str(day(parse_day(one.oldest_draft))) if one.oldest_draft else "–"),
                Cell(text=str(written.get(one.code, (0, 0))[0])),
            ]
            for one in done
        ],
    )
