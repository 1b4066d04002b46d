"""Codes of the log of advice as words."""

from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.words.codes import Words

CHANNELS: Words = {
    "walk_in": lazy("Walk-in"),
    "appointment": lazy("Appointment"),
    "phone": lazy("Telephone"),
    "email": lazy("E-mail"),
    "video": lazy("Video"),
    "messaging": lazy("Message"),
    "outreach": lazy("Outreach"),
    "home_visit": lazy("Home visit"),
}
CHANNEL_KEYS = "12345678"
INTERPRETERS: Words = {
    "own_language": lazy("Own language"),
    "remote": lazy("By video"),
    "telephone": lazy("By telephone"),
    "in_person": lazy("In the room"),
    "not_needed": lazy("Not needed"),
    "missing": lazy("None to be had"),
}
MINUTES: Words = {
    "up_to_5": lazy("5 min"),
    "up_to_15": lazy("15 min"),
    "up_to_30": lazy("30 min"),
    "up_to_60": lazy("60 min"),
    "over_60": lazy("over 60 min"),
}
OUTCOMES: Words = {
    "solved": lazy("Solved"),
    "partly": lazy("Partly"),
    "guided": lazy("Guided on"),
    "booked": lazy("Time booked"),
    "assessment_requested": lazy("Asked for an assessment"),
    "handed_over": lazy("Handed over"),
    "no_answer": lazy("We had no answer"),
    "left": lazy("Left without service"),
}
OUTCOME_KEYS = "SOHVALQX"
ONWARD_WAYS: Words = {
    "told": lazy("Told"),
    "together": lazy("Called together"),
    "handed_over": lazy("Handed over with consent"),
}
CONSENTS: Words = {
    "spoken": lazy("said it to me"),
    "interpreted": lazy("said it through an interpreter"),
    "written": lazy("in writing"),
}
LIVES: Words = {"other": lazy("Elsewhere"), "not_asked": lazy("Not asked")}
ELSEWHERE_KEY, NOT_ASKED_KEY = "E", "0"
