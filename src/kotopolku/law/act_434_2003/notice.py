"""59 § Tavallinen tiedoksianto: when a notice counts as received; electronic messages under act 13/2003."""

from datetime import date

from kotopolku.law.act_13_2003.notice import L13_19
from kotopolku.law.act_434_2003.interpretation import ACT, FORCE
from kotopolku.law.calendar import add_days
from kotopolku.law.facts import Facts, Notice
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

HL_59 = rule(
    id="HL-59",
    at=Provision(ACT, "59"),
    title=N_("A letter counts as received on the seventh day"),
    text=N_(
        "An ordinary letter counts as received on the seventh day after it was sent, unless another day is shown. A "
        "known day of receipt goes before every presumption."
    ),
    force=FORCE,
    module=__name__,
)
NOTICE_READS = ("notice",)
#: Rule, days and sentence of each way of notice that has a presumption.
_PRESUMPTIONS = {
    "ordinary_letter": (
        HL_59,
        7,
        N_(
            "The letter was sent on {sent_on} and counts as received on {received_on}, the seventh day after."
        ),
    ),
    "electronic_message": (
        L13_19,
        3,
        N_("The message was sent on {sent_on} and counts as received on {received_on}, the third day after."),
    ),
}


@question(
    "notice_deemed_received_on",
    rules=(HL_59, L13_19),
    reads=NOTICE_READS,
    type="date",
    meaning=N_("On which day does the notice count as received?"),
)
def notice_deemed_received_on(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The known day, else the seventh day of a letter or the third of an electronic message; not rolled."""
    del on
    return (received(facts),)


def received(facts: Facts) -> Finding:
    """The day of receipt, as the answer to `notice_deemed_received_on`."""
    asked = "notice_deemed_received_on"
    notice = facts.notice
    if notice.received_on is not None:
        known = N_("The day of receipt is known: {received_on}.")
        return found(HL_59, asked, notice.received_on, known, received_on=notice.received_on)
    if notice.channel is None:
        missing = ("notice.channel",) if notice.sent_on else ("notice.channel", "notice.sent_on")
        return missing_fact(
            HL_59, asked, missing, N_("Neither the day of receipt nor the way of notice is recorded.")
        )
    return _presumed(notice, notice.channel)


def _presumed(notice: Notice, channel: str) -> Finding:
    """The day the way of notice leads to, when no day of receipt is known."""
    asked = "notice_deemed_received_on"
    if channel == "electronic_message" and not notice.consent_to_electronic_notice:
        no = N_("No consent to notice by electronic message is recorded: it does not count as received.")
        return found(L13_19, asked, None, no)
    if channel not in _PRESUMPTIONS:
        other = N_("With this way of notice, {channel}, it counts as received only when receipt is shown.")
        return found(HL_59, asked, None, other, channel=channel)
    base, days, message = _PRESUMPTIONS[channel]
    if notice.sent_on is None:
        unsent = N_("Neither the day of receipt nor the day of sending is recorded.")
        return missing_fact(base, asked, ("notice.sent_on",), unsent)
    day = add_days(notice.sent_on, days)
    return found(base, asked, day, message, sent_on=notice.sent_on, received_on=day)
