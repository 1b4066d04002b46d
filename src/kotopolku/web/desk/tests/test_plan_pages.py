"""A plan in force on the desk: reviewed in one save, its versions told apart, its length shown beforehand."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of, in_draft

from kotopolku.audit.acting import acting_as
from kotopolku.cases.models import Clock
from kotopolku.people.actions import record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.plans.models import Obstacle, Review
from kotopolku.plans.queries import extension_of, plan_view


def seen(officer, plan):
    with acting_as(officer, on=TODAY):
        return plan_view(plan, on=TODAY)


@pytest.mark.slow
def test_a_review_comes_filled_and_needs_one_sentence_and_one_save(officer):
    # given a client who has asked for a review
    matter, client = accepted(officer), client_of(officer)
    asked = {"on": "20.11.2026", "text": "Haluaa iltakurssille"}
    assert client.post(reverse("desk:plan_asked", args=[matter.plan]), asked).status_code == 302
    address = reverse("desk:plan_review", args=[matter.plan])
    # then the case leads to it at once: three acts from the list are the name, this and the sentence to be saved
    assert client.get(reverse("desk:case", args=[matter.case])).context["next"].url == address
    # when the page is opened
    page = client.get(address)
    form, text = page.context["form"], page.content.decode()
    # then it tells what the client asks for and to what nobody has guided, and holds what is known of the services
    assert "Haluaa iltakurssille" in text
    assert "20 § 5 mom." in text
    assert form.initial["participation"].startswith("Kotoutumiskoulutus: ")
    # when only the progress is written
    first = form.measures[0].id
    sent = {**form.initial, "on": "24.11.2026", "progress": "A1.3", f"measure-{first}": "started"}
    assert client.post(address, sent).status_code == 302
    # then review, service and the next six months stand
    view = seen(officer, matter.plan)
    assert (view.reviews[0].progress, view.measures[0].state) == ("A1.3", "started")
    assert view.next_review_due == date(2027, 5, 24)
    with acting_as(officer, on=TODAY):
        assert not Clock.objects.filter(case_id=matter.case, code="review_asked").exists()
    # and the difference of the versions is a sentence, old → new
    page = client.get(reverse("desk:plan", args=[matter.plan])).content.decode()
    assert "Kotoutumiskoulutus, tila: sovittu → alkanut" in page


@pytest.mark.slow
def test_a_refused_review_shows_the_form_as_typed_with_what_to_mend(officer):
    matter, client = accepted(officer), client_of(officer)
    address = reverse("desk:plan_review", args=[matter.plan])
    version = client.get(address).context["form"].initial["version"]
    answer = client.post(
        address,
        {
            "version": version,
            "on": "24.11.2026",
            "source": "client",
            "participation": "Joka päivä",
            "progress": "Hyvin",
            "ends_on": "24.12.2028",
        },
    )
    assert answer.status_code == 422
    assert "1.11.2027" in answer.content.decode()  # the last day the law allows
    assert answer.context["form"]["progress"].value() == "Hyvin"
    with acting_as(officer, on=TODAY):
        assert not Review.objects.filter(plan_id=matter.plan).exists()


@pytest.mark.slow
def test_a_time_that_was_lost_shows_the_new_last_day_before_it_is_recorded(officer):
    # given a plan of more than one year in all
    matter, client = accepted(officer), client_of(officer)
    address = reverse("desk:plan_length", args=[matter.plan])
    sent = {"reason": "illness", "first_day": "5.11.2026", "last_day": "14.11.2026"}
    # when the officer looks first
    answer = client.post(address, {**sent, "check": "1"})
    # then nothing is recorded, and the day is told
    assert (answer.status_code, answer.context["form"]["reason"].value()) == (200, "illness")
    assert answer.context["before"]["title"]
    with acting_as(officer, on=TODAY):
        assert not Obstacle.objects.exists()
    # when it is recorded, ended wrongly and taken back
    assert client.post(address, sent).status_code == 302
    with acting_as(officer, on=TODAY):
        number = Obstacle.objects.get().pk
    mend = reverse("desk:plan_obstacle", args=[matter.plan])
    assert client.post(mend, {"obstacle": number, "void": "1"}).status_code == 422
    assert client.post(mend, {"obstacle": number, "void": "1", "why": "Väärä asiakas"}).status_code == 302
    assert seen(officer, matter.plan).obstacles == ()


@pytest.mark.slow
def test_each_ground_of_an_extension_is_tried_before_anybody_judges_it(officer):
    matter, client = accepted(officer), client_of(officer)
    address = reverse("desk:plan_length", args=[matter.plan])
    # when low education with special measures is tried, or part-time taking part on home care: two more years
    for ticked in (
        ("low_education", "special_measures_needed"),
        ("home_care_allowance_during_base_period", "part_time_participation"),
    ):
        before = client.post(address, {"grounds": "1", **dict.fromkeys(ticked, "on")}).context["before"]
        assert (before["together"], before["rests"]) == ("2.11.2030", "23 § 3 mom.")
    # then half of a ground gives nothing, and nothing was recorded
    alone = client.post(address, {"grounds": "1", "low_education": "on"}).context["before"]
    assert (alone["together"], alone["rests"]) == ("2.11.2028", "")
    with acting_as(officer, on=TODAY):
        assert extension_of(matter.case) == {}


@pytest.mark.slow
def test_a_draft_that_job_search_froze_is_offered_to_the_employment_authority_as_it_stands(officer):
    # given a draft in hand on the day job search begins
    matter, client = in_draft(officer), client_of(officer)
    with acting_as(officer, on=TODAY):
        record_period(person_id=matter.person, period=PeriodEntry(kind="jobseeker", first_day=TODAY))
    # when the officer goes from the draft to the packet
    page = client.get(reverse("desk:plan", args=[matter.plan])).content.decode()
    offer = f"{reverse('desk:handover_new', args=[matter.case])}?kind=employment"
    assert offer in page
    # then it holds the draft whole, ticked, and nobody writes it anew
    rows = {row["tick"].name: row for row in client.get(offer).context["form"].rows()}
    draft = rows["tick_plan_draft"]
    assert (draft["tick"].value(), draft["text"]) == (True, None)
    for words in (
        "Jäädytetty: 24.11.2026",
        "työ: Työ leipomossa",
        "Kieli on työn ehto.",
        "Puhelu joka kuukausi.",
    ):
        assert words in draft["known"]


@pytest.mark.slow
def test_the_next_step_is_agreed_before_the_plan_ends(officer):
    matter, client = accepted(officer), client_of(officer)
    version = seen(officer, matter.plan).version
    sent = {
        "version": version,
        "exit_to": "studies",
        "next_step": "Aloittaa Novidassa, opinto-ohjaaja ottaa vastaan",
    }
    assert client.post(reverse("desk:plan_next_step", args=[matter.plan]), sent).status_code == 302
    view = seen(officer, matter.plan)
    assert (view.exit_to, view.next_step_on) == ("studies", TODAY)
