"""A link to one packet for a named person outside: they prove who they are, read it, and answer. Nothing else opens."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.limits import TooMany
from kotopolku.audit.acting import acting_as
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import NotFound
from kotopolku.handovers.actions import (
    RunningLink,
    answer_packet,
    holding,
    prove_link,
    running_link,
    send_link_code,
)
from kotopolku.handovers.queries import packet_view
from kotopolku.web.partner.packet.view import AnswerForm, shown
from kotopolku.web.parts.done import say_done, what_was_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.visitor import visitor_email

HELD = "packet_links"  # of the session: what this browser has proved, by the link's secret part
ASKED = "packet_link_asked"


class CodeForm(forms.Form):
    """The one-time code that came by e-mail."""

    code = forms.RegexField(
        label=lazy("One-time code"),
        regex=r"^\s*[0-9]{3}\s?[0-9]{3}\s*$",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={
            "required": lazy("Write the code that came by e-mail."),
            "invalid": lazy("The code has six numbers."),
        },
    )

    def clean_code(self) -> str:
        """Return the numbers alone."""
        return "".join(str(self.cleaned_data["code"]).split())


@require_http_methods(["GET", "POST"])
def outside(request: PageRequest, secret: str) -> HttpResponse:
    """Show what is next: prove who you are, or the packet; POST `do`: ask, prove, answer, leave."""
    link = running_link(secret)
    token = request.session.get(HELD, {}).get(secret, "")
    if token:
        try:
            with holding(link, token, on=request.on):
                return _packet(request, link)
        except NotFound:  # it was proved too long ago, or in another browser since
            _forget(request, link)
    with acting_as(link.actor, on=request.on):
        return _proving(request, link)


def _packet(request: PageRequest, link: RunningLink) -> HttpResponse:
    view = packet_view(link.packet_id)
    form, status = AnswerForm(request.POST if request.POST.get("do") == "answer" else None, view=view), 200
    if request.method == "POST":
        if request.POST.get("do") == "leave":
            _forget(request, link)
            return redirect("packet_link", secret=link.secret)
        if form.is_valid() and attempt(form, lambda: _answer(link, form)):
            say_done(request, _("Your answer went to the sender."))
            return redirect("packet_link", secret=link.secret)
        status = 422
    context = {**shown(request, view), "form": form, "link": link, "toast": what_was_done(request)}
    return render(request, "partner/outside/packet.html", context, status=status)


def _answer(link: RunningLink, form: forms.Form) -> bool:
    answer_packet(packet_id=link.packet_id, way="link", **form.cleaned_data)
    return True


def _proving(request: PageRequest, link: RunningLink) -> HttpResponse:
    """Ask the visitor to prove who they are: by the area's identity provider, else by a code sent to their address."""
    vouched = visitor_email(request.session, now=database_now().timestamp())
    do = request.POST.get("do", "")
    form = CodeForm(request.POST if do == "prove" and not settings.OIDC_NAME else None)
    status, said = 200, ""
    if request.method == "POST":
        status = 422
        if settings.OIDC_NAME:
            said = (
                _prove(request, link, lambda: prove_link(link=link, vouched_email=vouched)) if vouched else ""
            )
        elif do == "ask":
            too_many = send_link_code(link=link, language=request.language.code)
            if too_many is None:
                request.session[ASKED] = link.secret
                return redirect("packet_link", secret=link.secret)
            said = _too_many(too_many)
        elif form.is_valid():
            code = form.cleaned_data["code"]
            said = _prove(request, link, lambda: prove_link(link=link, code=code))
        if request.session.get(HELD, {}).get(link.secret):
            return redirect("packet_link", secret=link.secret)
    context = {
        "title": _("A packet waits for your answer"),
        "form": form,
        "said": said,
        "provider": settings.OIDC_NAME,
        "vouched": bool(vouched),
        "asked": request.session.get(ASKED) == link.secret,
    }
    return render(request, "partner/outside/prove.html", context, status=status)


def _prove(request: PageRequest, link: RunningLink, prove: Callable[[], str | TooMany | None]) -> str:
    """Keep in the session what was proved; return what to say where it was not."""
    proved = prove()
    if isinstance(proved, TooMany):
        return _too_many(proved)
    if proved is None:
        return (
            _("This link is for somebody else. Call the one who sent it.")
            if settings.OIDC_NAME
            else _("The code is not right, or it has been used. Ask for a new code.")
        )
    request.session.cycle_key()
    request.session.pop(ASKED, None)
    request.session[HELD] = {**request.session.get(HELD, {}), link.secret: proved}
    return ""


def _forget(request: PageRequest, link: RunningLink) -> None:
    held = dict(request.session.get(HELD, {}))
    held.pop(link.secret, None)
    request.session[HELD] = held


def _too_many(found: TooMany) -> str:
    return _("Too many tries. Try again in %(n)s minutes.") % {"n": -(-found.seconds // 60)}
