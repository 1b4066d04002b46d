"""2 § Alkuhaastattelun sisältö: nine points, and what the person is told."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.facts.codes import INTERVIEW_INFORMATION, INTERVIEW_TOPICS
from kotopolku.law.finding import Finding, Outcome, found, found_as
from kotopolku.law.provision import Act, Provision, Rule, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act(
    "869/2024",
    "VNA 869/2024",
    "Valtioneuvoston asetus osaamisen ja kotoutumisen palvelutarpeen arvioinnista",
)

VNA869_2_1 = rule(
    id="VNA869-2-1",
    at=Provision(ACT, "2", 1),
    title=N_("The nine points of the initial interview"),
    text=N_(
        "The initial interview covers at least the nine points of the decree, among them the need of a plan."
    ),
    module=__name__,
)
VNA869_2_2 = rule(
    id="VNA869-2-2",
    at=Provision(ACT, "2", 2),
    title=N_("Needs of social and health services"),
    text=N_(
        "Needs of social and health services may be looked into preliminarily when the wellbeing services county "
        "takes part. Otherwise they are not asked."
    ),
    module=__name__,
)
VNA869_2_3 = rule(
    id="VNA869-2-3",
    at=Provision(ACT, "2", 3),
    title=N_("What the person is told in the initial interview"),
    text=N_(
        "The person is told the aims of the services, how the plan is made, that it is binding and which rights and "
        "duties follow, and how personal data is handled."
    ),
    module=__name__,
)


@question(
    "interview_missing_topics",
    rules=(VNA869_2_1,),
    reads=("assessment.interview_topics",),
    type="list",
    codes=INTERVIEW_TOPICS,
    meaning=N_("Which points of the initial interview are not covered?"),
)
def interview_missing_topics(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The points of the decree that are not covered, in its order."""
    del on
    return (_missing_finding(VNA869_2_1, "interview_missing_topics", _missing_topics(facts)),)


@question(
    "interview_complete",
    rules=(VNA869_2_1,),
    reads=("assessment.interview_topics",),
    type="bool",
    meaning=N_("Are all points of the initial interview covered?"),
)
def interview_complete(facts: Facts, on: date) -> tuple[Finding, ...]:
    """All nine points."""
    parts = interview_missing_topics(facts, on)
    ground = parts[0].grounds[0]
    answer = not _missing_topics(facts)
    return (found(VNA869_2_1, "interview_complete", answer, ground.message, **ground.params), *parts)


@question(
    "social_and_health_needs_may_be_examined",
    rules=(VNA869_2_2,),
    reads=("assessment.county_participates", "assessment.needs_county_coordination"),
    type="bool",
    meaning=N_("May needs of social and health services be looked into?"),
)
def social_and_health_needs_may_be_examined(facts: Facts, on: date) -> tuple[Finding, ...]:
    """When the wellbeing services county takes part."""
    del on
    asked = "social_and_health_needs_may_be_examined"
    given = facts.assessment
    takes_part = (
        given.needs_county_coordination if given.county_participates is None else given.county_participates
    )
    if takes_part:
        return (
            found(VNA869_2_2, asked, True, N_("The wellbeing services county takes part in the assessment.")),
        )
    no = N_("The wellbeing services county is not recorded to take part in the assessment.")
    return (found(VNA869_2_2, asked, False, no),)


@question(
    "interview_missing_information",
    rules=(VNA869_2_3,),
    reads=("assessment.information_given",),
    type="list",
    codes=INTERVIEW_INFORMATION,
    meaning=N_("What has the person not been told in the initial interview?"),
)
def interview_missing_information(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The items of the decree that were not given, in its order."""
    del on
    return (_missing_finding(VNA869_2_3, "interview_missing_information", _missing_information(facts)),)


@question(
    "interview_information_complete",
    rules=(VNA869_2_3,),
    reads=("assessment.information_given",),
    type="bool",
    meaning=N_("Has the person been told everything in the initial interview?"),
)
def interview_information_complete(facts: Facts, on: date) -> tuple[Finding, ...]:
    """All four items."""
    parts = interview_missing_information(facts, on)
    ground = parts[0].grounds[0]
    answer = not _missing_information(facts)
    return (
        found(VNA869_2_3, "interview_information_complete", answer, ground.message, **ground.params),
        *parts,
    )


def _missing_topics(facts: Facts) -> tuple[str, ...]:
    return tuple([topic for topic in INTERVIEW_TOPICS if topic not in facts.assessment.interview_topics])


def _missing_information(facts: Facts) -> tuple[str, ...]:
    return tuple([item for item in INTERVIEW_INFORMATION if item not in facts.assessment.information_given])


def _missing_finding(base: Rule, asked: str, missing: tuple[str, ...], /) -> Finding:
    if missing:
        return found_as(Outcome.NOT_MET, base, asked, missing, N_("Not covered: {items}."), items=missing)
    return found(base, asked, missing, N_("Everything the decree names is covered."))
