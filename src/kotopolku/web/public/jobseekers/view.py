"""I am looking for work: who helps, what stays with the municipality, what a day of change brings (3 §)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.programme import queries
from kotopolku.web.public.reading import area_of


@require_safe
def jobseekers(request: HttpRequest, language: Language) -> HttpResponse:
    """Show what the employment authority does and what the municipality still does for a jobseeker."""
    found = queries.jobseekers(area_of(request))
    if found is None:
        raise NotFound("programme")
    context = {
        "title": _("I am looking for work"),
        "lead": _(
            "When you are a registered jobseeker, another authority makes your assessment and your plan."
        ),
        "page": found,
    }
    return render(request, "public/jobseekers/page.html", context)
