"""Answers of the law as cards (picture b): mark, question, answer, grounds, what is missing and where to add it."""

import re
from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kotopolku.clocks.queries import FindingView, facts_behind
from kotopolku.languages.codes import by_code
from kotopolku.law.finding import Outcome, WhyUnknown
from kotopolku.web.desk.sources import NO_SOURCES, Sources
from kotopolku.web.desk.words.facts import fact_name
from kotopolku.web.desk.words.grounds import sentence
from kotopolku.web.desk.words.questions import ask, say
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Action, Answer, Citation, FindingCard, Ground, GroundMark

_PLACE = re.compile(
    r"(?P<act>\D.*? (?=\d+(?: [a-z])?(?:\.| §|$))|\d+/\d{4} )?(?P<section>\d+(?: [a-z])?)"
    r"(?:\.(?P<subsection>\d+)(?:\((?P<item>\d+)\))?| §)?"
)
_BY_OUTCOME = {
    Outcome.MET: Answer.YES,
    Outcome.NOT_MET: Answer.NO,
    Outcome.NOT_APPLICABLE: Answer.NOT_APPLICABLE,
}
_BY_REASON = {
    WhyUnknown.FACT: Answer.MISSING,
    WhyUnknown.JUDGEMENT: Answer.JUDGE,
    WhyUnknown.LAW: Answer.OPEN,
}
_MARKS = {
    Outcome.MET: GroundMark.HOLDS,
    Outcome.NOT_MET: GroundMark.FAILS,
    Outcome.NOT_APPLICABLE: GroundMark.FAILS,
}
_UNANSWERED = frozenset({Answer.JUDGE, Answer.MISSING, Answer.OPEN, Answer.NOT_APPLICABLE})
#: Answers that are "no" in meaning though the rule was met in form ("none" of a duty).
_NO_VALUES = frozenset({"none"})
#: How many facts nobody asked about are named at once; the others stand behind a fold.
MOST_NAMED = 3


def law_url(path: str) -> str:
    """Return the address of a rule's page ("681-2023/14") in the reader's language."""
    return reverse("public:law-section", args=[by_code(get_language() or "fi"), *path.split("/", 1)])


def citation(provision: str, path: str) -> Citation:
    """Return the chip for a place in the law, leading to its page: `KotoL 14.1(4)` reads "14 § 1 mom. 4 k"."""
    return Citation(text=written(provision), url=law_url(path))


def written(provision: str) -> str:
    """Return a short citation as Finnish decisions cite it; sections of the Integration Act stand without its name."""
    found = _PLACE.fullmatch(provision)
    if found is None:
        return provision
    act = (found["act"] or "").strip()
    text = f"{found['section']} §"
    text += f" {found['subsection']} mom." if found["subsection"] else ""
    text += f" {found['item']} k" if found["item"] else ""
    return text if act in {"", "KotoL"} else f"{act} {text}"


def card(
    view: FindingView, *, on: date, facts_url: str = "", judge_url: str = "", sources: Sources = NO_SOURCES
) -> FindingCard:
    """Return the card of one answer. `facts_url` leads to the page where facts are added, `judge_url` to judging.

    `sources` tells beside each ground where the facts behind it come from.
    """
    answer = _answer(view)
    grounds = _grounds(view, answer=answer, sources=sources)
    return FindingCard(
        answer=answer,
        question=ask(view.question),
        sentence=say(view.question, view.value, why=view.why_unknown),
        short="" if isinstance(view.value, bool) or answer in _UNANSWERED else _short(view),
        because=_because(view, grounds),
        citation=citation(view.provision, view.path),
        grounds=[*grounds, *_not_recorded(view)],
        asked_of=_("Ask the coordinator, who asks the municipality's lawyer.")
        if answer is Answer.OPEN
        else "",
        actions=_actions(view, answer=answer, facts_url=facts_url, judge_url=judge_url),
        computed=_("Computed %(day)s") % {"day": day(on)},
        rule_url=law_url(view.path),
        correct_url=facts_url,
        anchor=f"finding-{view.question}",
    )


def _short(view: FindingView) -> str:
    """Return the bold words of a folded row: the answer itself where it is a day, a body or a list."""
    return say(view.question, view.value)


def _grounds(view: FindingView, *, answer: Answer, sources: Sources) -> list[Ground]:
    """Return each ground once; a "yes" does not list the groups that the person is not in."""
    count = len(view.grounds) - sum(len(part.grounds) for part in view.parts)
    marks = [GroundMark.FAILS if answer is Answer.NO else GroundMark.HOLDS] * count
    for part in view.parts:
        marks += [_MARKS.get(part.outcome, GroundMark.UNKNOWN)] * len(part.grounds)
    found: dict[str, Ground] = {}
    for one, mark in zip(view.grounds, marks, strict=True):
        if mark is GroundMark.FAILS and answer is Answer.YES:
            continue
        statement = sentence(one.message, one.params)
        chip = citation(str(one.provision), one.provision.path)
        detail = sources.behind(facts_behind(one), one.params)
        found.setdefault(statement, Ground(statement=statement, detail=detail, mark=mark, citation=chip))
    return list(found.values())


def _answer(view: FindingView) -> Answer:
    if view.outcome is Outcome.UNKNOWN:
        return _BY_REASON[view.why_unknown or WhyUnknown.FACT]
    if isinstance(view.value, str) and view.value in _NO_VALUES:
        return Answer.NO
    return _BY_OUTCOME[view.outcome]


def _because(view: FindingView, grounds: Sequence[Ground]) -> str:
    if view.missing:
        return _("Missing: %(facts)s.") % {"facts": ", ".join(fact_name(key) for key in view.missing)}
    return grounds[0].statement if grounds else ""


def _not_recorded(view: FindingView) -> list[Ground]:
    """What the answer read as "no" although nobody has asked: never shown as a known no."""
    if not view.unasked:
        return []
    names = list(dict.fromkeys(fact_name(key) for key in view.unasked))
    first, rest = names[:MOST_NAMED], names[MOST_NAMED:]
    return [
        Ground(
            statement=_("Not recorded, read as “no”: %(facts)s.") % {"facts": ", ".join(first)},
            mark=GroundMark.UNKNOWN,
            more=", ".join(rest),
            more_label=ngettext("and %(n)s other", "and %(n)s others", len(rest)) % {"n": len(rest)},
        )
    ]


def _actions(view: FindingView, *, answer: Answer, facts_url: str, judge_url: str) -> list[Action]:
    if answer is Answer.JUDGE and judge_url:
        key = view.missing[0] if view.missing else ""
        return [Action(label=_("Decide"), url=f"{judge_url}?key={key}")]
    if answer is Answer.MISSING and facts_url:
        return [Action(label=_("Add the fact"), url=f"{facts_url}?missing={','.join(view.missing)}")]
    return []
