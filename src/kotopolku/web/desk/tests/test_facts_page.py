"""The page of facts: what a non-disclosure order hides cannot be overwritten unseen."""

import pytest
from django.urls import reverse
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.people.entries import ContactEntry, Names
from kotopolku.people.models import ContactDetail
from kotopolku.plans.tests.stories import opened

PHONE = "0401234567"


def facts_of(officer, on, **known):
    person, case = opened(
        officer,
        on=on,
        names=Names(given_names="Salla", family_name="Suojattu"),
        contact_details=[ContactEntry(kind="phone", value=PHONE)],
        **known,
    )
    return person, client_of(officer), reverse("desk:facts", args=[case])


@pytest.mark.slow
def test_hidden_contact_details_are_hatched_and_have_no_form(officer, today):
    _person, client, url = facts_of(officer, today, non_disclosure=True)
    page = client.get(url).content.decode()
    assert 'name="contacts-phone"' not in page
    assert 'value="contacts"' not in page
    assert 'class="masked"' in page


@pytest.mark.slow
def test_without_an_order_they_are_a_form(officer, today):
    _person, client, url = facts_of(officer, today)
    page = client.get(url).content.decode()
    assert f'value="{PHONE}"' in page
    assert 'value="contacts"' in page


@pytest.mark.slow
def test_a_form_opened_before_the_order_erases_nothing(officer, today):
    # given a form with contact details, opened before the order came, and sent empty
    person, client, url = facts_of(officer, today, non_disclosure=True)
    answer = client.post(url, {"do": "contacts", "contacts-phone": ""})
    # then it is refused with a sentence, and the number is still there
    assert answer.status_code == 422
    assert "turvakielto" in answer.content.decode().lower()
    with acting_as(officer, on=today):
        assert ContactDetail.objects.get(person_id=person).value == PHONE
