"""What every desk page shows around itself: navigation with things to do, search, who is signed in."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.audit.actor import Role
from kotopolku.clocks.counts import to_do
from kotopolku.web.parts.shapes import NavItem, UserBox


def desk(request: HttpRequest) -> dict[str, object]:
    """Return the frame of the desk; nothing for pages outside it or visitors without a duty."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_staff or not request.path_info.startswith("/desk/"):
        return {}
    counts = to_do(on=request.on)  # type: ignore[attr-defined]
    nav = [
        _item(request, _("Today"), "desk:today", "tick", count=counts.due),
        _item(request, _("Clients"), "desk:people", "people"),
        _item(request, _("Contacts"), "desk:contacts", "speech", count=counts.contacts),
    ]
    if actor.role is Role.COORDINATOR:
        nav.append(_item(request, _("Duplicates"), "desk:duplicates", "group", count=counts.duplicates))
    language = request.language  # type: ignore[attr-defined]
    nav.append(
        NavItem(
            label=_("Services"), url=reverse("public:services", args=[language]), icon="book", secondary=True
        )
    )
    nav.append(
        NavItem(label=_("The law"), url=reverse("public:law", args=[language]), icon="law", secondary=True)
    )
    return {
        "nav": nav,
        "home_url": reverse("desk:today"),
        "search_url": reverse("desk:find"),
        "search_label": _("Find a client"),
        "user_box": UserBox(
            name=actor.name,
            organisation=actor.organisation,
            settings_url=reverse("desk:own_settings"),
            sign_out_url=reverse("sign_out"),
        ),
        "keys_off": not getattr(request.user, "single_keys", True),
    }


def _item(request: HttpRequest, label: str, name: str, icon: str, *, count: int = 0) -> NavItem:
    url = reverse(name)
    here = request.path_info == url or (url != reverse("desk:today") and request.path_info.startswith(url))
    return NavItem(label=label, url=url, icon=icon, count=count, current=here)
