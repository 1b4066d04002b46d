"""A client's visits to advice, joined to them by a slip's code and their consent."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.advice.actions import name_visit
from kotopolku.advice.queries import advice_settings, visits_of
from kotopolku.cases.queries import case_view
from kotopolku.web.desk.advice.form import NameForm
from kotopolku.web.desk.advice.lines import line
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def advice_named(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the client's named visits; POST joins one more by its code."""
    found = case_view(case_id)
    form = NameForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(
            form, lambda: bool(name_visit(person_id=found.person_id, **form.cleaned_data))
        ):
            say_done(request, _("The visit was joined to the client."))
            return redirect("desk:advice_named", case_id=case_id)
        status = 422
    rules = advice_settings(request.area.id)
    context = {
        "title": _("Visits to advice"),
        "form": form,
        "case_id": case_id,
        "visits": [line(one, rules, dated=True) for one in visits_of(found.person_id)],
        "crumbs": to_client(found.person.name if found.person else found.number, found.id),
    }
    return render(request, "desk/advice/named.html", context, status=status)
