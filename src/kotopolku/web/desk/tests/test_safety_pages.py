"""Opening hidden data takes a reason and a second look; how to reach a client stands before any number."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.desk import client_of, contact_at

from kotopolku.audit.acting import acting_as
from kotopolku.people.actions import set_safe_contact
from kotopolku.people.entries import ContactEntry, Names, SafeContactEntry
from kotopolku.people.models import NonDisclosure, Opening
from kotopolku.people.queries import contact_rule
from kotopolku.plans.tests.stories import opened

PHONE, ADDRESS = "0407654321", "Salakatu 7"
WHY = {"reason": "reach", "words": "Soitan tulkkausajasta."}


@pytest.fixture
def protected(officer, today):
    _person, case = opened(
        officer,
        on=today,
        names=Names(given_names="Salla", family_name="Suojattu"),
        contact_details=[
            ContactEntry(kind="phone", value=PHONE),
            ContactEntry(kind="address", value=ADDRESS),
        ],
        non_disclosure=True,
    )
    return case


def text(answer):
    return answer.content.decode()


@pytest.mark.slow
def test_hidden_data_is_opened_by_a_reason_and_a_second_look_and_hidden_again(officer, colleague, protected):
    client, case = client_of(officer), reverse("desk:case", args=[protected])
    url = reverse("desk:open_masked", args=[protected])
    # given a case page that leads to the opening
    assert PHONE not in text(client.get(case))
    assert f'href="{url}"' in text(client.get(case))
    # when nothing is chosen, then it is asked again
    assert client.post(url, {"do": "open"}).status_code == 422
    # when a reason is given, then a second look comes first, and nothing is open yet
    second = client.post(url, {**WHY, "do": "look"})
    assert second.status_code == 200
    assert 'value="open"' in text(second)
    assert PHONE not in text(second) + text(client.get(case))
    # when that is confirmed
    assert client.post(url, {**WHY, "do": "open"}).status_code == 302
    # then the case and facts pages show the data with the time at which it closes
    page = text(client.get(case))
    assert PHONE in page
    assert ADDRESS in page
    assert "Raisio" in page
    assert re.search(r"klo\s\d{1,2}\.\d{2}", page)
    assert "Soitan tulkkausajasta." in page
    assert PHONE in text(client.get(reverse("desk:facts", args=[protected])))
    # and to a colleague nothing is open, and no list shows it
    assert PHONE not in text(client_of(colleague).get(case))
    assert "<td" in text(client.get(reverse("desk:people")))
    assert PHONE not in text(client.get(reverse("desk:people")))
    # when it is hidden again
    assert client.post(reverse("desk:mask", args=[protected])).status_code == 302
    assert PHONE not in text(client.get(case))


def test_where_nothing_is_hidden_there_is_nothing_to_open(officer, today):
    _person, case = opened(officer, on=today)
    client = client_of(officer)
    answer = client.post(reverse("desk:open_masked", args=[case]), {**WHY, "do": "open"})
    assert answer.url == reverse("desk:case", args=[case])
    with acting_as(officer, on=today):
        assert not Opening.objects.exists()


def test_a_contact_about_a_protected_client_names_no_place_until_it_is_opened(officer, protected, today):
    # given a contact that waits, about somebody of the same name
    contact = contact_at(
        officer,
        subject_name="Salla Suojattu",
        subject_birth_date=date(1994, 2, 14),
        subject_phone="0409990000",
    )
    client, url = client_of(officer), reverse("desk:contact", args=[contact])
    # then list and page hide its municipality and telephone
    assert "masked" in text(client.get(reverse("desk:contacts")))
    page = text(client.get(url))
    assert "0409990000" not in page
    assert reverse("desk:open_masked", args=[protected]) in page
    # when the client's data is opened, then the page shows them
    client.post(reverse("desk:open_masked", args=[protected]), {**WHY, "do": "open"})
    assert "0409990000" in text(client.get(url))


@pytest.mark.slow
def test_the_order_is_recorded_with_contact_address_and_source(officer, today):
    _person, case = opened(officer, on=today)
    client, url = client_of(officer), reverse("desk:facts", args=[case])
    sent = {
        "do": "banned",
        "banned-in_force": "on",
        "banned-until": "31.5.2027",
        "banned-covers_household": "on",
        "banned-contact_address": "PL 7, 00101 Helsinki",
        "banned-source": "dvv",
    }
    assert client.post(url, sent).status_code == 302
    with acting_as(officer, on=today):
        order = NonDisclosure.objects.get()
    assert (order.last_day, order.contact_address, order.source) == (
        date(2027, 5, 31),
        "PL 7, 00101 Helsinki",
        "dvv",
    )
    # then the case page shows the address that may be shown, and ending the order needs an opening
    assert "PL 7, 00101 Helsinki" in text(client.get(reverse("desk:case", args=[case])))
    assert client.post(url, {"do": "banned", "banned-source": "dvv"}).status_code == 422


@pytest.mark.slow
def test_how_to_reach_a_client_is_asked_and_stands_before_the_number(officer, today):
    person, case = opened(officer, on=today, contact_details=[ContactEntry(kind="phone", value=PHONE)])
    client, url = client_of(officer), reverse("desk:safe_contact", args=[case])
    sent = {
        "sms": "never",
        "phone": "1",
        "letter": "2",
        "not_through": ["spouse"],
        "from_time": "9",
        "until_time": "12.30",
        "message_allowed": "false",
        "sender_name": "Aino",
        "source": "person",
    }
    assert client.post(url, sent).status_code == 302
    with acting_as(officer, on=today):
        rule = contact_rule(person)
    assert (rule.ways, rule.never, rule.message_allowed) == (("phone", "letter"), frozenset({"sms"}), False)
    # then the case page says so before any number, and the form shows what is in force
    page = text(client.get(reverse("desk:case", args=[case])))
    assert page.index("Ei koskaan: tekstiviesti.") < page.index(PHONE)
    assert "Älä jätä viestiä." in page
    form = text(client.get(url))
    assert 'value="12.30"' in form
    assert 'value="Aino"' in form


def test_a_wrong_hour_is_refused_as_typed(officer, today):
    _person, case = opened(officer, on=today)
    answer = client_of(officer).post(
        reverse("desk:safe_contact", args=[case]), {"from_time": "half nine", "source": "person"}
    )
    assert answer.status_code == 422
    assert "half nine" in text(answer)


def test_a_rule_recorded_by_another_way_is_on_the_page(officer, today):
    person, case = opened(officer, on=today)
    with acting_as(officer, on=today):
        set_safe_contact(person_id=person, entry=SafeContactEntry(never=("sms",)))
    assert "Ei koskaan: tekstiviesti." in text(client_of(officer).get(reverse("desk:case", args=[case])))
