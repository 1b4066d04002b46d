"""Advice, the line, times, interpreters, the roster: what is open to everybody."""

from tests.rights.words import (
    COORDINATOR,
    DECIDE,
    DESK,
    GRANT,
    HANDLE,
    MANAGERS,
    OWN,
    PREPARE,
    READ,
    RESPONSIBLE,
    Right,
    right,
)

ROWS: tuple[Right, ...] = (
    right("the log of advice (10 §)", READ, DESK, pages="desk:advice desk:advice_numbers desk:advice_visit"),
    right(
        "the log of advice (10 §)",
        PREPARE,
        DESK,
        "log_visit take_from_phone correct_visit void_visit give_slip guide_on acknowledge_onward",
        pages="desk:advice_onward desk:outreach_phone desk:outreach_phone_worker desk:outreach_phone_send",
    ),
    right(
        "the line of advice (10 §)",
        READ,
        DESK,
        pages="desk:line_now desk:line_station desk:line_next desk:line_give",
    ),
    right(
        "the line of advice (10 §)",
        PREPARE,
        DESK,
        "call_next call_ticket recall start_serving put_back finish_ticket quick_serve miss_visitor give_priority "
        "move_ticket note_missed_call answer_ticket open_video note_undelivered",
        pages="desk:line_missed desk:line_ticket desk:line_answer",
    ),
    right("the line of advice (10 §)", PREPARE, DESK, "take_place", beside="public system"),
    right("the line of advice (10 §)", PREPARE, DESK, "leave_line", beside="public"),
    right(
        "booked times",
        READ,
        DESK,
        pages="desk:calendar desk:calendar_day",
    ),
    right(
        "booked times",
        PREPARE,
        DESK,
        "book book_series join_group leave_group move give cancel cancel_series record_attendance note_reached",
        pages="desk:book_light desk:book_client desk:appointment desk:sick",
    ),
    right(
        "one's own booked time",
        OWN,
        frozenset(),
        "reserve open_own send_own_codes move_own cancel_own",
        beside="public",
    ),
    right("interpreters and their orders", READ, DESK, pages="desk:interpreters desk:interpreting_costs"),
    right(
        "interpreters and their orders",
        PREPARE,
        DESK,
        "order_interpreter record_interpreter_answer cancel_interpreter close_interpreting wish_interpreter "
        "interpret_by_colleague release_colleague",
        pages="desk:interpreting",
    ),
    right("interpreters and their orders", HANDLE, RESPONSIBLE, "add_interpreter end_interpreter"),
    right(
        "interpreters and their orders",
        GRANT,
        COORDINATOR,
        "allow_colleague end_leave",
        pages="desk:interpreter_leaves",
    ),
    right("an interpreter's own answer", OWN, frozenset(), "answer_interpreter_link", beside="public"),
    right("the fee for a missed time (32 a §)", READ, DESK, pages="desk:fees"),
    right(
        "the fee for a missed time (32 a §)",
        PREPARE,
        DESK,
        "tell_fee hear_about_fee record_fee_answer",
        pages="desk:fee",
    ),
    right("the fee for a missed time (32 a §)", DECIDE, RESPONSIBLE, "judge_fee drop_fee decide_fee"),
    right("the fee for a missed time (32 a §)", HANDLE, RESPONSIBLE, "export_fees", pages="desk:fees_export"),
    right(
        "the largest fee in force (32 a §)",
        HANDLE,
        MANAGERS,
        "enter_fee_amount withdraw_fee_amount",
        pages="office:fee_amounts",
    ),
    right(
        "one's own calendar elsewhere", OWN, DESK, "make_own_feed end_own_feed", pages="desk:calendar_feeds"
    ),
    right("rooms that can be booked", GRANT, RESPONSIBLE, "make_room_feed end_room_feed"),
    right("rooms that can be booked", READ, DESK, pages="desk:calendar_rooms"),
    right("rooms that can be booked", HANDLE, RESPONSIBLE, "add_room end_room"),
    right("the roster and days of outreach", READ, DESK, pages="desk:roster desk:outreach"),
    right(
        "the roster and days of outreach",
        PREPARE,
        DESK,
        "plan_shift end_shift accept_outreach decline_outreach announce_outreach cancel_outreach",
        pages="desk:outreach_new",
    ),
    right("the roster and days of outreach", PREPARE, frozenset(), "ask_for_outreach", beside="public"),
    right("closed today", HANDLE, DESK, "close_office open_again", pages="desk:line_closed"),
    right("what kiosks say aloud", READ, DESK, pages="desk:recordings desk:recording_sound"),
    right(
        "what kiosks say aloud",
        PREPARE,
        DESK,
        "keep_recording remove_recording",
        pages="desk:recording",
    ),
    right("visits named by consent", PREPARE, DESK, "name_visit withdraw_name", pages="desk:advice_named"),
    right(
        "records of the national system (874/2024)",
        PREPARE,
        DESK,
        "mark_guidance_recorded unmark_guidance_recorded",
    ),
    right(
        "organisations and settings of the area", HANDLE, COORDINATOR, "set_advice_rules", beside="operator"
    ),
)
