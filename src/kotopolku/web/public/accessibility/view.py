"""Accessibility statement (306/2019 9 §): what has been checked and how, what has not, and where to tell us."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.web.public.reading import advice_page


@require_safe
def accessibility(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the statement; the address for feedback is that of the advice service."""
    area = request.area  # type: ignore[attr-defined]
    on: date = request.on  # type: ignore[attr-defined]
    context = {
        "title": _("Accessibility"),
        "lead": _("Everybody must be able to use these pages. This is where we stand."),
        "advice": advice_page(area.id, on=on) if area else None,
    }
    return render(request, "public/accessibility/page.html", context)
