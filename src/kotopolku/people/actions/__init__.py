"""Teot: everything that changes what is known of a person; one function a verb, all logged, clocks moved."""

from kotopolku.people.actions.details import (
    add_identifier,
    change_details,
    keep_apart,
    set_citizenships,
    set_contact_details,
    set_languages,
)
from kotopolku.people.actions.duplicates import (
    handle_duplicate_report,
    link_same_person,
    unlink_same_person,
)
from kotopolku.people.actions.facts import (
    end_period,
    record_fact,
    record_facts,
    record_period,
    record_status,
    void_period,
    void_status,
)
from kotopolku.people.actions.households import (
    add_household_member,
    form_household,
    leave_household,
    record_together,
    split_household,
)
from kotopolku.people.actions.registering import register_person
from kotopolku.people.actions.safety import close_masked, open_masked, set_non_disclosure, set_safe_contact

__all__ = [
    "add_household_member",
    "add_identifier",
    "change_details",
    "close_masked",
    "end_period",
    "form_household",
    "handle_duplicate_report",
    "keep_apart",
    "leave_household",
    "link_same_person",
    "open_masked",
    "record_fact",
    "record_facts",
    "record_period",
    "record_status",
    "record_together",
    "register_person",
    "set_citizenships",
    "set_contact_details",
    "set_languages",
    "set_non_disclosure",
    "set_safe_contact",
    "split_household",
    "unlink_same_person",
    "void_period",
    "void_status",
]
