"""One's own notices (ilmoitukset), newest first; opening one marks it as read. Every room has the two addresses."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kotopolku.audit.errors import NotFound
from kotopolku.letters.actions import read_all_notices, read_notice
from kotopolku.letters.queries import NoticeRow, notices
from kotopolku.letters.staff_wording import NOTICES
from kotopolku.web.parts.dates import moment
from kotopolku.web.parts.requests import PageRequest, uuid_or_none


@require_GET
def notice_list(request: PageRequest) -> HttpResponse:
    """List thirty notices at a time; `after` is the id of the last one shown."""
    found = notices(after=uuid_or_none(request.GET.get("after", "")))
    here = request.resolver_match.namespace if request.resolver_match else ""
    context = {
        "title": _("Notices"),
        "rows": [_row(row) for row in found.rows],
        "some_new": any(not row.is_read for row in found.rows),
        "read_url": reverse(f"{here}:notice_read"),
        "next_url": f"{reverse(f'{here}:notices')}?after={found.after}" if found.after else "",
    }
    return render(request, "parts/notices/page.html", context)


def _row(row: NoticeRow) -> dict[str, object]:
    return {
        "id": row.id,
        "text": _(NOTICES.get(row.code, row.code)).format(**row.params),
        "when": moment(row.created_at),
        "is_read": row.is_read,
        "leads": bool(row.route),
    }


@require_POST
def notice_read(request: PageRequest) -> HttpResponse:
    """Mark the notice `notice` as read and open what it is about; without it, mark all as read."""
    here = request.resolver_match.namespace if request.resolver_match else ""
    back = redirect(f"{here}:notices")
    asked = request.POST.get("notice", "")
    if not asked:
        read_all_notices()
        return back
    notice_id: UUID | None = uuid_or_none(asked)
    if notice_id is None:
        raise NotFound
    route, thing = read_notice(notice_id=notice_id)
    try:
        return redirect(reverse(route, args=[thing] if thing else [])) if route else back
    except NoReverseMatch:  # a page that an upgrade has taken away
        return back
