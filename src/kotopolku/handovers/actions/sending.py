"""Luovuttaminen: make a packet, freeze it, send it; take it back."""

from datetime import date
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Organisation
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.cases.access import case_for
from kotopolku.cases.models import Case, CaseGrant
from kotopolku.handovers import codes
from kotopolku.handovers.access import sent_packet
from kotopolku.handovers.actions.receiving import receivers_at, tell_receiver
from kotopolku.handovers.entries import ItemIn, PacketIn, ReceiverIn
from kotopolku.handovers.events import receiver_of, tell
from kotopolku.handovers.items import Known, known_of, provider_may_get, tells_secret
from kotopolku.handovers.models import Packet
from kotopolku.law.calendar import add_days
from kotopolku.plans.actions import record_referral
from kotopolku.plans.facts import person_facts
from kotopolku.plans.models import Measure


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def send_packet(*, case_id: UUID, packet: PacketIn) -> UUID:
    """Hand the client's matter over to a receiver with only the fields given, frozen as they stand; return its id.

    With `measure_id` the client is thereby guided to the agreed service (20.5). Raises Invalid, Closed, NotFound.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    _check_words(packet, on=acting().on)
    receiver = _receiver(packet.kind, packet.receiver)
    known = known_of(case)
    measure = _measure(packet, known)
    items = _items(packet, known, case=case, guided=measure is not None)
    _refuse_secrets(packet, known)
    now = acting()
    row = Packet.objects.create(
        controller_id=case.controller_id,
        area_id=case.area_id,
        case=case,
        client=case.person_id,
        kind=packet.kind,
        organisation=receiver,
        receiver_name=packet.receiver.name.strip(),
        role=packet.receiver.role.strip(),
        staff_id=packet.receiver.staff_id,
        title=packet.title.strip(),
        purpose=packet.purpose.strip(),
        measure_id=measure.pk if measure else None,
        items=items,
        masked=sorted(
            (codes.PROTECTED & packet.items.keys()) - {one["item"] for one in items}
            if known.protected
            else ()
        ),
        address_reason=packet.address_reason.strip() if known.protected else "",
        consent_on=packet.consent_on,
        consent_how=packet.consent_how.strip(),
        offered=list(packet.offered),
        interpreter=packet.interpreter,
        sent_on=now.on,
        sent_by=now.actor.staff_id,
        sent_by_name=now.actor.name,
        due_on=packet.due_on,
        chase_on=add_days(packet.due_on, 1),
    )
    name = receiver.names.pick("fi").text if receiver else row.receiver_name
    tell(
        case,
        "packet_sent",
        title=row.title,
        **receiver_of(row),
        due_on=row.due_on,
        text=row.purpose,
        provision=codes.PROVISIONS[row.kind],
    )
    if measure is not None and measure.referred_on is None and measure.state == "planned":
        record_referral(measure_id=measure.pk, referred_on=now.on, referred_to=name)
    tell_receiver(row, "packet_arrived")
    touch(case.person_id)
    return row.pk


def _check_words(packet: PacketIn, *, on: date) -> None:
    faults = (
        ("kind", packet.kind in codes.KINDS, _("Choose what is handed over.")),
        (
            "title",
            bool(packet.title.strip()),
            _("Write what this is about, for example the name of the service."),
        ),
        ("purpose", bool(packet.purpose.strip()), _("Write what the receiver needs the information for.")),
        ("due_on", packet.due_on >= on, _("Give a day for the answer from today on.")),
    )
    for field, is_right, message in faults:
        if not is_right:
            raise Invalid(field=field, message=message)
    if packet.kind in codes.BY_CONSENT:
        if packet.consent_on is None or packet.consent_on > on:
            raise Invalid(
                field="consent_on", message=_("Ask for the client's consent and record the day it was given.")
            )
        if not packet.consent_how.strip():
            raise Invalid(field="consent_how", message=_("Write how the client gave the consent."))


def _receiver(kind: str, given: ReceiverIn) -> Organisation | None:
    if not given.organisation:
        if kind == codes.MOVE and given.name.strip():
            return None
        raise Invalid(field="organisation", message=_("Choose the organisation from the list."))
    found = Organisation.objects.filter(code=given.organisation).first()
    if found is None or found.kind not in codes.RECEIVER_KINDS[kind]:
        raise Invalid(field="organisation", message=_("Choose an organisation of the right kind."))
    if given.staff_id is not None:
        if not receivers_at(found.pk, kind).filter(staff_id=given.staff_id).exists():
            raise Invalid(field="staff", message=_("Choose somebody who works there now."))
    elif not given.role.strip():
        raise Invalid(field="role", message=_("Name the role or the person whose task this is."))
    return found


def _measure(packet: PacketIn, known: Known) -> Measure | None:
    """Return the agreed service the packet is about; a provider's packet always has one (94 §)."""
    if packet.measure_id is None:
        if packet.kind == codes.SERVICE:
            raise Invalid(
                field="measure",
                message=_(
                    "Choose the service agreed in the plan. A provider gets information only about it."
                ),
            )
        return None
    measure = Measure.objects.filter(pk=packet.measure_id, plan=known.plan).first() if known.plan else None
    if measure is None:
        raise Invalid(field="measure", message=_("Choose a service of the plan that is in force."))
    return measure


def _items(packet: PacketIn, known: Known, *, case: Case, guided: bool) -> list[dict[str, str]]:
    """Return the fields as they are frozen, in the list's order; what nothing is known of is left out."""
    allowed = codes.ITEMS[packet.kind]
    if "names" not in packet.items:
        raise Invalid(field="items", message=_("The receiver must know whom this is about: tick the name."))
    for item, given in packet.items.items():
        if item not in allowed:
            raise Invalid(field="items", message=_("This receiver may not get one of the fields."))
        if given.need not in codes.NEEDS:
            raise Invalid(field="items", message=_("Choose for every ticked field what it is needed for."))
    facts = person_facts(case.person_id, on=acting().on) if packet.kind == codes.SERVICE else None
    frozen = []
    for item in (one for one in allowed if one in packet.items):
        if item in codes.PROTECTED and known.protected:
            words = known.hidden.get(item, "") if _may_open(packet) else ""
        else:
            words = _words(item, packet.items[item], known)
        if not words:
            continue
        if facts is not None and not provider_may_get(facts, item, guided=guided, on=acting().on):
            raise Invalid(field="items", message=_("This receiver may not get one of the fields."))
        frozen.append({"item": item, "need": packet.items[item].need, "text": words})
    return frozen


#: Fields whose words the officer may write or correct; the rest go as they are recorded.
WRITABLE = frozenset(
    {
        "training_recommendation",
        "language_start_level_result",
        "earlier_education",
        "earlier_occupation_or_work",
        "target_occupation",
        "earlier_integration_studies",
        "agreed_next_steps",
        "assessment_outcome",
        codes.OTHER,
    }
)


def _words(item: str, given: ItemIn, known: Known) -> str:
    if item in WRITABLE and given.text.strip():
        return given.text.strip()
    return known.words.get(item, "")


def _may_open(packet: PacketIn) -> bool:
    return packet.kind in codes.MAY_OPEN and bool(packet.address_reason.strip())


def _refuse_secrets(packet: PacketIn, known: Known) -> None:
    """Refuse free words that tell where a protected client lives or how to reach them."""
    texts = {"title": packet.title, "purpose": packet.purpose, "role": packet.receiver.role}
    for field, text in texts.items():
        if tells_secret(text, known.secrets):
            raise _secret(field)
    free = [one.text for one in packet.items.values()]
    if codes.DRAFT in packet.items:
        free.append(
            known.words.get(codes.DRAFT, "")
        )  # goes as it stands, and holds words of whoever wrote it
    if any(tells_secret(text, known.secrets) for text in free):
        raise _secret("items")


def _secret(field: str) -> Invalid:
    return Invalid(
        field=field,
        message=_("This holds contact details of a client under a non-disclosure order. Take them out."),
    )


@action(Role.OFFICER, Role.COORDINATOR)
def withdraw_packet(*, packet_id: UUID, reason: str) -> None:
    """Take a packet back: from this moment its receiver sees nothing of it, nor of what it opened.

    Raises Invalid, Closed, NotFound.
    """
    packet, case = sent_packet(packet_id)
    if not reason.strip():
        raise Invalid(field="reason", message=_("Write why the packet is withdrawn."))
    packet.state, packet.withdrawn_reason = codes.WITHDRAWN, reason.strip()
    packet.save(update_fields=["state", "withdrawn_reason"])
    opened = CaseGrant.objects.filter(packet_id=packet.pk, ended_by_name="")
    opened.update(last_day=Greatest(F("first_day"), acting().on), ended_by_name=acting().actor.name)
    tell(case, "packet_withdrawn", **receiver_of(packet), title=packet.title, text=reason.strip())
