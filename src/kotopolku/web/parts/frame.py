"""The frame that desk, office and partner share: one's name, duty and other duties, and entries of the navigation."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kotopolku.audit.actor import Actor, Room
from kotopolku.web.parts.roles import role
from kotopolku.web.parts.shapes import DutyChoice, NavItem, UserBox


def user_box(request: HttpRequest, actor: Actor) -> UserBox:
    """Return who is signed in and under which duty; the others as choices when there are several."""
    held: tuple[Actor, ...] = getattr(request, "duties", ())
    others = [one for one in held if one.duty_id != actor.duty_id]
    return UserBox(
        name=actor.name,
        organisation=actor.organisation,
        duty=role(actor.role),
        settings_url=_settings(request),
        sign_out_url=reverse("sign_out"),
        duty_url=reverse("choose_duty"),
        other_duties=[
            DutyChoice(
                id=one.duty_id,
                label=_("%(role)s, %(organisation)s")
                % {"role": role(one.role), "organisation": one.organisation},
            )
            for one in others
            if one.duty_id is not None
        ],
    )


def _settings(request: HttpRequest) -> str:
    """Return the address of one's own settings in the room where one is."""
    return reverse(f"{Room(request.path_info.split('/')[1])}:own_settings")


def nav_item(
    request: HttpRequest,
    label: str,
    name: str,
    icon: str,
    *,
    count: int = 0,
    front: str = "",
    secondary: bool = False,
) -> NavItem:
    """Return an entry that leads to the page `name`; on pages below it the entry is the current one, on `front` not."""
    url = reverse(name)
    here = request.path_info == url or (name != front and request.path_info.startswith(url))
    return NavItem(label=label, url=url, icon=icon, count=count, current=here, secondary=secondary)
