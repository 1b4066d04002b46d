"""Decide what the law leaves to an official, with the reason; the earlier judgement stays as history."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import judge as record
from kotopolku.cases.codes import JUDGEMENT_KEYS
from kotopolku.cases.queries import case_view
from kotopolku.web.desk.crumbs import to_client
from kotopolku.web.desk.findings import law_url
from kotopolku.web.desk.words.facts import fact_name
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import must_be_official
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Citation

MONTHS = frozenset({"plan.extension.requested_months", "plan.extension.granted_23_3_months"})
MAX_RULE = "plan.max_rule_decision"
QUESTIONS: dict[str, Promise] = {
    "assessment.judged_needed": lazy("Does the person need an assessment?"),
    "assessment.needs_county_coordination": lazy(
        "Must services of the municipality and the wellbeing services county be fitted together?"
    ),
    "assessment.other_client_plan_covers_needs": lazy(
        "Does another client plan cover the young person's needs?"
    ),
    "plan.extension.low_education": lazy("Is the level of education low?"),
    "plan.extension.multidisciplinary_need": lazy("Does the client need services of several fields?"),
    "plan.extension.special_measures_needed": lazy(
        "Are special measures needed for integration and employment?"
    ),
    "plan.extension.home_care_allowance_during_base_period": lazy(
        "Were the two years used up while the client received child home care allowance?"
    ),
    "plan.extension.part_time_participation": lazy("Did the client take part part-time during that time?"),
    "plan.extension.requested_months": lazy("How many months of extension are asked for?"),
    "plan.extension.granted_23_3_months": lazy("How many months of extension have been granted already?"),
    "plan.extension.benefit_supported_studies_unfinished": lazy(
        "Are studies supported with a benefit unfinished?"
    ),
    MAX_RULE: lazy("Which longest time applies to the plan that began under the former Act?"),
}
SECTIONS = {
    "assessment.judged_needed": ("14 § 1 mom. 4 k", "681-2023/14"),
    "assessment.needs_county_coordination": ("14 § 4 mom.", "681-2023/14"),
    "assessment.other_client_plan_covers_needs": ("14 § 5 mom.", "681-2023/14"),
    MAX_RULE: ("102 § 2 mom.", "681-2023/102"),
}


class JudgeForm(forms.Form):
    """The answer and why."""

    key = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": lazy("Choose your answer.")}
    )
    reason = forms.CharField(
        label=lazy("Why do you judge so?"),
        help_text=lazy("The reason, your name and the day stay with the judgement."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": lazy("Write why you judge so. The reason stays with the judgement.")},
    )

    def __init__(self, *args: object, key: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        answer: forms.Field = self.fields["answer"]
        if key in MONTHS:
            answer = forms.IntegerField(min_value=0, max_value=36, widget=forms.NumberInput)
            self.fields["answer"] = answer
        elif key == MAX_RULE:
            answer.choices = [("OLD", _("three years (former Act)")), ("NEW", _("two years (present Act)"))]  # type: ignore[attr-defined]
        else:
            answer.choices = [("yes", _("yes")), ("no", _("no"))]  # type: ignore[attr-defined]
        answer.label = str(QUESTIONS[key])

    def value(self) -> bool | int | str:
        """Return the answer as the law's vocabulary has it."""
        answer: int | str = self.cleaned_data["answer"]
        return answer == "yes" if answer in {"yes", "no"} else answer


@require_http_methods(["GET", "POST"])
def judge(request: PageRequest, case_id: UUID) -> HttpResponse:
    """Ask for one judgement (`key`) or list them all; POST records it."""
    must_be_official(subject="judge")
    found = case_view(case_id)
    key = request.POST.get("key") or request.GET.get("key") or ""
    if key and key not in JUDGEMENT_KEYS:
        raise NotFound
    form = JudgeForm(request.POST or None, key=key, initial={"key": key}) if key else None
    status = 200
    if request.method == "POST" and form is not None:
        if form.is_valid() and attempt(form, lambda: _record(case_id, key, form)):
            return redirect(f"{reverse('desk:case', args=[case_id])}#main")
        status = 422
    name = found.person.name if found.person else found.number
    context = {
        "title": _("Your judgement"),
        "form": form,
        "case": found,
        "plain": key in MONTHS,
        "citation": _citation(key),
        "earlier": [
            {
                "question": QUESTIONS.get(one.key, one.key),
                "answer": _said(one.value),
                "when": day(one.on),
                "by": one.by,
                "reason": one.reason,
            }
            for one in found.judgements
        ],
        "others": [(other, QUESTIONS[other]) for other in JUDGEMENT_KEYS if other != key],
        "fact": fact_name(key) if key else "",
        "crumbs": to_client(name, case_id),
    }
    return render(request, "desk/judge/page.html", context, status=status)


def _record(case_id: UUID, key: str, form: JudgeForm) -> bool:
    record(case_id=case_id, key=key, value=form.value(), reason=form.cleaned_data["reason"])
    return True


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _citation(key: str) -> Citation | None:
    if not key:
        return None
    text, path = SECTIONS.get(key, ("23 §", "681-2023/23"))
    return Citation(text=text, url=law_url(path))
