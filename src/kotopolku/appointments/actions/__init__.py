"""Book, move, give, cancel and close a time, order its interpreter, keep the rooms: one verb each."""

from kotopolku.appointments.actions.booking import book
from kotopolku.appointments.actions.changing import (
    cancel,
    give,
    move,
    note_reached,
    record_attendance,
    remind,
)
from kotopolku.appointments.actions.erasing import erase_appointments, forget_names
from kotopolku.appointments.actions.interpreting import (
    add_interpreter,
    answer_interpreter_link,
    cancel_interpreter,
    close_interpreting,
    end_interpreter,
    order_interpreter,
    record_interpreter_answer,
    wish_interpreter,
)
from kotopolku.appointments.actions.rooms import add_room, end_room

__all__ = [
    "add_interpreter",
    "add_room",
    "answer_interpreter_link",
    "book",
    "cancel",
    "cancel_interpreter",
    "close_interpreting",
    "end_interpreter",
    "end_room",
    "erase_appointments",
    "forget_names",
    "give",
    "move",
    "note_reached",
    "order_interpreter",
    "record_attendance",
    "record_interpreter_answer",
    "remind",
    "wish_interpreter",
]
