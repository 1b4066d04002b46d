"""Book, move, give, cancel and close a time, and keep the rooms: one verb each."""

from kotopolku.appointments.actions.booking import book
from kotopolku.appointments.actions.changing import cancel, give, move, record_attendance
from kotopolku.appointments.actions.rooms import add_room, end_room

__all__ = ["add_room", "book", "cancel", "end_room", "give", "move", "record_attendance"]
