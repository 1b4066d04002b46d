"""The law as the program knows it: sections, each rule in plain words, its period of force, worked examples."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.languages.texts import Shown
from kotopolku.law.provision import Rule
from kotopolku.law.questions import QUESTIONS
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.law.contents import contents, heading, section_of
from kotopolku.web.public.law.examples import Example, examples_by_rule
from kotopolku.web.public.law.saying import answer_word, said

MOST_EXAMPLES = 6


@dataclass(frozen=True, kw_only=True)
class ExampleView:
    """A worked example: the situation in English, the day, and each question with its answer."""

    id: str
    title: str
    on: date
    results: tuple[tuple[Shown, str, Shown], ...]


@dataclass(frozen=True, kw_only=True)
class RuleView:
    """A rule as its page shows it. `more_examples` counts those that are not on the page."""

    rule: Rule
    title: Shown
    text: Shown
    not_decided: Shown
    examples: tuple[ExampleView, ...]
    more_examples: int


@require_safe
def law(request: HttpRequest, language: Language) -> HttpResponse:
    """Show the acts and their sections."""
    context = {
        "title": _("What the law says"),
        "lead": _(
            "These are the rules by which the program answers, in plain words. The statute itself decides."
        ),
        "acts": [
            (act, [(section, heading(section), said(section.reason)) for section in sections])
            for act, sections in contents()
        ],
    }
    return render(request, "public/law/contents.html", context)


@require_safe
def law_section(request: HttpRequest, language: Language, act: str, section: str) -> HttpResponse:
    """Show one section; 404 for a section that the program does not know."""
    found = section_of(act, section)
    if found is None:
        raise NotFound(f"{act}/{section}")
    context = {
        "title": heading(found),
        "section": found,
        "reason": said(found.reason),
        "rules": [_rule(one) for one in found.rules],
        "crumbs": [Crumb(label=_("What the law says"), url=reverse("public:law", args=[language]))],
    }
    return render(request, "public/law/section.html", context)


def _rule(rule: Rule) -> RuleView:
    examples = examples_by_rule().get(rule.id, ())
    return RuleView(
        rule=rule,
        title=said(rule.title),
        text=said(rule.text),
        not_decided=said(rule.not_decided),
        examples=tuple(_example(one, rule) for one in examples[:MOST_EXAMPLES]),
        more_examples=max(0, len(examples) - MOST_EXAMPLES),
    )


def _example(example: Example, rule: Rule) -> ExampleView:
    return ExampleView(
        id=example.id,
        title=example.title,
        on=example.on,
        results=tuple(
            (said(QUESTIONS[name].meaning), answer_word(finding), said(ground.message, ground.params))
            for name, finding in example.findings
            if finding.rule == rule.id
            for ground in finding.grounds[:1]
        ),
    )
