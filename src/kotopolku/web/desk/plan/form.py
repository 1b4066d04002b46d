"""The plan as one form: its own fields, goals and measures as lists that grow by a button."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.plans.entries import GoalIn, MeasureIn, PlanIn
from kotopolku.plans.views import PlanView
from kotopolku.services.queries import MeasureChoice
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField

TWO_ROWS = {"rows": 2}


class PlanForm(forms.Form):
    """The plan's own fields; a draft may lack anything."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    made_on = DayField(label=lazy("Begins"), required=False)
    ends_on = DayField(label=lazy("Ends"), required=False)
    review_agreed_on = DayField(label=lazy("Next review"), required=False)
    long_goal = forms.CharField(label=lazy("Long-term goal"), max_length=1000, required=False)
    deviation_reason = forms.CharField(
        label=lazy("Why is the goal the law expects departed from?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    background = forms.CharField(
        label=lazy("Wishes, skills and life situation behind the plan"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    follow_up = forms.CharField(
        label=lazy("How are the services followed up?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    made_with_county = forms.BooleanField(
        label=lazy("The wellbeing services county took part"), required=False
    )
    county_person = forms.CharField(label=lazy("Who from the county?"), max_length=200, required=False)
    others_present = forms.CharField(label=lazy("Who else was present?"), max_length=500, required=False)
    first_made_on = DayField(
        label=lazy("First plan made elsewhere on"),
        required=False,
        help_text=lazy("Only when an earlier plan was made in another municipality or before this program."),
    )

    def plan(self) -> PlanIn:
        """Return what `save_plan` takes."""
        return PlanIn(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class GoalForm(forms.Form):
    """One goal in the client's words."""

    code = forms.ChoiceField(label=lazy("Kind of goal"), required=False)
    text = forms.CharField(label=lazy("Goal in the client's words"), max_length=1000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = codes.choices(codes.GOALS, empty=lazy("Choose"))  # type: ignore[attr-defined]

    def filled(self) -> bool:
        """Whether anything was chosen or written."""
        return bool(self.cleaned_data.get("code") or self.cleaned_data.get("text"))

    def goal(self) -> GoalIn:
        """Return what `save_plan` takes; words without a kind are another goal."""
        return GoalIn(code=self.cleaned_data["code"] or "other", text=self.cleaned_data["text"])


class MeasureForm(forms.Form):
    """One service or act with its reason."""

    id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    service_code = forms.ChoiceField(label=lazy("From the services of the area"), required=False)
    code = forms.ChoiceField(label=lazy("Service"), required=False)
    title = forms.CharField(label=lazy("What in particular?"), max_length=300, required=False)
    reason = forms.CharField(label=lazy("Why does it suit the goal?"), max_length=2000, required=False)
    responsible = forms.ChoiceField(label=lazy("Who answers for it?"), required=False, initial="municipality")
    responsible_name = forms.CharField(label=lazy("Name"), max_length=200, required=False)
    starts_on = DayField(label=lazy("Begins"), required=False)
    ends_on = DayField(label=lazy("Ends"), required=False)
    hours_week = forms.DecimalField(
        label=lazy("Hours a week"), required=False, localize=True, max_digits=5, decimal_places=2
    )
    place = forms.CharField(label=lazy("Place"), max_length=200, required=False)
    child_care_state = forms.ChoiceField(label=lazy("Child care"), required=False)
    child_care = forms.CharField(label=lazy("How is it arranged?"), max_length=300, required=False)

    def __init__(
        self, *args: Any, offered: Mapping[str, MeasureChoice], kept: Iterable[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["service_code"].choices = _services(offered, kept)  # type: ignore[attr-defined]
        self.fields["child_care_state"].choices = codes.choices(codes.CHILD_CARE, empty=lazy("Choose"))  # type: ignore[attr-defined]
        self.fields["code"].choices = codes.choices(codes.SERVICES, empty=lazy("Choose"))  # type: ignore[attr-defined]
        self.fields["responsible"].choices = codes.choices(codes.RESPONSIBLES)  # type: ignore[attr-defined]

    def filled(self) -> bool:
        """Whether anything but the defaults was chosen or written."""
        data = self.cleaned_data
        return any(data.get(name) for name in ("id", "service_code", "code", "title", "reason", "place"))

    def measure(self) -> MeasureIn:
        """Return what `save_plan` takes; a service of the area fills the kind and the name that were left empty."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}
        chosen = self.offered.get(data["service_code"])
        title = data["title"] or (chosen.name.pick("fi").text if chosen else "")
        return MeasureIn(
            **{
                **data,
                "service_code": data["service_code"] or None,
                "title": title,
                "code": data["code"] or (chosen.measure if chosen else "") or "other",
                "responsible": data["responsible"] or "municipality",
            }
        )


def _services(offered: Mapping[str, MeasureChoice], kept: Iterable[str]) -> list[tuple[str, str]]:
    """Return the area's services, and those of the plan that the area no longer offers."""
    gone = [code for code in dict.fromkeys(kept) if code not in offered]
    return [
        ("", _("agreed freely")),
        *((code, one.name.pick("fi").text) for code, one in offered.items()),
        *((code, code) for code in gone),
    ]


GoalSet = forms.formset_factory(GoalForm, extra=0, can_delete=True, max_num=20, absolute_max=40)
MeasureSet = forms.formset_factory(MeasureForm, extra=0, can_delete=True, max_num=30, absolute_max=60)


class PlanForms:
    """The three forms of one plan, bound together."""

    def __init__(
        self, view: PlanView, data: QueryDict | None = None, *, offered: Sequence[MeasureChoice] = ()
    ) -> None:
        names = [name for name in PlanForm.base_fields if name != "version"]
        own = {name: getattr(view, name) for name in names} | {"version": view.version}
        goals = [{"code": one.code, "text": one.text} for one in view.goals] or [{}]
        fields = [name for name in MeasureForm.base_fields if name != "id"]
        measures = [
            {"id": one.id, **{name: getattr(one, name) for name in fields}} for one in view.measures
        ] or [{}]
        self.plan = PlanForm(data, initial=own)
        # What was sent stands for itself: a row that equals its initial value would count as empty.
        self.goals = GoalSet(data, prefix="goals", initial=goals if data is None else None)
        self.measures = MeasureSet(
            data,
            prefix="measures",
            initial=measures if data is None else None,
            form_kwargs={
                "offered": {one.service: one for one in offered},
                "kept": [one.service_code for one in view.measures if one.service_code],
            },
        )

    def is_valid(self) -> bool:
        """Check all three."""
        return all([self.plan.is_valid(), self.goals.is_valid(), self.measures.is_valid()])

    def failed(self) -> list[forms.BaseForm]:
        """Return the forms with errors, for the summary."""
        rows = [*self.goals.forms, *self.measures.forms]
        return [form for form in (self.plan, *rows) if form.is_bound and form.errors]

    def add_error(self, field: str, message: str) -> None:
        """Put a refused value's sentence at its field; `measures-0-ends_on` is a field of a row."""
        kind, _dash, rest = field.partition("-")
        number, _dash, name = rest.partition("-")
        rows: list[forms.Form] = []
        if kind in {"goals", "measures"}:
            rows.extend(self.goals.forms if kind == "goals" else self.measures.forms)
        if name and number.isdecimal() and int(number) < len(rows) and name in rows[int(number)].fields:
            rows[int(number)].add_error(name, message)
        else:
            self.plan.add_error(field if field in self.plan.fields else None, message)

    def goal_entries(self) -> list[GoalIn]:
        """Return goals that were filled in and not taken away."""
        return [form.goal() for form in self.goals.forms if _kept(form)]

    def measure_entries(self) -> list[MeasureIn]:
        """Return measures that were filled in and not taken away."""
        return [form.measure() for form in self.measures.forms if _kept(form)]


def _kept(form: Any) -> bool:
    return form.filled() and not form.cleaned_data.get("DELETE")


def with_one_more(data: QueryDict, prefix: str) -> QueryDict:
    """Return what was sent with one more empty row of goals or measures (`prefix`)."""
    copy = data.copy()
    total = str(copy.get(f"{prefix}-TOTAL_FORMS", "0"))
    copy[f"{prefix}-TOTAL_FORMS"] = str(int(total) + 1) if total.isdecimal() and len(total) < 9 else "1"
    return copy


class AcceptForm(forms.Form):
    """How the client accepted the plan."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    how = forms.ChoiceField(
        label=lazy("How does the client accept the plan?"), widget=forms.RadioSelect, required=False
    )
    language = forms.ChoiceField(label=lazy("In which language was it explained?"), required=False)
    interpreter = forms.BooleanField(label=lazy("An interpreter was present"), required=False)
    understood_how = forms.CharField(
        label=lazy("How did you see that rights and duties were understood?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )

    copy_given = forms.ChoiceField(label=lazy("How did the client get a copy?"), required=False)
    copy_language = forms.ChoiceField(label=lazy("In which language is the copy?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["copy_given"].choices = codes.choices(codes.COPIES, empty=lazy("Choose"))  # type: ignore[attr-defined]
        self.fields["copy_language"].choices = [("", lazy("Choose")), *language_choices()]  # type: ignore[attr-defined]
        self.fields["how"].choices = codes.choices(codes.ACCEPTED_HOW)  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", lazy("Choose")), *language_choices()]  # type: ignore[attr-defined]


class ReferralForm(forms.Form):
    """The client was guided to apply."""

    measure = forms.IntegerField(widget=forms.HiddenInput)
    referred_on = DayField(label=lazy("Guided on"))
    referred_to = forms.CharField(label=lazy("Where?"), max_length=200, required=False)


class EndForm(forms.Form):
    """Why and when the plan ended."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    ended_on = DayField(label=lazy("Ended on"))
    reason = forms.ChoiceField(label=lazy("Why?"))
    exit_to = forms.ChoiceField(label=lazy("Where does the client go?"))
    note = forms.CharField(label=lazy("More about it"), max_length=2000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = codes.choices(codes.END_REASONS)  # type: ignore[attr-defined]
        self.fields["exit_to"].choices = codes.choices(codes.EXITS, empty=lazy("Choose"))  # type: ignore[attr-defined]


class NextStepForm(forms.Form):
    """Where the client goes when the plan ends, agreed well before it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    exit_to = forms.ChoiceField(label=lazy("Where does the client go?"))
    next_step = forms.CharField(label=lazy("Who takes over, and what was agreed?"), max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["exit_to"].choices = codes.choices(codes.EXITS, empty=lazy("Choose"))  # type: ignore[attr-defined]
