"""Onward guidance (eteenpäin ohjaaminen): logged by its way, with a slip in the visitor's language."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.advice.actions import acknowledge_onward, guide_on
from kotopolku.advice.onward import OnwardView, onward_of
from kotopolku.advice.queries import VisitView, advice_settings, one_visit
from kotopolku.languages.texts import Texts
from kotopolku.services.queries import other_services, places
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.advice.onward.form import OnwardForm
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.onward_slip import Receiver, slip_of
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.shapes import Crumb


@require_http_methods(["GET", "POST"])
def advice_onward(request: PageRequest, visit_id: UUID) -> HttpResponse:
    """Show the slip of the latest guidance and the form; POST logs one, or `acknowledged` notes an answer."""
    visit = one_visit(visit_id)
    if "acknowledged" in request.POST:
        acknowledge_onward(onward_id=sent_number(request.POST, "acknowledged"))
        say_done(request, _("The receiver has acknowledged."))
        return redirect("desk:advice_onward", visit_id=visit_id)
    known = receivers(request.area.id)
    form = OnwardForm(
        request.POST if request.method == "POST" else None,
        receivers=[(one.id, one.name.pick("fi").text) for one in known.values()],
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and attempt(form, lambda: bool(guide_on(visit_id=visit_id, entry=form.entry()))):
            say_done(request, _("Logged. Print the slip for the visitor."))
            return redirect("desk:advice_onward", visit_id=visit_id)
        status = 422
    rows = onward_of(visit_id)
    context = {
        "title": _("Guide on"),
        "form": form,
        "slip": _slip(request, visit, rows[0], known) if rows else None,
        "rows": [_row(one, known) for one in rows],
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
    }
    return render(request, "desk/advice/onward/page.html", context, status=status)


def receivers(area_id: str) -> dict[str, Receiver]:
    """Return whom one can be guided to: the programme's places and other authorities, the neighbours among them."""
    own = [
        Receiver(
            id=f"place:{one.id}",
            name=Texts.of(**one.name),
            street=one.street or "",
            phone=one.phone or "",
            link="",
            opening=one.opening,
        )
        for one in places(area_id)
    ]
    others = [
        Receiver(
            id=f"other:{one.facts.id}",
            name=one.name,
            street="",
            phone=one.facts.phone or "",
            link=one.facts.link or "",
            opening=(),
        )
        for one in other_services(area_id)
    ]
    return {one.id: one for one in (*others, *own)}


def _slip(
    request: PageRequest, visit: VisitView, row: OnwardView, known: dict[str, Receiver]
) -> dict[str, object] | None:
    if row.to not in known:
        return None
    rules = advice_settings(request.area.id)
    topics = [topic.name.pick("fi").text for one in visit.topics if (topic := rules.topic(one))]
    return slip_of(known[row.to], row, language=visit.language, topics=topics, on=request.on)


def _row(one: OnwardView, known: dict[str, Receiver]) -> dict[str, object]:
    return {
        "id": one.id,
        "to": known[one.to].name.pick("fi").text if one.to in known else one.to,
        "way": codes.word(words.ONWARD_WAYS, one.way),
        "waits": one.waits,
        "acknowledged": one.acknowledged_on,
    }
