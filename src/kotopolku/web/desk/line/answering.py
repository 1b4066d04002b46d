"""Answering what came from afar (vastaaminen): a reply that carries no secret, a video room, what did not arrive."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.queries import advice_settings
from kotopolku.audit.clock import database_now
from kotopolku.letters.wording import spoken_language
from kotopolku.line import actions
from kotopolku.line.codes import CHANNEL_OF, IN_HAND
from kotopolku.line.queries import TicketView, WishView, ticket_view, wish
from kotopolku.web.desk.advice import words as advice_words
from kotopolku.web.desk.line import words
from kotopolku.web.desk.line.rows import number_of, row_of, station
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.outbox.words import STATES, reason
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


class AnswerForm(forms.Form):
    """The words of an answer, and what the log of advice keeps of it."""

    text = forms.CharField(
        label=lazy("Answer"),
        help_text=lazy("Nothing secret: no identity codes, no decisions, nothing about health or family."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": lazy("Write the answer.")},
    )
    looked = forms.BooleanField(label=lazy("I looked: nothing in it is secret"), required=False)
    topic = forms.ChoiceField(label=lazy("Topic"), required=False)
    minutes = forms.ChoiceField(
        label=lazy("How long, at most?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how long it took.")},
    )
    outcome = forms.ChoiceField(
        label=lazy("What came of it?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose what came of it.")},
    )

    def __init__(self, *args: Any, topics: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("topic", [("", lazy("not told")), *topics]),
            ("minutes", codes.choices(advice_words.MINUTES)),
            ("outcome", [one for one in codes.choices(advice_words.OUTCOMES) if one[0] in words.ANSWERED]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def line_answer(request: PageRequest, ticket_id: UUID) -> HttpResponse:
    """Show what was asked and the form of an answer; POST sends it, or makes a video room."""
    found, asked = ticket_view(ticket_id), wish(ticket_id)
    rules = advice_settings(request.area.id)
    form = AnswerForm(
        request.POST if request.POST.get("act", "answer") == "answer" and request.method == "POST" else None,
        topics=[(one.id, one.name.pick("fi").text) for one in rules.topics],
        initial={"topic": next(iter(found.topics), "")},
    )
    status = 200
    if request.method == "POST":
        done = _act(request, form, found)
        if done is not None:
            return done
        status = 422
    mine = found.state in IN_HAND and found.staff_id == request.actor.staff_id
    context = {
        "title": _("Answer number %(number)s") % {"number": number_of(found)},
        "row": row_of(found, rules, now=database_now()),
        "form": form,
        "mine": mine and asked is not None,
        "may_answer": mine and asked is not None and bool(asked.email),
        "why_not": _why_not(found, asked, mine=mine),
        "video": bool(settings.VIDEO),
        "letter_language": language_name(spoken_language("line_answer", found.language or "fi")),
        "crumbs": [
            Crumb(label=_("Advice"), url=reverse("desk:advice")),
            Crumb(
                label=_("Number %(number)s") % {"number": number_of(found)},
                url=reverse("desk:line_ticket", args=[ticket_id]),
            ),
        ],
        **wish_context(asked),
    }
    return render(request, "desk/line/answer.html", context, status=status)


def wish_context(asked: WishView | None) -> dict[str, object]:
    """Return what `desk/line/wish.html` draws."""
    says = ""
    if asked is not None and asked.answer_state:
        parts = (str(STATES[asked.answer_state]), reason(asked.answer_error))
        says = ". ".join(filter(None, parts))
    left = [codes.word(words.LEFT_IN_BOX, one) for one in asked.left_in_box] if asked else []
    return {"wish": asked, "left_in_box": left, "answer_says": says}


def _act(request: PageRequest, form: AnswerForm, found: TicketView) -> HttpResponse | None:
    """Do what the button says; None when the form has to be shown again."""
    act = request.POST.get("act", "answer")
    if act in {"video", "video_mail"}:
        plain = form if form.is_bound else AnswerForm({}, topics=[])
        if attempt(plain, lambda: actions.open_video(ticket_id=found.id, by_email=act == "video_mail")):
            said = _("The address was sent.") if act == "video_mail" else _("The room is made.")
            say_done(request, said)
            return redirect("desk:line_answer", found.id)
        say_done(request, " ".join(str(one) for one in plain.non_field_errors()))
        return redirect("desk:line_answer", found.id)
    if not form.is_valid():
        return None
    data, where = form.cleaned_data, station(request)
    entry = VisitEntry(
        place=where.office,
        channel=CHANNEL_OF.get(found.channel, "email"),
        language=found.language,
        interpreter="own_language" if found.mine else "not_needed",
        lives="not_asked",
        minutes=data["minutes"],
        outcome=data["outcome"],
        topics=(data["topic"] or "other",),
    )
    if not attempt(
        form,
        lambda: actions.answer_ticket(
            ticket_id=found.id, text=data["text"], entry=entry, looked=data["looked"]
        ),
    ):
        return None
    say_done(request, _("The answer leaves within a minute. The visit was logged."))
    return redirect("desk:advice")


def _why_not(found: TicketView, asked: WishView | None, *, mine: bool) -> str:
    if asked is None or not asked.email:
        return _("No e-mail address was left. Call instead.")
    if found.state not in ("waiting", *IN_HAND):
        return _("This number has ended.")
    return "" if mine else _("First call this number. Then nobody else answers it.")
