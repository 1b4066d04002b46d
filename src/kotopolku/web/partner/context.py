"""What every partner's page shows around itself."""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.handovers.queries import received_count
from kotopolku.letters.queries import unread_notices
from kotopolku.web.parts.done import what_was_done
from kotopolku.web.parts.frame import nav_item, user_box


def partner(request: HttpRequest) -> dict[str, object]:
    """Return the frame of the partners' pages; nothing for pages outside them or visitors without a duty."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_staff or not request.path_info.startswith("/partner/"):
        return {}
    item = partial(nav_item, request, front="partner:front")
    return {
        "nav": [
            item(_("Come to me"), "partner:front", "envelope", count=received_count()),
            item(_("Notices"), "partner:notices", "bell", count=unread_notices()),
        ],
        "home_url": reverse("partner:front"),
        "user_box": user_box(request, actor),
        "toast": what_was_done(request),
        "keys_off": not getattr(request.user, "single_keys", True),
    }
