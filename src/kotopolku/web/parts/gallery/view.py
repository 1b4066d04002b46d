"""The gallery: every component in its states, for screenshots and the accessibility checker."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils import translation

from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.web.parts import icons
from kotopolku.web.parts.gallery import samples
from kotopolku.web.parts.gallery.form import SAMPLE, SampleForm

THEMES = ("light", "dark")


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the components.

    `?lang=ar` turns the page round, `?theme=dark` darkens it, `?frame=public` shows the other frame.
    """
    try:
        language = by_code(request.GET.get("lang", "fi"))
    except KeyError:
        language = by_code("fi")
    theme = request.GET.get("theme", "")
    public = request.GET.get("frame") == "public"
    get_token(request)  # the sample forms carry a real token
    with translation.override(language.code):
        return render(
            request,
            "parts/gallery/public.html" if public else "parts/gallery/page.html",
            {
                **samples_context(),
                "language": language,
                "theme": theme if theme in THEMES else "",
                "languages": samples.language_links(
                    [(one.code, one.own_name, one.direction) for one in UI_LANGUAGES], current=language.code
                ),
            },
        )


def samples_context() -> dict[str, Any]:
    """Return everything the page draws."""
    return {
        "title": "Rakennusosat ja tilat",
        "lead": "Jokainen osa tiloissaan. Ihmiset on keksitty.",
        "nav": samples.NAV,
        "home_url": samples.HERE,
        "search_url": samples.HERE,
        "search_label": "Hae asiakas",
        "user_box": samples.USER,
        "crumbs": samples.CRUMBS,
        "area_name": "Raisio, Naantali, Masku, Mynämäki, Rusko",
        "footer_links": samples.CRUMBS[:1],
        "finding_open": samples.OPEN_FINDING,
        "findings": samples.FOLDED,
        "clocks": samples.CLOCKS,
        "clock_rows": samples.CLOCK_ROWS,
        "steps": samples.PATH,
        "events": samples.EVENTS,
        "table": samples.TABLE,
        "facts_rows": samples.FACTS,
        "pairs": samples.PAIRS,
        "told": samples.TOLD,
        "toast": samples.TOAST,
        "opened": samples.OPENED,
        "acts": samples.ACTIONS,
        "form": SampleForm(SAMPLE),
        "icons": sorted(icons.DRAWINGS),
    }
