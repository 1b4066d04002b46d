"""The log of advice at the desk: one page, no free text, nothing kept but what is no cost."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.advice.actions import give_slip
from kotopolku.advice.models import AdviceRules, AdviceVisit
from kotopolku.advice.queries import day_visits
from kotopolku.advice.settings import write
from kotopolku.audit.acting import acting_as
from kotopolku.plans.tests.stories import opened
from kotopolku.services.models import Place

VISIT = {
    "place": "martinkatu", "channel": "walk_in", "language": "ar", "interpreter": "own_language",
    "municipality": "not_asked", "topics": ["benefits"], "minutes": "up_to_15", "outcome": "solved",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _advice(area, monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())
    topics = (
        ("benefits", {"fi": "Kela ja etuudet"}, {"fi": "asumistuki"}),
        ("other", {"fi": "Muu"}, {"fi": "muu"}),
    )
    AdviceRules.objects.create(area_id=area.id, stored=write(topics=topics, keys={"raisio": "R"}))
    facts = {"id": "martinkatu", "kind": "office", "municipality": "raisio", "name": {"fi": "Martinkatu 8"}}
    Place.objects.create(area_id=area.id, code="martinkatu", position=0, facts=facts)


def visits(officer):
    with acting_as(officer, on=TODAY):
        return day_visits(on=TODAY)


def test_a_visit_is_logged_shown_and_undone(officer):
    client = client_of(officer)
    page = client.post(reverse("desk:advice"), VISIT, follow=True).content.decode()
    # then the day shows it, with undo
    assert "Kela ja etuudet" in page
    (visit,) = visits(officer)
    undo = reverse("desk:advice_undo", args=[visit.id])
    assert undo in page
    client.post(undo, {"version": "1"})
    assert visits(officer) == ()


def test_the_next_entry_begins_with_way_and_language_and_never_with_the_municipality(officer):
    client = client_of(officer)
    client.post(reverse("desk:advice"), VISIT)
    form = client.get(reverse("desk:advice")).context["form"]
    assert form["language"].value() == "ar"
    assert form["channel"].value() == "walk_in"
    assert form["municipality"].value() is None
    assert form["topics"].value() is None


@pytest.mark.parametrize("place", ["mart\x00inkatu", "elsewhere", "x" * 100_000])
def test_a_place_that_is_none_of_ours_is_said_and_logs_nothing(officer, place):
    answer = client_of(officer).post(reverse("desk:advice"), VISIT | {"place": place})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"place"}
    assert visits(officer) == ()


@pytest.mark.parametrize(
    "missing", ["channel", "interpreter", "municipality", "topics", "minutes", "outcome"]
)
def test_what_is_missing_is_said_and_the_rest_is_kept(officer, missing):
    answer = client_of(officer).post(
        reverse("desk:advice"), {key: VISIT[key] for key in VISIT if key != missing}
    )
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {missing}
    assert answer.context["form"]["language"].value() == "ar"
    assert visits(officer) == ()


def test_a_request_for_an_assessment_goes_on_to_the_contact_in_one_step(officer):
    answer = client_of(officer).post(reverse("desk:advice"), VISIT | {"outcome": "assessment_requested"})
    assert answer.url == f"{reverse('desk:contact_new')}?kind=own_request"
    assert client_of(officer).get(answer.url).context["form"]["kind"].value() == "own_request"


def test_the_form_asks_for_no_name_and_no_right(officer):
    form = client_of(officer).get(reverse("desk:advice")).context["form"]
    assert set(form.fields) == {*VISIT, "came_back"}


@pytest.mark.slow
def test_a_correction_from_an_old_page_is_refused(officer, colleague):
    client_of(officer).post(reverse("desk:advice"), VISIT)
    url = reverse("desk:advice_visit", args=[visits(officer)[0].id])
    assert client_of(colleague).post(url, VISIT | {"version": "1", "outcome": "partly"}).status_code == 302
    assert client_of(officer).post(url, VISIT | {"version": "1"}).status_code == 409
    assert visits(officer)[0].outcome == "partly"


@pytest.mark.slow
def test_a_client_with_a_slip_gets_the_visit_to_their_case(officer):
    case_id = opened(officer, on=TODAY)[1]
    client = client_of(officer)
    client.post(reverse("desk:advice"), VISIT)
    with acting_as(officer, on=TODAY):
        code = give_slip(visit_id=AdviceVisit.objects.get().pk)
    url = reverse("desk:advice_named", args=[case_id])
    assert client.post(url, {"code": "AAAA-AAAA", "consent_how": "spoken"}).status_code == 422
    page = client.post(url, {"code": code, "consent_how": "spoken"}, follow=True).content.decode()
    assert "Kela ja etuudet" in page
    assert code not in page


def test_the_month_shows_how_many_were_not_asked(officer):
    client = client_of(officer)
    client.post(reverse("desk:advice"), VISIT)
    page = client.get(reverse("desk:advice_numbers")).content.decode()
    assert "1 ilman kotikuntaa" in page
    assert "100 %" in page


def test_a_visitor_is_guided_on_with_a_slip_in_their_language_and_a_finnish_sentence(officer):
    client = client_of(officer)
    client.post(reverse("desk:advice"), VISIT | {"outcome": "guided"})
    (visit,) = visits(officer)
    page = reverse("desk:advice_onward", args=[visit.id])
    sent = {"to": "place:martinkatu", "way": "handed_over", "at_once": "on", "take": ["permit"]}
    assert client.post(page, sent).status_code == 422, "a hand-over needs consent"
    html = client.post(page, sent | {"consent_how": "spoken"}, follow=True).content.decode()
    assert 'lang="ar" dir="rtl"' in html
    assert "خذ معك" in html
    assert "تصريح الإقامة" in html
    assert "Monineuvo ohjasi minut tänne. Asiani on: kela ja etuudet. Puhun tätä kieltä: arabia." in html
    assert "Vastaanottaja kuittasi" in html
    assert client.post(page, {"acknowledged": "999999"}).status_code == 404


def test_the_numbers_show_what_we_had_no_answer_for(officer):
    client = client_of(officer)
    client.post(reverse("desk:advice"), VISIT | {"outcome": "no_answer"})
    html = client.get(reverse("desk:advice_numbers")).content.decode()
    assert "Kysytty, mutta emme osanneet vastata" in html
    assert html.count("Kela ja etuudet") == 2
