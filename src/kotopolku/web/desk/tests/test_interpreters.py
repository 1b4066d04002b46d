"""The interpreter desk's pages and the answer by a link; sick this morning in one act."""

import re

from django.test import Client
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.appointments import actions
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.tests.conftest import asked, at, case, office  # noqa: F401
from kotopolku.audit.acting import acting_as
from kotopolku.letters.models import Letter


def test_an_interpreter_is_added_ordered_and_answers_by_the_link_once(officer, case):  # noqa: F811
    client = client_of(officer)
    added = {
        "name": "Tuula Tulkki",
        "email": "tuula@example.org",
        "languages": ["ar"],
        "lead_days": 14,
        "late_hours": 24,
    }
    assert client.post(reverse("desk:interpreters"), {**added, "email": "x"}).status_code == 422
    assert client.post(reverse("desk:interpreters"), added).status_code == 302
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, language="ar"))
    url = reverse("desk:interpreting", args=[made])
    page = client.get(url).content.decode()
    number = re.search(r'<option value="(\d+)">Tuula', page)[1]
    assert client.post(url, {"act": "order", "interpreter": number, "contact": "Aino 040"}).status_code == 302
    with acting_as(officer, on=TODAY):
        body = Letter.objects.get(template="interpreter_order").body
    link = re.search(r"(/fi/interpreting/\S+)", body)[1]
    anybody = Client()
    assert "Tulen" in anybody.get(link).content.decode()
    assert anybody.post(link, {"answer": "yes"}).status_code == 302
    assert "Kiitos" in anybody.get(link).content.decode()
    assert anybody.post(link, {"answer": "no"}).status_code == 409
    assert anybody.get(link[:-4] + "xyz/").status_code == 404
    assert "tulee" in client.get(url).content.decode()
    assert client.post(url, {"act": "cancel", "order": "\x00"}).status_code == 404


def test_sick_this_morning_gives_and_cancels_all_or_nothing(officer, colleague, case):  # noqa: F811
    with acting_as(officer, on=TODAY):
        first, second = (
            actions.book(entry=asked(officer, case_id=case, starts_at=at(hour))) for hour in (10, 12)
        )
        actions.book(entry=asked(colleague, case_id=case, starts_at=at(12)))
    client, url = client_of(officer), reverse("desk:sick") + "?day=2026-11-26"
    both = {str(first): "cancel", str(second): str(colleague.staff_id)}
    page = client.post(url, both)
    assert page.status_code == 422
    assert "12.00–12.30" in page.content.decode()
    assert client.post(url, {**both, str(second): "cancel"}).status_code == 302
    with acting_as(officer, on=TODAY):
        assert set(Appointment.objects.filter(pk__in=[first, second]).values_list("state", flat=True)) == {
            "cancelled"
        }
