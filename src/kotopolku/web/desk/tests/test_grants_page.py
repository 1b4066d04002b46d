"""Who outside sees a case stands on one page, where a grant can be ended at once."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import being_assessed, client_of, in_draft
from tests.walls import sees

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import grant_case
from kotopolku.people.actions import set_non_disclosure


@pytest.mark.slow
def test_the_page_names_who_sees_the_case_and_ends_a_grant_at_once(officer, neighbour, stranger):
    # given a case granted to the county and, as to the former unit, to Naantali
    matter = in_draft(officer)
    with acting_as(officer, on=TODAY):
        grant_case(case_id=matter.case, organisation="varha", scope="county_part", reason="Yhteinen arvio.")
        former = grant_case(
            case_id=matter.case, organisation="naantali", scope="former_unit", reason="Siirtyi."
        )
    page, client = reverse("desk:grants", args=[matter.case]), client_of(officer)
    told = client.get(page).content.decode()
    assert all(words in told for words in ("Varha", "Naantali", "Yhteinen arvio.", "Aino Kettunen"))
    assert sees(neighbour, "case", on=TODAY) == 1
    # when one is ended
    assert client.post(page, {"grant": former}).status_code == 302
    # then it stands among the former ones and opens nothing
    assert sees(neighbour, "case", on=TODAY) == 0
    assert "Nähnyt aiemmin" in client.get(page).content.decode()
    assert client.post(page, {"grant": former}).status_code == 404
    assert client_of(stranger).get(page).status_code == 404


@pytest.mark.slow
def test_a_former_unit_is_offered_nothing_to_change_in_a_draft_of_its_time(officer, neighbour):
    # given an assessment that is being made, and a former unit that reads it
    case, assessment = being_assessed(officer)[1:3]
    page = reverse("desk:assessment", args=[assessment])
    with acting_as(officer, on=TODAY):
        grant_case(case_id=case, organisation="naantali", scope="former_unit", reason="Siirtyi.")
    # when both open it, then only the officer gets a form
    assert "<textarea" in client_of(officer).get(page).content.decode()
    told = client_of(neighbour).get(page).content.decode()
    assert "<textarea" not in told
    assert f'action="{page}' not in told


@pytest.mark.slow
def test_a_municipality_that_would_tell_where_a_protected_client_lives_is_not_named(officer):
    matter = in_draft(officer)
    with acting_as(officer, on=TODAY):
        grant_case(case_id=matter.case, organisation="naantali", scope="former_unit", reason="Siirtyi.")
        set_non_disclosure(person_id=matter.person, in_force=True)
    for page in ("desk:grants", "desk:case"):  # the list of grants, and the timeline that tells of them
        told = client_of(officer).get(reverse(page, args=[matter.case])).content.decode()
        assert "Siirtyi." in told
        assert "Naantali" not in told
