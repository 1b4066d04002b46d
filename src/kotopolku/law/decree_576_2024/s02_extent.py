"""2 § Laajuus ja toteutus: hours, self-study, contact and remote teaching."""

from datetime import date
from decimal import Decimal

from kotopolku.law.decree_576_2024.s01_content import ACT
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

VNA576_2_1 = rule(
    id="VNA576-2-1",
    at=Provision(ACT, "2", 1),
    title=N_("At least 70 hours"),
    text=N_("Civic orientation takes at least 70 hours, teaching and independent study counted together."),
    module=__name__,
)
VNA576_2_2 = rule(
    id="VNA576-2-2",
    at=Provision(ACT, "2", 2),
    title=N_("When self-study is allowed"),
    text=N_(
        "It may be self-study when the client's languages are rare, no group can be formed in any of them and neither "
        "a trainer nor an interpreter can be had without unreasonable effort, or when self-study suits the client."
    ),
    module=__name__,
)
VNA576_2_3 = rule(
    id="VNA576-2-3",
    at=Provision(ACT, "2", 3),
    title=N_("Contact teaching when remote teaching does not suit"),
    text=N_(
        "Teaching is contact or remote teaching or both; it is contact teaching when remote teaching is not "
        "appropriate because of the client's background and needs."
    ),
    module=__name__,
)
_LEAST_HOURS = 70
_MODE_READS = ("orientation.mode", "orientation.remote_inappropriate_for_client")


@question(
    "orientation_hours_ok",
    rules=(VNA576_2_1,),
    reads=("orientation.teaching_hours", "orientation.independent_hours"),
    type="bool",
    meaning=N_("Are there enough hours?"),
)
def orientation_hours_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """At least 70 hours of teaching and independent study together."""
    del on
    none = Decimal(0)
    hours = (facts.orientation.teaching_hours or none) + (facts.orientation.independent_hours or none)
    counted = N_("{hours} hours of teaching and independent study; at least {least} are needed.")
    answer = hours >= _LEAST_HOURS
    return (found(VNA576_2_1, "orientation_hours_ok", answer, counted, hours=hours, least=_LEAST_HOURS),)


@question(
    "orientation_self_study_allowed",
    rules=(VNA576_2_2,),
    reads=(
        "orientation.rare_languages",
        "orientation.no_group_can_be_formed",
        "orientation.no_trainer_or_interpreter",
        "orientation.self_study_suits_client",
    ),
    type="bool",
    meaning=N_("May the orientation be self-study?"),
)
def orientation_self_study_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """All three reasons of rare languages together, or self-study suits the client."""
    del on
    asked = "orientation_self_study_allowed"
    given = facts.orientation
    if given.self_study_suits_client:
        suits = N_("Self-study suits the client's study skills and background.")
        return (found(VNA576_2_2, asked, True, suits),)
    if given.rare_languages and given.no_group_can_be_formed and given.no_trainer_or_interpreter:
        rare = N_("The languages are rare, no group can be formed, and no trainer or interpreter can be had.")
        return (found(VNA576_2_2, asked, True, rare),)
    no = N_("Not all three reasons of rare languages are recorded, nor that self-study suits the client.")
    return (found(VNA576_2_2, asked, False, no),)


@question(
    "orientation_mode_allowed",
    rules=(VNA576_2_3,),
    reads=_MODE_READS,
    type="bool",
    meaning=N_("Is this form of teaching allowed?"),
)
def orientation_mode_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Contact teaching always; remote and mixed unless remote teaching is not appropriate."""
    del on
    asked = "orientation_mode_allowed"
    mode = facts.orientation.mode
    if mode is None:
        return (found(VNA576_2_3, asked, None, N_("No form of teaching is recorded.")),)
    if mode != "contact" and facts.orientation.remote_inappropriate_for_client:
        return (found(VNA576_2_3, asked, False, N_("Remote teaching is not appropriate for the client.")),)
    return (found(VNA576_2_3, asked, True, N_("The form of teaching {mode} is allowed."), mode=mode),)


@question(
    "orientation_required_mode",
    rules=(VNA576_2_3,),
    reads=_MODE_READS,
    type="code",
    codes=("contact",),
    meaning=N_("Is a form of teaching required?"),
)
def orientation_required_mode(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Contact teaching if remote teaching is not appropriate, otherwise free choice."""
    del on
    asked = "orientation_required_mode"
    if facts.orientation.remote_inappropriate_for_client:
        return (
            found(VNA576_2_3, asked, "contact", N_("Remote teaching is not appropriate for the client.")),
        )
    free = N_("Nothing recorded speaks against remote teaching: the form is free.")
    return (found(VNA576_2_3, asked, None, free),)
