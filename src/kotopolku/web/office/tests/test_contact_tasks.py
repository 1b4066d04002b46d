"""What a contact person is to do moves with the act: the tasks of the role, their reminders, the tasks of the office.

Every day is that of a page or of a job's run; nothing is moved by hand in between.
"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.handovers import codes
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.jobs import tasks
from kotopolku.letters.codes import CONTACTS_ROLE
from kotopolku.letters.models import Letter
from kotopolku.letters.tests.conftest import mailbox  # noqa: F401 - the mail server of the letters' own tests
from kotopolku.plans.tests.stories import planned
from kotopolku.programme.queries import head

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)
FORMER, NEW = "yhteydenotot@raisio.example", "uusi@raisio.example"


@pytest.fixture
def on(raisio_loaded, monkeypatch):
    """Make the pages those of a day."""

    def set_day(day):
        monkeypatch.setenv("KOTOPOLKU_TODAY", day.isoformat())

    set_day(TODAY)
    return set_day


@pytest.fixture
def members(on):
    return {one.code: one.id for one in area_view(on=TODAY).municipalities}


def somebody(username, role, *, at="raisio", covers):
    return worker(
        username=username, name=username.title(), at=at, area="raisio", role=role, covers=list(covers)
    )


@pytest.fixture
def kaisa(members):
    return somebody("kaisa", Role.COORDINATOR, covers=members)


def change(actor, contact, **more):
    """Change who stands behind a contact from New Year's Day, on the page."""
    sent_data = {
        "version": head("raisio").version,
        "from_day": "1.1.2027",
        "person": "",
        "role_email": "",
        "role_phone": "",
        "ends_duty": "",
        "new_holder": "",
        **more,
    }
    page = reverse("office:contact_person_change", args=[contact])
    assert client_of(actor).post(page, sent_data).status_code == 302


def authority_writes(municipality_id):
    """Send the public form of an authority (9 §): a task to the municipality's recipient."""
    form = {
        "sender_organisation": "Kela",
        "sender_name": "Pekka Palvelija",
        "sender_email": "pekka@kela.example",
        "need_seen": "on",
        "consent": "yes",
        "consent_on": "24.11.2026",
        "municipality_id": str(municipality_id),
        "subject_name": "Zainab Al-Hadid",
        "birth": "14.2.1994",
        "subject_phone": "040 000 0000",
        "subject_language": "ar",
        "message": "Hakee tukea.",
        "website": "",
    }
    assert Client().post("/fi/for-authorities/contact/", form).status_code == 302


def mailed(mailbox, *, but):  # noqa: F811
    """Return to whom the role's mail has gone, in the order of sending; the writer's receipts left out."""
    return [mail["To"] for mail in mailbox.letters() if mail["To"] != but]


@pytest.mark.slow
def test_a_task_of_the_role_goes_to_the_former_one_until_the_day_before_and_then_to_the_new_one(
    kaisa,
    on,
    members,
    mailbox,  # noqa: F811
):
    # given a change that is known beforehand, and contacts that come to Naantali around the day
    change(kaisa, "section-9-desk", role_email=NEW)
    on(EVE)
    authority_writes(members["naantali"])
    # when the mail of the eve leaves, and another contact comes after that
    tasks.send_letters.call("raisio", EVE.isoformat())
    assert mailed(mailbox, but="pekka@kela.example") == [FORMER]
    authority_writes(members["naantali"])
    # then what was left lying over the night goes to the new one, and so does what comes on the day
    tasks.send_letters.call("raisio", DAY.isoformat())
    on(DAY)
    authority_writes(members["naantali"])
    tasks.send_letters.call("raisio", DAY.isoformat())
    assert mailed(mailbox, but="pekka@kela.example") == [FORMER, NEW, NEW]


@pytest.mark.slow
def test_a_reminder_of_a_task_goes_to_who_has_the_role_on_the_day_of_the_reminder(
    kaisa,
    on,
    members,
    mailbox,  # noqa: F811
):
    # given two tasks handed to the role in Naantali in November, to be answered on both sides of the reminders
    officer = somebody("aino", Role.OFFICER, covers=["raisio"])
    _person, case, _plan = planned(officer, on=date(2026, 11, 2), ends_on=date(2027, 11, 1))
    receiver = ReceiverIn(organisation="naantali", role=CONTACTS_ROLE)
    for due in (date(2027, 1, 3), date(2027, 1, 4)):
        sent(officer, case, a_packet(codes.TASK, receiver=receiver, due_on=due))
    change(kaisa, "section-9-desk", role_email=NEW)
    tasks.send_letters.call("raisio", TODAY.isoformat())
    assert mailed(mailbox, but="") == [FORMER, FORMER]
    # when the nights of the eve and of the day run
    for day in (EVE, DAY):
        tasks.follow_handovers.call("raisio", day.isoformat())
        tasks.send_letters.call("raisio", day.isoformat())
    # then each task was brought to mind once: the first to the former one, the second to the new one
    assert mailed(mailbox, but="") == [FORMER, FORMER, FORMER, NEW]
    with acting_as(officer, on=DAY):
        assert Letter.objects.filter(template="packet_waits").count() == 2


@pytest.mark.slow
def test_the_municipalitys_tasks_in_the_office_stand_before_who_has_the_duty_on_the_day(kaisa, on):
    # given a contact person of Naantali whose duty moves on New Year's Day to an adviser of the town
    jani = somebody("jani", Role.CONTACT_PERSON, at="naantali", covers=["naantali"])
    maria = somebody("maria", Role.ADVISER, at="naantali", covers=["naantali"])
    change(kaisa, "naantali-contact", person="Maria", ends_duty=jani.duty_id, new_holder=maria.staff_id)

    def tasks_of(actor):
        page = client_of(actor).get(reverse("office:front"))
        return [row[0].text for row in page.context["programme"].rows] if page.status_code == 200 else None

    # then how far the programme's approval is in Naantali stands before the one until the eve, then the other
    on(EVE)
    assert (tasks_of(jani), tasks_of(maria)) == (["Naantali"], None)
    on(DAY)
    assert (tasks_of(jani), tasks_of(maria)) == (None, ["Naantali"])
