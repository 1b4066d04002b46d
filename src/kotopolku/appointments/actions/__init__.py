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
from kotopolku.appointments.actions.colleagues import (
    allow_colleague,
    end_leave,
    interpret_by_colleague,
    release_colleague,
)
from kotopolku.appointments.actions.erasing import erase_appointments, forget_names
from kotopolku.appointments.actions.feeding import (
    end_own_feed,
    end_room_feed,
    make_own_feed,
    make_room_feed,
)
from kotopolku.appointments.actions.groups import join_group, leave_group
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
from kotopolku.appointments.actions.own import cancel_own, move_own, open_own, reserve, send_own_codes
from kotopolku.appointments.actions.rooms import add_room, end_room
from kotopolku.appointments.actions.series import book_series, cancel_series

__all__ = [
    "add_interpreter",
    "add_room",
    "allow_colleague",
    "answer_interpreter_link",
    "book",
    "book_series",
    "cancel",
    "cancel_interpreter",
    "cancel_own",
    "cancel_series",
    "close_interpreting",
    "end_interpreter",
    "end_leave",
    "end_own_feed",
    "end_room",
    "end_room_feed",
    "erase_appointments",
    "forget_names",
    "give",
    "interpret_by_colleague",
    "join_group",
    "leave_group",
    "make_own_feed",
    "make_room_feed",
    "move",
    "move_own",
    "note_reached",
    "open_own",
    "order_interpreter",
    "record_attendance",
    "record_interpreter_answer",
    "release_colleague",
    "remind",
    "reserve",
    "send_own_codes",
    "wish_interpreter",
]
