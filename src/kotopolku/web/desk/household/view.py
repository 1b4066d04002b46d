"""A household: who live together and who did; joining, leaving, splitting, and one talk written to several."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import cases_of_people
from kotopolku.people import actions
from kotopolku.people.homes import Consequence, HouseholdView, Member, household_of, households_of, split_view
from kotopolku.people.queries import find_people, person_row_of
from kotopolku.plans.family import family_plan_of
from kotopolku.web.desk.crumbs import to_clients
from kotopolku.web.desk.household.form import AddForm, FindForm, LeaveForm, SplitForm, TogetherForm
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


@require_http_methods(["GET", "POST"])
def home_of(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Lead to the person's household; where there is none, offer to form one (POST)."""
    homes = households_of(person_id)
    if homes:
        return redirect("desk:household", household_id=homes[0])
    if request.method == "POST":
        return redirect("desk:household", household_id=actions.form_household(members=[(person_id, "adult")]))
    row = person_row_of(person_id)
    context = {"title": _("Household"), "person": row, "crumbs": _crumbs(row.name, row.id)}
    return render(request, "desk/household/none.html", context)


@require_http_methods(["GET", "POST"])
def household(request: PageRequest, household_id: UUID) -> HttpResponse:
    """Show the household; POST `do`: find (only looks for people), add, leave."""
    home = household_of(household_id)
    do = request.POST.get("do", "")
    find, add, leave = (
        kind(request.POST if do == name else None, prefix=name)
        for name, kind in (("find", FindForm), ("add", AddForm), ("leave", LeaveForm))
    )
    acts: Mapping[str, tuple[forms.Form, Callable[[], object]]] = {
        "add": (add, lambda: _add(household_id, add)),
        "leave": (leave, lambda: _leave(home, leave)),
    }
    status = 200
    if do in acts:
        form, act = acts[do]
        if form.is_valid() and attempt(form, lambda: (act(), True)[1]):
            say_done(request, _("The household was changed."))
            return redirect("desk:household", household_id=household_id)
        status = 422
    elif do == "find":
        status = 200 if find.is_valid() else 422
    elif request.method == "POST":
        raise NotFound
    found = find_people(find.cleaned_data["q"]).rows if do == "find" and find.is_valid() else None
    inside = {one.person.id for one in home.members}
    context = {
        **_context(home),
        "find": find,
        "add": add,
        "found": None if found is None else [row for row in found if row.id not in inside],
        "failed": acts[do][0] if do in acts else (find if do == "find" else None),
        "leave": leave,
        "left": request.POST.get("leave-person", ""),
    }
    return render(request, "desk/household/page.html", context, status=status)


def _add(household_id: UUID, form: forms.Form) -> None:
    data = form.cleaned_data
    actions.add_household_member(
        household_id=household_id, person_id=data["person"], role=data["role"], since=data["since"]
    )


def _leave(home: HouseholdView, form: forms.Form) -> None:
    person = form.cleaned_data["person"]
    if person not in {one.person.id for one in home.members}:
        raise NotFound
    actions.leave_household(household_id=home.id, person_id=person, last_day=form.cleaned_data["last_day"])


def _context(home: HouseholdView) -> dict[str, object]:
    clients = cases_of_people(one.person.id for one in (*home.members, *home.former))
    first = home.members[0].person if home.members else home.former[0].person
    return {
        "title": home.name or _("Household"),
        "home": home,
        "members": [_line(one, clients) for one in home.members],
        "former": [_line(one, clients) for one in home.former],
        "crumbs": _crumbs(first.name, first.id),
    }


def _crumbs(name: str, person_id: UUID) -> list[Crumb]:
    return [*to_clients(), Crumb(label=name, url=reverse("desk:person", args=[person_id]))]


def _line(one: Member, clients: Mapping[UUID, UUID]) -> dict[str, object]:
    roles = {"adult": _("adult"), "child": _("child"), "other": _("member")}
    case = clients.get(one.person.id)
    return {
        "id": str(one.person.id),
        "name": one.person.name,
        "protected": one.person.non_disclosure,
        "born": day(one.person.birth_date) if one.person.birth_date else "",
        "role": roles.get(one.role, one.role),
        "first": day(one.first_day) if one.first_day else _("not known"),
        "last": day(one.last_day) if one.last_day else "",
        "url": reverse("desk:case", args=[case]) if case else reverse("desk:person", args=[one.person.id]),
        "client": case is not None,
    }


@require_http_methods(["GET", "POST"])
def split(request: PageRequest, household_id: UUID) -> HttpResponse:
    """Split the household: POST do=look shows what would follow and what would not, do=save does it."""
    home = household_of(household_id)
    form = SplitForm(request.POST or None, members=home.members)
    do, status, shown, stale = request.POST.get("do", ""), 200, None, ""
    if request.method == "POST":
        if form.is_valid() and do == "save" and request.POST.get("seen") == home.stamp:
            if attempt(form, lambda: _split(household_id, form)):
                say_done(request, _("The household was split. Nothing else was moved."))
                return redirect("desk:household", household_id=household_id)
        elif form.is_valid():
            shown = split_view(household_id, leaving=form.chosen(), last_day=form.cleaned_data["last_day"])
            if do == "save":
                stale = _(
                    "Look first what follows and what does not, then split. The household may have changed."
                )
        status = (409 if stale else 200) if shown else 422
    context = {
        **_context(home),
        "title": _("Split the household"),
        "form": form,
        "stale": stale,
        "shown": shown,
        "lost": [_say(one) for one in shown.lost] if shown else [],
        "follows": [_say(one) for one in shown.follows] if shown else [],
        "stays": [*_family_plans(home, form.chosen()), *(_say(one) for one in shown.stays)] if shown else [],
    }
    return render(request, "desk/household/split.html", context, status=status)


def _family_plans(home: HouseholdView, leaving: Collection[UUID]) -> list[str]:
    """Return what becomes of the family's plan: nothing is taken out of it, so that whoever splits must choose."""
    by_id = {plan.id: plan for one in home.members if (plan := family_plan_of(one.person.id)) is not None}
    lines = []
    for plan in by_id.values():
        with_part = [part.name for part in plan.parts if part.person_id in leaving]
        words = {"day": day(plan.saved_on), "names": ", ".join(with_part)}
        lines.append(
            _(
                "The family’s plan of %(day)s stays as it is, with the shared part and the parts of %(names)s. "
                "Write a plan of their own for those who leave."
            )
            % words
            if with_part
            else _(
                "The family’s plan of %(day)s stays with those who stay: nobody who leaves has a part in it."
            )
            % words
        )
    return lines


def _split(household_id: UUID, form: SplitForm) -> bool:
    actions.split_household(
        household_id=household_id,
        person_ids=form.chosen(),
        last_day=form.cleaned_data["last_day"],
        together=form.cleaned_data["together"],
    )
    return True


def _say(one: Consequence) -> str:
    words = {
        "cover_ends": _(
            "%(name)s is protected only by the non-disclosure order of %(other)s. The protection ends %(day)s unless "
            "%(name)s gets an order of their own."
        ),
        "own_order": _("The non-disclosure order of %(name)s is their own and follows."),
        "safe_contact": _("The rule of safe contact of %(name)s follows."),
        "own_file": _(
            "Case, facts, assessment and own part of the plan of %(name)s follow: they were never shared."
        ),
        "same_address": _(
            "%(name)s has the same address as those who stay. It is not changed: ask the new one."
        ),
        "same_phone": _(
            "%(name)s has the same telephone number as those who stay. Ask whether it is safe to call."
        ),
        "same_email": _("%(name)s has the same e-mail as those who stay. Ask whether it is safe to write."),
        "others_safe_contact": _("The rule of safe contact of %(name)s does not follow to others."),
        "others": _("Nobody’s municipality, officer, clocks or letters change."),
    }
    return words[one.code] % {
        "name": one.name, "other": one.other, "day": day(one.day) if one.day else "",
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def together(request: PageRequest, household_id: UUID) -> HttpResponse:
    """Write what one talk told to several members; each gets a row and a log entry of their own."""
    home = household_of(household_id)
    form = TogetherForm(request.POST or None, members=home.members)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _record(form)):
            say_done(request, _("Recorded for %(n)s people.") % {"n": len(form.chosen())})
            return redirect("desk:household", household_id=household_id)
        status = 422
    context = {**_context(home), "title": _("One talk, several people"), "form": form}
    return render(request, "desk/household/together.html", context, status=status)


def _record(form: TogetherForm) -> bool:
    actions.record_together(person_ids=form.chosen(), entry=form.entry(), source=form.given_source())
    return True
