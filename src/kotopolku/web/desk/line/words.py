"""Codes of the line as words."""

from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.words.codes import Words

CHANNELS: Words = {
    "kiosk": lazy("number from the kiosk"),
    "desk": lazy("number from the desk"),
    "web": lazy("number from the web"),
    "call": lazy("wants a call"),
    "email": lazy("E-mail"),
    "question": lazy("question from the public page"),
}
CHANNEL_ICONS = {
    "kiosk": "door",
    "desk": "door",
    "web": "door",
    "call": "phone",
    "email": "envelope",
    "question": "speech",
}
PRIORITIES: Words = {
    "safety": lazy("Safety"),
    "small_children": lazy("Small children"),
    "deadline_today": lazy("The deadline is today"),
}
WAYS: Words = {
    "here": lazy("at the office"),
    "phone": lazy("by telephone"),
    "video": lazy("by video"),
    "email": lazy("by e-mail, without secrets"),
}
LEFT_IN_BOX: Words = {
    "html": lazy("The e-mail has only HTML. Read it in the shared box."),
    "files": lazy("The e-mail has attachments. They stay in the shared box."),
    "cut": lazy("The e-mail goes on. Read the rest in the shared box."),
    "unreadable": lazy("The e-mail cannot be read here. Look at it in the shared box."),
}
ANSWERED = ("solved", "partly", "guided", "booked", "no_answer")
STATES: Words = {
    "waiting": lazy("Waits"),
    "called": lazy("Called"),
    "serving": lazy("Being served"),
    "served": lazy("Served"),
    "no_show": lazy("Did not come"),
    "transferred": lazy("Moved to another office"),
    "left": lazy("Left without service"),
}
REASONS: Words = {
    "illness": lazy("Illness"),
    "training": lazy("Training"),
    "technical": lazy("A technical fault"),
    "holiday": lazy("A holiday"),
    "moving": lazy("We are moving"),
    "other": lazy("Another reason"),
}
