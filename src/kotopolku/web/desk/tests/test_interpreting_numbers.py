"""The pages of a colleague's interpreting: the coordinator's leave, the choice at a time, the year in numbers."""

from datetime import timedelta
from decimal import Decimal

from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.appointments import actions
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.tests.conftest import asked, at, case, office  # noqa: F401
from kotopolku.audit.acting import acting_as

ARABIC = KnownLanguage(language="ar", speaks=True, for_counsel=True)


def test_the_coordinator_lets_a_colleague_interpret_and_the_officer_chooses_them(
    officer,
    colleague,
    coordinator,
    case,  # noqa: F811
):
    with acting_as(coordinator, on=TODAY):
        set_staff_languages(staff_id=colleague.staff_id, languages=[ARABIC])
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, language="ar", kind="assessment_14"))
    client, time = client_of(officer), reverse("desk:interpreting", args=[made])
    sent = {"act": "colleague", "colleague": colleague.staff_id}
    assert "Tai kollega tulkkaa" not in client.get(time).content.decode()
    assert client.post(time, sent).status_code == 422
    boss, leaves = client_of(coordinator), reverse("desk:interpreter_leaves")
    assert boss.post(leaves, {"staff": ""}).status_code == 422
    assert boss.post(leaves, {"staff": colleague.staff_id}).status_code == 302
    assert colleague.name in boss.get(leaves).content.decode()
    assert client.get(leaves).status_code == 404
    assert "Tai kollega tulkkaa" in client.get(time).content.decode()
    assert client.post(time, sent).status_code == 302
    page = client.get(time).content.decode()
    assert "Kollega tulkkaa" in page
    assert "Tilaa tulkki" not in page
    assert client.post(time, {"act": "release"}).status_code == 302
    assert "Tilaa tulkki" in client.get(time).content.decode()
    assert boss.post(leaves, {"end": colleague.staff_id}).status_code == 302
    assert "Kenelläkään ei ole lupaa" in boss.get(leaves).content.decode()


def test_the_year_in_numbers_tells_cost_by_case_type_and_who_pays(officer, case):  # noqa: F811
    client = client_of(officer)
    numbers = reverse("desk:interpreting_costs")
    assert "Tänä vuonna ei ole tilattu tulkkia" in client.get(numbers).content.decode()
    with acting_as(officer, on=TODAY):
        agency = actions.add_interpreter(
            entry=InterpreterEntry(name="Tulkit", email="t@example.org", languages=("ar",), is_agency=True)
        )
        orders = []
        for hour in (10, 12):
            made = actions.book(entry=asked(officer, case_id=case, language="ar", starts_at=at(hour)))
            orders.append(
                actions.order_interpreter(
                    appointment_id=made, entry=OrderEntry(interpreter_id=agency, language="ar")
                )
            )
            actions.record_interpreter_answer(order_id=orders[-1], comes=True)
    with acting_as(officer, on=TODAY + timedelta(days=3)):
        actions.close_interpreting(
            order_id=orders[0], how="done", minutes=60, cost=Decimal("81.5"), funding="own"
        )
        actions.close_interpreting(order_id=orders[1], how="late", quality="poor")
    page = client.get(numbers).content.decode()
    assert "81,50" in page
    assert "Raisio" in page
    assert "kunta</" in page.replace("\n", "")
    assert "puuttuvat summista" in page
    assert client.get(numbers + "?year=2025").status_code == 200
    assert client.get(numbers + "?year=%00").status_code == 200
