"""Put letters into the outbox, in the transaction of the act that causes them."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kotopolku.accounts.access import area_of
from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.letters import codes
from kotopolku.letters.actions.notices import notify
from kotopolku.letters.entries import RoleAddressIn, To, ToPerson, ToRole, ToStaff, ToWriter
from kotopolku.letters.models import Letter, RoleAddress
from kotopolku.letters.recipients import Reach, reach
from kotopolku.letters.wording import write
from kotopolku.people.access import person_for
from kotopolku.people.queries import contact_rule


@action(*Role)
def send(
    *,
    to: To,
    template: str,
    params: Mapping[str, str] | None = None,
    language: str = "fi",
    way: str = "email",
    calendar: str = "",
    controller_id: int | None = None,
    area_id: str | None = None,
) -> UUID:
    """Put one letter into the outbox and return its id; it leaves after this transaction, within a minute.

    `template` is a code of `wording.TEMPLATES`, `params` exactly its values; `language` is what the recipient reads;
    staff get their own, clients the one they asked for. `calendar` (iCalendar) goes beside an e-mail, no other way.
    A letter to a client whose contact rule forbids the way is kept as refused, and the one who wrote it is told.
    Raises NotFound for a client behind a wall, KeyError and ValueError for a wrong template.
    """
    now = database_now()
    letter = Letter(
        area_id=area_id or current_actor().area_id or area_of("").pk,
        controller_id=controller_id,
        way=way,
        template=template,
        params=dict(params or {}),
        calendar=calendar if way == codes.EMAIL else "",
        next_try_at=now,
        created_at=now,
    )
    _address(letter, to)
    if isinstance(to, ToStaff):
        language = Staff.objects.values_list("language", flat=True).get(pk=to.staff_id)
    rule = contact_rule(letter.person_id) if letter.person_id is not None else None
    if rule is not None and rule.language:
        language = rule.language
    text = write(template, language=language, params=letter.params, way=way)
    letter.language, letter.subject, letter.body = text.language, text.subject, text.body
    if rule is not None and reach(rule, way=way, at=now) is Reach.NEVER:
        letter.state = codes.REFUSED
        actor = current_actor()
        if actor.staff_id is not None:
            notify(staff=[actor.staff_id], code="letter_refused", area_id=letter.area_id)
    letter.save(force_insert=True)
    return letter.pk


def _address(letter: Letter, to: To) -> None:
    match to:
        case ToPerson():
            person = person_for(to.person_id, to="change")
            letter.recipient, letter.person, letter.controller_id = "person", person, person.controller_id
        case ToStaff():
            letter.recipient, letter.staff_id = "staff", to.staff_id
        case ToRole():
            letter.recipient, letter.organisation_id, letter.role = "role", to.organisation_id, to.role
        case ToWriter():
            letter.recipient, letter.address = "writer", to.address.strip()


@action(Role.OPERATOR, Role.COORDINATOR, Role.ADMINISTRATOR)
def set_role_addresses(*, area_id: str, role: str, addresses: Iterable[RoleAddressIn]) -> None:
    """Make the area's addresses of one role those given; what was sent keeps the address it went to."""
    RoleAddress.objects.filter(area_id=area_id, role=role).delete()
    RoleAddress.objects.bulk_create(
        [
            RoleAddress(
                area_id=area_id,
                organisation_id=one.organisation_id,
                role=role,
                email=one.email,
                valid_from=one.valid_from,
                valid_to=one.valid_to,
            )
            for one in addresses
        ]
    )
