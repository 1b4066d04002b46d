"""Jonon teot: take a number, call, move, end; close an office. Each changes the counter in the same transaction."""

from kotopolku.line.actions.answering import answer_ticket, note_undelivered, open_video
from kotopolku.line.actions.calling import call_next, call_ticket, put_back, recall, start_serving
from kotopolku.line.actions.ending import finish_ticket, leave_line, miss_visitor, quick_serve
from kotopolku.line.actions.offices import close_office, open_again, place_screen
from kotopolku.line.actions.recordings import keep_recording, remove_recording
from kotopolku.line.actions.sorting import give_priority, move_ticket
from kotopolku.line.actions.taking import key_of_message, note_missed_call, take_place
from kotopolku.line.actions.upkeep import forget_wishes

__all__ = [
    "answer_ticket",
    "call_next",
    "call_ticket",
    "close_office",
    "finish_ticket",
    "forget_wishes",
    "give_priority",
    "keep_recording",
    "key_of_message",
    "leave_line",
    "miss_visitor",
    "move_ticket",
    "note_missed_call",
    "note_undelivered",
    "open_again",
    "open_video",
    "place_screen",
    "put_back",
    "quick_serve",
    "recall",
    "remove_recording",
    "start_serving",
    "take_place",
]
