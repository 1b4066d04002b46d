"""What kiosks say aloud (kuunneltavat äänet): what is spoken and what is missing, recording, deleting."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.advice.queries import advice_settings
from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import UI_LANGUAGES, Language, by_path
from kotopolku.languages.names import language_name
from kotopolku.line.actions import keep_recording, remove_recording
from kotopolku.line.codes import STEPS
from kotopolku.line.recording_queries import missing, recordings, sound_of
from kotopolku.web.desk.recordings.form import RecordingForm
from kotopolku.web.desk.words.codes import Words, word
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import say_done
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.headers import WITH_MICROPHONE
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.saying import Said, said
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table

LONGEST = 120  # seconds; a browser's own recording of this length is well below what may be kept
STEP_NAMES: Words = {
    "language": lazy("Choosing the language"),
    "topic": lazy("Choosing the topic"),
    "number": lazy("The number"),
    "closed": lazy("Closed today"),
}
# What stands on the kiosk's page of each step, in the client's language: the worker reads it aloud.
ON_THE_PAGE = {
    "language": ("Choose your language",),
    "topic": ("What is it about?",),
    "number": ("Your number", "Take a number"),
    "closed": ("Closed for today.",),
}


@require_GET
def recordings_page(request: PageRequest) -> HttpResponse:
    """Show which steps are spoken in which languages, and how many are missing."""
    there = recordings(request.area.id)
    gone = missing(request.area.id)
    context = {
        "title": _("What kiosks say aloud"),
        "missing": len(gone),
        "all": len(STEPS) * len(UI_LANGUAGES),
        "table": Table(
            caption=_("What kiosks say aloud"),
            columns=[Column(label=_("Language")), *(Column(label=word(STEP_NAMES, one)) for one in STEPS)],
            rows=[
                [
                    Cell(text=language_name(one.code, request.language.code).capitalize()),
                    *(
                        Cell(
                            text=str(day(there[step, one.code].recorded_on))
                            if (step, one.code) in there
                            else _("Missing"),
                            url=_url("desk:recording", step, one),
                            more=there[step, one.code].speaker if (step, one.code) in there else "",
                        )
                        for step in STEPS
                    ),
                ]
                for one in UI_LANGUAGES
            ],
        ),
        "crumbs": [Crumb(label=_("Advice"), url=reverse("desk:advice"))],
    }
    return render(request, "desk/recordings/page.html", context)


@require_http_methods(["GET", "POST"])
def recording(request: PageRequest) -> HttpResponse:
    """Show one step in one language (query); POST keeps a new recording, or deletes the one there (`do=remove`)."""
    if not request.GET:
        return redirect("desk:recordings")
    step, language = _asked(request)
    name = language_name(language.code, request.language.code).capitalize()
    form = RecordingForm(initial={"speaker": request.actor.name})
    status = 200
    if request.POST.get("do") == "remove":
        remove_recording(step=step, language=language.code)
        say_done(request, _("The recording was deleted. The kiosk no longer has the button."))
        return redirect(_url("desk:recording", step, language))
    if request.method == "POST":
        form = RecordingForm(request.POST, request.FILES)
        if form.is_valid() and attempt(
            form, lambda: keep_recording(step=step, language=language.code, **form.entry()) is None
        ):
            say_done(request, _("The recording is in use at the kiosks."))
            return redirect(_url("desk:recording", step, language))
        status = 422
    context = {
        "title": f"{word(STEP_NAMES, step)}: {name}",
        "form": form,
        "found": recordings(request.area.id).get((step, language.code)),
        "sound_url": _url("desk:recording_sound", step, language),
        "script": _on_the_page(request, step, language),
        "seconds": LONGEST,
        "crumbs": [
            Crumb(label=_("Advice"), url=reverse("desk:advice")),
            Crumb(label=_("What kiosks say aloud"), url=reverse("desk:recordings")),
        ],
    }
    answer = render(request, "desk/recordings/recording.html", context, status=status)
    answer.headers["Permissions-Policy"] = WITH_MICROPHONE
    return answer


@require_GET
def recording_sound(request: PageRequest) -> HttpResponse:
    """Return the sound of a step in a language, to be listened to on its page."""
    if not request.GET:
        return redirect("desk:recordings")
    step, language = _asked(request)
    found = sound_of(request.area.id, step=step, language=language.code)
    return HttpResponse(found.data, content_type=found.kind)


def _asked(request: PageRequest) -> tuple[str, Language]:
    step = request.GET.get("step", "")
    try:
        language = by_path(request.GET.get("language", ""))
    except KeyError:
        raise NotFound("recording") from None
    if step not in STEPS:
        raise NotFound("recording")
    return step, language


def _url(name: str, step: str, language: Language) -> str:
    return f"{reverse(name)}?{urlencode({'step': step, 'language': language.path})}"


def _on_the_page(request: PageRequest, step: str, language: Language) -> list[Said]:
    """Return the words of the kiosk's page; the topics too, since who cannot read hears of the pictures here."""
    found = [said(one, language) for one in ON_THE_PAGE[step]]
    if step == "topic":
        for one in advice_settings(request.area.id).topics:
            name = one.name.pick(language.code)
            found.append(Said(text=name.text, lang=name.language, dir=name.direction, of=language.own_name))
    return found
