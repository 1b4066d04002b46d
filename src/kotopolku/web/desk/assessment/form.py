"""The interview's form, made from the topics that `cases` asks.

Names are `topic__field` and `topic__field__row__column`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.cases.entries import Setting
from kotopolku.cases.interview import MOST_ROWS, Field, Topic
from kotopolku.cases.interview_topics import SKILLS_OF_LANGUAGE, SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.views import AssessmentView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField

EMPTY_ROWS = 1
TEXT_ROWS = 2
LEVELS = "fi_sv_skills"
LEVEL_GRIDS = {"fi_": lazy("Finnish"), "sv_": lazy("Swedish")}
YES_NO = [("yes", lazy("yes")), ("no", lazy("no"))]


class SettingForm(forms.Form):
    """When, where, how and in which language the interview is held."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    held_on = DayField(label=lazy("Interview held on"), required=False)
    channel = forms.ChoiceField(label=lazy("Where or how?"), required=False, widget=forms.RadioSelect)
    weighty_reason = forms.CharField(
        label=lazy("Weighty reason for another way than an office or service point"),
        required=False,
        max_length=5000,
    )
    language = forms.ChoiceField(label=lazy("Language used"), required=False)
    interpreter = forms.BooleanField(label=lazy("An interpreter is present"), required=False)
    interpreter_kind = forms.ChoiceField(label=lazy("How does the interpreter take part?"), required=False)
    minutes = forms.IntegerField(label=lazy("Minutes"), required=False, min_value=1, max_value=600)
    child_opinion_found_out = forms.NullBooleanField(
        label=lazy("Have the wishes and opinion of a person under 18 been found out?"),
        required=False,
        widget=forms.Select(
            choices=[("", lazy("not asked yet")), ("true", lazy("yes")), ("false", lazy("no"))]
        ),
    )
    child_opinion_reason = forms.ChoiceField(label=lazy("If not, why?"), required=False)
    county_participates = forms.NullBooleanField(
        label=lazy("Does the wellbeing services county take part?"),
        required=False,
        widget=forms.Select(
            choices=[("", lazy("not asked yet")), ("true", lazy("yes")), ("false", lazy("no"))]
        ),
    )
    county_person = forms.CharField(label=lazy("Who from the county?"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].choices = codes.choices(codes.CHANNELS)  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", lazy("Choose")), *language_choices()]  # type: ignore[attr-defined]
        self.fields["interpreter_kind"].choices = codes.choices(codes.INTERPRETER_KINDS, empty=lazy("Choose"))  # type: ignore[attr-defined]
        self.fields["child_opinion_reason"].choices = codes.choices(  # type: ignore[attr-defined]
            codes.CHILD_OPINION_REASONS, empty=lazy("Choose")
        )

    def setting(self) -> Setting:
        """Return what `save_assessment` takes."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Setting(**data)


def setting_initial(view: AssessmentView) -> dict[str, Any]:
    """Return the saved frame as the form shows it."""
    names = [name for name in SettingForm.base_fields if hasattr(view, name)]
    return {name: getattr(view, name) for name in names}


class InterviewForm(forms.Form):
    """The answers to the topics given, a field each; free text and source under every topic."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        answers: Mapping[str, Mapping[str, Any]],
        with_county: bool,
        hidden: frozenset[str] = frozenset(),
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.all_topics = (*TOPICS.values(), *((SOCIAL_AND_HEALTH_TOPIC,) if with_county else ()))
        self.topics = tuple(topic for topic in self.all_topics if topic.code not in hidden)
        self.rows = {
            f"{topic.code}__{asked.name}": _rows(
                data, f"{topic.code}__{asked.name}", len(answers.get(topic.code, {}).get(asked.name, []))
            )
            for topic in self.topics
            for asked in topic.fields
            if asked.kind == "rows"
        }
        super().__init__(data, initial={**initial_of(self.topics, answers), **(initial or {})})
        for topic in self.topics:
            for asked in topic.fields:
                self._add(f"{topic.code}__{asked.name}", asked)
            self.fields[f"{topic.code}__words"] = forms.CharField(
                label=_("In the client's own words, or more about it"),
                required=False,
                max_length=5000,
                widget=forms.Textarea(attrs={"rows": TEXT_ROWS}),
            )
            self.fields[f"{topic.code}__source"] = forms.ChoiceField(
                label=_("Source"), required=False, choices=codes.choices(codes.SOURCES)
            )

    def _add(self, name: str, asked: Field) -> None:
        if asked.kind != "rows":
            self.fields[name] = _field(asked)
            return
        for number in range(self.rows[name]):
            for column in asked.columns:
                self.fields[f"{name}__{number}__{column.name}"] = _field(column, in_row=True)

    def answers(self) -> dict[str, dict[str, Any]]:
        """Return the answers as `save_assessment` takes them; topics nobody touched are left out."""
        given: dict[str, dict[str, Any]] = {}
        for topic in self.topics:
            answer = {asked.name: self._given(f"{topic.code}__{asked.name}", asked) for asked in topic.fields}
            answer["words"] = self.cleaned_data[f"{topic.code}__words"]
            touched = any(value not in ("", None, []) for value in answer.values())
            if touched:  # nobody is the source of what was not said
                answer["source"] = self.cleaned_data[f"{topic.code}__source"] or "person"
            given[topic.code] = answer
        return given

    def _given(self, name: str, asked: Field) -> Any:
        if asked.kind == "rows":
            rows = [
                {
                    column.name: _plain(column, self.cleaned_data[f"{name}__{number}__{column.name}"])
                    for column in asked.columns
                }
                for number in range(self.rows[name])
            ]
            return [row for row in rows if any(value not in ("", None) for value in row.values())]
        return _plain(asked, self.cleaned_data[name])

    def shown(self) -> Iterator["ShownTopic"]:
        """Yield each topic with its bound fields, in the decree's order."""
        for number, topic in enumerate(self.all_topics, start=1):
            if topic not in self.topics:
                yield ShownTopic(number=number, code=topic.code, label=_(topic.label))
                continue
            yield ShownTopic(
                number=number,
                code=topic.code,
                label=_(topic.label),
                avoid=_(topic.avoid),
                parts=list(self._parts(topic)),
                wrong=any(
                    self.errors.get(name) for name in self.fields if name.startswith(f"{topic.code}__")
                ),
                words=self[f"{topic.code}__words"],
                source=self[f"{topic.code}__source"],
            )

    def _parts(self, topic: Topic) -> Iterator["Part"]:
        levels = (
            [asked for asked in topic.fields if asked.name[:3] in LEVEL_GRIDS] if topic.code == LEVELS else []
        )
        if levels:
            for prefix, label in LEVEL_GRIDS.items():
                yield Part(kind="levels", label=str(label), rows=self._grid(topic, prefix))
        for asked in topic.fields:
            if asked not in levels:
                yield self._part(topic, asked)

    def _grid(self, topic: Topic, prefix: str) -> list[list[BoundField]]:
        """Return a row for all skills and a row a skill: level (but for all), how it is known, by whom, when."""
        skills = [skill for skill, _label in SKILLS_OF_LANGUAGE[prefix[:2]]]
        known = ("known_by", "tester", "tested_on")
        names = [[f"{prefix}{part}" for part in known]] + [
            [f"{prefix}{skill}", *(f"{prefix}{skill}_{part}" for part in known)] for skill in skills
        ]
        return [[self[f"{topic.code}__{name}"] for name in row] for row in names]

    def _part(self, topic: Topic, asked: Field) -> "Part":
        name = f"{topic.code}__{asked.name}"
        if asked.kind == "rows":
            rows = [
                [self[f"{name}__{number}__{column.name}"] for column in asked.columns]
                for number in range(self.rows[name])
            ]
            return Part(kind="rows", label=_(asked.label), rows=rows)
        segmented = asked.kind == "yes_no" or (asked.kind == "choice" and len(asked.choices) <= 6)
        return Part(kind="segmented" if segmented else asked.kind, label=_(asked.label), field=self[name])


@dataclass(frozen=True, kw_only=True)
class Part:
    """One question as drawn: `kind` is segmented, choice, choices, text, number, date, rows or levels."""

    kind: str
    label: str
    field: BoundField | None = None
    rows: list[list[BoundField]] | None = None


@dataclass(frozen=True, kw_only=True)
class ShownTopic:
    """One topic as drawn; without `words` it is hidden from the acting duty."""

    number: int
    code: str
    label: str
    avoid: str = ""
    wrong: bool = False
    parts: list[Part] = field(default_factory=list)
    words: BoundField | None = None
    source: BoundField | None = None


def _field(asked: Field, *, in_row: bool = False) -> forms.Field:
    label = _(asked.label)
    choices = [(code, _(words)) for code, words in asked.choices]
    if asked.kind == "choice":
        plain = in_row or len(choices) > 6 or asked.name.endswith("_known_by")
        return forms.ChoiceField(
            label=label,
            required=False,
            choices=[("", _("not asked yet")), *choices] if plain else choices,
            widget=forms.Select() if plain else forms.RadioSelect(),
        )
    if asked.kind == "choices":
        return forms.MultipleChoiceField(
            label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple
        )
    if asked.kind == "yes_no":
        widget = forms.Select() if in_row else forms.RadioSelect()
        options = [("", _("not asked yet")), *YES_NO] if in_row else YES_NO
        return forms.ChoiceField(label=label, required=False, choices=options, widget=widget)
    if asked.kind == "date":
        return DayField(label=label, required=False)
    if asked.kind == "number":
        return forms.IntegerField(label=label, required=False, min_value=0, max_value=100)
    widget_of_text = forms.TextInput() if in_row else forms.Textarea(attrs={"rows": TEXT_ROWS})
    return forms.CharField(label=label, required=False, max_length=5000, widget=widget_of_text)


def _plain(asked: Field, value: Any) -> Any:
    if asked.kind == "yes_no":
        return {"yes": True, "no": False}.get(value)
    return value


def _shown(asked: Field, value: Any) -> Any:
    if asked.kind == "yes_no" and isinstance(value, bool):
        return "yes" if value else "no"
    return date.fromisoformat(value) if asked.kind == "date" and value else value


def _rows(data: Mapping[str, Any] | None, name: str, saved: int) -> int:
    """Return how many rows are drawn: the saved ones, or as many as were typed, and an empty one."""
    typed = [
        key.removeprefix(f"{name}__").split("__")[0] for key in data or () if key.startswith(f"{name}__")
    ]
    numbers = [int(one) for one in typed if one.isdecimal() and int(one) < MOST_ROWS]
    return max(saved + EMPTY_ROWS, *(number + 1 for number in numbers), 0)


def initial_of(topics: tuple[Topic, ...], answers: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return answers as the form shows them, by field name."""
    found: dict[str, Any] = {}
    for topic in topics:
        answer = answers.get(topic.code, {})
        for asked in topic.fields:
            name = f"{topic.code}__{asked.name}"
            if asked.kind == "rows":
                for number, row in enumerate(answer.get(asked.name, [])):
                    for column in asked.columns:
                        found[f"{name}__{number}__{column.name}"] = _shown(column, row.get(column.name))
            else:
                found[name] = _shown(asked, answer.get(asked.name))
        found[f"{topic.code}__words"] = answer.get("words", "")
        found[f"{topic.code}__source"] = answer.get("source", "person")
    return found
