"""The demo's hand-overs: a packet in each state, as an officer sent it and its receiver answered."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.errors import Invalid
from kotopolku.cases.queries import case_of_person, case_view
from kotopolku.handovers import codes
from kotopolku.handovers.actions import answer_packet, send_packet
from kotopolku.handovers.entries import ItemIn, PacketIn, ReceiverIn
from kotopolku.handovers.queries import packet_form
from kotopolku.law.calendar import add_days

#: Days since it was sent, days from the sending to the day of the answer, and the answer of the school.
SENT: tuple[tuple[int, int, str, str], ...] = (
    (4, 14, "", ""),
    (20, 10, "", ""),
    (12, 14, "accepted", ""),
    (15, 14, "declined", "Ryhmä on täynnä tammikuuhun saakka."),
    (18, 14, "started", ""),
)
INVITED = 6


def hand_over(persons: Iterable[UUID], *, actors: Mapping[str, Actor], on: date) -> None:
    """Send the packets about clients whose plan agrees on a training, and one invitation to the county."""
    aino = actors["aino"]
    wanted = list(SENT)
    for case_id, measure_id, title in _trainings(persons, officer=aino, on=on):
        if not wanted:
            _invite(case_id, officer=aino, on=on)
            return
        ago, days, answer, reason = wanted[0]
        day = add_days(on, -ago)
        packet = _packet(codes.SERVICE, title=title, due_on=day + timedelta(days=days), measure_id=measure_id)
        try:
            with acting_as(aino, on=day):
                sent = send_packet(case_id=case_id, packet=packet)
        except Invalid:  # a plan drawn up later than that day
            continue
        wanted.pop(0)
        if answer:
            with acting_as(actors["olli"], on=day + timedelta(days=2)):
                answer_packet(packet_id=sent, answer=answer, reason=reason)


def _trainings(persons: Iterable[UUID], *, officer: Actor, on: date) -> Iterator[tuple[UUID, int, str]]:
    for person in persons:
        with acting_as(officer, on=on):
            case_id = case_of_person(person)
            if case_id is None or case_view(case_id).closed_on is not None:
                continue
            measures = packet_form(case_id, kind=codes.SERVICE).measures
        training = next((one for one in measures if one.code.endswith("training")), None)
        if training is not None:
            yield case_id, training.id, training.title


def _packet(kind: str, *, title: str, due_on: date, measure_id: int | None = None) -> PacketIn:
    organisation, role = (
        ("raisio-opisto", "kouluttaja") if kind == codes.SERVICE else ("varha", "sosiaaliohjaaja")
    )
    return PacketIn(
        kind=kind,
        receiver=ReceiverIn(organisation=organisation, role=role),
        title=title,
        purpose="Paikka ryhmässä ja sopivan tason valinta."
        if kind == codes.SERVICE
        else "Palvelut on sovitettava yhteen arvioinnissa.",
        due_on=due_on,
        measure_id=measure_id,
        items={item: ItemIn(need=codes.USUAL_NEED[item]) for item in codes.USUAL[kind]},
        offered=("ke 2.12. klo 10", "to 3.12. klo 13") if kind == codes.COUNTY else (),
        interpreter="ar" if kind == codes.COUNTY else "",
    )


def _invite(case_id: UUID, *, officer: Actor, on: date) -> None:
    day = add_days(on, -INVITED)
    packet = _packet(codes.COUNTY, title="Yhteinen arviointi", due_on=add_days(day, 14))
    with acting_as(officer, on=day):
        send_packet(case_id=case_id, packet=packet)
