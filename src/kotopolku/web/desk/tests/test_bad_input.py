"""What cannot be right is answered with a sentence at its field and the form as typed; nothing is half written."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext, override
from tests.cast import TODAY
from tests.desk import being_assessed, client_of, contact_at, in_draft

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import close_contact, save_assessment
from kotopolku.cases.entries import Setting
from kotopolku.people.entries import Names
from kotopolku.plans.actions import save_plan
from kotopolku.plans.entries import PlanIn
from kotopolku.plans.tests.stories import GOALS, MEASURES, registered

CODE = "140294-946D"
TAKEN = "Somebody in the area already has this identity code. Ask the coordinator to bring the data together."
TABLES = (
    "person",
    "name_token",
    "identifier",
    "person_language",
    "fact",
    "contact_detail",
    '"case"',
    "event",
)


def written(*actors):
    """Return how many rows each of the tables of people and cases holds, as those who act see them together."""
    found = {}
    for actor in actors:
        with acting_as(actor, on=TODAY), connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"SELECT count(*) FROM {table}")
                found[actor.name, table] = cursor.fetchone()[0]
    return found


def new_client(municipality, **typed):
    return {
        "given_names": "Mahdi",
        "family_name": "Zyxwvu",
        "municipality": municipality,
        "mother_tongue": "ar",
        "phone": "0401112223",
        "source": "person",
        **typed,
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("identity_code", "140294-946E", None),
        ("identity_code", "320294-946D", None),
        ("identity_code", "hetu puuttuu", None),
        ("birth_date", "31.2.1994", "There is no day %(day)s in that month: it has %(last)s days."),
        (
            "birth_date",
            "14.13.1994",
            "Month %(month)s does not exist. Write the day first, for example 14.2.1994.",
        ),
        ("birth_date", "25.11.2026", "The day may not be later than %(day)s."),
        (
            "valid_until",
            "eilen",
            "“%(text)s” is not a date. Write day, month and year, for example 14.2.1994.",
        ),
    ],
)
def test_a_value_that_cannot_be_is_answered_at_its_field(officer, raisio, field, text, sentence):
    client = client_of(officer)
    before = written(officer)
    # when a new client is sent with one value that cannot be
    typed = new_client(raisio.id, **{field: text})
    answer = client.post(reverse("desk:person_new"), typed)
    # then one sentence stands at that field, in the officer's language
    assert answer.status_code == 422
    faults = answer.context["form"].errors
    assert list(faults) == [field]
    values = {"day": 31, "last": 28, "month": 13, "text": text}
    if text == "25.11.2026":
        values["day"] = "24.11.2026"
    with override("fi"):
        said = gettext(sentence) % values if sentence else faults[field][0]
    assert faults[field] == [said]
    page = answer.content.decode()
    assert f'id="id_{field}"' in page
    assert 'aria-invalid="true"' in page
    # and the form stands as it was typed, and nothing was written
    for value in ("Mahdi", "Zyxwvu", "0401112223", text):
        assert f'value="{value}"' in page
    assert written(officer) == before


@pytest.mark.slow
def test_a_plan_longer_than_the_law_allows_is_not_accepted(officer):
    matter = in_draft(officer)
    with acting_as(officer, on=TODAY):
        save_plan(
            plan_id=matter.plan,
            version=2,
            plan=PlanIn(ends_on=TODAY.replace(year=2036), follow_up="Puhelu joka kuukausi."),
            goals=GOALS,
            measures=MEASURES,
        )
    # when a plan of ten years is accepted
    how = {"version": 3, "how": "oral", "language": "ar", "understood_how": "Kertoi omin sanoin."}
    answer = client_of(officer).post(reverse("desk:plan_accept", args=[matter.plan]), how)
    # then the law's reason leads to the field, what was typed stands, and the plan is a draft still
    assert answer.status_code == 422
    assert "id_ends_on" in {line.anchor for line in answer.context["refused"]}
    assert "Kertoi omin sanoin." in answer.content.decode()
    assert answer.context["view"].state == "draft"


@pytest.mark.slow
def test_the_code_of_somebody_elses_client_is_refused_without_telling_whose(
    officer, neighbour, coordinator, raisio
):
    # given a client of the neighbour in the same area
    registered(
        neighbour,
        on=TODAY,
        names=Names(given_names="Aisha", family_name="Qwerty"),
        birth_date=None,
        identity_code=CODE,
    )
    client = client_of(officer)
    before = written(officer, neighbour)
    # when the officer registers the same code a second time
    typed = new_client(raisio.id, identity_code=CODE)
    answer = client.post(reverse("desk:person_new"), typed)
    # then the sentence is the one that tells nothing
    assert answer.status_code == 422
    with override("fi"):
        assert answer.context["form"].errors == {"identity_code": [gettext(TAKEN)]}
        assert gettext(TAKEN) != TAKEN
    page = answer.content.decode()
    for told in ("Aisha", "Qwerty", "Naantali", neighbour.name):
        assert told not in page
    assert f'value="{CODE}"' in page
    assert written(officer, neighbour) == before
    # and the log holds the refusal, without the code
    row = LogRow.objects.get(result="refused")
    assert (row.staff_id, row.subject) == (officer.staff_id, "identity_code")
    assert CODE not in str(list(LogRow.objects.values_list()))
    # and the coordinator finds it on the list, and can close it
    boss = client_of(coordinator)
    listed = boss.get(reverse("desk:duplicates")).context["reports"]
    assert [(one["name"], officer.name in one["who"]) for one in listed] == [("Aisha Qwerty", True)]
    done = {"report": listed[0]["id"], "outcome": "Sama ihminen."}
    assert boss.post(reverse("desk:duplicates"), done).status_code == 302
    assert boss.get(reverse("desk:duplicates")).context["reports"] == []


@pytest.mark.slow
def test_ones_own_client_is_found_by_the_code_and_not_doubled(officer, raisio):
    registered(officer, on=TODAY, birth_date=None, identity_code=CODE)
    before = written(officer)
    typed = new_client(raisio.id, identity_code=CODE)
    # when the likeness is shown first, and then denied
    first = client_of(officer).post(reverse("desk:person_new"), typed)
    second = client_of(officer).post(reverse("desk:person_new"), typed | {"none_of_these": "on"})
    # then there is still one client with the code
    assert (first.status_code, [one["name"] for one in first.context["similar"]]) == (422, ["Rana Haddad"])
    assert (second.status_code, list(second.context["form"].errors)) == (422, ["identity_code"])
    assert written(officer) == before


@pytest.mark.slow
def test_nobody_is_registered_when_the_case_cannot_be_opened(officer, raisio):
    # given a contact that a colleague closes while the officer types
    contact = contact_at(officer, subject_name="Mahdi Zyxwvu")
    client = client_of(officer)
    with acting_as(officer, on=TODAY):
        close_contact(contact_id=contact, outcome="guided_onward", note="Neuvottu puhelimessa.")
    before = written(officer)
    # when the client is registered from it
    answer = client.post(reverse("desk:person_new"), new_client(raisio.id, contact=contact))
    # then either both the person and the case are there, or neither
    after = written(officer)
    grown = {table: after[who, table] - before[who, table] for who, table in after}
    assert grown["person"] == grown['"case"']
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    assert 'value="Zyxwvu"' in answer.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("do", ["take", "verify", "join", "close"])
def test_acting_on_a_contact_that_somebody_else_has_closed_leads_to_what_became_of_it(officer, do):
    person, _case, _assessment = being_assessed(officer)
    contact = contact_at(officer)
    with acting_as(officer, on=TODAY):
        close_contact(contact_id=contact, outcome="guided_onward", note="Neuvottu puhelimessa.")
    url = reverse("desk:contact", args=[contact])
    typed = {"do": do, "person": person, "outcome": "no_need", "note": "Ei tarvetta."}
    answer = client_of(officer).post(url, typed)
    # then the page shows what became of it
    assert answer.status_code == 409
    assert answer.context["contact"].row.outcome == "guided_onward"
    assert f"{officer.name} on jo käsitellyt tämän yhteydenoton" in answer.content.decode()


@pytest.mark.slow
def test_a_stale_assessment_is_answered_409_and_keeps_what_was_typed(officer, colleague):
    _person, _case, assessment = being_assessed(officer)
    url = reverse("desk:assessment", args=[assessment])
    client = client_of(officer)
    opened_with = client.get(url).context["view"].version
    # given that a colleague saves in between
    with acting_as(colleague, on=TODAY):
        save_assessment(assessment_id=assessment, version=opened_with, setting=Setting(channel="office"))
    # when the officer saves the older form
    typed = {"version": opened_with, "special_skills__words": "Osaa neuloa villasukkia", "language": "ar"}
    answer = client.post(url, typed)
    # then it is not written over, the text stands in the form, and it is there after a reload too
    assert answer.status_code == 409
    assert "Osaa neuloa villasukkia" in answer.content.decode()
    assert client_of(colleague).get(url).context["view"].channel == "office"
    assert "Osaa neuloa villasukkia" not in client_of(colleague).get(url).content.decode()
    assert "Osaa neuloa villasukkia" in client.get(url).content.decode()
    # and both stand side by side, each with the choice that loses nothing
    sides = {one.name: (one.saved, one.mine, one.choice) for one in answer.context["differences"]}
    assert sides["channel"] == ("toimistossa", "(tyhjä)", "saved")
    assert sides["special_skills__words"] == ("(tyhjä)", "Osaa neuloa villasukkia", "mine")
    # so that saving what was chosen keeps the work of both
    chosen = {f"keep__{name}": choice for name, (_saved, _mine, choice) in sides.items()}
    seen = answer.context["view"].version
    assert client.post(url, typed | chosen | {"seen": seen}).status_code == 302
    after = client_of(colleague).get(url).context["view"]
    assert after.channel == "office"
    assert "Osaa neuloa villasukkia" in str(after.topics)


@pytest.mark.slow
def test_a_stale_plan_is_answered_409_and_keeps_what_was_typed(officer, colleague):
    matter = in_draft(officer)
    url = reverse("desk:plan", args=[matter.plan])
    client = client_of(officer)
    opened_with = client.get(url).context["view"].version
    with acting_as(colleague, on=TODAY):
        plan = PlanIn(long_goal="Kollegan tavoite")
        save_plan(plan_id=matter.plan, version=opened_with, plan=plan, goals=GOALS, measures=MEASURES)
    # when the officer saves the older form
    typed = {
        "version": opened_with,
        "long_goal": "Oma leipomo Raisioon",
        "goals-TOTAL_FORMS": "1",
        "goals-INITIAL_FORMS": "0",
        "goals-0-code": "employment",
        "measures-TOTAL_FORMS": "0",
        "measures-INITIAL_FORMS": "0",
    }
    answer = client.post(url, typed)
    # then the colleague's plan stands, and the officer's text is in the form and after a reload
    assert answer.status_code == 409
    assert "Oma leipomo Raisioon" in answer.content.decode()
    assert client_of(colleague).get(url).context["view"].long_goal == "Kollegan tavoite"
    assert "Oma leipomo Raisioon" in client.get(url).content.decode()
    again = answer.context["forms"].plan.data["version"]
    assert client.post(url, typed | {"version": again}).status_code == 302
