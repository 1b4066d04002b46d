"""The thinnest whole journey through the desk's pages, without a browser: contact, client, assessment, plan."""

from datetime import date

import pytest
from django.urls import reverse
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.cases.actions import receive_contact
from kotopolku.cases.interview_topics import TOPICS

TODAY = date(2026, 11, 24)
TOLD = ["aims_of_services", "plan_process", "binding_nature_rights_duties", "personal_data"]


def typed(topics=TOPICS):
    """Answers that cover every topic of the interview, as the form sends them."""
    data = {}
    for topic in topics.values():
        for group in topic.required:
            asked = topic.by_name[group[-1]]
            name = f"{topic.code}__{asked.name}"
            if asked.kind in {"choice", "choices"}:
                data[name] = asked.choices[1][0]
            elif asked.kind == "yes_no":
                data[name] = "yes"
            else:
                data[name] = "kädentaidot"
        data[f"{topic.code}__source"] = "person"
    return data


def contact(municipality_id):
    with acting_as(ANYBODY, on=TODAY):
        receive_contact(
            kind="authority",
            municipality_id=municipality_id,
            subject_name="Rana Al-Khatib",
            sender_organisation="Varhan neuvola",
            consent=True,
            consent_on=TODAY,
            need_seen=True,
            subject_birth_date=date(1994, 2, 14),
            subject_language="ar",
        )


def start_page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer


def register(client, contact_id, municipality_id):
    answer = client.post(
        reverse("desk:person_new"),
        {
            "contact": contact_id,
            "given_names": "Rana",
            "family_name": "Al-Khatib",
            "municipality": municipality_id,
            "mother_tongue": "ar",
            "interpreting": "ar",
            "status_kind": "residence_permit",
            "granted_on": "12.3.2025",
            "valid_until": "11.3.2027",
            "legal_basis": "family_tie",
            "home_care_from": "1.6.2026",
            "birth_date": "14.2.1994",
            "source": "person",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    return answer.url


def assess(client, case_url):
    answer = client.post(f"{case_url}assessment/")
    url = answer.url
    page = start_page(client, url)
    sent = {
        **typed(),
        "version": page.context["view"].version,
        "held_on": "24.11.2026",
        "channel": "office",
        "language": "ar",
    }
    answer = client.post(url, sent)
    assert answer.status_code == 302, [form.errors for form in answer.context["failed"]]
    refused = client.post(
        f"{url}conclude/", {"version": 2, "outcome": "", "outcome_reason": "", "next_step": ""}
    )
    assert refused.status_code == 422
    assert len(refused.context["refused"]) == 3 + len(TOLD)
    told = {
        "items": TOLD,
        "told_language": "ar",
        "understood_how": "Kertoi omin sanoin, mitä suunnitelma on.",
    }
    assert client.post(f"{url}told/", told).status_code == 302
    version = start_page(client, url).context["view"].version
    done = {
        "version": version,
        "outcome": "plan_needed",
        "outcome_reason": "Haluaa oppia suomea ja lastenhoitajaksi.",
        "next_step": "Suunnitelma tehdään heti.",
    }
    answer = client.post(f"{url}conclude/", done)
    assert answer.status_code == 302, answer.context["refused"]
    return url


def plan(client, case_url):
    url = client.post(f"{case_url}plan/").url
    view = start_page(client, url).context["view"]
    sent = {
        "version": view.version,
        "made_on": "24.11.2026",
        "ends_on": "24.11.2027",
        "long_goal": "Työ lastenhoitajana päiväkodissa",
        "follow_up": "Soitamme kuukauden päästä.",
        "goals-TOTAL_FORMS": "2",
        "goals-INITIAL_FORMS": "0",
        "goals-0-code": "working_life_readiness",
        "goals-0-text": "Puhun suomea arjessa",
        "goals-1-code": "employment",
        "measures-TOTAL_FORMS": "1",
        "measures-INITIAL_FORMS": "0",
        "measures-0-code": "integration_training",
        "measures-0-reason": "",
        "measures-0-responsible": "provider",
    }
    assert client.post(url, sent).status_code == 302
    refused = client.post(
        f"{url}accept/", {"version": 2, "how": "oral", "language": "ar", "understood_how": "Kertoi."}
    )
    assert refused.status_code == 422
    assert [line.anchor for line in refused.context["refused"]] == ["id_measures-0-reason"]
    view = start_page(client, url).context["view"]
    sent |= {
        "version": view.version,
        "measures-0-id": view.measures[0].id,
        "measures-0-reason": "Suomen kieli on lastenhoitoalan opintojen ehto.",
    }
    assert client.post(url, sent).status_code == 302
    view = start_page(client, url).context["view"]
    how = {"version": view.version, "how": "oral", "language": "ar", "understood_how": "Kertoi omin sanoin."}
    answer = client.post(f"{url}accept/", how)
    assert answer.status_code == 302, (answer.context["refused"], answer.context["form"].errors)
    return url


@pytest.mark.slow
def test_an_officer_goes_from_a_contact_to_an_accepted_plan(officer, raisio):
    # given a contact from an authority that anybody may have sent
    contact(raisio.id)
    client = client_of(officer)
    today = start_page(client, reverse("desk:today"))
    assert "Varhan neuvola" in today.content.decode()
    inbox = start_page(client, reverse("desk:contacts"))
    contact_url = inbox.context["table"].rows[0][0].url
    assert start_page(client, contact_url).context["is_section_9"]
    # when the client is registered, assessed, and a plan is made
    case_url = register(client, contact_url.rstrip("/").rsplit("/", 1)[1], raisio.id)
    page = start_page(client, case_url)
    assert page.context["open_card"].question
    assert page.context["open_card"].answer == "yes"
    assess(client, case_url)
    url = plan(client, case_url)
    # then it is in force, its services owe a referral and its review has a day
    view = start_page(client, url).context["view"]
    assert view.state == "accepted"
    assert view.next_review_due == date(2027, 5, 24)
    measure = view.measures[0]
    sent = {"measure": measure.id, "referred_on": "24.11.2026", "referred_to": "Raisio-opisto"}
    assert client.post(f"{url}referral/", sent).status_code == 302
    for name in ("handling", "looks", "judge", "facts"):
        start_page(client, f"{case_url}{name}/")
    start_page(client, f"{url}paper/")
    start_page(client, f"{case_url}judge/?key=assessment.needs_county_coordination")
    start_page(client, f"{case_url}facts/one/?key=residence.quota_refugee")
    start_page(client, reverse("desk:people"))
    start_page(client, reverse("desk:own_settings"))
    found = client.post(reverse("desk:find"), {"q": "kha ran"})
    assert [row.name for row in found.context["rows"]] == ["Rana Al-Khatib"]


@pytest.mark.slow
def test_a_talk_that_is_not_finished_is_saved_with_what_was_said(officer, raisio):
    # given an assessment begun for a client
    contact(raisio.id)
    client = client_of(officer)
    inbox = start_page(client, reverse("desk:contacts"))
    contact_id = inbox.context["table"].rows[0][0].url.rstrip("/").rsplit("/", 1)[1]
    case_url = register(client, contact_id, raisio.id)
    url = client.post(f"{case_url}assessment/").url
    # when one topic is answered and the form is sent with every field, as a browser sends it
    sources = {f"{code}__source": "person" for code in TOPICS}
    answer = client.post(url, {**sources, "version": 1, "literacy__mother_tongue": "fluently"})
    # then it is kept, and nothing is said of the topics nobody spoke about
    assert answer.status_code == 302
    topics = {one.code: one for one in start_page(client, url).context["view"].topics}
    assert topics["literacy"].answer == {"mother_tongue": "fluently", "source": "person"}
    assert topics["life_situation"].answer == {}
