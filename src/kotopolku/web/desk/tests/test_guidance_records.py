"""A visit to advice as a record of the national system (874/2024 4 §): by consent, where it is needed, marked."""

import json

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, being_assessed, client_of

from kotopolku.advice.actions import give_slip, guide_on, log_visit, name_visit, withdraw_name
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceRules
from kotopolku.advice.onward import OnwardEntry
from kotopolku.advice.settings import write
from kotopolku.audit.acting import acting_as
from kotopolku.people.actions import set_non_disclosure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("advice_rules")]

VISIT = VisitEntry(
    place="martinkatu",
    channel="walk_in",
    interpreter="own_language",
    lives="not_asked",
    minutes="up_to_15",
    outcome="guided",
    topics=("benefits",),
    language="ar",
)


@pytest.fixture
def advice_rules(area):
    stored = write(topics=(("benefits", {"fi": "Kela ja etuudet"}, {"fi": "asumistuki"}),), keys={})
    AdviceRules.objects.create(area_id=area.id, stored=stored)


@pytest.mark.slow
def test_a_visit_named_by_consent_is_recorded_only_where_it_is_needed(officer):
    # given a client with nothing finished, and a visit to advice joined to them by their consent (874/2024 4 §)
    person, case, _assessment = being_assessed(officer)
    with acting_as(officer, on=TODAY):
        visit = log_visit(entry=VISIT)
        guide_on(visit_id=visit.pk, entry=OnwardEntry(to="other:kela", way="told"))
        named = name_visit(person_id=person, code=give_slip(visit_id=visit.pk), consent_how="spoken")
    client, address = client_of(officer), reverse("desk:records", args=[case])
    # then its needs, where the client was guided and the consent are there to copy, not marked
    (card,) = client.get(address).context["cards"]
    told = dict(card.pairs)
    assert (card.kind, card.mark) == ("guidance", None)
    assert {"Todetut palvelutarpeet", "Ohjattu", "Asiakkaan suostumus"} <= told.keys()
    # when it is marked without a need, then it is refused, and with one it stands as recorded on … by …
    sent = {"kind": "guidance", "record": str(named)}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"reason": "Kurssipaikan haku jatkuu."}).status_code == 302
    page = client.get(address)
    assert page.context["cards"][0].mark.by_name in page.content.decode()
    found = json.loads(client.get(reverse("desk:records_file", args=[case])).content)["guidance"]
    assert found[0]["guided_to"] == [{"to": "other:kela", "way": "told"}]
    assert found[0]["recorded"] == {"on": TODAY.isoformat(), "by": officer.name}
    # and a second mark is refused, the first taken back
    assert client.post(address, sent | {"reason": "Uudestaan"}).status_code == 422
    assert client.post(address, {"undo_guidance": named}).status_code == 302
    assert client.get(address).context["cards"][0].mark is None
    # and who takes the consent back is told of no more
    with acting_as(officer, on=TODAY):
        withdraw_name(named_id=named)
    assert client.get(address).context["cards"] == []


@pytest.mark.slow
def test_of_a_protected_clients_visit_only_days_and_codes_are_given(officer):
    matter = accepted(officer)
    with acting_as(officer, on=TODAY):
        visit = log_visit(entry=VISIT)
        guide_on(visit_id=visit.pk, entry=OnwardEntry(to="other:kela", way="told"))
        name_visit(person_id=matter.person, code=give_slip(visit_id=visit.pk), consent_how="spoken")
        set_non_disclosure(person_id=matter.person, in_force=True)
    answer = client_of(officer).get(reverse("desk:records_file", args=[matter.case]))
    (found,) = json.loads(answer.content)["guidance"]
    assert (found["on"], found["guided_to"], found["author"], found["source"]) == (
        TODAY.isoformat(),
        [],
        "",
        "",
    )
