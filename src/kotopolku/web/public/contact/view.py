"""Contact us: every place and address of the integration services on one page; a person is three clicks away."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.web.public.reading import advice_page, area_of


@require_safe
def contact(request: HttpRequest, language: Language) -> HttpResponse:
    """Show how to come, call and write, and in which languages we answer."""
    on: date = request.on  # type: ignore[attr-defined]
    advice = advice_page(area_of(request), on=on)
    context = {
        "title": _("Contact us"),
        "lead": _("Come, call or write. You can ask about anything that concerns life in Finland."),
        "advice": advice,
        "service": advice.service.facts if advice else None,
    }
    return render(request, "public/contact/page.html", context)
