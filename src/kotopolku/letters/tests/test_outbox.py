"""Letters leave after the act that caused them, once it is certain, and never say more than they may."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.utils.timezone import localtime
from tests.cast import TODAY

from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY, operator
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import NotFound
from kotopolku.letters import codes
from kotopolku.letters.actions import send, set_role_addresses
from kotopolku.letters.entries import RoleAddressIn, ToPerson, ToRole, ToStaff, ToWriter
from kotopolku.letters.models import Letter, Notice
from kotopolku.letters.queries import areas_with_letters_due, letters, mail_state
from kotopolku.letters.sending import send_due
from kotopolku.letters.staff_wording import NOTICES
from kotopolku.letters.wording import TEMPLATES, write
from kotopolku.people.actions import set_contact_details, set_non_disclosure, set_safe_contact
from kotopolku.people.entries import ContactEntry, SafeContactEntry


def receipt(raisio, *, to="pekka@kela.example", language="fi", actor=ANYBODY, **more):
    with acting_as(actor, on=TODAY):
        return send(
            to=ToWriter(address=to),
            template="contact_receipt",
            params={"code": "K7RF-3MXD"},
            language=language,
            controller_id=raisio.id,
            area_id="raisio",
            **more,
        )


def letter(actor, letter_id):
    with acting_as(actor, on=TODAY):
        return Letter.objects.get(pk=letter_id)


def let_time_pass(actor):
    """Make every pause and lease be over."""
    with acting_as(actor, on=TODAY):
        Letter.objects.update(next_try_at=Letter.objects.first().created_at)


def test_a_letter_is_delivered_with_its_text_and_language(raisio, system, mailbox):
    # given a receipt in Swedish in the outbox
    written = receipt(raisio, language="sv")
    # when the outbox is emptied
    assert send_due(system, on=TODAY) == 1
    # then the server has it, and the row says so
    (mail,) = mailbox.letters()
    assert (mail["To"], mail["From"]) == ("pekka@kela.example", "kotoutuminen@raisio.example")
    assert mail["Subject"] == "Vi har tagit emot din kontakt"
    assert "K7RF-3MXD" in mail.get_content()
    assert mail["Content-Language"] == "sv"
    row = letter(system, written)
    assert (row.state, row.attempts, row.language) == (codes.SENT, 1, "sv")
    assert row.sent_at is not None
    assert row.provider_id == mail["Message-ID"]
    # and a second round sends nothing
    assert send_due(system, on=TODAY) == 0
    assert len(mailbox.letters()) == 1


def test_a_letter_of_an_act_that_is_undone_never_existed(raisio, system, mailbox):
    # when the act that writes a letter fails afterwards
    def act():
        with acting_as(ANYBODY, on=TODAY):
            receipt(raisio)
            raise RuntimeError("something else went wrong")

    with pytest.raises(RuntimeError):
        act()
    # then there is nothing to send
    assert send_due(system, on=TODAY) == 0
    assert mailbox.letters() == []


def test_a_refused_recipient_is_given_up_with_the_servers_number_and_none_of_its_words(
    raisio, system, mailbox
):
    written = receipt(raisio, to="refuse-rana@example.org")
    assert send_due(system, on=TODAY) == 0
    row = letter(system, written)
    assert (row.state, row.last_error) == (codes.GIVEN_UP, "smtp 550 5.1.1")
    let_time_pass(system)
    send_due(system, on=TODAY)
    assert letter(system, written).attempts == 1


@pytest.mark.slow
def test_a_server_that_asks_to_come_again_is_asked_again_later_each_time_twice_as_long(
    raisio, system, mailbox
):
    # given a recipient that is greylisted
    written = receipt(raisio, to="later-rana@example.org")
    pauses = []
    for attempt in (1, 2, 3):
        let_time_pass(system)
        assert send_due(system, on=TODAY) == 0
        row = letter(system, written)
        assert (row.state, row.attempts, row.last_error) == (codes.FAILED, attempt, "smtp 451 4.7.1")
        pauses.append(row.next_try_at - row.created_at)
        # then nothing is tried before its time
        assert send_due(system, on=TODAY) == 0
        assert letter(system, written).attempts == attempt
    assert [round(pause / timedelta(minutes=1)) for pause in pauses] == [1, 2, 4]


def test_after_the_last_attempt_a_letter_is_given_up(raisio, system, mailbox):
    written = receipt(raisio, to="later-rana@example.org")
    with acting_as(system, on=TODAY):
        Letter.objects.update(attempts=codes.MOST_ATTEMPTS - 1)
    send_due(system, on=TODAY)
    assert letter(system, written).state == codes.GIVEN_UP


def test_pauses_never_exceed_six_hours():
    assert [codes.pause_after(n) for n in (1, 2, 9, 10, 19)] == [
        timedelta(minutes=1),
        timedelta(minutes=2),
        timedelta(minutes=256),
        timedelta(hours=6),
        timedelta(hours=6),
    ]


@pytest.mark.slow
def test_letters_wait_while_the_server_is_away_and_leave_when_it_is_back(
    raisio, system, mailbox, mail_settings
):
    # given no server at the port
    port = mailbox.port
    mail_settings("smtp://127.0.0.1:1")
    written = receipt(raisio)
    assert send_due(system, on=TODAY) == 0
    row = letter(system, written)
    assert (row.state, row.last_error) == (codes.FAILED, "connection ConnectionRefusedError")
    # when it answers again
    mail_settings(f"smtp://127.0.0.1:{port}")
    let_time_pass(system)
    # then
    assert send_due(system, on=TODAY) == 1
    assert letter(system, written).last_error == ""


def test_without_a_mail_server_letters_wait_and_the_numbers_say_so(raisio, system):
    written = receipt(raisio)
    assert send_due(system, on=TODAY) == 0
    assert letter(system, written).state == codes.WAITING
    with acting_as(operator(), on=TODAY):
        assert areas_with_letters_due() == ()
    with acting_as(system, on=TODAY):
        state = mail_state()
    assert (state.works, state.waiting) == (False, 1)


def test_what_waits_is_known_by_area_to_who_has_no_duty(raisio, mailbox):
    receipt(raisio)
    with acting_as(operator(), on=TODAY):
        assert areas_with_letters_due() == ("raisio",)
        assert list(Letter.objects.all()) == []


def test_another_areas_letters_are_not_sent_in_this_ones_name(raisio, stranger, system, mailbox):
    from kotopolku.accounts.access import system_actor

    receipt(raisio)
    assert send_due(system_actor("forssa", on=TODAY), on=TODAY) == 0
    assert send_due(system, on=TODAY) == 1


def test_a_visitor_adds_a_letter_and_reads_none(raisio):
    receipt(raisio)
    with acting_as(ANYBODY, on=TODAY):
        assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("who", "sees"), [("officer", 1), ("neighbour", 0), ("stranger", 0), ("coordinator", 1)]
)
def test_letters_of_a_municipality_are_seen_by_its_own_duties(request, raisio, who, sees):
    receipt(raisio)
    with acting_as(request.getfixturevalue(who), on=TODAY):
        assert len(letters().rows) == sees


@pytest.mark.slow
def test_mail_to_a_role_goes_to_whoever_has_it_on_the_day_it_leaves(raisio, system, mailbox):
    # given an address that changes on a day
    change = TODAY + timedelta(days=7)
    with acting_as(operator(area_id="raisio"), on=TODAY):
        addresses = [
            RoleAddressIn(organisation_id=raisio.id, email="old@raisio.example", valid_from=date(2025, 1, 1)),
            RoleAddressIn(organisation_id=raisio.id, email="new@raisio.example", valid_from=change),
        ]
        set_role_addresses(area_id="raisio", role="contacts", addresses=addresses)
    for day in (TODAY, change):
        with acting_as(system, on=TODAY):
            to = ToRole(organisation_id=raisio.id, role="contacts")
            send(to=to, template="contact_arrived", params={"address": "x"}, controller_id=raisio.id)
        send_due(system, on=day)
    assert [mail["To"] for mail in mailbox.letters()] == ["old@raisio.example", "new@raisio.example"]


def test_a_role_without_an_address_is_given_up_and_says_why(raisio, system, mailbox):
    with acting_as(system, on=TODAY):
        to = ToRole(organisation_id=raisio.id, role="contacts")
        written = send(to=to, template="contact_arrived", params={"address": "x"}, controller_id=raisio.id)
    send_due(system, on=TODAY)
    row = letter(system, written)
    assert (row.state, row.last_error) == (codes.GIVEN_UP, "no_address")


def test_staff_get_their_own_language(raisio, officer, system, mailbox):
    Staff.objects.filter(pk=officer.staff_id).update(language="sv", email="aino@raisio.example")
    with acting_as(system, on=TODAY):
        send(to=ToStaff(staff_id=officer.staff_id), template="contact_arrived", params={"address": "x"})
    send_due(system, on=TODAY)
    (mail,) = mailbox.letters()
    assert (mail["To"], mail["Content-Language"]) == ("aino@raisio.example", "sv")


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        "pekka@kela.example\r\nBcc: all@example.org",
        "no address",
        "a@b@c",
        "<>",
        "Pekka <p@kela.example>, x@y.z",
    ],
)
def test_an_address_that_is_none_is_given_up_and_adds_no_recipient(raisio, system, mailbox, address):
    written = receipt(raisio, to=address)
    send_due(system, on=TODAY)
    assert mailbox.letters() == []
    assert letter(system, written).state == codes.GIVEN_UP


# -- clients ---------------------------------------------------------------------------------------------------


def message_for(actor, person):
    with acting_as(actor, on=TODAY):
        return send(
            to=ToPerson(person_id=person), template="message_waiting", params={"address": "https://k"}
        )


@pytest.fixture
def reachable(officer, person_of):
    person = person_of(officer, given_names="Rana", family_name="Haddad")
    with acting_as(officer, on=TODAY):
        set_contact_details(person_id=person, entries=[ContactEntry(kind="email", value="rana@example.org")])
    return person


def test_a_client_is_told_that_there_is_a_message_and_not_what_it_says(officer, reachable, system, mailbox):
    message_for(officer, reachable)
    assert send_due(system, on=TODAY) == 1
    (mail,) = mailbox.letters()
    assert mail["To"] == "rana@example.org"
    for word in ("Rana", "Haddad"):
        assert word not in mail.as_string()


def test_a_client_under_non_disclosure_is_not_written_to_and_the_officer_is_told(
    officer, reachable, system, mailbox
):
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=reachable, in_force=True, until=None)
    # when the officer writes all the same
    written = message_for(officer, reachable)
    # then nothing leaves, and the officer knows
    assert send_due(system, on=TODAY) == 0
    assert letter(officer, written).state == codes.REFUSED
    with acting_as(officer, on=TODAY):
        assert [notice.code for notice in Notice.objects.all()] == ["letter_refused"]


def test_protection_that_comes_while_a_letter_waits_stops_it(officer, reachable, system, mailbox):
    written = message_for(officer, reachable)
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=reachable, in_force=True, until=None)
    assert send_due(system, on=TODAY) == 0
    assert mailbox.letters() == []
    assert letter(officer, written).state == codes.REFUSED


def say_how(officer, person, **rule):
    with acting_as(officer, on=TODAY):
        set_safe_contact(person_id=person, entry=SafeContactEntry(**rule))


@pytest.mark.parametrize("rule", [{"never": ("email",)}, {"ways": ("phone", "letter")}])
def test_a_way_that_a_clients_contact_rule_forbids_is_not_taken(officer, reachable, system, mailbox, rule):
    say_how(officer, reachable, **rule)
    written = message_for(officer, reachable)
    assert send_due(system, on=TODAY) == 0
    assert mailbox.letters() == []
    assert letter(officer, written).state == codes.REFUSED


def test_a_protected_client_who_has_asked_for_e_mail_is_written_to_in_the_language_asked_for(
    officer, reachable, system, mailbox
):
    say_how(officer, reachable, ways=("email",), language="sv")
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=reachable, in_force=True)
    message_for(officer, reachable)
    assert send_due(system, on=TODAY) == 1
    assert mailbox.letters()[0]["Content-Language"] == "sv"


def test_outside_a_clients_hours_a_letter_waits_and_is_not_lost(officer, reachable, system, mailbox):
    # given hours that are never now
    with acting_as(system, on=TODAY):
        hour = localtime(database_now()).hour
    away = (hour + 12) % 24
    say_how(officer, reachable, from_time=time(away), until_time=time(away, 1))
    written = message_for(officer, reachable)
    # then the letter waits, untried
    assert send_due(system, on=TODAY) == 0
    row = letter(officer, written)
    assert (row.state, row.attempts) == (codes.WAITING, 0)
    assert row.next_try_at > row.created_at
    # and leaves when the hours are taken away
    say_how(officer, reachable, language="fi")
    let_time_pass(system)
    assert send_due(system, on=TODAY) == 1


def test_a_client_of_others_cannot_be_written_to(neighbour, reachable):
    with pytest.raises(NotFound):
        message_for(neighbour, reachable)


def test_a_letter_follows_the_person_to_another_register(officer, reachable, naantali, coordinator):
    written = message_for(officer, reachable)
    with acting_as(coordinator, on=TODAY), connection.cursor() as cursor:
        cursor.execute("UPDATE person SET controller_id = %s WHERE id = %s", [naantali.id, reachable])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert letter(coordinator, written).controller_id == naantali.id


# -- words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["fi", "sv", "en", "ar", "prs", "fi-x-selko", "vi"])
def test_a_letter_is_whole_in_one_language_and_a_subject_takes_no_value(template, language):
    known = TEMPLATES[template]
    text = write(template, language=language, params=dict.fromkeys(known.params, "VALUE"))
    # but the number of an interpreter's order, which is the area's own and names nobody: agencies sort by it
    ours = "{code}" if template.startswith("interpreter_") else ""
    assert "{" not in known.subject.replace(ours, "")
    assert "VALUE" not in text.subject or ours
    assert "{" not in text.subject + text.body
    if language in {"fi", "sv", "en"}:
        assert text.language == language


@pytest.mark.parametrize("params", [{}, {"code": "x", "name": "Rana Haddad"}])
def test_values_nobody_asked_for_are_refused(params):
    with pytest.raises(ValueError, match="takes"):
        write("contact_receipt", language="fi", params=params)


def test_notices_hold_no_values_that_are_not_filled():
    assert all("{" not in text for text in NOTICES.values())
