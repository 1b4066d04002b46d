"""The inbox of contacts (9 §, own requests, tips) and the form for one that came by telephone or on paper."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.acting import current_actor
from kotopolku.cases.actions import receive_contact
from kotopolku.cases.queries import handled_contacts, inbox
from kotopolku.cases.views import ContactRow
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices, language_name
from kotopolku.web.parts.dates import day, days_count
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Page, Table

#: The three lists of contacts by the word in the address; `closed` is what the database calls the last.
STATES = {"waiting": lazy("Waiting"), "taken": lazy("Taken"), "handled": lazy("Handled")}
EMPTY = {
    "waiting": (
        lazy("No contacts wait"),
        lazy(
            "They come from the public form for authorities, from people themselves and from our own staff."
        ),
    ),
    "taken": (
        lazy("Nobody is handling a contact now"),
        lazy("A contact comes here when somebody takes it from those that wait."),
    ),
    "handled": (
        lazy("No contact has been handled yet"),
        lazy(
            "A contact comes here when it has led to a client relationship or has been closed with a reason."
        ),
    ),
}


@require_GET
def contacts(request: PageRequest) -> HttpResponse:
    """List contacts by `state`: those that wait and those taken, the oldest first; those handled, the newest first."""
    state = request.GET.get("state", "")
    state = state if state in STATES else "waiting"
    next_url = ""
    if state == "handled":
        page = handled_contacts(after=_after(request.GET.get("after", "")))
        rows = page.rows
        if page.next_after:
            next_url = f"?state=handled&after={page.next_after[0].isoformat()},{page.next_after[1]}"
    else:
        rows = inbox(state=state)
    empty, why = EMPTY[state]
    context = {
        "title": _("Contacts"),
        "table": _table(rows, request.area, state=state, on=request.on),
        "found": bool(rows),
        "empty": empty,
        "why": why,
        "lists": [(name, words, name == state) for name, words in STATES.items()],
        "page": Page(
            shown=ngettext("%(n)s contact on this page", "%(n)s contacts on this page", len(rows))
            % {"n": len(rows)},
            next_url=next_url,
            first_url="?state=handled" if "after" in request.GET else "",
        ),
    }
    return render(request, "desk/contacts/page.html", context)


def _after(text: str) -> tuple[date, UUID] | None:
    """Return the key to go on from: the day of closing and the id of the last row."""
    day_text, _comma, number = text.partition(",")
    try:
        return (date.fromisoformat(day_text), UUID(number)) if text else None
    except ValueError:
        return None


def _table(rows: Sequence[ContactRow], area: AreaView, *, state: str, on: date) -> Table:
    last = Column(label=_("Outcome")) if state == "handled" else Column(label=_("State"))
    return Table(
        caption=str(STATES[state]),
        columns=[
            Column(label=_("From")),
            Column(label=_("About")),
            Column(label=_("Municipality")),
            Column(label=_("Arrived")),
            last,
        ],
        rows=[_row(row, area, on=on) for row in rows],
    )


def _row(row: ContactRow, area: AreaView, *, on: date) -> list[Cell]:
    municipality = area.by_id.get(row.municipality_id) if row.municipality_id is not None else None
    waited = (on - row.received_on).days if row.closed_on is None else 0
    kind = codes.word(codes.CONTACT_KINDS, row.kind)
    return [
        Cell(
            text=row.sender or kind,
            url=reverse("desk:contact", args=[row.id]),
            more=kind if row.sender else "",
            tag=_("sender not verified")
            if row.kind == "authority" and not row.sender_verified and row.closed_on is None
            else "",
        ),
        Cell(
            text=row.subject_name,
            more=language_name(row.subject_language),
            protected=row.protected_person_id is not None,
        ),
        Cell(text=municipality.names.pick("fi").text) if municipality else Cell(text="", masked=True),
        Cell(text=str(day(row.received_on)), more=days_count(waited) if waited > 0 else ""),
        _state(row),
    ]


def _state(row: ContactRow) -> Cell:
    if row.closed_on is None:
        return Cell(text=codes.word(codes.CONTACT_STATES, row.state), more=row.handled_by)
    return Cell(
        text=codes.word(codes.CONTACT_OUTCOMES, row.outcome),
        more=", ".join(part for part in (str(day(row.closed_on)), row.handled_by) if part),
    )


class ContactForm(forms.Form):
    """A contact that came another way than the public form."""

    kind = forms.ChoiceField(label=lazy("What kind of contact?"), widget=forms.RadioSelect)
    municipality = forms.TypedChoiceField(label=lazy("Home municipality"), coerce=int)
    sender_organisation = forms.CharField(label=lazy("Sender's organisation"), max_length=200, required=False)
    sender_name = forms.CharField(label=lazy("Sender's name"), max_length=200, required=False)
    consent = forms.NullBooleanField(
        label=lazy("Has the person consented to the contact?"),
        widget=forms.Select(
            choices=[("", lazy("not asked yet")), ("true", lazy("yes")), ("false", lazy("no"))]
        ),
    )
    consent_on = DayField(label=lazy("Consent given on"), required=False)
    subject_name = forms.CharField(
        label=lazy("Name of the person"),
        max_length=200,
        error_messages={"required": lazy("Write the person's name. One name is enough.")},
    )
    subject_birth_date = DayField(label=lazy("Date of birth"), required=False)
    subject_phone = forms.CharField(label=lazy("Telephone"), max_length=50, required=False)
    subject_language = forms.ChoiceField(label=lazy("Language"), required=False)
    message = forms.CharField(
        label=lazy("What is it about?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    received_on = DayField(label=lazy("Arrived on"))

    def __init__(
        self, *args: object, area: AreaView, own: tuple[int, ...], on: date, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["kind"].choices = codes.choices(codes.CONTACT_KINDS)  # type: ignore[attr-defined]
        mine = [(one.id, one.names.pick("fi").text) for one in area.municipalities if one.id in own]
        self.fields["municipality"].choices = [("", lazy("Choose")), *mine]  # type: ignore[attr-defined]
        self.fields["subject_language"].choices = [("", lazy("not asked yet")), *language_choices()]  # type: ignore[attr-defined]
        for name in ("consent_on", "subject_birth_date", "received_on"):
            self.fields[name].latest = on  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def contact_new(request: PageRequest) -> HttpResponse:
    """Record a contact that came by telephone, letter or in person."""
    on = request.on
    own = current_actor().controllers
    form = ContactForm(
        request.POST or None,
        area=request.area,
        own=own,
        on=on,
        initial={"received_on": on, "kind": request.GET.get("kind", "")},
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: bool(_receive(form))):
            return redirect("desk:contacts")
        status = 422
    context = {
        "title": _("Record a contact"),
        "form": form,
        "crumbs": [Crumb(label=_("Contacts"), url=reverse("desk:contacts"))],
    }
    return render(request, "desk/contacts/new.html", context, status=status)


def _receive(form: ContactForm) -> str:
    data = dict(form.cleaned_data)
    return receive_contact(municipality_id=data.pop("municipality"), **data)
