"""Two registrations side by side, to be linked as the same person or told apart; ids go by POST. Coordinators only."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.cases.queries import cases_of_people
from kotopolku.people.actions import link_same_person, unlink_same_person
from kotopolku.people.queries import find_people, linked_people, person_card
from kotopolku.people.views import PersonCard, PersonRow
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


class LinkForm(forms.Form):
    """Two people: the one that is shown from now on, and the one found under it."""

    q = forms.CharField(label=lazy("Name, date of birth or identity code"), max_length=200, required=False)
    one = forms.UUIDField(required=False)
    other = forms.UUIDField(required=False)


@require_http_methods(["GET", "POST"])
def duplicate_link(request: PageRequest) -> HttpResponse:
    """Choose two (POST do=find, compare), see them side by side, link (do=link) or undo a link (do=unlink)."""
    must_be({Role.COORDINATOR}, subject="duplicates")
    form = LinkForm(request.POST or None)
    do = request.POST.get("do", "")
    status, found, sides = 200, None, []
    if request.method == "POST":
        status = 422
        if form.is_valid():
            data = form.cleaned_data
            chosen = [one for one in (data["one"], data["other"]) if one]
            if do == "unlink" and chosen:
                if attempt(form, lambda: (unlink_same_person(person_id=chosen[0]), True)[1]):
                    return _done(request, _("The link was undone. Both stand by themselves as before."))
            elif do == "link" and len(chosen) == 2:
                if attempt(form, lambda: _link(*chosen)):
                    return _done(request, _("They are linked as the same person. You can undo it here."))
            elif do == "find" and data["q"].strip():
                status, found = 200, find_people(data["q"]).rows
            if len(chosen) == 2 and chosen[0] != chosen[1]:
                sides, status = [_side(one) for one in chosen], (200 if do == "compare" else status)
    context = {
        "title": _("Link as the same person"),
        "form": form,
        "found": found,
        "lines": _lines(sides),
        "sides": sides,
        "linked": [_linked(shown, other) for shown, other in linked_people()],
        "crumbs": [Crumb(label=_("Duplicates"), url=reverse("desk:duplicates"))],
    }
    return render(request, "desk/duplicates/link.html", context, status=status)


def _done(request: PageRequest, words: str) -> HttpResponse:
    say_done(request, words)
    return redirect("desk:duplicate_link")


def _link(shown: UUID, other: UUID) -> bool:
    try:
        link_same_person(person_id=shown, other_id=other)
    except Invalid as fault:
        raise Invalid(field="", message=fault.message) from None
    return True


def _side(person_id: UUID) -> PersonCard:
    return person_card(person_id)


def _lines(sides: list[PersonCard]) -> list[tuple[str, list[str]]]:
    """Return what tells whether they are one: line by line, both sides."""
    if not sides:
        return []
    cases = cases_of_people(one.row.id for one in sides)
    asked = (
        (_("Name"), lambda one: one.row.name),
        (_("Own script"), lambda one: one.row.own_script),
        (_("Former names"), lambda one: ", ".join(one.former_names)),
        (_("Born"), lambda one: str(day(one.row.birth_date)) if one.row.birth_date else ""),
        (_("Identifiers"), lambda one: ", ".join(sorted(i.value for i in one.identifiers))),
        (_("Mother tongue"), lambda one: language_name(one.language("mother_tongue") or "")),
        (_("Citizenship"), lambda one: ", ".join(one.citizenships)),
        (
            _("Right of residence"),
            lambda one: ", ".join(
                f"{codes.word(codes.STATUS_KINDS, s.kind)} {day(s.granted_on)}" for s in one.statuses
            ),
        ),
        (_("Case"), lambda one: _("yes") if one.row.id in cases else _("no")),
    )
    return [(label, [read(one) or "–" for one in sides]) for label, read in asked]


def _linked(shown: PersonRow, other: PersonRow) -> dict[str, object]:
    return {
        "shown": shown.name,
        "other": other.name,
        "id": other.id,
        "url": reverse("desk:person", args=[shown.id]),
    }
