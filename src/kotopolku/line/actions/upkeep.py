"""Jonon ylläpito: what the night does with numbers nobody called and wishes nobody needs any more."""

from django.db.models.functions import Now

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.letters.actions import erase_letters
from kotopolku.line import codes
from kotopolku.line.models import Ticket, Wish
from kotopolku.line.upkeep import wish_ends


@action(Role.SYSTEM)
def forget_wishes(*, area_id: str) -> int:
    """End the door's numbers of former days (left without service) and erase wishes of age; return how many wishes.

    A second run finds nothing to do.
    """
    on = acting().on
    left = Ticket.objects.filter(area_id=area_id, channel__in=codes.AT_DOOR, day__lt=on, state__in=codes.OPEN)
    left.update(state=codes.LEFT, ended_at=Now())
    ended = Wish.objects.filter(area_id=area_id, erase_on__isnull=True, ticket__state__in=codes.ENDED)
    for ticket_id in ended.values_list("pk", flat=True):
        wish_ends(ticket_id)
    old = Wish.objects.filter(area_id=area_id, erase_on__lte=on)
    erase_letters(letter_ids=old.filter(letter__isnull=False).values_list("letter_id", flat=True))
    return int(old.delete()[0])
