"""Hand a client's matter over, and follow one packet."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.rights import OFFICIALS
from kotopolku.audit.errors import NotFound
from kotopolku.cases.queries import case_view
from kotopolku.cases.views import CaseView
from kotopolku.handovers import codes
from kotopolku.handovers.actions import (
    chase_packet,
    make_link,
    record_packet_answer,
    revoke_links,
    send_packet,
    withdraw_packet,
)
from kotopolku.handovers.queries import packet_form, packet_view, receivers_for
from kotopolku.handovers.views import PacketView
from kotopolku.law.calendar import add_days
from kotopolku.plans.actions import set_measure_state
from kotopolku.programme.queries import own_rules
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.handover.form import ChaseForm, LinkForm, NewPacketForm, RecordForm, WithdrawForm
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.packet.lines import answer_lines, lines, to_whom, waited
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb

ANSWER_DAYS = 14
#: How a service of the plan ends once its arranger has ended it.
CLOSES = frozenset({"done", "dropped"})


@require_http_methods(["GET", "POST"])
def handover_new(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Choose what is handed over (`kind` in the address), then fill in the packet; POST sends it."""
    must_be(OFFICIALS, subject="handover")
    found = case_view(case_id)
    kind = request.GET.get("kind", "")
    context: dict[str, object] = {"case": found, "crumbs": _crumbs(found)}
    if kind not in codes.KINDS:
        kinds = [
            (code, words.word(words.KINDS, code), words.word(words.KIND_HINTS, code)) for code in codes.KINDS
        ]
        status = 422 if request.method == "POST" else 200
        title = _("What do you hand over?")
        return render(
            request, "desk/handover/kinds.html", {**context, "title": title, "kinds": kinds}, status=status
        )
    form = NewPacketForm(
        request.POST or None,
        kind=kind,
        offered=packet_form(case_id, kind=kind),
        receivers=receivers_for(kind, on=request.on),
        language=request.language.code,
        on=request.on,
        initial={"due_on": add_days(request.on, _answer_days(request.area.id)), "consent_on": request.on},
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            sent = attempt(form, lambda: send_packet(case_id=case_id, packet=form.packet()))
            if sent:
                say_done(request, _("Handed over. The answer comes to the case page and to your notices."))
                return redirect("desk:packet", packet_id=sent)
        status = 422
    context |= {
        "title": words.word(words.KINDS, kind),
        "hint": words.word(words.KIND_HINTS, kind),
        "form": form,
    }
    return render(request, "desk/handover/new.html", context, status=status)


def _answer_days(area_id: str) -> int:
    """Return the area's own time for an answer, or two weeks."""
    target = next((one.value for one in own_rules(area_id) if one.code == "hand-over-answer"), None)
    return target if isinstance(target, int) and not isinstance(target, bool) else ANSWER_DAYS


def _crumbs(found: CaseView) -> list[Crumb]:
    return to_client(found.person.name if found.person else found.number, found.id)


@require_http_methods(["GET", "POST"])
def packet(request: PageRequest, packet_id: UUID) -> HttpResponse:
    """Show a packet as it was sent; POST `do`: record an answer, chase, withdraw."""
    view = packet_view(packet_id)
    if not request.actor.sees_clients:
        raise NotFound("packet")
    found = case_view(view.row.case_id)
    do = request.POST.get("do", "")
    forms_: dict[str, forms.Form] = {
        "record": RecordForm(
            request.POST if do == "record" else None,
            answers=view.next_recorded,
            times=view.offered,
            on=request.on,
            initial={"answered_on": request.on},
        ),
        "chase": ChaseForm(
            request.POST if do == "chase" else None,
            initial={"again_on": request.on + timedelta(days=7)},
        ),
        "withdraw": WithdrawForm(request.POST if do == "withdraw" else None),
        "link": LinkForm(
            request.POST if do == "link" else None, initial={"expires_on": add_days(request.on, ANSWER_DAYS)}
        ),
    }
    status = 200
    context = {**_context(request, view, found), "forms": forms_, "sent": do}
    if request.method == "POST":
        form = forms_.get(do)
        if do == "revoke":
            revoke_links(packet_id=packet_id)
            say_done(request, _("The links to the packet were ended."))
            return redirect("desk:packet", packet_id=packet_id)
        if do in CLOSES and view.to_close is not None:
            set_measure_state(measure_id=view.to_close, state=do, on=request.on)
            say_done(request, _("Noted in the plan and on the timeline."))
            return redirect("desk:packet", packet_id=packet_id)
        if do == "link" and form is not None and form.is_valid():
            secret = attempt(form, lambda: make_link(packet_id=packet_id, **form.cleaned_data))
            if secret:
                context["for_outsider"] = bool(form.cleaned_data["email"])
                route = "packet_link" if form.cleaned_data["email"] else "partner:link"
                context["link"] = request.build_absolute_uri(reverse(route, args=[secret]))
                return render(request, "desk/handover/page.html", context)
        if form is not None and form.is_valid() and attempt(form, lambda: _do(request, packet_id, do, form)):
            return redirect("desk:packet", packet_id=packet_id)
        status = 422
    return render(request, "desk/handover/page.html", context, status=status)


def _do(request: PageRequest, packet_id: UUID, do: str, form: forms.Form) -> bool:
    if do == "record":
        record_packet_answer(packet_id=packet_id, **form.cleaned_data)
        say_done(request, _("The answer was recorded."))
    elif do == "chase":
        chase_packet(packet_id=packet_id, **form.cleaned_data)
        say_done(request, _("Noted. The packet comes back to your list on the day you gave."))
    else:
        withdraw_packet(packet_id=packet_id, **form.cleaned_data)
        say_done(request, _("The packet was withdrawn. Its receiver does not see it any more."))
    return True


def _context(request: PageRequest, view: PacketView, found: CaseView) -> dict[str, object]:
    row = view.row
    return {
        "title": _("%(title)s: %(receiver)s") % {"title": row.title, "receiver": to_whom(row)},
        "crumbs": _crumbs(found),
        "packet": view,
        "row": row,
        "lines": lines(view),
        "receiver": to_whom(row),
        "state": words.word(words.STATES, row.state),
        "waited": waited(row.waited(request.on))
        if row.state == codes.SENT and row.waited(request.on)
        else "",
        "late": row.unanswered(request.on),
        "answers": answer_lines(view),
        "interpreter": language_name(view.interpreter),
        "provision": codes.PROVISIONS[row.kind],
        "open": found.closed_on is None,
        "may_withdraw": request.actor.role in OFFICIALS and row.state != codes.WITHDRAWN,
        "protected": found.person is not None and found.person.non_disclosure,
    }
