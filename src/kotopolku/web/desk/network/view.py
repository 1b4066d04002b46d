"""The client's network: everybody around the client, one added, one changed or ended."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.network.actions import CHANGED, add_member, change_member, end_member
from kotopolku.network.queries import MemberView, Telling, member_of, network_of
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.network.form import EndForm, MemberForm, initial
from kotopolku.web.desk.words import network as words
from kotopolku.web.desk.words.codes import word
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A member in words; `masked` leaves out places and contact details."""

    role: str
    name: str
    where: str
    reach: tuple[str, ...]
    telling: str
    consent: str
    authority: str
    bad: bool
    masked: bool
    added: str
    url: str


@require_http_methods(["GET", "POST"])
def network(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Show the network; POST adds a member."""
    found = case_view(case_id)
    form = MemberForm(request.POST or None, on=request.on)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: bool(add_member(case_id=case_id, entry=form.entry()))):
            say_done(request, _("The network was saved."))
            return redirect("desk:network", case_id=case_id)
        status = 422
    context = {
        "title": _("Network"),
        "case": found,
        "form": form,
        "members": [_line(one, found) for one in network_of(case_id)],
        "former": [_former(one) for one in network_of(case_id, former=True)],
        "protected": found.person is not None and found.person.non_disclosure,
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/network/page.html", context, status=status)


@require_http_methods(["GET", "POST"])
def member(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Change one member or end the membership (POST `do=end`); which, in the query."""
    member_id = sent_number(request.GET, "member", digits=15)
    belongs_to, known = member_of(member_id)
    found = case_view(case_id)
    if belongs_to != case_id or known.ended_on is not None:
        raise NotFound(f"member {member_id}")
    ending = request.POST.get("do") == "end"
    form = MemberForm(
        request.POST if request.method == "POST" and not ending else None,
        on=request.on,
        initial=initial(known.entry),
    )
    end = EndForm(request.POST if ending else None)
    status = 200
    if request.method == "POST":
        if _saved(member_id, form, end, ending=ending):
            say_done(request, _("The network was saved."))
            return redirect("desk:network", case_id=case_id)
        status = 422
    context = {
        "title": word(words.ROLES, known.entry.role).capitalize(),
        "case": found,
        "form": form,
        "end": end,
        "member": known,
        "open_url": reverse("desk:open_masked", args=[case_id]),
        "crumbs": [*_crumbs(found), Crumb(label=_("Network"), url=reverse("desk:network", args=[case_id]))],
    }
    return render(request, "desk/network/member.html", context, status=status)


def _saved(member_id: int, form: MemberForm, end: EndForm, *, ending: bool) -> bool:
    if ending:
        return end.is_valid() and bool(
            attempt(end, lambda: _end(member_id, reason=end.cleaned_data["end_reason"]))
        )
    return form.is_valid() and bool(
        attempt(form, lambda: change_member(member_id=member_id, entry=form.entry()))
    )


def _end(member_id: int, *, reason: str) -> bool:
    end_member(member_id=member_id, reason=reason)
    return True


def _line(one: MemberView, found: CaseView) -> Line:
    entry = one.entry
    url = f"{reverse('desk:network_member', args=[found.id])}?{urlencode({'member': one.id})}"
    return Line(
        role=word(words.ROLES, entry.role).capitalize(),
        name=entry.name,
        where=entry.organisation,
        reach=tuple(part for part in (entry.phone, entry.email, entry.reach) if part),
        telling=words.telling(one),
        consent=words.consent(one),
        authority=words.authority(one),
        bad=one.authority_over or one.telling is Telling.EXPIRED,
        masked=one.hidden,
        added=_("Recorded %(day)s, %(name)s") % {"day": day(one.added_on), "name": one.added_by},
        url="" if found.closed_on else url,
    )


def _former(one: MemberView) -> str:
    """Return a former row in words: who, until when, and why."""
    who = ", ".join(part for part in (one.entry.name, one.entry.organisation) if part)
    reason = _("changed") if one.end_reason == CHANGED else one.end_reason
    told = words.telling(one)
    return _("%(role)s %(who)s, %(from)s–%(until)s: %(reason)s (%(ended_by)s). %(told)s") % {
        "role": word(words.ROLES, one.entry.role).capitalize(),
        "who": who,
        "from": day(one.added_on),
        "until": day(one.ended_on),
        "reason": reason,
        "ended_by": one.ended_by,
        "told": told,
    }


def _crumbs(found: CaseView) -> list[Crumb]:
    return to_client(found.person.name if found.person else found.number, found.id)
