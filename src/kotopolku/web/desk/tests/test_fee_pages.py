"""Pages of the fee: what is said at booking, the list, the file for invoicing and whom it does not place."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.desk import client_of
from tests.html_forms import forms_on

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.decisions.actions import deliver_decision
from kotopolku.fees.actions import decide_fee, enter_fee_amount, hear_about_fee, judge_fee
from kotopolku.fees.models import FeeTold
from kotopolku.fees.tests.stories import BOOKED, ENTRY, LATER, MISSED, SUM, a_time, stayed_away
from kotopolku.people.actions import set_non_disclosure
from kotopolku.web.desk.tests.test_hostile import HOSTILE, harmless, sent

DAY_AFTER = MISSED + timedelta(days=1)


@pytest.fixture
def sum_in_force(coordinator):
    """A verified sum for 2026."""
    with acting_as(coordinator, on=BOOKED):
        enter_fee_amount(entry=SUM)


@pytest.fixture
def decided(officer, sum_in_force):
    """A decided fee that was given to a client under a non-disclosure order."""
    time = stayed_away(officer, a_time(officer))
    with acting_as(officer, on=DAY_AFTER):
        set_non_disclosure(person_id=time.person, in_force=True, contact_address="PL 7, 00101 Helsinki")
        hear_about_fee(
            appointment_id=time.id, way="call", language="ar", answer_by=DAY_AFTER + timedelta(days=14)
        )
    with acting_as(officer, on=LATER):
        judge_fee(
            appointment_id=time.id, acceptable_reason=False, unreasonable=False, why="Ei syytä.", version=1
        )
        made = decide_fee(appointment_id=time.id, entry=ENTRY, version=2)
        deliver_decision(decision_id=made, way="personal", on=LATER)
    return time, made


def test_at_booking_the_finnish_words_are_shown_to_be_said_aloud_and_kept_as_shown(officer):
    time = a_time(officer)
    client, url = client_of(officer), reverse("desk:fee", args=[time.id])
    page = client.get(url).content.decode()
    assert "Tulkkaa suullisesti" in page
    assert "Tähän aikaan tulee tulkki." in page
    assert "سيحضر" not in page  # an Arabic draft that nobody has approved
    assert client.post(url, {"act": "tell", "understood": "on"}).status_code == 302
    with acting_as(officer, on=BOOKED):
        told = FeeTold.objects.get(appointment=time.id)
    assert (told.language, told.spoken, told.understood, told.told_on) == ("fi", "ar", True, BOOKED)
    assert "Voit perua ajan" in told.text


def test_without_an_interpreter_the_page_says_nothing_of_a_fee(officer):
    time = a_time(officer)
    client = client_of(officer)
    client.post(reverse("desk:interpreting", args=[time.id]), {"act": "cancel", "order": time.order})
    page = client.get(reverse("desk:fee", args=[time.id])).content.decode()
    assert "Maksusta ei puhuta" in page
    assert "Tulkki maksaa." not in page


def test_the_file_for_invoicing_masks_where_a_protected_client_lives_and_is_made_once(
    officer, decided, monkeypatch
):
    monkeypatch.setenv("KOTOPOLKU_TODAY", LATER.isoformat())
    client, url = client_of(officer), reverse("desk:fees_export")
    assert "Laskutukseen" in client.get(reverse("desk:fees")).content.decode()
    with monkeypatch.context() as earlier:
        earlier.setattr("kotopolku.web.desk.fee.list.fresh", lambda _request: False)
        assert client.post(url, {"as": "csv"}).status_code == 302  # a fresh sign-in first
    answer = client.post(url, {"as": "csv"})
    text = answer.content.decode("utf-8-sig")
    assert "RAI/901/2026" in text
    assert "Raisio" not in text
    assert "50.00" in text
    assert "fees-" in answer.headers["Content-Disposition"]
    row = LogRow.objects.filter(kind="export", subject="fees").latest("pk")
    assert row.count == 1
    again = client.post(url, {"as": "xlsx"})
    assert again.status_code == 200
    assert LogRow.objects.filter(kind="export", subject="fees").latest("pk").count == 0


def test_the_decision_is_a_letter_with_the_sum_and_is_corrected_on_the_times_page(
    officer, decided, monkeypatch
):
    monkeypatch.setenv("KOTOPOLKU_TODAY", LATER.isoformat())
    time, made = decided
    client = client_of(officer)
    shown = client.get(f"{reverse('desk:decision', args=[time.case])}?decision={made}").content.decode()
    assert "50,00" in shown
    letter = client.get(f"{reverse('desk:decision_file', args=[time.case])}?decision={made}")
    assert letter.content.startswith(b"%PDF")
    url = f"{reverse('desk:fee', args=[time.id])}?corrects={made}"
    page = client.get(url).content.decode()
    assert 'name="corrects"' in page
    form = {
        "act": "decide", "version": "3", "corrects": str(made), "number": "RAI/904/2026", "amount": "0",
        "due_on": "", "language": "fi", "reasons": "Syy selvisi myöhemmin.", "authority": ENTRY.authority,
        "address": ENTRY.address, "contact": ENTRY.contact,
    }  # fmt: skip
    answer = client.post(url, form)
    assert answer.status_code == 302
    assert "RAI/901/2026" in client.get(answer.headers["Location"]).content.decode()


def test_a_mistake_in_the_decision_stays_at_its_field(officer, decided, monkeypatch):
    monkeypatch.setenv("KOTOPOLKU_TODAY", LATER.isoformat())
    time, made = decided
    form = {
        "act": "decide", "version": "3", "corrects": str(made), "number": ENTRY.number, "amount": "99",
        "due_on": "1.1.2026", "language": "fi", "reasons": "x", "authority": "x", "address": "x", "contact": "x",
    }  # fmt: skip
    answer = client_of(officer).post(reverse("desk:fee", args=[time.id]), form)
    assert answer.status_code == 422
    assert "laki sallii" in answer.content.decode()


def test_a_sum_is_entered_in_the_office_with_its_source(coordinator):
    client, url = client_of(coordinator), reverse("office:fee_amounts")
    form = {"amount": "58,00", "valid_from": "1.1.2026", "valid_to": "31.12.2026", "source": ""}
    assert client.post(url, form).status_code == 422
    assert client.post(url, form | {"source": "Asetus"}).status_code == 302
    page = client.get(url).content.decode()
    assert "58,00" in page
    number = page.split('name="end" value="')[1].split('"')[0]
    assert client.post(url, {"end": number}).status_code == 302
    assert "poissa käytöstä" in client.get(url).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_for_three_times_as_for_one(
    officer, rows, monkeypatch, django_assert_num_queries
):
    for hour in (10, 12, 14)[:rows]:
        stayed_away(officer, a_time(officer, hour=hour, language=("ar", "so", "fa")[hour // 2 - 5]))
    monkeypatch.setenv("KOTOPOLKU_TODAY", DAY_AFTER.isoformat())
    client = client_of(officer)
    client.get(reverse("desk:fees"))
    with django_assert_num_queries(14):
        page = client.get(reverse("desk:fees")).content.decode()
    assert page.count("asiakasta ei ole kuultu") == rows


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["nul", "script", "long", "digits"])
def test_hostile_words_in_every_field_of_a_fee_break_nothing(officer, sum_in_force, monkeypatch, kind):
    # given a time to be told about, one to be asked about, and one that waits for its decision
    told, asked, open_one = (
        a_time(officer, hour=hour, language=language)
        for hour, language in ((10, "ar"), (12, "so"), (14, "fa"))
    )
    for time in (asked, open_one):
        stayed_away(officer, time)
    with acting_as(officer, on=DAY_AFTER):
        hear_about_fee(
            appointment_id=open_one.id, way="call", language="fa", answer_by=DAY_AFTER + timedelta(days=14)
        )
    with acting_as(officer, on=LATER):
        judge_fee(
            appointment_id=open_one.id, acceptable_reason=False, unreasonable=False, why="Ei.", version=1
        )
    client, tried = client_of(officer), 0
    for time, day in ((told, BOOKED), (asked, LATER), (open_one, LATER)):
        monkeypatch.setenv("KOTOPOLKU_TODAY", day.isoformat())
        url = reverse("desk:fee", args=[time.id])
        for form in forms_on(client.get(url).content.decode(), url=url, day="24.11.2026"):
            if form.action.partition("#")[0] == url:
                tried += 1
                assert all(harmless(one) for one in sent(client, form, HOSTILE[kind], everywhere=True))
    # then each of its six forms was tried: tell, ask, answer, judge, decide, drop
    assert tried == 6
