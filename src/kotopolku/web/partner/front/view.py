"""What has come to the partner: only what an officer has handed over to the partner's organisation."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kotopolku.cases.grants import granted_to_us
from kotopolku.handovers import codes
from kotopolku.handovers.queries import received
from kotopolku.handovers.views import PacketRow
from kotopolku.web.parts.dates import day_short
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.packet.lines import waited
from kotopolku.web.parts.requests import PageRequest


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """Show what waits for an answer, the oldest first, then what has been answered."""
    rows = received()
    waiting = [row for row in rows if row.state == codes.SENT]
    context = {
        "title": _title(len(waiting)),
        "waiting": [(row, waited(row.waited(request.on)), _more(row)) for row in waiting],
        "answered": [
            (row, words.word(words.STATES, row.state), _more(row)) for row in rows if row.state != codes.SENT
        ],
        "opened": granted_to_us(),
    }
    return render(request, "partner/front/page.html", context)


def _title(number: int) -> str:
    if not number:
        return _("Come to me")
    return ngettext("%(n)s client waits for your answer", "%(n)s clients wait for your answer", number) % {
        "n": number
    }


def _more(row: PacketRow) -> str:
    return _("sent %(sent)s, answer by %(due)s") % {
        "sent": day_short(row.sent_on),
        "due": day_short(row.due_on),
    }
