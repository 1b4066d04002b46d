"""A dated link to one packet: a button binds it to who is signed in, then the packet opens."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.handovers.actions import open_link
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def link(request: PageRequest, secret: str) -> HttpResponse:
    """Show the button; POST opens the packet. A link that is not there is told apart only by the button."""
    if request.method == "POST":
        return redirect(f"{reverse('partner:packet', args=[open_link(secret=secret)])}?way=link")
    return render(request, "partner/link/page.html", {"title": _("A packet waits for your answer")})
