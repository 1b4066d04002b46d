"""Papers are registered on arrival, kept behind the walls of the case, taken out under a neutral name, and logged."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import Image
from tests.walls import sees

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Closed, Invalid, NotFound, Stale
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import close_case, grant_case
from kotopolku.cases.queries import timeline
from kotopolku.papers.actions import number_paper, register_paper, void_paper
from kotopolku.papers.entries import PaperEntry
from kotopolku.papers.queries import content_of, paper_view, papers_of
from kotopolku.people.actions import set_non_disclosure
from kotopolku.people.models import Person
from kotopolku.plans.tests.stories import opened

TODAY = date(2026, 11, 24)
DECISION = PaperEntry(
    kind="decision", title="Oleskelulupapäätös", sender="Migri", way="brought", arrived_on=TODAY
)


def picture() -> bytes:
    """A picture that tells where it was taken."""
    image, out = Image.new("RGB", (8, 8), "white"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Martinkatu 8, Raisio"
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def case(officer):
    return opened(officer, on=TODAY)


def test_a_paper_is_registered_with_its_pictures_drawn_afresh_and_taken_out_under_a_neutral_name(
    officer, case
):
    with acting_as(officer, on=TODAY):
        paper = register_paper(case_id=case[1], entry=DECISION, files=[picture(), picture()])
        view = paper_view(paper)
        assert [one.number for one in view.files] == [1, 2]
        content = content_of(view.files[1].id)
        assert content.name == f"asiakirja-{str(paper)[:8]}-2.jpg"
        assert b"Martinkatu" not in content.data
        assert Image.open(io.BytesIO(content.data)).size == (8, 8)
        (event,) = timeline(case[1], kind="document").events
        assert (event.code, event.params["paper"]) == ("paper_arrived", str(paper))
    # and that the file was taken out is in the log, about the client
    row = LogRow.objects.get(kind="export")
    assert (row.subject, row.subject_id) == ("paper_file", str(view.files[1].id))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "x"}, "kind"),
        ({"way": ""}, "way"),
        ({"title": " "}, "title"),
        ({"sender": ""}, "sender"),
        ({"arrived_on": TODAY + timedelta(days=1)}, "arrived_on"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_what_from_whom_how_and_when_must_be_said(officer, case, changes, field):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        register_paper(case_id=case[1], entry=replace(DECISION, **changes))
    assert fault.value.field == field


def test_a_file_that_may_not_come_in_leaves_no_paper_behind(officer, case):
    with acting_as(officer, on=TODAY):
        for files in ([b"MZ a program"], [b""], [picture()] * 11):
            with pytest.raises(Invalid) as fault:
                register_paper(case_id=case[1], entry=DECISION, files=files)
            assert fault.value.field == "file"
        assert papers_of(case[1]) == ()


def test_the_municipality_s_own_numbers_can_come_later_and_a_mistake_is_voided(officer, case):
    with acting_as(officer, on=TODAY):
        paper = register_paper(case_id=case[1], entry=DECISION, files=[picture()])
        number_paper(paper_id=paper, diary_number="RAI/123/2026", decision_number="§ 45")
        entry = paper_view(paper).entry
        assert (entry.diary_number, entry.decision_number) == ("RAI/123/2026", "§ 45")
        void_paper(paper_id=paper, reason="Väärä asiakas")
        view = paper_view(paper)
        assert (view.void_reason, view.files) == ("Väärä asiakas", ())
        for act in (
            lambda: void_paper(paper_id=paper, reason="x"),
            lambda: number_paper(paper_id=paper, diary_number="1", decision_number=""),
        ):
            with pytest.raises(Stale):
                act()


def test_papers_are_behind_the_walls_of_the_case_and_stay_where_they_came(
    officer, colleague, coordinator, stranger, neighbour, county_worker, naantali, case
):
    with acting_as(officer, on=TODAY):
        paper = register_paper(case_id=case[1], entry=DECISION, files=[picture()])
        file = paper_view(paper).files[0].id
        grant_case(case_id=case[1], organisation="varha", scope="county_part", reason="x")
    for other in (stranger, neighbour, county_worker):
        assert sees(other, "paper", on=TODAY) + sees(other, "paper_file", on=TODAY) == 0
        with acting_as(other, on=TODAY), pytest.raises(NotFound):
            content_of(file)
    # when the client moves within the area, then the paper stays with the register that received it
    with acting_as(coordinator, on=TODAY):
        assert Person.objects.filter(pk=case[0]).update(controller_id=naantali.id) == 1
    assert sees(colleague, "paper_file", on=TODAY) == 1
    assert sees(neighbour, "paper_file", on=TODAY) == 0


def test_the_sender_of_a_protected_client_s_paper_is_hidden(officer, case):
    with acting_as(officer, on=TODAY):
        register_paper(case_id=case[1], entry=replace(DECISION, sender="Naantalin kaupunki"))
        set_non_disclosure(person_id=case[0], in_force=True)
    with acting_as(officer, on=TODAY):
        (view,) = papers_of(case[1])
    assert (view.hidden, view.entry.sender) == (True, "")


def test_papers_of_a_closed_case_are_locked(officer, case):
    with acting_as(officer, on=TODAY):
        paper = register_paper(case_id=case[1], entry=DECISION)
        close_case(case_id=case[1], reason="declined")
    for act in (
        lambda: register_paper(case_id=case[1], entry=DECISION),
        lambda: number_paper(paper_id=paper, diary_number="1", decision_number=""),
        lambda: void_paper(paper_id=paper, reason="x"),
    ):
        with acting_as(officer, on=TODAY), pytest.raises(Closed):
            act()
