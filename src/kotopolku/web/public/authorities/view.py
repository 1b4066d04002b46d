"""For authorities: who receives contacts (9 §) in each municipality today, when consent is needed, what is a tip."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language
from kotopolku.programme import queries
from kotopolku.web.public.reading import area_of

TARGETS = frozenset({"contact-answer", "tip-answer"})


@require_safe
def authorities(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the named recipients of today."""
    area = area_of(request)
    on: date = request.on  # type: ignore[attr-defined]
    members = queries.municipalities(area, on=on)
    context = {
        "title": _("For authorities"),
        "lead": _("You meet a person who seems to need integration services. This is how you help."),
        "rows": members,
        "is_sample": any(one.recipient and one.recipient.is_sample for one in members),
        "rules": [one for one in queries.own_rules(area) if one.code in TARGETS],
    }
    return render(request, "public/authorities/page.html", context)
