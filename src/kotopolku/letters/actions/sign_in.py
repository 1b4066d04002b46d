"""Tell somebody that the way they sign in was changed (tunnistautuminen), so that a theft does not stay unseen."""

from django.conf import settings

from kotopolku.accounts.access import actor_for, area_of
from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import ROOMS, Role
from kotopolku.letters.actions.notices import notify
from kotopolku.letters.actions.outbox import send
from kotopolku.letters.entries import ToStaff


@action(Role.PUBLIC, *ROOMS)
def tell_sign_in_changed(*, staff_id: int, code: str) -> None:
    """Put a notice and an e-mail in the transaction of the change; neither holds a password, a code or a name.

    `code` is one of `wording.NOTICES` that begins with sign_in_. Somebody without an address gets the notice alone.
    """
    about("staff", staff_id)
    theirs = actor_for(staff_id, on=acting().on)
    area_id = (theirs.area_id if theirs else None) or acting().actor.area_id or area_of("").pk
    notify(staff=[staff_id], code=code, route="own:overview", area_id=area_id)
    if Staff.objects.filter(pk=staff_id).exclude(email="").exists():
        send(
            to=ToStaff(staff_id=staff_id),
            template="sign_in_changed",
            params={"address": f"{settings.ADDRESS}/own/"},
            area_id=area_id,
        )
