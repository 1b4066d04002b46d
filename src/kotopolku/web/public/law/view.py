"""The law as the program knows it: sections, each rule in plain words, its period of force, worked examples."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language
from kotopolku.law.finding import Finding, WhyUnknown
from kotopolku.law.provision import Rule
from kotopolku.law.questions import QUESTIONS
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Crumb
from kotopolku.web.public.law.contents import Section, acts, section_of
from kotopolku.web.public.law.examples import Example, examples_by_rule

MOST_EXAMPLES = 6


@dataclass(frozen=True, kw_only=True)
class ExampleView:
    """A worked example: the situation in English, the day, and the result in words of the page's language."""

    id: str
    title: str
    on: date
    results: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RuleView:
    """A rule as its page shows it."""

    id: str
    title: str
    text: str
    official: str
    force_from: date | None
    force_to: date | None
    not_decided: str
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
        "acts": acts(),
    }
    return render(request, "public/law/contents.html", context)


@require_safe
def law_section(request: HttpRequest, language: Language, act: str, section: str) -> HttpResponse:
    """Show one section; 404 for a section that the program does not know."""
    found = section_of(act, section)
    if found is None:
        raise NotFound(f"{act}/{section}")
    context = {
        "title": found.heading,
        "section": found,
        "rules": rules(found),
        "crumbs": [Crumb(label=_("What the law says"), url=reverse("public:law", args=[language]))],
    }
    return render(request, "public/law/section.html", context)


def rules(section: Section) -> tuple[RuleView, ...]:
    """Return the rules of a section in the order of their places in it."""
    return tuple(_rule(one) for one in section.rules)


def _rule(rule: Rule) -> RuleView:
    examples = examples_by_rule().get(rule.id, ())
    return RuleView(
        id=rule.id,
        title=gettext(rule.title),
        text=gettext(rule.text),
        official=rule.provision.official,
        force_from=rule.force.from_,
        force_to=rule.force.to,
        not_decided=gettext(rule.not_decided) if rule.not_decided else "",
        examples=tuple(_example(one, rule) for one in examples[:MOST_EXAMPLES]),
        more_examples=max(0, len(examples) - MOST_EXAMPLES),
    )


def _example(example: Example, rule: Rule) -> ExampleView:
    return ExampleView(
        id=example.id,
        title=example.title,
        on=example.on,
        results=tuple(result(name, finding) for name, finding in example.findings if finding.rule == rule.id),
    )


def result(question: str, finding: Finding) -> str:
    """Return a finding in words: the question, then the sentence of its first ground."""
    asked = gettext(QUESTIONS[question].meaning)
    ground = next(iter(finding.grounds), None)
    params = {key: _written(value) for key, value in ground.params.items()} if ground else {}
    said = gettext(ground.message).format(**params) if ground else ""
    if finding.why_unknown is WhyUnknown.LAW:
        said = f"{gettext('The law is open')}: {said}"
    return f"{asked} {said}"


def _written(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)
