"""What a grant lets a partner read stands on its own page: of the employment authority, and of a provider."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.cases.actions import end_grant, grant_case
from kotopolku.cases.actions.granting import leave_to_read
from kotopolku.cases.models import Case, CaseGrant
from kotopolku.handovers.tests.stories import receiver_of
from kotopolku.people.actions import set_contact_details, set_non_disclosure
from kotopolku.people.entries import ContactEntry
from kotopolku.plans.models import Measure

pytestmark = pytest.mark.slow


@pytest.fixture
def matter(officer):
    found = accepted(officer)
    with acting_as(officer, on=TODAY):
        set_contact_details(
            person_id=found.person, entries=[ContactEntry(kind="phone", value="045 111 2233")]
        )
        plan = Measure.objects.filter(plan_id=found.plan).first()
        Measure.objects.create(
            controller_id=plan.controller_id, plan_id=found.plan, position=90, code="health_or_social_service",
            title="Perheneuvola", reason="x", responsible="county",
        )  # fmt: skip
    return found


@pytest.fixture
def turku(area):
    return worker(
        username="turku", name="Tuula Turku", at="turku", area="raisio", role=Role.EMPLOYMENT_CONTACT,
        covers=[],
    )  # fmt: skip


def open_to(officer, matter, **known) -> int:
    """Open the case on the officer's page."""
    page = reverse("desk:grants", args=[matter.case])
    assert client_of(officer).post(page, {"scope": "", "organisation": "", "reason": ""}).status_code == 422
    assert client_of(officer).post(page, {"reason": "Työnhaku alkaa.", **known}).status_code == 302
    with acting_as(officer, on=TODAY):
        return CaseGrant.objects.latest("pk").pk


def test_the_employment_authority_reads_assessment_and_plan_on_its_own_page_until_the_grant_ends(
    officer, turku, matter
):
    # given a case that the officer opens on the page of grants
    page, room = reverse("partner:case", args=[matter.case]), client_of(turku)
    assert room.get(page).status_code == 404
    grant = open_to(officer, matter, scope="employment_authority", organisation="turku")
    # when, then it stands on the first page, and the case is there to read
    assert page in room.get(reverse("partner:front")).content.decode()
    told = room.get(page).content.decode()
    for words in ("Rana Haddad", "045 111 2233", "Työnhaku alkaa.", "Perheneuvola", 'id="plan"'):
        assert words in told
    # and nothing can be written there
    assert "<textarea" not in told
    assert room.post(page, {"needs": "x"}).status_code == 404
    # when the client comes under an order, then no way to reach them is told
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=matter.person, in_force=True)
    assert "045 111 2233" not in room.get(page).content.decode()
    with acting_as(officer, on=TODAY):
        end_grant(grant_id=grant)
    assert room.get(page).status_code == 404


def test_a_former_authority_reads_the_plan_as_it_was_kept_in_its_own_time(officer, turku, matter):
    # given an authority whose responsibility ended today
    with acting_as(officer, on=TODAY):
        turku_id = turku.organisation_id
        leave_to_read(
            Case.objects.get(pk=matter.case), organisation_id=turku_id, rows_until=TODAY, reason="Palasi."
        )
        Measure.objects.filter(plan_id=matter.plan, position=0).update(title="Uusi kurssi")
    # when it reads on
    day = TODAY + timedelta(days=1)
    from kotopolku.cases.grants import granted_case
    from kotopolku.plans.granted import granted_plan

    with acting_as(turku, on=day):
        assert granted_case(matter.case).rows_until == TODAY
        plan = granted_plan(matter.case, hidden=False)
    # then it is the version of its last day, and not what has changed since
    assert plan.as_of is not None
    assert "Uusi kurssi" not in [one.title for one in plan.services]


def test_a_provider_reads_what_was_agreed_but_no_health_service_assessment_or_way_to_reach(officer, matter):
    # given
    teacher = receiver_of("opisto", "provider", "Raisio-opisto", Role.TEACHER)
    open_to(officer, matter, scope="provider", organisation="opisto")
    with acting_as(officer, on=TODAY):
        assert CaseGrant.objects.latest("pk").last_day == TODAY + timedelta(days=180)
        agreed = Measure.objects.filter(plan_id=matter.plan, position=0).get().title
    # when
    told = client_of(teacher).get(reverse("partner:case", args=[matter.case])).content.decode()
    # then
    assert "Rana Haddad" in told
    assert agreed in told
    for words in ("Perheneuvola", "045 111 2233", "Ompelee.", "blockquote"):
        assert words not in told


def test_a_school_of_a_municipality_reads_nothing_of_what_the_municipality_reads_as_the_former_unit(
    officer, neighbour, matter
):
    # given a case open to Naantali as the former unit, and a teacher of Naantali's own school
    teacher = worker(
        username="koulu", name="Olli Opettaja", at="naantali", area="raisio", role=Role.TEACHER, covers=[]
    )
    with acting_as(officer, on=TODAY):
        grant_case(case_id=matter.case, organisation="naantali", scope="former_unit", reason="Siirtyi.")
    # then Naantali's officer reads case and plan and is offered nothing to change in them
    room = client_of(neighbour)
    assert room.get(reverse("desk:case", args=[matter.case])).status_code == 200
    told = room.get(reverse("desk:plan", args=[matter.plan])).content.decode()
    assert 'id="plan"' in told
    assert told.count('<form method="post" action="/desk/') == 0
    assert reverse("desk:plan_review", args=[matter.plan]) not in told
    # and the teacher reads it neither by page nor through the walls
    assert client_of(teacher).get(reverse("partner:case", args=[matter.case])).status_code == 404
    with acting_as(teacher, on=TODAY):
        assert not Case.objects.exists()
        assert not CaseGrant.objects.exists()
