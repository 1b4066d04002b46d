"""Sent messages (lähteneet viestit): whether and when each left. Who sees no clients sees numbers only."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kotopolku.languages.codes import by_code
from kotopolku.letters.queries import LetterRow, MailState, letters, mail_state
from kotopolku.web.parts.dates import moment
from kotopolku.web.parts.outbox.words import RECIPIENTS, STATES, TEMPLATES, WAYS, reason
from kotopolku.web.parts.requests import PageRequest, uuid_or_none


@require_GET
def outbox(request: PageRequest) -> HttpResponse:
    """List thirty letters at a time; `after` is the id of the last one shown."""
    here = request.resolver_match.namespace if request.resolver_match else ""
    state = mail_state()
    context: dict[str, object] = {
        "title": _("Sent messages"),
        "standstill": standstill(state),
        "counts": [(str(word), state.counts.get(code, 0)) for code, word in STATES.items()],
        "is_demo": state.is_demo,
    }
    if request.actor.sees_clients:
        found = letters(after=uuid_or_none(request.GET.get("after", "")))
        context["rows"] = [_row(row) for row in found.rows]
        context["next_url"] = f"{reverse(f'{here}:letters')}?after={found.after}" if found.after else ""
    return render(request, "parts/outbox/page.html", context)


def standstill(state: MailState) -> str:
    """Return the sentence that says that mail cannot leave, or ""."""
    if state.works:
        return ""
    waiting = ngettext("%(n)s message waits.", "%(n)s messages wait.", state.waiting) % {"n": state.waiting}
    advice = _("No mail server is set, so no e-mail leaves. The operator sets KOTOPOLKU_SMTP_URL.")
    return f"{advice} {waiting}"


def _row(row: LetterRow) -> dict[str, object]:
    language = by_code(row.language)
    return {
        "what": TEMPLATES.get(row.template, row.template),
        "way": WAYS.get(row.way, row.way),
        "to": row.recipient_name or RECIPIENTS[row.recipient],
        "kind": RECIPIENTS[row.recipient] if row.recipient_name else "",
        "state": STATES[row.state],
        "bad": row.state in {"given_up", "refused_by_rule"},
        "when": moment(row.sent_at or row.created_at),
        "reason": reason(row.last_error),
        "next": moment(row.next_try_at) if row.state == "failed" else "",
        "subject": row.subject,
        "body": row.body,
        "language": language,
    }
