"""Form fields and the error summary for plain Django forms (ui.md 6, Form field and error summary).

Label above, hint below it, error between hint and field; the same words in the summary as at the field.
"""

from typing import Any

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

CHOICE_WIDGETS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
WIDTHS = frozenset({"", "date", "short", "medium", "full"})


def bidi(text: str, direction: str = "") -> SafeString:
    """Return `text` in a `bdi` element; `direction` is "ltr" for numbers and ranges."""
    if direction:
        return format_html('<bdi dir="{}">{}</bdi>', direction, text)
    return format_html("<bdi>{}</bdi>", text)


def first_id(bound: BoundField) -> str:
    """Return the id a link must lead to: of the field itself, or of its first choice."""
    base = bound.auto_id or bound.html_name
    if isinstance(bound.field.widget, CHOICE_WIDGETS):
        return f"{base}_0"
    return str(bound.field.widget.attrs.get("id", base))


def field(
    bound: BoundField,
    *,
    style: str = "",
    width: str = "",
    source: str = "",
    label: str = "",
    hint: str = "",
    optional: bool = True,
    keys: str = "",
) -> SafeString:
    """Return label, hint, error and widget of one field, tied together for screen readers.

    `style`: "segmented" (radios side by side, at most six short ones), "combobox" (a select that can be typed in,
    where scripts run), or empty. `width`: date, short, medium, full or empty. `source` is the line under a fact that
    is not from the client. `optional=False` leaves out "(ei pakollinen)". `keys` are the single keys printed on
    segments, one letter each, used by keys.js.
    """
    if width not in WIDTHS:
        raise ValueError(f"width must be one of {sorted(WIDTHS)}, not {width!r}")
    widget = bound.field.widget
    base = bound.auto_id or bound.html_name
    errors = [str(error) for error in bound.errors]
    hint = hint or str(bound.help_text or "")
    described = [
        f"{base}-{part}" for part, there in (("hint", hint), ("error", errors), ("source", source)) if there
    ]
    choices = isinstance(widget, CHOICE_WIDGETS)
    return SafeString(
        render_to_string(
            "parts/components/field.html",
            {
                "bound": bound,
                "base": base,
                "label": label or bound.label,
                "hint": hint,
                "errors": errors,
                "described": " ".join(described),
                "source": source,
                "mark_optional": optional
                and not bound.field.required
                and not isinstance(widget, forms.CheckboxInput),
                "kind": _kind(widget, style),
                "choices": _choices(bound, keys) if choices else [],
                "widget": "" if choices else _widget(bound, described=described, errors=errors, style=style),
                "width": width,
            },
        )
    )


def cell_of(bound: BoundField, *names: object) -> SafeString:
    """Return the widget of a field in a table's cell, named for screen readers by its row and column."""
    attrs: dict[str, Any] = {"aria-label": ": ".join(dict.fromkeys([*map(str, names), str(bound.label)]))}
    if not bound.errors:
        return bound.as_widget(attrs=attrs)
    base = bound.auto_id or bound.html_name
    attrs |= {"aria-invalid": "true", "aria-describedby": f"{base}-error"}
    errors = render_to_string(
        "parts/components/field_error.html", {"base": base, "errors": [str(error) for error in bound.errors]}
    )
    return SafeString(errors) + bound.as_widget(attrs=attrs)


def error_summary(*forms_: forms.BaseForm) -> SafeString:
    """Return the summary of every error in the forms, with links to the fields; nothing when there is none.

    It takes the focus when the page opens, so that it is the first thing read.
    """
    rows: list[dict[str, str]] = []
    for form in forms_:
        if not form.is_bound:
            continue
        rows += [{"text": str(error), "target": ""} for error in form.non_field_errors()]
        for bound in form:
            rows += [{"text": str(error), "target": first_id(bound)} for error in bound.errors]
    if not rows:
        return SafeString("")
    context = {"rows": rows, "title": _summary_title(len(rows))}
    return SafeString(render_to_string("parts/components/error_summary.html", context))


def _summary_title(count: int) -> str:
    words = {1: gettext("Mend one thing"), 2: gettext("Mend two things"), 3: gettext("Mend three things")}
    return words.get(count) or ngettext("Mend %(count)s thing", "Mend %(count)s things", count) % {
        "count": count
    }


def _kind(widget: forms.Widget, style: str) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checks"
    if isinstance(widget, forms.RadioSelect):
        return "segmented" if style == "segmented" else "radios"
    return "plain"


def _widget(bound: BoundField, *, described: list[str], errors: list[str], style: str) -> str:
    attrs: dict[str, Any] = {}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if errors:
        attrs["aria-invalid"] = "true"
    if style == "combobox":
        attrs["data-combobox"] = True
        attrs["data-none"] = gettext("No match. Try fewer letters.")
        attrs["data-remove"] = gettext("Remove")
    return bound.as_widget(attrs=attrs)


def _choices(bound: BoundField, keys: str) -> list[dict[str, Any]]:
    """Return the choices as plain rows: Django's own markup nests them in ways our labels cannot use."""
    chosen = bound.value()
    taken = (
        {str(one) for one in chosen}
        if isinstance(chosen, (list, tuple))
        else {str(chosen if chosen is not None else "")}
    )
    options: Any = getattr(bound.field.widget, "choices", [])
    base = bound.auto_id or bound.html_name
    rows = []
    for index, (value, text) in enumerate(options):
        rows.append(
            {
                "id": f"{base}_{index}",
                "value": value,
                "text": text,
                "checked": str(value) in taken,
                "key": keys[index] if index < len(keys) else "",
            }
        )
    return rows
