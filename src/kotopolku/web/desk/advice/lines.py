"""A visit as a line of a list."""

from kotopolku.advice.queries import VisitView
from kotopolku.advice.settings import AdviceSettings
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day


def line(visit: VisitView, rules: AdviceSettings, *, dated: bool = False) -> dict[str, object]:
    """Return when, what and how of a visit as words; with its day when it is not today's list."""
    topics = [topic.name.pick("fi").text for one in visit.topics if (topic := rules.topic(one))]
    outcome = codes.word(words.OUTCOMES, visit.outcome)
    more = (
        codes.word(words.CHANNELS, visit.channel),
        language_name(visit.language),
        outcome if topics else "",
        visit.staff_name,
    )
    return {
        "visit": visit,
        "time": str(day(visit.on)) if dated else f"{visit.at.astimezone(HELSINKI):%-H.%M}",
        "what": ", ".join(topics) or outcome,
        "more": ", ".join(part for part in more if part),
    }
