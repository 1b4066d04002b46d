"""What has come to the partner: only what an officer has granted to the partner's organisation."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kotopolku.web.parts.requests import PageRequest


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """Show what waits for an answer."""
    return render(request, "partner/front/page.html", {"title": _("Come to me")})
