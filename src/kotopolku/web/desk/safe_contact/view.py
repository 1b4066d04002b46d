"""Ask and record how the client may be reached; letters, messages and call lists obey it from then on."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.cases.queries import case_view
from kotopolku.people.actions import set_safe_contact
from kotopolku.people.queries import contact_rule
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.safe_contact.form import SafeContactForm, initial
from kotopolku.web.desk.sources import entered
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest


@require_http_methods(["GET", "POST"])
def safe_contact(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the present rule as a form; POST replaces it."""
    found = case_view(case_id)
    rule = contact_rule(found.person_id)
    form = SafeContactForm(request.POST or None, initial=initial(rule))
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _record(found.person_id, form)):
            return redirect("desk:case", case_id=case_id)
        status = 422
    name = found.person.name if found.person else found.number
    context = {
        "title": _("Safe contact"),
        "form": form,
        "case": found,
        "source": entered(rule.provenance, with_note=True) if rule.provenance else "",
        "protected": rule.protected,
        "crumbs": to_client(name, case_id),
    }
    return render(request, "desk/safe_contact/page.html", context, status=status)


def _record(person_id: UUID, form: SafeContactForm) -> bool:
    set_safe_contact(person_id=person_id, entry=form.entry(), source=form.given_source())
    return True
