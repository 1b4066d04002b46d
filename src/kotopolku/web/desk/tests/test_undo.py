"""What was just done is said on the next page, with its undo; what is undone stays on the timeline as what it was."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from tests.desk import being_assessed, client_of, contact_at

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import add_note, assign_officer, open_case
from kotopolku.cases.models import Case, Contact, Event, ToldTick
from kotopolku.plans.tests.stories import opened
from kotopolku.web.parts.dates import day


def toast(client, url):
    """Return the toast of a page: its text, and a function that presses its undo."""
    page = client.get(url).content.decode()
    found = re.search(
        r'data-toast>.*?<p>(.*?)</p>(?:<form[^>]*action="([^"]+)"(.*?)</form>)?', page, re.DOTALL
    )
    if found is None:
        return None, None
    text, undo_url, inner = found.groups()
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', inner or ""))
    return text, lambda: client.post((undo_url or "").replace("&amp;", "&"), fields)


@pytest.fixture
def case(officer, today):
    return opened(officer, on=today)[1]


def rows(officer, today, model, **of):
    with acting_as(officer, on=today):
        return list(model.objects.filter(**of).order_by("pk"))


@pytest.mark.slow
def test_a_note_saved_can_be_voided_and_stays_struck_through(officer, case, today):
    client, url = client_of(officer), reverse("desk:case", args=[case])
    client.post(url, {"text": "Soitti ja kertoi, että"})
    text, undo = toast(client, url)
    assert text == "Muistiinpano tallennettiin."
    # when it is undone
    undo()
    page = client.get(url).content.decode()
    # then its words are still there, struck, with who voided them and when; and a correcting entry points back
    assert re.search(r"<s>.*Soitti ja kertoi.*</s>", page)
    (note, voided) = rows(officer, today, Event, case_id=case, code__in=["note", "note_voided"])
    assert voided.voids_id == note.pk
    assert (
        f"mitätöi {day(localdate(voided.at))} {officer.name}" in page
    )  # by the database's clock, as the log
    # and it cannot be voided a second time
    assert undo().status_code == 409
    assert "voi enää kumota" in undo().content.decode()


@pytest.mark.slow
def test_what_was_done_is_said_once(officer, case):
    client, url = client_of(officer), reverse("desk:case", args=[case])
    client.post(url, {"text": "Soitti."})
    assert toast(client, url)[0]
    assert toast(client, url)[0] is None


@pytest.mark.slow
def test_a_note_of_somebody_else_cannot_be_voided(officer, colleague, case, today):
    with acting_as(officer, on=today):
        note = add_note(case_id=case, text="Aino kirjasi.")
    client = client_of(colleague)
    answer = client.post(f"{reverse('desk:case_undo', args=[case])}?what=note&event={note}")
    assert answer.status_code == 404
    assert "mitätöi" not in client.get(reverse("desk:case", args=[case])).content.decode().lower()


def close(client, case):
    data = {"do": "close", "closing": "moved_away", "closing_note": "", "officer_reason": ""}
    answer = client.post(reverse("desk:handling", args=[case]), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return toast(client, answer.url)


def test_a_case_closed_by_mistake_opens_again(officer, case, today):
    text, undo = close(client_of(officer), case)
    assert text.startswith("Asiakkuus päätettiin: ")
    undo()
    (row,) = rows(officer, today, Case, pk=case)
    assert (row.closed_on, row.closed_reason) == (None, "")
    assert [one.code for one in rows(officer, today, Event, case_id=case)][-2:] == [
        "case_closed",
        "case_reopened",
    ]


def test_a_closed_case_does_not_open_again_on_another_day(officer, case, today, monkeypatch):
    client = client_of(officer)
    _text, undo = close(client, case)
    monkeypatch.setenv("KOTOPOLKU_TODAY", (today + timedelta(days=1)).isoformat())
    assert undo().status_code == 409


@pytest.mark.slow
def test_a_closed_case_stays_closed_when_the_client_has_another(officer, today):
    person, case = opened(officer, on=today)
    _text, undo = close(client_of(officer), case)
    with acting_as(officer, on=today):
        open_case(person_id=person, opened_because="other")
    assert undo().status_code == 409


def test_nobody_else_undoes_a_closing(officer, colleague, case, today):
    close(client_of(officer), case)
    (row,) = rows(officer, today, Case, pk=case)
    url = f"{reverse('desk:case_undo', args=[case])}?what=closing&version={row.version}"
    assert client_of(colleague).post(url).status_code == 409


def test_a_changed_officer_is_changed_back(officer, colleague, case, today):
    client = client_of(officer)
    data = {
        "do": "assign",
        "officer": colleague.staff_id,
        "officer_reason": "",
        "closing": "",
        "closing_note": "",
    }
    answer = client.post(reverse("desk:handling", args=[case]), data)
    text, undo = toast(client, answer.url)
    assert colleague.name in text
    undo()
    (row,) = rows(officer, today, Case, pk=case)
    assert row.officer_id == officer.staff_id
    assert rows(officer, today, Event, case_id=case)[-1].params == {"officer": officer.name}


def test_a_change_of_officer_that_was_followed_by_another_stays(officer, colleague, case, today):
    client = client_of(officer)
    data = {
        "do": "assign",
        "officer": colleague.staff_id,
        "officer_reason": "",
        "closing": "",
        "closing_note": "",
    }
    answer = client.post(reverse("desk:handling", args=[case]), data)
    _text, undo = toast(client, answer.url)
    with acting_as(colleague, on=today):
        assign_officer(case_id=case, staff_id=officer.staff_id)
    assert undo().status_code == 409


def test_a_contact_closed_by_mistake_waits_again(officer, today):
    contact, client = contact_at(officer), client_of(officer)
    answer = client.post(
        reverse("desk:contact", args=[contact]), {"do": "close", "outcome": "no_need", "note": "Soitettu."}
    )
    text, undo = toast(client, answer.url)
    assert text.startswith("Yhteydenotto päätettiin: ")
    undo()
    (row,) = rows(officer, today, Contact, pk=contact)
    assert (row.state, row.closed_on, row.handled_by, row.outcome, row.outcome_note) == (
        "waiting",
        None,
        None,
        "",
        "",
    )


@pytest.mark.slow
def test_ticks_of_what_was_told_are_taken_back_together(officer, today):
    assessment, client = being_assessed(officer)[2], client_of(officer)
    items = ["aims_of_services", "plan_process"]
    answer = client.post(
        reverse("desk:assessment_told", args=[assessment]),
        {"items": items, "told_language": "ar", "understood_how": "Kertoi omin sanoin."},
    )
    text, undo = toast(client, answer.url)
    assert text.startswith("Kirjattu kerrotuksi: ")
    assert len(rows(officer, today, ToldTick, assessment_id=assessment)) == 2
    undo()
    assert rows(officer, today, ToldTick, assessment_id=assessment) == []
