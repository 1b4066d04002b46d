"""Two officers on one form: both texts side by side, and for each field the choice which one stays.

The saved form is compared with what was typed, and both with the form as it was when it was opened, so that the
choice is made beforehand where only one of the two changed a field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from kotopolku.web.parts.day_field import write_day

KEEP, SEEN, SAVED, MINE = "keep__", "seen", "saved", "mine"
ASIDE = frozenset({"version"})


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field that differs: what is saved, what was typed, and which is proposed; `both` changed it."""

    name: str
    topic: str
    label: str
    saved: str
    mine: str
    choice: str
    both: bool


def compared(
    form: forms.BaseForm,
    base: Mapping[str, Any] | None,
    *,
    topic_of: Mapping[str, str],
    unknown: frozenset[str] = frozenset(),
) -> Iterator[Difference]:
    """Yield the fields in which a form as typed (bound, its initial values the saved ones) differs from the saved.

    `base` holds the values when the form was opened; None where they are not known, nor those of fields in `unknown`.
    """
    chosen = form.data
    for name in form.changed_data:
        if name in ASIDE:
            continue
        field = form.fields[name]
        typed = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        saved = form.get_initial_for_field(field, name)
        was = None if base is None or name in unknown else base
        mine_changed = was is None or field.has_changed(was.get(name), typed)
        theirs_changed = was is None or _text(field, was.get(name)) != _text(field, saved)
        proposed = MINE if mine_changed else SAVED
        answered = chosen.get(KEEP + name)
        yield Difference(
            name=name,
            topic=topic_of.get(name.partition("__")[0], ""),
            label=str(field.label),
            saved=_text(field, saved) or _("(empty)"),
            mine=_text(field, typed) or _("(empty)"),
            choice=answered if answered in (SAVED, MINE) else proposed,
            both=mine_changed and theirs_changed,
        )


def resolved(sent: QueryDict, *saved_forms: forms.BaseForm) -> QueryDict:
    """Return what was sent with the saved value wherever the writer chose to keep it."""
    data = sent.copy()
    for name, choice in sent.items():
        if not name.startswith(KEEP):
            continue
        del data[name]
        field_name = name.removeprefix(KEEP)
        form = next((one for one in saved_forms if field_name in one.fields), None)
        if form is not None and choice == SAVED:
            field = form.fields[field_name]
            data.setlist(field_name, _sent(form.get_initial_for_field(field, field_name)))
    return data


def _sent(value: Any) -> list[str]:
    """Return a field's value as a browser would send it; nothing for an unticked box."""
    if isinstance(value, bool):
        return ["true"] if value else ["false"]
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    if isinstance(value, date):
        return [write_day(value)]
    return [] if value is None else [str(value)]


def _text(field: forms.Field, value: Any) -> str:
    choices = dict(_flat(getattr(field.widget, "choices", ())))
    if isinstance(value, bool):
        value = "true" if value else ("false" if "false" in choices else "")
        return str(choices.get(value) or (_("yes") if value else _("no")))
    if isinstance(value, date):
        return write_day(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(choices.get(str(one), one)) for one in value)
    return "" if value in (None, "") else str(choices.get(str(value), value))


def _flat(choices: Any) -> Iterator[tuple[str, Any]]:
    for value, label in choices:
        yield str(value), label
