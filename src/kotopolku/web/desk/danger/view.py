"""Whom to call when somebody is in danger, from the programme's data. Nothing is recorded, and nobody is named."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET

from kotopolku.services.queries import OtherServiceView, urgent_services
from kotopolku.web.desk.words.codes import Words
from kotopolku.web.parts.requests import PageRequest

DANGERS: Words = {
    "danger_at_home": lazy("Danger at home"),
    "child_at_risk": lazy("A child at risk"),
    "suicide": lazy("Threat of suicide"),
}
FIRST: Words = {
    "danger_at_home": lazy("Ask alone, never through a relative: are you in danger now? Send nothing home."),
    "child_at_risk": lazy(
        "Whoever works with the family makes the notification, and makes it today. Nobody does it for you."
    ),
    "suicide": lazy("Ask directly. Do not leave the person alone. Make the call together."),
}
EMERGENCY_NUMBER = "112"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody to call: what they are, their number, and what to say to them first, each in its own language."""

    name: str
    name_lang: str
    phone: str
    say: str
    say_lang: str

    @property
    def tel(self) -> str:
        """The number as an address a telephone dials."""
        return f"tel:{self.phone.replace(' ', '')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """One danger: what to do first, and whom to call, in order."""

    name: str
    first: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DangerCard:
    """The whole card: dangers, and each call once with what to say."""

    dangers: tuple[Danger, ...]
    calls: tuple[Call, ...]


def danger_card(request: PageRequest) -> DangerCard:
    """Return the card of the acting duty's area, in one query; 112 is in it whatever the data lacks."""
    services = urgent_services(request.actor.area_id or "")
    language = request.language.code
    calls = {one.facts.id: _call(one, language) for one in services if one.facts.phone}
    named = {one.phone for one in calls.values()}
    always = () if EMERGENCY_NUMBER in named else (_emergency_number(language),)
    return DangerCard(
        dangers=tuple(
            Danger(
                name=str(name),
                first=str(FIRST[code]),
                calls=(
                    *always,
                    *(
                        calls[one.facts.id]
                        for one in services
                        if code in one.facts.urgent and one.facts.id in calls
                    ),
                ),
            )
            for code, name in DANGERS.items()
        ),
        calls=(*always, *calls.values()),
    )


def _call(one: OtherServiceView, language: str) -> Call:
    name, say = one.name.pick(language), one.summary.pick(language)
    return Call(
        name=name.text,
        name_lang=name.language,
        phone=one.facts.phone or "",
        say=say.text,
        say_lang=say.language,
    )


def _emergency_number(language: str) -> Call:
    return Call(
        name=_("Emergency number"),
        name_lang=language,
        phone=EMERGENCY_NUMBER,
        say=_("Say first where you are and what has happened."),
        say_lang=language,
    )


@require_GET
def danger(request: PageRequest) -> HttpResponse:
    """Show the card as a page of its own."""
    context = {"title": _("Somebody is in danger"), "danger": danger_card(request)}
    return render(request, "desk/danger/page.html", context)
