"""What is typed and not yet saved: a note, a contact's closing and a review come back to their writer alone."""

import pytest
from django.urls import reverse
from tests.desk import accepted, client_of, contact_at

from kotopolku.plans.tests.stories import opened


def case_of(officer, today):
    return (
        opened(officer, on=today)[1],
        "desk:case_typed",
        "note",
        "desk:case",
        {"text": "Puhuimme ASUNNOSTA"},
    )


def contact_of(officer, _today):
    one = contact_at(officer, subject_name="Rana Haddad", kind="tip")
    return one, "desk:contact_typed", "contact_closing", "desk:contact", {"note": "Puhuimme ASUNNOSTA"}


def plan_of(officer, _today):
    sent = {"progress": "Puhuimme ASUNNOSTA", "version": "1"}
    return accepted(officer).plan, "desk:plan_typed", "plan_review", "desk:plan_review", sent


@pytest.mark.slow
@pytest.mark.parametrize("thing", [case_of, contact_of, plan_of])
def test_what_was_typed_and_not_saved_is_back_for_its_writer_alone(
    officer, colleague, stranger, today, thing
):
    # given
    subject, typed, form, page, sent = thing(officer, today)
    url = f"{reverse(typed, args=[subject])}?form={form}"
    mine = client_of(officer)
    assert "ASUNNOSTA" not in mine.get(reverse(page, args=[subject])).content.decode()
    # when it is sent as it is typed
    assert client_of(stranger).post(url, sent).status_code == 404
    assert mine.post(url, sent).status_code == 204
    # then the page has it, and a colleague's has not
    back = mine.get(reverse(page, args=[subject])).content.decode()
    assert "ASUNNOSTA" in back
    assert "Tallentamaton tekstisi on palautettu" in back
    assert "ASUNNOSTA" not in client_of(colleague).get(reverse(page, args=[subject])).content.decode()


def test_a_saved_note_leaves_no_draft_behind(officer, today):
    case, typed, form, _page, sent = case_of(officer, today)
    client = client_of(officer)
    client.post(f"{reverse(typed, args=[case])}?form={form}", sent)
    assert client.post(reverse("desk:case", args=[case]), sent).status_code == 302
    assert client.get(reverse("desk:case", args=[case])).context["begun"] is False
