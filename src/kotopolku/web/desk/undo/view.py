"""The undo of a toast or of a line on the timeline: one address for a case, one for a contact; what, in the query."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kotopolku.audit.errors import NotFound
from kotopolku.cases import actions
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.requests import PageRequest, sent_number


def note_undo_url(case_id: UUID, event_id: int) -> str:
    """Return the address that voids a note."""
    return _url("desk:case_undo", case_id, what="note", event=event_id)


def closing_undo_url(case_id: UUID, *, version: int) -> str:
    """Return the address that opens a case again; `version` is the one its closing left."""
    return _url("desk:case_undo", case_id, what="closing", version=version)


def officer_undo_url(case_id: UUID, *, former: int | None, version: int) -> str:
    """Return the address that gives a case back to its former officer."""
    return _url("desk:case_undo", case_id, what="officer", former=former or "", version=version)


def contact_undo_url(contact_id: UUID, *, version: int) -> str:
    """Return the address that puts a contact back among those that wait."""
    return _url("desk:contact_undo", contact_id, version=version)


def _url(name: str, thing: UUID, **query: object) -> str:
    return f"{reverse(name, args=[thing])}?{urlencode(query)}"


@require_POST
def case_undo(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Take back a note, a closing or a change of officer."""
    what = request.GET.get("what", "")
    if what == "note":
        actions.void_note(case_id=case_id, event_id=sent_number(request.GET, "event", digits=15))
        done = _("The note was voided. It stays among the events, struck through.")
    elif what == "closing":
        actions.undo_closing(case_id=case_id, version=sent_number(request.GET, "version", digits=15))
        done = _("The client relationship is open again.")
    elif what == "officer":
        former = sent_number(request.GET, "former", digits=15) if request.GET.get("former") else None
        actions.undo_assignment(
            case_id=case_id, former_id=former, version=sent_number(request.GET, "version", digits=15)
        )
        done = _("The change of officer was undone.")
    else:
        raise NotFound(what)
    say_done(request, done)
    return redirect("desk:case", case_id=case_id)


@require_POST
def contact_undo(request: PageRequest, contact_id: UUID) -> HttpResponse:
    """Put a contact back among those that wait."""
    actions.put_contact_back(contact_id=contact_id, version=sent_number(request.GET, "version", digits=15))
    say_done(request, _("The contact waits again."))
    return redirect("desk:contact", contact_id=contact_id)
