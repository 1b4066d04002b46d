"""4 § Arvioinnin toteuttaminen: in which language and where; interpretation under 26 § of the Administrative Act."""

from datetime import date

from kotopolku.law.act_434_2003.interpretation import HL_26_1
from kotopolku.law.decree_869_2024.s02_interview import ACT
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, found, missing_fact
from kotopolku.law.provision import Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

VNA869_4_1 = rule(
    id="VNA869-4-1",
    at=Provision(ACT, "4", 1),
    title=N_("The assessment is made in a language the person understands"),
    text=N_("The assessment is made in the mother tongue or a language the person understands well enough."),
    module=__name__,
)
VNA869_4_3 = rule(
    id="VNA869-4-3",
    at=Provision(ACT, "4", 3),
    title=N_("The assessment is held at the office or a service point"),
    text=N_(
        "The assessment is held at the authority's office or service point; in another way only if that is more "
        "appropriate for a weighty reason, which is recorded."
    ),
    module=__name__,
)
_READS = ("person.languages", "assessment.language")
_PLACES = frozenset({"office", "service_point"})
_NO_LANGUAGE = N_("The person's languages or the language of the assessment are not recorded.")
_SHARED = N_("The person understands the language used: {language}.")
_NOT_SHARED = N_("The language used, {language}, is not among the languages the person understands well.")


def shared_language(facts: Facts) -> Maybe:
    """Whether the language used is one the person understands well; unknown when either is not recorded."""
    if not facts.person.languages or not facts.assessment.language:
        return UNKNOWN
    return facts.assessment.language in facts.person.languages


@question(
    "assessment_language_ok",
    rules=(VNA869_4_1,),
    reads=(*_READS, "assessment.interpreter"),
    type="bool",
    meaning=N_("Is the assessment in a language the person understands?"),
)
def assessment_language_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A shared language, or an interpreter is present."""
    del on
    asked = "assessment_language_ok"
    if facts.assessment.interpreter:
        return (found(VNA869_4_1, asked, True, N_("An interpreter is present.")),)
    shared = shared_language(facts)
    if shared is UNKNOWN:
        return (missing_fact(VNA869_4_1, asked, _missing(facts), _NO_LANGUAGE),)
    message = _SHARED if shared else _NOT_SHARED
    return (found(VNA869_4_1, asked, shared, message, language=facts.assessment.language or ""),)


@question(
    "interpretation_required",
    rules=(HL_26_1, VNA869_4_1),
    reads=_READS,
    type="bool",
    meaning=N_("Must an interpreter be arranged?"),
)
def interpretation_required(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The language used is not one the person understands, whether or not an interpreter has been booked."""
    del on
    asked = "interpretation_required"
    shared = shared_language(facts)
    if shared is UNKNOWN:
        return (missing_fact(HL_26_1, asked, _missing(facts), _NO_LANGUAGE),)
    message = _SHARED if shared else _NOT_SHARED
    return (found(HL_26_1, asked, not shared, message, language=facts.assessment.language or ""),)


@question(
    "interpretation_cost_bearer",
    rules=(HL_26_1,),
    reads=_READS,
    type="code",
    codes=("authority",),
    meaning=N_("Who pays for the interpretation?"),
)
def interpretation_cost_bearer(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The authority, if interpretation is required."""
    asked = "interpretation_cost_bearer"
    basis = interpretation_required(facts, on)
    if basis[0].value is UNKNOWN:
        return (missing_fact(HL_26_1, asked, _missing(facts), _NO_LANGUAGE), *basis)
    if basis[0].value:
        pays = N_("Interpretation is required: the authority arranges it and pays for it.")
        return (found(HL_26_1, asked, "authority", pays), *basis)
    return (found(HL_26_1, asked, None, N_("No interpretation is required.")), *basis)


@question(
    "assessment_channel_allowed",
    rules=(VNA869_4_3,),
    reads=("assessment.channel", "assessment.weighty_reason"),
    type="bool",
    meaning=N_("May the assessment be held in this way?"),
)
def assessment_channel_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Office and service point always, another way only with a recorded weighty reason."""
    del on
    asked = "assessment_channel_allowed"
    channel = facts.assessment.channel
    if channel is None:
        return (found(VNA869_4_3, asked, None, N_("How the assessment is held is not recorded.")),)
    if channel in _PLACES:
        return (
            found(VNA869_4_3, asked, True, N_("The assessment is held at the office or a service point.")),
        )
    if (facts.assessment.weighty_reason or "").strip():
        reason = N_("A weighty reason for another way, {channel}, is recorded.")
        return (found(VNA869_4_3, asked, True, reason, channel=channel),)
    no = N_("No weighty reason for another way, {channel}, is recorded.")
    return (found(VNA869_4_3, asked, False, no, channel=channel),)


def _missing(facts: Facts) -> tuple[str, ...]:
    missing = []
    if not facts.person.languages:
        missing.append("person.languages")
    if not facts.assessment.language:
        missing.append("assessment.language")
    return tuple(missing)
