"""Situations in life, basic information (11 §) and Finnish society: the list, and each page with who answers and when
it was last read through."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.programme.guide_queries import guide_page, guides
from kotopolku.services.queries import other_services
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.reading import advice_page, area_of

KINDS = (
    ("situation", gettext_lazy("Situations in life")),
    ("basic_information", gettext_lazy("Your rights and duties")),
    ("society", gettext_lazy("Finnish society")),
)
WAY_OUT = "https://www.ilmatieteenlaitos.fi/"
"""Where the quick way out leads: the weather, which anybody may be reading about."""


@require_safe
def life(request: HttpRequest, language: Language) -> HttpResponse:
    """List the pages for people by kind."""
    found = guides(area_of(request))
    context = {
        "title": _("Situations in life"),
        "lead": _("Choose what is closest to you. Each page says what to do first and who helps."),
        "kinds": [
            (code, words, [one for one in found if one.facts.kind == code])
            for code, words in KINDS
            if any(one.facts.kind == code for one in found)
        ],
    }
    return render(request, "public/life/list.html", context)


@require_safe
def situation(request: HttpRequest, language: Language, guide_id: str) -> HttpResponse:
    """Show one page; a page about danger is kept by no browser and its title says nothing of it."""
    area, on = area_of(request), _today(request)
    page = guide_page(area, guide_id, on=on)
    if page is None:
        raise NotFound(guide_id)
    facts = page.guide.facts
    context = {
        "title": page.guide.texts["name"].pick(language.code).text,
        "page": page,
        "texts": page.guide.texts,
        "private": facts.private,
        "way_out": WAY_OUT,
        "reviewed": day(facts.reviewed_on),
        "urgent": [one for one in other_services(area) if "danger" in one.facts.topics and one.facts.phone]
        if facts.private
        else [],
        "advice": advice_page(area, on=on) if facts.kind == "situation" else None,
        "crumbs": [Crumb(label=_("Situations in life"), url=reverse("public:life", args=[language]))],
    }
    response = render(request, "public/life/page.html", context)
    if facts.private:
        response.headers["Cache-Control"] = "no-store"
    return response


def _today(request: HttpRequest) -> date:
    on: date = request.on  # type: ignore[attr-defined]
    return on
