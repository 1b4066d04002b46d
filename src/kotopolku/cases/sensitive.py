"""Arkaluonteiset vastaukset: topics kept in a table of their own, for duties with the group `sensitive` only.

The database refuses the rows to everybody else; here is decided what stands in their place. The state of such a topic
is on the assessment itself, so that what the law answers does not depend on who looks.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.actor import Group
from kotopolku.audit.errors import Invalid
from kotopolku.cases.codes import SENSITIVE_TOPICS
from kotopolku.cases.interview import Answers, state_of
from kotopolku.cases.interview_topics import topic_of
from kotopolku.cases.models import Assessment, SensitiveAnswer


def hidden_topics() -> frozenset[str]:
    """Return the codes of topics that the acting duty does not see."""
    return frozenset() if Group.SENSITIVE in current_actor().groups else frozenset(SENSITIVE_TOPICS)


def answers_of(assessment: Assessment) -> Mapping[str, Mapping[str, Any]]:
    """Return the answers that the acting duty may see, topic by topic."""
    if hidden_topics() or not assessment.apart:
        return dict(assessment.answers)
    apart = SensitiveAnswer.objects.filter(assessment=assessment)
    return {**assessment.answers, **{row.topic: row.answer for row in apart}}


def put_apart(assessment: Assessment, answers: Answers) -> Answers:
    """Keep the sensitive topics among the answers where they belong and return the others.

    Raises Invalid when the duty may not see such a topic, since what one cannot read one must not replace.
    """
    sensitive = {code: answer for code, answer in answers.items() if code in SENSITIVE_TOPICS}
    for code in sensitive:
        if code in hidden_topics():
            raise Invalid(
                field=code, message=_("Another official sees and fills in this part. Leave it as it is.")
            )
    if sensitive:
        present = {row.topic: row for row in SensitiveAnswer.objects.filter(assessment=assessment)}
        for code, answer in sensitive.items():
            _keep(assessment, code, answer, present.get(code))
    return {code: answer for code, answer in answers.items() if code not in SENSITIVE_TOPICS}


def _keep(assessment: Assessment, code: str, answer: dict[str, Any], row: SensitiveAnswer | None) -> None:
    state = state_of(topic_of(code), answer)
    apart = {topic: kept for topic, kept in assessment.apart.items() if topic != code}
    assessment.apart = apart if state == "empty" else {**apart, code: state}
    if state == "empty":
        if row is not None:
            row.delete()
        return
    if row is not None and row.answer == answer:
        return
    now = acting()
    SensitiveAnswer.objects.update_or_create(
        assessment=assessment,
        topic=code,
        defaults={
            "controller_id": assessment.controller_id,
            "answer": answer,
            "by": now.actor.staff_id,
            "by_name": now.actor.name,
            "on": now.on,
        },
    )
