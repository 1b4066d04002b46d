"""The tags of the shared look, loaded with `{% load parts %}`.

Every tag draws one shape of `shapes.py` or takes explicit arguments; texts arrive already translated.
"""

from collections.abc import Sequence
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kotopolku.web.parts import dates, fields, icons, own_language
from kotopolku.web.parts import landscape as picture
from kotopolku.web.parts.shapes import (
    Action,
    Answer,
    Citation,
    ClockBadge,
    ClockRow,
    Crumb,
    Fact,
    FindingCard,
    Opened,
    Page,
    Pair,
    PathStep,
    Table,
    TimelineEntry,
    Toast,
    Told,
)

register = template.Library()
register.simple_tag(icons.icon, name="icon")
register.simple_tag(icons.mark, name="mark")
register.simple_tag(picture.landscape, name="landscape")
register.simple_tag(fields.field, name="field")
register.simple_tag(fields.cell_of, name="cell_of")
register.simple_tag(fields.error_summary, name="error_summary")
register.filter("own_language", own_language.own_language)
register.filter("language_attributes", own_language.language_attributes)
register.filter("day", dates.day)
register.filter("day_short", dates.day_short)
register.filter("weekday_day", dates.weekday_day)
register.filter("day_long", dates.day_long)
register.filter("clock_time", dates.clock_time)
register.filter("duration", dates.duration)
register.filter("days_count", dates.days_count)
register.filter("number", dates.number)
register.filter("euros", dates.euros)
register.simple_tag(dates.day_range, name="day_range")
register.simple_tag(dates.time_range, name="time_range")

ANSWER_ICONS = {
    Answer.YES: "check",
    Answer.NO: "minus",
    Answer.JUDGE: "half",
    Answer.MISSING: "ask",
    Answer.OPEN: "ask",
    Answer.NOT_APPLICABLE: "minus",
}


def answer_word(answer: Answer) -> str:
    """Return the word that stands for an answer: Kyllä, Ei, Sinä ratkaiset, Tieto puuttuu, Laki on avoin, Ei koske."""
    return {
        Answer.YES: gettext("Yes"),
        Answer.NO: gettext("No"),
        Answer.JUDGE: gettext("You decide"),
        Answer.MISSING: gettext("A fact is missing"),
        Answer.OPEN: gettext("The law is open"),
        Answer.NOT_APPLICABLE: gettext("Does not apply"),
    }[answer]


@register.inclusion_tag("parts/components/finding.html")
def finding(card: FindingCard, *, folded: bool = False, level: int = 3) -> dict[str, Any]:
    """Draw a finding open, or folded into one line that opens in place. `level` is that of its heading, 2 to 4."""
    return {"card": card, "folded": folded, "level": level, "word": card.short or answer_word(card.answer)}


@register.inclusion_tag("parts/components/answer_mark.html")
def answer_mark(answer: Answer) -> dict[str, Any]:
    """Draw the mark of an answer: form and colour differ, the word always stands beside it."""
    return {"answer": answer, "icon_name": ANSWER_ICONS[answer]}


@register.inclusion_tag("parts/components/clock.html")
def clock(badge: ClockBadge) -> dict[str, Any]:
    """Draw a clock badge; the kind (law, own target) is also said in words for those who do not see the edge."""
    return {"badge": badge}


@register.inclusion_tag("parts/components/clock_row.html")
def clock_row(row: ClockRow) -> dict[str, Any]:
    """Draw a clock with its name and source, as in the rail of a case."""
    return {"row": row}


@register.inclusion_tag("parts/components/clock_legend.html")
def clock_legend() -> dict[str, Any]:
    """Draw the key to the two edges: solid is the law, dashed the area's own target."""
    return {}


@register.inclusion_tag("parts/components/cite.html")
def cite(text: str | Citation | None, url: str = "") -> dict[str, Any]:
    """Draw a section of law as a chip that leads to its rule page; nothing at all for None."""
    if isinstance(text, Citation):
        return {"text": text.text, "url": text.url}
    return {"text": text or "", "url": url}


@register.inclusion_tag("parts/components/action.html")
def action(item: Action | None, *, small: bool = False) -> dict[str, Any]:
    """Draw a button or link. A `post` action is its own form and needs the request's token: use `{% post_action %}`."""
    return {"item": item, "small": small}


@register.inclusion_tag("parts/components/action.html", takes_context=True)
def post_action(context: template.Context, item: Action | None, *, small: bool = False) -> dict[str, Any]:
    """Draw a button that posts, with the page's own CSRF token in its form."""
    return {"item": item, "small": small, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("parts/components/path.html")
def path(steps: Sequence[PathStep], *, vertical: bool = False) -> dict[str, Any]:
    """Draw the client's path; upright on phones and in the portal."""
    return {"steps": steps, "vertical": vertical}


@register.inclusion_tag("parts/components/timeline.html", takes_context=True)
def timeline(context: template.Context, entries: Sequence[TimelineEntry]) -> dict[str, Any]:
    """Draw events, newest first as they are given, with the year as a heading where it changes."""
    return {"entries": entries, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("parts/components/table.html", takes_context=True)
def data_table(context: template.Context, table: Table, *, stacked: bool = True) -> dict[str, Any]:
    """Draw a data table. `stacked` turns rows into label-and-value lines on phones."""
    rows = [list(zip(table.columns, row, strict=True)) for row in table.rows]
    totals = list(zip(table.columns, table.totals, strict=True)) if table.totals else []
    return {
        "table": table,
        "rows": rows,
        "totals": totals,
        "stacked": stacked,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("parts/components/pages.html")
def pages(page: Page) -> dict[str, Any]:
    """Draw keyset paging: what is shown and a link to the next rows."""
    return {"page": page}


@register.inclusion_tag("parts/components/facts.html")
def facts(rows: Sequence[Fact]) -> dict[str, Any]:
    """Draw a definition list for the rail; a masked value is not in the page at all."""
    return {"rows": rows}


@register.inclusion_tag("parts/components/breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[Crumb]) -> dict[str, Any]:
    """Draw the way back above the heading."""
    return {"crumbs": crumbs}


@register.inclusion_tag("parts/components/two_languages.html")
def two_languages(
    rows: Sequence[Pair], *, first: str, second: str, second_dir: str = "ltr"
) -> dict[str, Any]:
    """Draw a text in two languages row by row; `first` and `second` are language codes, Finnish stands first."""
    return {"rows": rows, "first": first, "second": second, "second_dir": second_dir}


@register.inclusion_tag("parts/components/told.html")
def told_tick(row: Told) -> dict[str, Any]:
    """Draw a tick for one thing the client must be told."""
    return {"row": row}


@register.inclusion_tag("parts/components/note.html")
def note(
    title: str, text: str = "", *, kind: str = "info", item: Action | None = None, live: bool = False
) -> dict[str, Any]:
    """Draw a note. `kind`: info (blue), warn (yellow), bad (red), ok (green). `live` announces it politely."""
    name = {"info": "speech", "warn": "warning", "bad": "warning", "ok": "check"}[kind]
    return {"title": title, "text": text, "kind": kind, "item": item, "icon_name": name, "live": live}


@register.inclusion_tag("parts/components/toast.html", takes_context=True)
def toast(context: template.Context, item: Toast | None) -> dict[str, Any]:
    """Draw what just happened with its undo; nothing for None. Works without scripts as a note that stays."""
    return {"item": item, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("parts/components/empty.html")
def empty(title: str, text: str = "", *, icon: str = "tick", item: Action | None = None) -> dict[str, Any]:
    """Draw an empty state: nothing to do, nothing found or nothing yet, each with its next step."""
    return {"title": title, "text": text, "icon_name": icon, "item": item}


@register.inclusion_tag("parts/components/protected_banner.html", takes_context=True)
def protected_banner(
    context: template.Context, *, open_url: str = "", opened: Opened | None = None, text: str = ""
) -> dict[str, Any]:
    """Draw the non-disclosure banner (turvakielto), or, when opened, the note with its closing time."""
    return {"open_url": open_url, "opened": opened, "text": text, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("parts/components/protected_tag.html")
def protected_tag() -> dict[str, Any]:
    """Draw the non-disclosure tag that stands beside a name in lists and on sub-pages."""
    return {}


@register.inclusion_tag("parts/components/masked.html")
def masked(word: str = "") -> dict[str, Any]:
    """Draw a hidden value. The value itself is never given to the page."""
    return {"word": word}


@register.inclusion_tag("parts/components/tag.html")
def tag(text: str, *, kind: str = "", icon: str = "") -> dict[str, Any]:
    """Draw a small chip. `kind`: empty (grey), warn, bad, ok, info."""
    return {"text": text, "kind": kind, "icon_name": icon}


@register.inclusion_tag("parts/components/saved.html")
def saved(text: str = "") -> dict[str, Any]:
    """Draw the status line "Tallennettu klo 10.42" that autosave.js fills; polite, and there from the start."""
    return {"text": text}


@register.simple_tag
def script(name: str) -> SafeString:
    """Load one of our modules by its name: autosave, combobox, keys, focus, print, toast."""
    return format_html('<script type="module" src="{}"></script>', static(f"parts/js/{name}.js"))


@register.simple_tag
def draft_attrs(url: str, key: str = "") -> SafeString:
    """Return the attributes of a form that is saved as it is typed: `<form method="post" {% draft_attrs url %}>`.

    `url` takes the same form as a POST and answers 204; `key` names the text kept in the browser while the
    connection is away (the url, when left out). The page also needs `{% saved %}` and `{% script "autosave" %}`.
    """
    return format_html(
        'data-draft-url="{}" data-draft-key="{}" data-saved-text="{}" data-saving-text="{}" '
        'data-offline-title="{}" data-offline-text="{}"',
        url,
        key or url,
        gettext("Saved at {time}"),
        gettext("Saving…"),
        gettext("The connection is away"),
        gettext("Your text is kept on this computer. We try again."),
    )


@register.simple_tag
def bidi(text: str, direction: str = "") -> SafeString:
    """Wrap a Finnish name, address, number or code so that right-to-left text around it does not move it."""
    return fields.bidi(text, direction)
