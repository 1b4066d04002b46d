"""What every desk page shows around itself: navigation with things to do, search, who is signed in."""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.audit.actor import Role
from kotopolku.clocks.counts import to_do
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.done import what_was_done
from kotopolku.web.parts.frame import nav_item, user_box
from kotopolku.web.parts.shapes import NavItem


def desk(request: HttpRequest) -> dict[str, object]:
    """Return the frame of the desk; nothing for pages outside it or visitors without a duty."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_staff or not request.path_info.startswith("/desk/"):
        return {}
    counts = to_do(on=request.on)  # type: ignore[attr-defined]
    item = partial(nav_item, request, front="desk:today")
    nav = [
        item(_("Today"), "desk:today", "tick", count=counts.due),
        item(_("Calendar"), "desk:calendar", "calendar"),
        item(_("Clients"), "desk:people", "people"),
        item(_("Advice"), "desk:advice", "speech"),
        item(_("Contacts"), "desk:contacts", "speech", count=counts.contacts),
    ]
    if actor.role is Role.COORDINATOR:
        nav.append(item(_("Duplicates"), "desk:duplicates", "group", count=counts.duplicates))
    nav.append(item(_("Notices"), "desk:notices", "bell", count=counts.notices))
    language = request.language  # type: ignore[attr-defined]
    nav.append(
        NavItem(
            label=_("Services"), url=reverse("public:services", args=[language]), icon="book", secondary=True
        )
    )
    nav.append(item(_("Sent messages"), "desk:letters", "envelope", secondary=True))
    nav.append(
        NavItem(label=_("The law"), url=reverse("public:law", args=[language]), icon="law", secondary=True)
    )
    return {
        "nav": nav,
        "home_url": reverse("desk:today"),
        "search_url": reverse("desk:find"),
        "search_label": _("Find a client"),
        "danger_url": reverse("desk:danger"),
        # Whose paper it is: the area's, since the municipality alone would tell where a protected client lives.
        "letterhead": actor.area.pick(language.code).text,
        "printed": _("Printed %(day)s, %(name)s") % {"day": day(request.on), "name": actor.name},  # type: ignore[attr-defined]
        "user_box": user_box(request, actor),
        "toast": what_was_done(request),
        "keys_off": not getattr(request.user, "single_keys", True),
    }
