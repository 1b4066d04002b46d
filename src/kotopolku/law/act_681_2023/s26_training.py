"""26–27 § Kotoutumiskoulutus: for whom, with which content, and the final language test."""

from datetime import date

from kotopolku.law.act_681_2023.s03_jobseekers import jobseeker_on
from kotopolku.law.act_1214_2020.compulsory_education import OPVL_2, compulsory
from kotopolku.law.act_1214_2020.compulsory_education import READS as COMPULSORY_READS
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Outcome, found, found_as, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_26_1 = rule(
    id="KOTOL-26-1",
    at=Provision(KOTOL, "26", 1),
    title=N_("Integration training is for those not under compulsory education"),
    text=N_(
        "Integration training is arranged for an integration client who is not under compulsory education."
    ),
    not_decided=N_("The answer does not test the plan."),
    module=__name__,
)
KOTOL_26_2 = rule(
    id="KOTOL-26-2",
    at=Provision(KOTOL, "26", 2),
    title=N_("What integration training includes"),
    text=N_(
        "Integration training includes on-the-job learning or activity that supports work and functional ability, and "
        "the recognition of earlier competence."
    ),
    module=__name__,
)
KOTOL_26_3 = rule(
    id="KOTOL-26-3",
    at=Provision(KOTOL, "26", 3),
    title=N_("The final language test is part of the training"),
    text=N_("Integration training includes a final language test."),
    not_decided=N_("Which level of the European framework is meant by functional basic proficiency."),
    module=__name__,
)
KOTOL_26_5 = rule(
    id="KOTOL-26-5",
    at=Provision(KOTOL, "26", 5),
    title=N_("Literacy training and adult basic education are exempt"),
    text=N_(
        "Training may instead be literacy training or adult basic education; content and final test of integration "
        "training are not demanded of them, nor of other training."
    ),
    module=__name__,
)
KOTOL_27_2 = rule(
    id="KOTOL-27-2",
    at=Provision(KOTOL, "27", 2),
    title=N_("How a jobseeker's training is arranged"),
    text=N_(
        "A jobseeker's training is mainly labour-market training, also self-motivated study. Literacy training is not "
        "arranged as labour-market training."
    ),
    module=__name__,
)
_NO_TYPE = N_("No type of training is recorded.")
_EXEMPT = N_("{training} is not integration training: this is not demanded of it.")
_CONTENT_READS = (
    "training.type",
    "training.on_the_job_learning",
    "training.work_ability_activity",
    "training.recognition_of_prior_learning",
)
_INTEGRATION = "integration_training"


@question(
    "integration_training_allowed",
    rules=(KOTOL_26_1, OPVL_2),
    reads=COMPULSORY_READS,
    type="bool",
    meaning=N_("May the person take part in integration training?"),
)
def integration_training_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Not under compulsory education."""
    asked = "integration_training_allowed"
    part = compulsory(facts, on)
    ground = part.grounds[0]
    if part.value is UNKNOWN:
        return (missing_fact(KOTOL_26_1, asked, part.missing, ground.message, **ground.params), part)
    return (found(KOTOL_26_1, asked, not part.value, ground.message, **ground.params), part)


@question(
    "final_test_required",
    rules=(KOTOL_26_3, KOTOL_26_5),
    reads=("training.type",),
    type="bool",
    meaning=N_("Is a final language test required?"),
)
def final_test_required(facts: Facts, on: date) -> tuple[Finding, ...]:
    """For integration training only."""
    del on
    asked = "final_test_required"
    kind = facts.training.type
    if kind is None:
        return (found(KOTOL_26_3, asked, None, _NO_TYPE),)
    if kind == _INTEGRATION:
        return (found(KOTOL_26_3, asked, True, N_("The final test is a part of integration training.")),)
    return (found(KOTOL_26_5, asked, False, _EXEMPT, training=kind),)


@question(
    "training_closing_compliant",
    rules=(KOTOL_26_3, KOTOL_26_5),
    reads=("training.type", "training.closed", "training.final_test_done"),
    type="bool",
    meaning=N_("Was the training closed as the Act demands?"),
)
def training_closing_compliant(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Closed with the final test done or not required."""
    del on
    asked = "training_closing_compliant"
    training = facts.training
    if training.type is None:
        return (found(KOTOL_26_3, asked, None, _NO_TYPE),)
    if not training.closed:
        return (found(KOTOL_26_3, asked, None, N_("The training has not been closed.")),)
    if training.type != _INTEGRATION:
        return (found(KOTOL_26_5, asked, True, _EXEMPT, training=training.type),)
    if training.final_test_done:
        return (found(KOTOL_26_3, asked, True, N_("A result of the final test is recorded.")),)
    return (
        found(KOTOL_26_3, asked, False, N_("The training was closed without a result of the final test.")),
    )


@question(
    "training_missing_content",
    rules=(KOTOL_26_2, KOTOL_26_5),
    reads=_CONTENT_READS,
    type="list",
    codes=("on_the_job_learning_or_work_ability_activity", "recognition_of_prior_learning"),
    meaning=N_("Which content does the integration training lack?"),
)
def training_missing_content(facts: Facts, on: date) -> tuple[Finding, ...]:
    """On-the-job learning or activity for work ability, and recognition of competence, as far as missing."""
    del on
    asked = "training_missing_content"
    missing = _missing(facts)
    if missing is None:
        return (_content_not_asked(facts, asked=asked),)
    if missing:
        gap = N_("The training lacks: {content}.")
        return (found_as(Outcome.NOT_MET, KOTOL_26_2, asked, missing, gap, content=missing),)
    return (found(KOTOL_26_2, asked, missing, N_("The training has the content the Act demands.")),)


@question(
    "training_content_ok",
    rules=(KOTOL_26_2, KOTOL_26_5),
    reads=_CONTENT_READS,
    type="bool",
    meaning=N_("Does the integration training have the content the Act demands?"),
)
def training_content_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Nothing is missing."""
    asked = "training_content_ok"
    missing = _missing(facts)
    if missing is None:
        return (_content_not_asked(facts, asked=asked),)
    parts = training_missing_content(facts, on)
    ground = parts[0].grounds[0]
    return (found(KOTOL_26_2, asked, not missing, ground.message, **ground.params), *parts)


@question(
    "training_form_allowed",
    rules=(KOTOL_27_2,),
    reads=("training.type", "training.form", "employment.jobseeker_periods"),
    type="bool",
    meaning=N_("May the jobseeker's training be arranged in this form?"),
)
def training_form_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Everything but literacy training as labour-market training; asked of jobseekers only."""
    asked = "training_form_allowed"
    kind, form = facts.training.type, facts.training.form
    if kind is None or form is None:
        return (found(KOTOL_27_2, asked, None, N_("Type or form of the training is not recorded.")),)
    if not jobseeker_on(facts, on):
        return (found(KOTOL_27_2, asked, None, N_("Job search is not valid on {on}."), on=on),)
    allowed = (kind, form) != ("literacy_training", "labour_market_training")
    arranged = N_("A jobseeker's training: {training}, arranged as {form}.")
    return (found(KOTOL_27_2, asked, allowed, arranged, training=kind, form=form),)


def _missing(facts: Facts) -> tuple[str, ...] | None:
    """What integration training lacks; None for other types."""
    training = facts.training
    if training.type != _INTEGRATION:
        return None
    missing = []
    if not training.on_the_job_learning and not training.work_ability_activity:
        missing.append("on_the_job_learning_or_work_ability_activity")
    if not training.recognition_of_prior_learning:
        missing.append("recognition_of_prior_learning")
    return tuple(missing)


def _content_not_asked(facts: Facts, *, asked: str) -> Finding:
    if facts.training.type is None:
        return found(KOTOL_26_2, asked, None, _NO_TYPE)
    return found(KOTOL_26_5, asked, None, _EXEMPT, training=facts.training.type)
