"""The words of messages about a booked time: when and where, and nothing about what it is for.

Each is a subject and its paragraphs; `wording` makes templates of them, one for every way of meeting.
"""

from kotopolku.law.wording import N_

type Words = tuple[str, tuple[str, ...], frozenset[str]]

_WHAT: dict[str, tuple[str, str]] = {
    "booked": (N_("A time has been booked for you"), N_("You have a time on {day} at {clock}.")),
    "moved": (
        N_("Your time has changed"),
        N_("Your time has changed. The new time is on {day} at {clock}. The old one is not in force."),
    ),
    "reminder": (N_("Remember your time"), N_("Remember: you have a time on {day} at {clock}.")),
}
_WHERE: dict[str, tuple[str, str]] = {
    "place": (N_("Come here: {place}."), "place"),
    "video": (N_("We meet by video. Open this address then: {link}"), "link"),
    "phone": (N_("We call you at that time."), ""),
    "home_visit": (N_("We come to you."), ""),
    "told": (N_("You have been told how we meet. If you are not sure, call us."), ""),
}
_IF_NOT = N_("If you cannot come, call us as soon as you can. You get a new time.")
_OWN_CODE = N_("To change or cancel your time, open {address} and write this code: {code}. It works once.")
_CANCELLED: Words = (
    N_("Your time has been cancelled"),
    (
        N_("The time on {day} at {clock} has been cancelled. You need not come."),
        N_("If you need a new time, call us or come to us."),
    ),
    frozenset({"day", "clock"}),
)

TIMES: dict[str, Words] = {
    **{
        f"time_{what}_{how}": (
            subject,
            (when, where, _IF_NOT),
            frozenset({"day", "clock"}) | ({name} if name else set()),
        )
        for what, (subject, when) in _WHAT.items()
        for how, (where, name) in _WHERE.items()
    },
    "time_cancelled": _CANCELLED,
    # A weekly series is told in one message.
    **{
        f"series_booked_{how}": (
            N_("Times have been booked for you"),
            (N_("You have these times: {times}."), where, _IF_NOT),
            frozenset({"times"}) | ({name} if name else set()),
        )
        for how, (where, name) in _WHERE.items()
    },
    "series_cancelled": (
        N_("Your times have been cancelled"),
        (N_("These times have been cancelled: {times}. You need not come."), _CANCELLED[1][1]),
        frozenset({"times"}),
    ),
    # Who booked by themselves gets the code of their own time in the same message.
    **{
        f"own_booked_{how}": (
            _WHAT["booked"][0],
            (_WHAT["booked"][1], where, _OWN_CODE),
            frozenset({"day", "clock", "code", "address"}) | ({name} if name else set()),
        )
        for how, (where, name) in _WHERE.items()
        if how in {"place", "phone", "told"}
    },
    "own_code": (N_("Your code"), (_OWN_CODE,), frozenset({"code", "address"})),
}
