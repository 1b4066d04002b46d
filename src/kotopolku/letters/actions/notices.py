"""Tell staff inside the program (ilmoitukset). A notice names a thing by its id; its page decides who may open it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kotopolku.accounts.access import area_of
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS, Role
from kotopolku.audit.clock import database_now
from kotopolku.letters.access import notice_for, unread
from kotopolku.letters.models import Notice
from kotopolku.letters.staff_wording import NOTICES


@action(*Role)
def notify(
    *,
    staff: Iterable[int],
    code: str,
    params: Mapping[str, str] | None = None,
    route: str = "",
    thing: UUID | str = "",
    area_id: str | None = None,
) -> int:
    """Tell each of the staff (ids) something once, and return how many were told.

    `code` is one of `wording.NOTICES`; `params` hold nothing personal; `route` and `thing` make the link
    (`desk:contact` and its id). Raises KeyError for an unknown code.
    """
    NOTICES[code]
    receivers = sorted(set(staff))
    if not receivers:
        return 0
    area = area_id or current_actor().area_id or area_of("").pk
    now = database_now()
    Notice.objects.bulk_create(
        [
            Notice(
                area_id=area,
                staff_id=one,
                code=code,
                params=dict(params or {}),
                route=route,
                thing=str(thing),
                created_at=now,
            )
            for one in receivers
        ]
    )
    return len(receivers)


@action(*ROOMS)
def read_notice(*, notice_id: UUID) -> tuple[str, str]:
    """Mark one's own notice as read and return its route and thing. Raises NotFound."""
    notice = notice_for(notice_id)
    if notice.read_at is None:
        notice.read_at = database_now()
        notice.save(update_fields=["read_at"])
    return notice.route, notice.thing


@action(*ROOMS)
def read_all_notices() -> int:
    """Mark all one's own notices as read; return how many were new."""
    return unread().update(read_at=database_now())
