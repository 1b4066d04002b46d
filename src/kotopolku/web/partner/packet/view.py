"""One packet in the receiver's own room: what came, and the answer."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.cases.grants import is_granted
from kotopolku.handovers import codes
from kotopolku.handovers.actions import answer_packet
from kotopolku.handovers.queries import packet_view
from kotopolku.handovers.views import PacketView
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.packet.lines import answer_lines, lines, waited
from kotopolku.web.parts.requests import PageRequest


class AnswerForm(forms.Form):
    """The receiver's answer: one of those possible now."""

    answer = forms.ChoiceField(
        label=lazy("Your answer"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose your answer.")},
    )
    time = forms.ChoiceField(label=lazy("Which time suits you?"), required=False)
    starts_on = DayField(label=lazy("Begins on"), required=False)
    reason = forms.CharField(
        label=lazy("Message to the sender"),
        help_text=lazy("If you cannot take it on, write why not. If you ask something, write what."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, view: PacketView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        possible = words.choices(words.ANSWERS, *view.next_answers) if view.next_answers else []
        self.fields["answer"].choices = possible  # type: ignore[attr-defined]
        if view.offered and view.row.state == codes.SENT:
            self.fields["time"].choices = [("", lazy("Choose")), *((one, one) for one in view.offered)]  # type: ignore[attr-defined]
        else:
            del self.fields["time"]


@require_http_methods(["GET", "POST"])
def packet(request: PageRequest, packet_id: UUID) -> HttpResponse:
    """Show the packet; POST answers it."""
    view = packet_view(packet_id)
    form = AnswerForm(request.POST or None, view=view)
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: _answer(request, packet_id, form)):
            say_done(request, _("Your answer went to the sender."))
            return redirect("partner:packet", packet_id=packet_id)
        status = 422
    return render(request, "partner/packet/page.html", {**shown(request, view), "form": form}, status=status)


def _answer(request: PageRequest, packet_id: UUID, form: AnswerForm) -> bool:
    way = "link" if request.GET.get("way") == "link" else "page"
    answer_packet(packet_id=packet_id, way=way, **form.cleaned_data)
    return True


def shown(request: PageRequest, view: PacketView) -> dict[str, object]:
    """Return what the page of a packet shows its receiver."""
    row = view.row
    return {
        "title": row.title,
        "packet": view,
        "row": row,
        "sender": view.sender.pick(request.language.code).text if not view.masked else "",
        "lines": lines(view),
        "state": words.word(words.STATES, row.state),
        "waited": waited(row.waited(request.on)) if row.state == codes.SENT else "",
        "answers": answer_lines(view),
        "interpreter": language_name(view.interpreter),
        "provision": codes.PROVISIONS[row.kind],
        "opened": is_granted(row.case_id),
    }
