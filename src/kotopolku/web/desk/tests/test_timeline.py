"""The case page tells what happened to the plan, in words, beside what happened to the case."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.plans.actions import end_plan, record_referral
from kotopolku.plans.events import SENTENCES
from kotopolku.plans.queries import plan_view
from kotopolku.web.parts.dates import day


@pytest.mark.slow
def test_events_of_the_plan_are_sentences_on_the_timeline(officer, today):
    # given a plan in force from which the client was guided to a service, and which then ended
    matter = accepted(officer)
    with acting_as(officer, on=today):
        course = plan_view(matter.plan, on=today).measures[0]
        record_referral(measure_id=course.id, referred_on=today, referred_to="Raisio-opisto")
        version = plan_view(matter.plan, on=today).version
        end_plan(plan_id=matter.plan, version=version, ended_on=today, reason="moved")
    # when
    page = client_of(officer).get(reverse("desk:case", args=[matter.case]))
    # then the newest two are the plan's, in the reader's words; no event is without any
    newest, second, *earlier = page.context["events"]
    with override("fi"):
        assert newest.act == gettext(SENTENCES["plan_ended"]).format(ended_on=day(today))
        assert second.act == gettext(SENTENCES["measure_referred"]).format(title="Kotoutumiskoulutus")
    assert all(event.act or event.sentence for event in earlier)
