"""The form of a visit: every field is one key or two letters; no field takes free text."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.queries import AreaView
from kotopolku.advice.codes import MOST_TOPICS, OUTREACH
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.settings import AdviceSettings
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices

KEPT = ("place", "channel", "language", "interpreter")
"""What the next entry begins with. The municipality never: costs are divided by it."""


class TopicSelect(forms.SelectMultiple):
    """A list whose options show in a second line what belongs to a topic."""

    hints: dict[str, str] = {}

    def create_option(self, name, value, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Return Django's option with the topic's hint beside it."""
        option = super().create_option(name, value, *args, **kwargs)
        if hint := self.hints.get(str(value)):
            option["attrs"]["data-more"] = hint
        return option


class VisitForm(forms.Form):
    """One visit. `municipality` holds a member's id, "other" or "not_asked"."""

    place = forms.ChoiceField(label=lazy("Place"))
    channel = forms.ChoiceField(
        label=lazy("Way"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how the visitor came.")},
    )
    language = forms.ChoiceField(label=lazy("Language"), required=False)
    interpreter = forms.ChoiceField(
        label=lazy("Interpreter"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how you understood each other.")},
    )
    municipality = forms.ChoiceField(
        label=lazy("Home municipality"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose the municipality, or that you did not ask.")},
    )
    topics = forms.MultipleChoiceField(
        label=lazy("Topics, at most three"), required=False, widget=TopicSelect
    )
    minutes = forms.ChoiceField(
        label=lazy("How long, at most?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how long it took.")},
    )
    outcome = forms.ChoiceField(
        label=lazy("What came of it?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose what came of it.")},
    )
    came_back = forms.BooleanField(label=lazy("Came back for the same matter"), required=False)

    def __init__(
        self,
        *args: object,
        area: AreaView,
        places: Sequence[tuple[str, str]],
        rules: AdviceSettings,
        common: Iterable[str],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        towns = [(str(one.id), one.names.pick("fi").text) for one in area.municipalities]
        keys = [rules.keys.get(one.code, "") for one in area.municipalities]
        self.municipality_keys = [*keys, words.ELSEWHERE_KEY, words.NOT_ASKED_KEY]
        self._choices("place", places)
        self._choices("channel", codes.choices(words.CHANNELS))
        self._choices("language", [("", lazy("not told")), *language_choices()])
        self._choices("interpreter", codes.choices(words.INTERPRETERS))
        self._choices("municipality", [*towns, *codes.choices(words.LIVES)])
        self._choices("minutes", codes.choices(words.MINUTES))
        self._choices("outcome", codes.choices(words.OUTCOMES))
        order = {id_: number for number, id_ in enumerate(common)}
        topics = sorted(rules.topics, key=lambda one: (one.id == "other", order.get(one.id, len(order))))
        self._choices("topics", [(one.id, one.name.pick("fi").text) for one in topics])
        widget = self.fields["topics"].widget
        widget.hints = {one.id: one.hint.pick("fi").text for one in topics}
        widget.attrs |= {
            "data-limit": str(MOST_TOPICS),
            "data-limit-text": lazy("Three topics are enough. Take one away first."),
        }

    def _choices(self, name: str, choices: Sequence[tuple[object, object]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def entry(self) -> VisitEntry:
        """Return what the form says, for the actions."""
        data = self.cleaned_data
        town = data["municipality"]
        return VisitEntry(
            place=data["place"],
            channel=data["channel"],
            language=data["language"],
            interpreter=data["interpreter"],
            lives=town if town in words.LIVES else "member",
            municipality_id=None if town in words.LIVES else int(town),
            topics=tuple(data["topics"]),
            minutes=data["minutes"],
            outcome=data["outcome"],
            came_back=data["came_back"],
        )


class PhoneForm(VisitForm):
    """One visit of an outreach day on a telephone: place and way are the day's."""

    def __init__(self, *args: object, place: str, **kwargs: object) -> None:
        super().__init__(*args, places=[(place, place)], **kwargs)  # type: ignore[arg-type]
        self.at_place = place
        del self.fields["place"], self.fields["channel"]

    def entry(self) -> VisitEntry:
        """Return what the form says, at the day's place."""
        self.cleaned_data |= {"place": self.at_place, "channel": OUTREACH}
        return super().entry()


class NameForm(forms.Form):
    """A visit joined to the client: the code on their slip and how they consented."""

    code = forms.CharField(
        label=lazy("Code on the slip"),
        max_length=20,
        error_messages={"required": lazy("Write the eight letters of the slip.")},
    )
    consent_how = forms.ChoiceField(
        label=lazy("How did the client consent?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how the client consented. Without consent, stop here.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["consent_how"].choices = codes.choices(words.CONSENTS)  # type: ignore[attr-defined]
