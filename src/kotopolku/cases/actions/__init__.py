"""Teot: everything that changes a contact, a case or an assessment; one function a verb, all logged, clocks moved."""

from kotopolku.cases.actions.answers import record_answer
from kotopolku.cases.actions.assessing import (
    conclude_assessment,
    record_measure,
    save_assessment,
    start_assessment,
    tick_told,
    untick_told,
)
from kotopolku.cases.actions.barring import bar_staff, lift_bar, renew_guards
from kotopolku.cases.actions.contacts import (
    close_contact,
    link_contact_to_case,
    receive_contact,
    take_contact,
)
from kotopolku.cases.actions.drafts import drop_draft, keep_draft, sweep_drafts
from kotopolku.cases.actions.granting import end_grant, grant_case
from kotopolku.cases.actions.handling import (
    add_note,
    assign_officer,
    close_case,
    judge,
    open_case,
    reopen_case,
)
from kotopolku.cases.actions.moving import Moved, move_cases, undo_move
from kotopolku.cases.actions.overriding import decide_override, find_for_override, open_override
from kotopolku.cases.actions.sittings import record_sitting, remove_sitting, write_county_part
from kotopolku.cases.actions.undoing import put_contact_back, undo_assignment, undo_closing, void_note

__all__ = [
    "Moved",
    "add_note",
    "assign_officer",
    "bar_staff",
    "close_case",
    "close_contact",
    "conclude_assessment",
    "decide_override",
    "drop_draft",
    "end_grant",
    "find_for_override",
    "grant_case",
    "judge",
    "keep_draft",
    "lift_bar",
    "link_contact_to_case",
    "move_cases",
    "open_case",
    "open_override",
    "put_contact_back",
    "receive_contact",
    "record_answer",
    "record_measure",
    "record_sitting",
    "remove_sitting",
    "renew_guards",
    "reopen_case",
    "save_assessment",
    "start_assessment",
    "sweep_drafts",
    "take_contact",
    "tick_told",
    "undo_assignment",
    "undo_closing",
    "undo_move",
    "untick_told",
    "void_note",
    "write_county_part",
]
