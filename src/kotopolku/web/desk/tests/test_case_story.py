"""The case page tells a story: who is protected, who it is, what happened, who is around, and danger."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import add_note, close_case, open_case, reopen_case
from kotopolku.cases.queries import case_view
from kotopolku.network.actions import add_member
from kotopolku.network.entries import MemberEntry
from kotopolku.papers.actions import register_paper
from kotopolku.papers.entries import PaperEntry
from kotopolku.people.actions import set_non_disclosure
from kotopolku.people.entries import Names
from kotopolku.people.models import Person

SCHOOL = {
    "role": "school",
    "name": "Liisa Luokanopettaja",
    "organisation": "Kerttulan koulu",
    "phone": "02 123 4567",
    "tells": ["attendance"],
    "tells_until": "31.12.2026",
    "consent_how": "interpreted",
    "consent_on": "24.11.2026",
}
PAPER = {
    "kind": "decision",
    "title": "Oleskelulupapäätös",
    "sender": "Migri",
    "way": "photographed",
    "arrived_on": "24.11.2026",
}


@pytest.fixture
def matter(officer):
    return accepted(officer)


def page_of(client, name, matter, **query):
    answer = client.get(reverse(f"desk:{name}", args=[matter.case]), query)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer


def png():
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(out, "PNG")
    return SimpleUploadedFile("Rana Al-Khatibin passi.png", out.getvalue())


@pytest.mark.slow
def test_non_disclosure_stands_before_anything_else(officer, matter, today):
    # given
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=matter.person, in_force=True)
    # when
    main = page_of(client_of(officer), "case", matter).content.decode().split('id="main"')[1]
    # then the warning is above the client's name
    assert 0 < main.index('class="protected"') < main.index("<h1>")


@pytest.mark.slow
def test_one_timeline_is_filtered_by_kind_and_pages_within_it(officer, matter, today):
    client = client_of(officer)
    with acting_as(officer, on=today):
        for number in range(30):
            add_note(case_id=matter.case, text=f"Merkintä {number}")
    # when only notes are asked for
    page = page_of(client, "case", matter, kind="note")
    assert [entry.sentence for entry in page.context["events"]][:2] == ["Merkintä 29", "Merkintä 28"]
    assert [one.url for one in page.context["filters"] if one.current] == ["?kind=note#events"]
    # then the older ones are of the same kind
    older = client.get(reverse("desk:case", args=[matter.case]) + page.context["older"].partition("#")[0])
    assert [entry.sentence for entry in older.context["events"]] == [
        f"Merkintä {n}" for n in range(4, -1, -1)
    ]
    # and the plan's events are apart; a kind nobody knows shows them all
    assert "Suunnitelma" in page_of(client, "case", matter, kind="plan").context["events"][0].act
    assert len(page_of(client, "case", matter, kind="x").context["events"]) == 25


@pytest.mark.slow
def test_a_member_of_the_network_is_added_seen_and_masked_for_a_protected_client(officer, matter, today):
    client = client_of(officer)
    url = reverse("desk:network", args=[matter.case])
    # when the day until which is missing, then the field says so
    refused = client.post(url, {**SCHOOL, "tells_until": ""})
    assert refused.status_code == 422
    assert "tells_until" in refused.context["form"].errors
    # when
    assert client.post(url, SCHOOL).status_code == 302
    # then both pages show what may be told until when
    for name in ("case", "network"):
        text = page_of(client, name, matter).content.decode()
        assert "Kerttulan koulu" in text, name
        assert "läsnäolo ja poissaolo. 31.12.2026 asti." in text, name
    # and for a protected client neither shows the place
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=matter.person, in_force=True)
    for name in ("case", "network"):
        assert "Kerttulan koulu" not in page_of(client, name, matter).content.decode(), name


def test_a_consent_that_ran_out_is_shown_as_run_out(officer, matter):
    with acting_as(officer, on=date(2026, 10, 1)):
        entry = MemberEntry(
            role="neighbour",
            name="Naapuri",
            tells=("is_client",),
            tells_until=date(2026, 11, 23),
            consent_how="spoken",
            consent_on=date(2026, 10, 1),
        )
        add_member(case_id=matter.case, entry=entry)
    assert (
        "Päättyi 23.11.2026: kysy uudelleen." in page_of(client_of(officer), "case", matter).content.decode()
    )


@pytest.mark.slow
def test_a_paper_is_registered_with_a_file_and_taken_out_under_a_neutral_name(officer, matter, neighbour):
    client = client_of(officer)
    url = reverse("desk:papers", args=[matter.case])
    # when a file that may not come in is sent, then its field says so
    refused = client.post(url, {**PAPER, "file": SimpleUploadedFile("x.exe", b"MZ")})
    assert refused.status_code == 422
    assert "file" in refused.context["form"].errors
    # when two pages are photographed
    assert client.post(url, {**PAPER, "camera": [png(), png()]}).status_code == 302
    # then the timeline leads to the paper, and the paper to its files
    event = page_of(client, "case", matter, kind="document").context["events"][0]
    paper = client.get(event.action.url)
    (_first, first_url, _size), second = paper.context["files"]
    answer = client.get(first_url)
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="asiakirja-')
    assert "Rana" not in answer.headers["Content-Disposition"]
    assert LogRow.objects.filter(kind="export", subject="paper_file").count() == 1
    # and to somebody else's duty neither exists, nor under another case
    other = accepted(officer)
    for address in (event.action.url, first_url, second[1]):
        assert client_of(neighbour).get(address).status_code == 404
        assert client.get(address.replace(str(matter.case), str(other.case))).status_code == 404


@pytest.mark.slow
def test_the_danger_card_has_whom_to_call_and_records_nothing(officer, matter):
    client = client_of(officer)
    before = LogRow.objects.count()
    # when the card is opened on its own
    text = client.get(reverse("desk:danger")).content.decode()
    # then it has a number to dial, also where the programme gives none, and nothing was recorded
    assert 'href="tel:112"' in text
    assert LogRow.objects.count() == before
    # and on the case page it stands ready, behind one key
    page = page_of(client, "case", matter).content.decode()
    assert 'popovertarget="danger" data-key="!"' in page
    assert page.count('href="tel:112"') == 3


@pytest.mark.slow
def test_a_closed_case_offers_no_change_and_opens_again_with_a_reason(officer, matter, today):
    client = client_of(officer)
    with acting_as(officer, on=today):
        add_note(case_id=matter.case, text="x")
        paper = PaperEntry(kind="letter", title="Kirje", sender="Kela", way="post", arrived_on=today)
        register_paper(case_id=matter.case, entry=paper)
        close_case(case_id=matter.case, reason="declined")
    # then no page of it has a form but the search and the ways out
    for name in ("case", "network", "papers"):
        main = page_of(client, name, matter).content.decode().split('id="main"')[1]
        assert "<form" not in main.split("toast")[0], name
    # when it is opened again without a reason, then it stays closed
    url = reverse("desk:handling", args=[matter.case])
    assert client.post(url, {"do": "reopen", "reopening": " "}).status_code == 422
    with acting_as(officer, on=today):
        assert case_view(matter.case).closed_on == today
    # when with one
    assert client.post(url, {"do": "reopen", "reopening": "Palasi takaisin"}).status_code == 302
    # then it is open, the timeline tells why, and the log who
    page = page_of(client, "case", matter)
    assert page.context["events"][0].sentence == "Palasi takaisin"
    assert 'id="note"' in page.content.decode()
    assert LogRow.objects.filter(action="reopen_case", staff_id=officer.staff_id).count() == 1


@pytest.mark.slow
def test_a_case_opens_again_only_where_the_client_is_and_has_no_other(
    officer, coordinator, matter, naantali, today
):
    with acting_as(officer, on=today):
        close_case(case_id=matter.case, reason="moved_away")
        version = case_view(matter.case).version
        with pytest.raises(Stale):
            reopen_case(case_id=matter.case, reason="x", version=version - 1)
        open_case(person_id=matter.person, opened_because="other")
        with pytest.raises(Invalid) as taken:
            reopen_case(case_id=matter.case, reason="x", version=version)
    assert taken.value.field == "person"
    other = accepted(officer)
    with acting_as(officer, on=today):
        close_case(case_id=other.case, reason="moved_away")
        version = case_view(other.case).version
    with acting_as(coordinator, on=today):
        assert Person.objects.filter(pk=other.person).update(controller_id=naantali.id) == 1
    with acting_as(officer, on=today), pytest.raises(Invalid) as gone:
        reopen_case(case_id=other.case, reason="x", version=version)
    assert gone.value.field == "reopening"


@pytest.mark.slow
def test_of_a_client_who_has_moved_the_case_stays_to_be_read_without_a_name(
    officer, coordinator, neighbour, naantali, today
):
    # given a client whose row has moved to the register of another municipality
    matter = accepted(officer, names=Names(given_names="Muuttava", family_name="Esimerkki"))
    with acting_as(officer, on=today):
        close_case(case_id=matter.case, reason="moved_away")
    with acting_as(coordinator, on=today):
        assert Person.objects.filter(pk=matter.person).update(controller_id=naantali.id) == 1
    # then the former unit reads what happened, and can change nothing
    client = client_of(officer)
    for name in ("case", "network", "papers"):
        assert "Muuttava" not in page_of(client, name, matter).content.decode(), name
    page = page_of(client, "case", matter)
    assert "muutti pois" in page.content.decode()
    assert next(event.act for event in page.context["events"]) == "Asiakkuus päätettiin."
    refused = client.post(reverse("desk:case", args=[matter.case]), {"text": "x"})
    assert refused.status_code == 422
    assert "Asiakkuus on päätetty 24.11.2026" in refused.content.decode()
    # and the new unit does not see it
    assert client_of(neighbour).get(reverse("desk:case", args=[matter.case])).status_code == 404
