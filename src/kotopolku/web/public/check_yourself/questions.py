"""What the page "Do I have a right to an assessment?" asks, and how an answer becomes facts of the law.

The page asks one question at a time, and only as long as some answer to it could still change what the law finds: the
rules themselves say which facts matter (`assessment_duty`). Nothing here stores anything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kotopolku.law import answer
from kotopolku.law.facts import Facts, facts_from_mapping
from kotopolku.law.finding import Finding

type Given = Mapping[str, object]

YES_NO: tuple[tuple[str, Promise], ...] = (("yes", _("Yes")), ("no", _("No")))
NOT_SURE: tuple[str, Promise] = ("unsure", _("I do not know"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question: its words, the answers one can choose (none: a day is asked), and when it makes sense at all."""

    name: str
    says: Promise
    hint: Promise | str = ""
    options: tuple[tuple[str, Promise], ...] = YES_NO
    only_if: Callable[[Given], bool] = lambda _given: True


QUESTIONS: tuple[Asked, ...] = (
    Asked(name="citizen", says=_("Are you a citizen of Finland?")),
    Asked(
        name="permit",
        says=_(
            "Do you have a residence permit, residence card or registered right of residence that is valid now?"
        ),
        only_if=lambda given: given.get("citizen") == "no",
    ),
    Asked(
        name="granted_on",
        says=_(
            "On which day did you get your first residence permit, residence card or registration in Finland?"
        ),
        hint=_("The day of the first decision, not the day you came to Finland. For example 14.2.2025."),
        options=(),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="ground",
        says=_("Why did you get your residence permit?"),
        options=(
            ("protection", _("International protection, for example asylum")),
            ("temporary", _("Temporary protection, for example because of the war in Ukraine")),
            ("other", _("Another reason: work, studies, family or something else")),
        ),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="municipality",
        says=_("Has a municipality of residence been registered for you?"),
        only_if=lambda given: given.get("ground") == "temporary",
    ),
    Asked(
        name="jobseeker",
        says=_("Are you without work and registered as a jobseeker?"),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="home_care",
        says=_("Do you get child home care allowance from Kela?"),
        hint=_("You take care of a child under three at home."),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="relative",
        says=_("Did a member of your family get international or temporary protection in Finland?"),
        hint=_("Answer yes if you were already a family before that person came to Finland."),
        options=(*YES_NO, NOT_SURE),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="assistance",
        says=_("Do you get social assistance?"),
        options=(
            ("non_temporary", _("Yes, for longer than a short time")),
            ("temporary", _("Only for a short time")),
            ("none", _("No")),
        ),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="alone",
        says=_("Did you come to Finland as a child without a guardian, and are you under 23?"),
        only_if=lambda given: given.get("permit") == "yes",
    ),
    Asked(
        name="trafficking",
        says=_("Are you in the assistance system for victims of human trafficking?"),
        hint=_("Nobody sees your answer. Nothing is kept."),
        only_if=lambda given: given.get("permit") == "yes",
    ),
)
BY_NAME = {one.name: one for one in QUESTIONS}

_BASES = {"protection": "refugee_status", "temporary": "temporary_protection_110"}


def facts_of(given: Given, on: date) -> Facts:
    """Return the answers as facts of the law; what has not been answered is not a fact.

    Whoever looks at this page can ask for an assessment at once, so a request of today is among the facts.
    """
    granted = given.get("granted_on")
    first = granted if isinstance(granted, date) else on
    here = given.get("permit") == "yes"
    facts: dict[str, object] = {
        "person": {"citizenships": ["finland" if given.get("citizen") == "yes" else "third_country"]},
        "assessment": {"requested_on": on.isoformat()},
        "benefits": {},
    }
    status = {"kind": "residence_permit", "granted_on": first.isoformat()}
    if basis := _BASES.get(str(given.get("ground"))):
        status["legal_basis"] = basis
    residence: dict[str, object] = {"statuses": [status] if here else []}
    if "municipality" in given:
        residence["municipality_of_residence"] = {"act_4_conditions_met": given["municipality"] == "yes"}
    if given.get("alone") == "yes":
        residence["quota_assigned_as_unaccompanied_minor"] = True
        # Under 23 has been answered by the same question; 22 is the age that decides nothing else here.
        facts["person"] = {
            **_mapping(facts["person"]),
            "birth_date": on.replace(year=on.year - 22, day=1).isoformat(),
        }
    facts["residence"] = residence
    since = {"from": on.isoformat()}
    if given.get("jobseeker") == "yes":
        facts["employment"] = {"jobseeker_periods": [since], "unemployed_periods": [since]}
    if given.get("home_care") == "yes":
        facts["benefits"] = {"child_home_care_allowance_periods": [since]}
    if given.get("assistance") in {"non_temporary", "temporary"}:
        facts["benefits"] = {**_mapping(facts["benefits"]), "social_assistance": given["assistance"]}
    if given.get("relative") in {"yes", "unsure"}:
        facts["family"] = _family(first, sure=given["relative"] == "yes")
    if given.get("trafficking") == "yes":
        facts["trafficking"] = {"assistance_system_from": on.isoformat()}
    return facts_from_mapping(facts)


def duty(given: Given, on: date) -> Finding:
    """Return what the law finds of these answers: must, may, none or unknown (`assessment_duty`)."""
    return answer("assessment_duty", facts_of(given, on), on)


def authority(given: Given, on: date) -> str:
    """Return who makes the assessment: municipality or employment_authority; "" where the Act does not apply."""
    return str(answer("responsible_authority", facts_of(given, on), on).value or "")


def next_question(given: Given, on: date) -> Asked | None:
    """Return the first question whose answer could still change what the law finds; None when nothing could."""
    for one in QUESTIONS:
        if one.name not in given and one.only_if(given) and _matters(one, given, on):
            return one
    return None


def _matters(one: Asked, given: Given, on: date) -> bool:
    if not one.options:
        return True  # the day itself decides whether the three years run
    now = {_outcome({**given, one.name: code}, on) for code, _words in one.options}
    if len(now) > 1:
        return True
    # An answer may also matter only together with the question that follows from it.
    return any(
        _outcome({**given, one.name: code, later.name: further}, on) not in now
        for code, _words in one.options
        for later in QUESTIONS
        if later.name not in given and not later.only_if(given) and later.only_if({**given, one.name: code})
        for further, _more in later.options
    )


def _outcome(given: Given, on: date) -> object:
    found = duty(given, on)
    return (found.value, found.missing)


def _family(first: date, *, sure: bool) -> dict[str, object]:
    family: dict[str, object] = {"sponsor": {"groups": ["G3"], "entered_finland_on": first.isoformat()}}
    if sure:
        family["tie_formed_on"] = date(first.year - 1, 1, 1).isoformat()
    return family


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}
