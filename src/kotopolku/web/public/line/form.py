"""Forms of the line: two fields are enough, and language comes first. Nobody is asked for a right to advice."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.advice.settings import AdviceSettings
from kotopolku.languages.codes import Language
from kotopolku.languages.names import choices
from kotopolku.line import codes
from kotopolku.line.entries import TicketEntry, WishEntry
from kotopolku.web.public.line.offices import Office
from kotopolku.web.public.trap import PHONE, TrapForm

LONGEST_QUESTION = 2000


class LineForm(TrapForm):
    """What every way into the line asks: the language, and the topic if one wishes."""

    def __init__(self, data: Any = None, *, language: Language, rules: AdviceSettings) -> None:
        super().__init__(data)
        self.fields["language"] = forms.ChoiceField(
            label=_("Your language"),
            choices=choices(language.code),
            initial="fi" if language.code == "fi-x-selko" else language.code,
            error_messages={"required": _("Choose your language.")},
        )
        topics = [(one.id, one.name.pick(language.code).text) for one in rules.topics]
        self.fields["topic"] = forms.ChoiceField(
            label=_("What is it about?"), choices=[("", _("I do not want to say")), *topics], required=False
        )

    def topics(self) -> tuple[str, ...]:
        """Return the chosen topic, if any."""
        return (self.cleaned_data["topic"],) if self.cleaned_data["topic"] else ()


class TakeForm(LineForm):
    """A number of an office that is open now."""

    def __init__(self, data: Any = None, *, offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        code = kwargs["language"].code
        self.fields["office"] = forms.ChoiceField(
            label=_("Where do you come?"),
            choices=[(one.id, one.name.pick(code).text) for one in offices],
            error_messages={"required": _("Choose the office.")},
        )
        self.order_fields(["language", "office", "topic"])

    def entry(self) -> TicketEntry:
        """Return the place in the line as asked for."""
        data = self.cleaned_data
        return TicketEntry(
            office=data["office"], channel="web", language=data["language"], topics=self.topics()
        )


class CallForm(LineForm):
    """A wish to be called: language and number."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["phone"] = forms.RegexField(
            regex=PHONE,
            label=_("Your telephone number"),
            widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
            error_messages={
                "required": _("Write the telephone number we may call."),
                "invalid": _("Write the telephone number with numbers, for example 040 123 4567."),
            },
        )
        self.fields["name"] = _name()
        self.order_fields(["language", "phone", "topic", "name"])

    def entry(self) -> TicketEntry:
        """Return the place in the line as asked for."""
        data = self.cleaned_data
        return TicketEntry(
            office=codes.AFAR,
            channel="call",
            language=data["language"],
            topics=self.topics(),
            way="phone",
            wish=WishEntry(phone=data["phone"], name=data["name"]),
        )


class QuestionForm(LineForm):
    """A question, answered by e-mail or by a call, whichever address is given."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["text"] = forms.CharField(
            label=_("Your question"),
            help_text=_(
                "You can write in your own language. Do not write your identity code or about your health."
            ),
            widget=forms.Textarea(attrs={"rows": 5}),
            max_length=LONGEST_QUESTION,
            error_messages={"required": _("Write your question.")},
        )
        self.fields["email"] = forms.EmailField(
            label=_("Your e-mail"),
            error_messages={
                "required": _("Write the e-mail address for the answer."),
                "invalid": _("Write the whole e-mail address, for example name@office.fi."),
            },
        )
        self.fields["name"] = _name()
        self.order_fields(["language", "text", "email", "topic", "name"])

    def entry(self) -> TicketEntry:
        """Return the place in the line as asked for."""
        data = self.cleaned_data
        return TicketEntry(
            office=codes.AFAR,
            channel="question",
            language=data["language"],
            topics=self.topics(),
            way="email",
            wish=WishEntry(email=data["email"], text=data["text"], name=data["name"]),
        )


def _name() -> forms.CharField:
    return forms.CharField(label=_("What may we call you?"), max_length=100, required=False)
