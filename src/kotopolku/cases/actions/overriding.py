"""Open one person's file in an emergency (hätäavaus) and review it afterwards; the reviewer is told."""

from uuid import UUID

from django.db import connection
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import staff_with
from kotopolku.audit import log
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.codes import OVERRIDE_REASONS
from kotopolku.cases.override_model import Override
from kotopolku.letters import actions as letters
from kotopolku.people.identity_code import NotIdentityCode
from kotopolku.people.identity_code import read as read_code

MOST_WORDS = 2000


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def find_for_override(*, named: str) -> bool:
    """Say whether an identity code or a case number is somebody's in the area, and no more; it is logged."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT finds_for_override(%s)", [_plain(named)])
        found = bool(cursor.fetchone()[0])
    log.write(kind="search", subject="override", count=int(found))
    return found


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def open_override(*, named: str, reason: str, words: str = "") -> UUID:
    """Open the file of whoever has the identity code or case number for three hours; return the person's id.

    Only for reading, only under the acting duty. The coordinators of the person's municipality are told at once.
    Raises Invalid for a reason that is missing or has no words, NotFound when nobody is found.
    """
    if reason not in OVERRIDE_REASONS:
        raise Invalid(field="reason", message=_("Choose the reason."))
    if reason == "other" and not words.strip():
        raise Invalid(field="words", message=_("Write the reason in your own words."))
    if len(words) > MOST_WORDS:
        raise Invalid(field="words", message=_("The reason is too long. Shorten it."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM open_override(%s, %s, %s)", [_plain(named), reason, words.strip()])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        log.refuse(kind="override", subject="override", subject_id="")
        raise NotFound
    opened, person, controller = row
    log.write(kind="override", subject="override", subject_id=str(opened), persons=[person], count=1)
    reviewers = staff_with(Role.COORDINATOR, municipality_id=controller, on=acting().on)
    letters.notify(
        staff=set(reviewers) - {current_actor().staff_id},
        code="override_opened",
        route="office:override",
        thing=opened,
    )
    return UUID(str(person))


@action(Role.COORDINATOR)
def decide_override(*, override_id: UUID, justified: bool, decision: str) -> None:
    """Keep the reviewer's decision on an emergency opening, once; nobody decides on their own.

    Raises NotFound outside the reviewer's municipalities and for a decided one, Invalid without a text.
    """
    found = Override.objects.filter(pk=override_id, decided_at__isnull=True).first()
    if found is None or found.staff_id == current_actor().staff_id:
        log.refuse(kind="change", subject="override", subject_id=str(override_id))
        raise NotFound
    if not decision.strip():
        raise Invalid(field="decision", message=_("Write why you decided so."))
    Override.objects.filter(pk=override_id).update(
        decided_at=Now(),
        decided_by=current_actor().staff_id,
        decided_by_name=current_actor().name,
        justified=justified,
        decision=decision.strip()[:MOST_WORDS],
    )
    letters.notify(staff=[found.staff_id], code="override_decided")


def _plain(named: str) -> str:
    """Return an identity code in its one form, anything else as written."""
    text = named.replace("\0", "").strip()[:40]
    try:
        return read_code(text)
    except NotIdentityCode:
        return text
