"""1 § Monikielisen yhteiskuntaorientaation sisältö: the nine contents added to the three of 25 § of the Act."""

from datetime import date

from kotopolku.law.act_681_2023.s25_orientation import KOTOL_25_2
from kotopolku.law.facts import Facts
from kotopolku.law.facts.codes import ORIENTATION_TOPICS
from kotopolku.law.finding import Finding, Outcome, found, found_as
from kotopolku.law.provision import Act, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

ACT = Act("576/2024", "VNA 576/2024", "Valtioneuvoston asetus monikielisestä yhteiskuntaorientaatiosta")

VNA576_1 = rule(
    id="VNA576-1",
    at=Provision(ACT, "1"),
    title=N_("Nine further contents of civic orientation"),
    text=N_(
        "Civic orientation also covers the nine contents of the decree, from values and law to history and culture."
    ),
    module=__name__,
)
_READS = ("orientation.topics",)


@question(
    "orientation_missing_topics",
    rules=(KOTOL_25_2, VNA576_1),
    reads=_READS,
    type="list",
    codes=ORIENTATION_TOPICS,
    meaning=N_("Which contents are missing from the civic orientation?"),
)
def orientation_missing_topics(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The contents of the Act and of the decree that are not included, in their order."""
    del on
    asked = "orientation_missing_topics"
    missing = _missing(facts)
    if missing:
        gap = N_("Contents not included: {topics}.")
        return (found_as(Outcome.NOT_MET, KOTOL_25_2, asked, missing, gap, topics=missing),)
    return (found(KOTOL_25_2, asked, missing, N_("All twelve contents are included.")),)


@question(
    "orientation_content_ok",
    rules=(KOTOL_25_2, VNA576_1),
    reads=_READS,
    type="bool",
    meaning=N_("Does the civic orientation have all its contents?"),
)
def orientation_content_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The three contents of the Act and the nine of the decree."""
    parts = orientation_missing_topics(facts, on)
    ground = parts[0].grounds[0]
    answer = not _missing(facts)
    return (found(KOTOL_25_2, "orientation_content_ok", answer, ground.message, **ground.params), *parts)


def _missing(facts: Facts) -> tuple[str, ...]:
    return tuple([topic for topic in ORIENTATION_TOPICS if topic not in facts.orientation.topics])
