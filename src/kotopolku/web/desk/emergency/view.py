"""Emergency opening (hätäavaus): name the client, say why, see the file for three hours; somebody reviews it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import find_for_override, open_override
from kotopolku.cases.queries import case_by_number
from kotopolku.people.queries import find_people
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.emergency.form import NameForm, ReasonForm
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.fresh import ask_again, fresh
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def emergency(request: PageRequest) -> HttpResponse:
    """Ask who is meant, then why; a client whom one sees anyway is opened the ordinary way."""
    if request.method == "GET":
        return _ask_who(request, NameForm())
    who = NameForm(request.POST)
    if not who.is_valid():
        return _ask_who(request, who, status=422)
    named = who.cleaned_data["named"]
    if seen := _seen_anyway(named):
        return seen
    if not find_for_override(named=named):
        who.add_error("named", _("Nobody was found. Check the number. If it is right, ask the coordinator."))
        return _ask_who(request, who, status=422)
    if {"reason", "words"} & request.POST.keys():
        return _open(request, named)
    return _ask_why(request, ReasonForm(initial={"named": named}))


def _seen_anyway(named: str) -> HttpResponse | None:
    if case_id := case_by_number(named):
        return redirect("desk:case", case_id=case_id)
    rows = find_people(named).rows if any(character.isdigit() for character in named) else ()
    return redirect("desk:person", person_id=rows[0].id) if rows else None


def _open(request: PageRequest, named: str) -> HttpResponse:
    if not fresh(request):
        return ask_again(request)
    why = ReasonForm(request.POST)
    if why.is_valid():
        data = why.cleaned_data
        try:
            person = attempt(
                why, lambda: open_override(named=named, reason=data["reason"], words=data["words"])
            )
        except NotFound:
            return _ask_who(request, NameForm(), status=422)
        if person:
            return redirect("desk:person", person_id=person)
    return _ask_why(request, why, status=422)


def _ask_who(request: PageRequest, form: NameForm, *, status: int = 200) -> HttpResponse:
    return _page(request, form, why=False, status=status)


def _ask_why(request: PageRequest, form: ReasonForm, *, status: int = 200) -> HttpResponse:
    return _page(request, form, why=True, status=status)


def _page(request: PageRequest, form: NameForm | ReasonForm, *, why: bool, status: int) -> HttpResponse:
    context = {"title": _("Open a file in an emergency"), "form": form, "why": why, "crumbs": to_clients()}
    return render(request, "desk/emergency/page.html", context, status=status)
