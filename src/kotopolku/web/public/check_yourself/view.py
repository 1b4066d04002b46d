"""Do I have a right to an assessment? One question at a time, nothing is kept, and a person at the end."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kotopolku.languages.codes import Language
from kotopolku.law.finding import Finding, WhyUnknown
from kotopolku.web.parts.shapes import Citation
from kotopolku.web.public.check_yourself.form import AnswersForm
from kotopolku.web.public.check_yourself.questions import BY_NAME, QUESTIONS, authority, duty, next_question
from kotopolku.web.public.citing import citation
from kotopolku.web.public.keeping import FORM, changes_language, keep_typed
from kotopolku.web.public.reading import advice_page, area_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_yourself(request: HttpRequest, language: Language) -> HttpResponse:
    """Ask the next question the law needs (422 without an answer), or say what the law finds of the answers."""
    area = area_of(request)
    on: date = request.on  # type: ignore[attr-defined]
    form = AnswersForm(request.POST if request.method == "POST" else None, on=on)
    context: dict[str, object] = {"title": _("Do I have a right to an assessment?"), **FORM}
    asked = request.POST.get("asked", "") if changes_language(request) else ""
    if asked in BY_NAME:
        # The same question in the other language, with the answer that was chosen and not yet sent.
        fresh = AnswersForm(on=on)
        keep_typed(fresh, request)
        others = {one.name: form.data.get(one.name, "") for one in QUESTIONS if one.name != asked}
        context |= {"form": fresh, "field": fresh[asked], "carried": _carried(others)}
        return render(request, "public/check_yourself/page.html", context)
    if form.is_bound and not form.is_valid():
        wrong = [one for one in QUESTIONS if one.name in form.errors]
        answered = {one.name: form.data.get(one.name, "") for one in QUESTIONS if one.name not in form.errors}
        context |= {
            "form": form,
            "field": form[wrong[0].name if wrong else "citizen"],
            "carried": _carried(answered),
        }
        return render(request, "public/check_yourself/page.html", context, status=422)
    given = form.given() if form.is_bound else {}
    question = next_question(given, on)
    if question is not None:
        fresh = AnswersForm(on=on)
        typed = {name: form.data.get(name, "") for name in given} if form.is_bound else {}
        context |= {"form": fresh, "field": fresh[question.name], "carried": _carried(typed)}
        return render(request, "public/check_yourself/page.html", context)
    found = duty(given, on)
    context |= {
        "carried": _carried({name: form.data.get(name, "") for name in given}) if form.is_bound else [],
        "finding": found,
        "answer": _answer(found),
        "authority": _authority(request, authority(given, on), language),
        "citation": _cited(found, language),
        "advice": advice_page(area, on=on),
    }
    return render(request, "public/check_yourself/result.html", context)


def _carried(answers: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in answers.items() if value]


def _answer(found: Finding) -> str:
    """Return which of the page's five answers the finding is: must, may, ask, unknown or none."""
    if found.why_unknown is WhyUnknown.JUDGEMENT:
        return "ask"
    if found.why_unknown is not None:
        return "unknown"
    return "may" if found.value == "may_omit" else str(found.value)


def _authority(request: HttpRequest, who: str, language: Language) -> str:
    area = request.area  # type: ignore[attr-defined]
    named = area.employment_authority
    return str(named.pick(language.code).text) if who == "employment_authority" and named else ""


def _cited(found: Finding, language: Language) -> Citation:
    at = found.provision
    place = f"{at.act.number} {at.section}"
    if at.subsection:
        place += f".{at.subsection}" + (f"({at.item})" if at.item else "")
    return citation(place, language)
