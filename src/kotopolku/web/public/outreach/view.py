"""Outreach (jalkautuminen): the public notice of its days, and a wish for one."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kotopolku.languages.codes import Language
from kotopolku.roster.actions import ask_for_outreach
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.outreach.days import days_of
from kotopolku.web.public.outreach.form import OutreachForm
from kotopolku.web.public.reading import area_of
from kotopolku.web.public.receipt.view import to_receipt


@require_safe
def outreach(request: HttpRequest, language: Language) -> HttpResponse:
    """Show where advice comes in the next weeks."""
    on: date = request.on  # type: ignore[attr-defined]
    context = {
        "title": _("Advice comes near you"),
        "days": days_of(area_of(request), on=on),
        "crumbs": _crumbs(language),
    }
    return render(request, "public/outreach/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def outreach_ask(request: HttpRequest, language: Language) -> HttpResponse:
    """Ask for a day: 302 to the receipt, or 422 with the form as typed."""
    area_id = area_of(request)
    sent = request.POST if request.method == "POST" else None
    form = OutreachForm(sent, members=request.area.municipalities, language=language)  # type: ignore[attr-defined]
    if form.is_valid() and (
        row := attempt(form, lambda: ask_for_outreach(area_id=area_id, entry=form.entry()))
    ):
        return to_receipt(str(row.pk)[:8].upper(), kind="outreach", language=language)
    context = {"title": _("Ask for a day of advice"), "form": form, "crumbs": _crumbs(language)}
    return render(request, "public/outreach/ask.html", context, status=422 if form.is_bound else 200)


def _crumbs(language: Language) -> list[Crumb]:
    return [Crumb(label=_("Advice now"), url=reverse("public:line", args=[language]))]
