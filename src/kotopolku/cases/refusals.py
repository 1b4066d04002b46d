"""What the law says against concluding an assessment (KotoL 4, 14 §, decree 869/2024 2 and 4 §).

Each refusal names the form field, a sentence with placeholders (translated by the page, like a law's ground) and the
place in the law. An unknown answer refuses too: the assessment waits until the missing fact is recorded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made
from datetime import date
from typing import Protocol

from kotopolku import law
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Param
from kotopolku.law.wording import N_

MISSING_TOPIC = N_("The law asks for this point of the interview: {topic}. Answer it first.")
MISSING_INFORMATION = N_("The client has not been told yet: {item}. Tell it and mark it.")
CHANNEL = N_(
    "The assessment is held at an office or service point. Write the weighty reason for another way."
)
NO_CHANNEL = N_("Choose where or how the assessment was held.")
LANGUAGE = N_(
    "The client does not understand {language} well enough. Use another language, or an interpreter."
)
NO_LANGUAGE = N_("Choose the language of the assessment, and record the client's languages.")
CHILD = N_(
    "Write how the wishes and opinion of the child were found out, or the legal reason for not doing so."
)
SITTING_CHANNEL = N_(
    "The talk of {day} was held another way than at an office: write the weighty reason for it."
)
SITTING_LANGUAGE = N_(
    "The client does not understand the language of the talk of {day} well enough, or its language is not recorded."
)
NO_BIRTH_DATE = N_("Record the date of birth: the law asks for the opinion of a person under 18.")
NO_DAY = N_("Write the day on which the interview was held.")
NO_OUTCOME = N_("Choose what the assessment led to. Without an outcome it cannot be concluded.")
NO_OUTCOME_REASON = N_("Write the reason for the outcome.")
NO_NEXT_STEP = N_("Write what happens next, so that the client is not left waiting.")
NEED_AND_OUTCOME = N_(
    "The interview says that no plan is needed, the outcome that one is. Correct the one that is wrong."
)
SOCIAL_AND_HEALTH = N_("Social and health needs may be recorded only when the county takes part.")


class Held(Protocol):
    """A talk that was held: what the law asks about it."""

    @property
    def held_on(self) -> date: ...
    @property
    def channel(self) -> str: ...
    @property
    def weighty_reason(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def interpreter_kind(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason not to conclude an assessment or accept a plan.

    `field` is a form field, "answers.<topic>" or "" (the whole form); `path` is the rule's page ("681-2023/23").
    """

    field: str
    message: str
    params: Mapping[str, Param] = made(default_factory=dict)
    provision: str = ""
    path: str = ""


class Refused(Exception):
    """The law stands against it; nothing was written. Pages show 422 with every refusal at its field."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__("; ".join(one.message for one in refusals))
        self.refusals = tuple(refusals)


class AssessmentRefused(Refused):
    """The assessment cannot be concluded as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What the officer wants to conclude with; the codes are `codes.ASSESSMENT_OUTCOMES`."""

    outcome: str
    outcome_reason: str
    next_step: str
    held_on: date | None
    plan_needed_in_interview: bool | None
    interview_demanded: bool


def refusal(found: Finding, *, field: str, message: str, **params: Param) -> Refusal:
    """Return the refusal that the law's answer gives rise to, at a form's field."""
    return Refusal(
        field=field,
        message=message,
        params=params,
        provision=str(found.provision),
        path=found.provision.path,
    )


def against_conclusion(facts: Facts, conclusion: Conclusion, *, on: date) -> tuple[Refusal, ...]:
    """Return everything that stands against concluding on the day, in the order of the form."""
    refusals = [*_outcome(conclusion)]
    if conclusion.interview_demanded:
        refusals += [*_setting(facts, conclusion, on=on), *_interview(facts, on=on)]
    return tuple(refusals)


def _outcome(conclusion: Conclusion) -> Iterable[Refusal]:
    if not conclusion.outcome:
        yield Refusal(field="outcome", message=NO_OUTCOME)
    if not conclusion.outcome_reason:
        yield Refusal(field="outcome_reason", message=NO_OUTCOME_REASON)
    if not conclusion.next_step:
        yield Refusal(field="next_step", message=NO_NEXT_STEP)
    if conclusion.outcome == "plan_needed" and conclusion.plan_needed_in_interview is False:
        yield Refusal(field="outcome", message=NEED_AND_OUTCOME)


def _setting(facts: Facts, conclusion: Conclusion, *, on: date) -> Iterable[Refusal]:
    if conclusion.held_on is None:
        yield Refusal(field="held_on", message=NO_DAY)
    channel = law.answer("assessment_channel_allowed", facts, on)
    if channel.value is None:
        yield refusal(channel, field="channel", message=NO_CHANNEL)
    elif channel.value is not True:
        yield refusal(channel, field="weighty_reason", message=CHANNEL)
    language = law.answer("assessment_language_ok", facts, on)
    if language.value is UNKNOWN:
        yield refusal(language, field="language", message=NO_LANGUAGE)
    elif language.value is False:
        yield refusal(language, field="language", message=LANGUAGE, language=facts.assessment.language or "")
    child = law.answer("child_opinion_compliant", facts, on)
    if child.value is UNKNOWN:
        yield refusal(child, field="child_opinion", message=NO_BIRTH_DATE)
    elif child.value is False:
        yield refusal(child, field="child_opinion", message=CHILD)


def against_sittings(facts: Facts, sittings: Iterable[Held], *, on: date) -> tuple[Refusal, ...]:
    """Return what stands against the later talks: each has its own way and language (869/2024 4 §)."""
    found: list[Refusal] = []
    for one in sittings:
        assessment = replace(
            facts.assessment,
            channel=one.channel,
            weighty_reason=one.weighty_reason or None,
            language=one.language,
            interpreter=bool(one.interpreter_kind),
        )
        then = replace(facts, assessment=assessment)
        way = law.answer("assessment_channel_allowed", then, on)
        if way.value is not True:
            found.append(refusal(way, field="sittings", message=SITTING_CHANNEL, day=one.held_on))
        language = law.answer("assessment_language_ok", then, on)
        if language.value is not True:
            found.append(refusal(language, field="sittings", message=SITTING_LANGUAGE, day=one.held_on))
    return tuple(found)


def _interview(facts: Facts, *, on: date) -> Iterable[Refusal]:
    topics = law.answer("interview_missing_topics", facts, on)
    for topic in topics.value if isinstance(topics.value, tuple) else ():
        yield refusal(topics, field=f"answers.{topic}", message=MISSING_TOPIC, topic=topic)
    told = law.answer("interview_missing_information", facts, on)
    for item in told.value if isinstance(told.value, tuple) else ():
        yield refusal(told, field=f"told.{item}", message=MISSING_INFORMATION, item=item)
