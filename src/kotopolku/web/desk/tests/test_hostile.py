"""Words meant to break a page: in every field and query parameter they are plain words, never a command or a script.

Django's test client lets an error of the program through as it is, so a page that fails fails the test. Every word
at every place is a long check; a few of them are tried at every page in the ordinary run.
"""

from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.urls import reverse, reverse_lazy
from tests.desk import accepted, being_assessed, client_of, contact_at, in_draft
from tests.html_forms import forms_on

SCRIPT = '"><script>alert(1)</script>'
HOSTILE = {
    "sql": "'; DROP TABLE person; --",
    "script": SCRIPT,
    "template": "{{ request.user.password }}{% load parts %}${7*7}",
    "path": "../../../../etc/passwd",
    "long": "x" * 100_000,
    "nul": "a\x00b",
    "minus": "--5",
    "digits": "9" * 5000,
    "digits20": "9" * 20,
    "direction": "\u202egnirts\u2066",
    "percent": "%s%(day)s%",
}
SAMPLE = ("script", "nul")
KINDS = [
    pytest.param(SAMPLE, id="sample", marks=pytest.mark.slow),
    pytest.param([kind for kind in HOSTILE if kind not in SAMPLE], id="all", marks=pytest.mark.deep),
]
WITHOUT_FORMS = {"contacts", "people", "today", "looks", "duplicates"}
#: Forms of the frame around every page: searched once, and a session that ends takes the rest of the test with it.
FRAME = {"sign_out": reverse_lazy("sign_out"), "find": reverse_lazy("desk:find")}
QUERIES = ("officer", "municipality", "show", "after", "q", "before", "key", "missing", "contact", "next")
PAGES = (
    "contact", "contact_new", "contacts", "people", "person_new", "find", "today", "own_settings", "case", "handling",
    "looks", "judge", "facts", "fact", "assessment", "plan_draft", "plan_accept", "plan", "duplicates",
)  # fmt: skip


def at(page, officer):
    """Return the address of a page, with a client of its own where the page is about one."""
    if page in {"plan_draft", "plan_accept"}:
        name = page.removesuffix("_draft")
        return reverse(f"desk:{name}", args=[in_draft(officer).plan])
    if page == "plan":
        return reverse("desk:plan", args=[accepted(officer).plan])
    if page == "contact":
        return reverse("desk:contact", args=[contact_at(officer)])
    if page == "assessment":
        return reverse("desk:assessment", args=[being_assessed(officer)[2]])
    if page in {"case", "handling", "looks", "judge", "facts", "fact"}:
        key = {"judge": "?key=assessment.judged_needed", "fact": "?key=residence.quota_refugee"}.get(page, "")
        return reverse(f"desk:{page}", args=[being_assessed(officer)[1]]) + key
    return reverse(f"desk:{page}")


def harmless(answer):
    """Whether the answer is one the program meant to give, without the script as a script."""
    page = answer.content.decode()
    assert not answer.headers.get("Location", "").startswith("/sign-in/")
    return answer.status_code < 500 and "<script>alert" not in page


def sent(client, form, text, *, everywhere):
    """Send a form and return the answers: its own and, where a script was taken, the page that shows it."""
    with transaction.atomic():
        answers = [client.post(form.action, form.filled(text, everywhere=everywhere))]
        if answers[0].status_code == 302 and text == SCRIPT:
            answers.append(client.get(answers[0].url))
        transaction.set_rollback(True)
    return answers


@pytest.mark.parametrize("kinds", KINDS)
@pytest.mark.parametrize("where", PAGES)
def test_hostile_words_in_every_field_of_a_page_are_plain_words(officer, coordinator, where, kinds):
    client = client_of(coordinator if where == "duplicates" else officer)
    url = at(where, officer)
    page = client.get(url).content.decode()
    tried = 0
    for form in forms_on(page, url=url, day="24.11.2026"):
        if form.action == FRAME["sign_out"] or (form.action == FRAME["find"] and where != "find"):
            continue
        tried += 1
        for kind in kinds:
            for everywhere in (False, True) if kind in SAMPLE else (False,):
                # when each field holds the words, or only the fields meant for words do
                for answer in sent(client, form, HOSTILE[kind], everywhere=everywhere):
                    # then the page answers as it answers any mistake
                    assert harmless(answer), (form.action, kind)
    assert tried or where in WITHOUT_FORMS


def asked(client, url, values):
    """The answers to the page asked with each value in every query parameter."""
    return [client.get(f"{url.partition('?')[0]}?{urlencode(dict.fromkeys(QUERIES, one))}") for one in values]


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.slow
def test_a_page_asked_with_a_script_or_a_nul_takes_it_as_words(officer, where):
    values = (SCRIPT, f"2026-11-24,{HOSTILE['nul']}", b"\xff\xfe")
    for answer in asked(client_of(officer), at(where, officer), values):
        assert harmless(answer)


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.deep
def test_hostile_words_in_every_query_parameter_are_plain_words(officer, where):
    client = client_of(officer)
    url = at(where, officer)
    for kind, text in HOSTILE.items():
        values = (text[:4000], f"2026-11-24,{text[:4000]}", f"{text[:4000]},1")
        for answer in asked(client, url, values):
            assert harmless(answer), kind
    for raw in ("%ff%fe", "%00", "%c0%ae", "%ed%a0%80", "%", "2026-11-24,%ff"):
        bad = "&".join(f"{name}={raw}" for name in QUERIES)
        assert harmless(client.get(f"{url.partition('?')[0]}?{bad}")), raw


@pytest.mark.slow
def test_the_words_are_kept_as_they_were_typed(officer):
    # given that the words are a note, which takes any
    _person, case, _assessment = being_assessed(officer)
    client = client_of(officer)
    url = reverse("desk:case", args=[case])
    for text in (HOSTILE["sql"], SCRIPT, HOSTILE["template"], HOSTILE["percent"]):
        assert client.post(url, {"text": text}).status_code == 302
    # then they are read back to the letter
    answer = client.get(url)
    assert harmless(answer)
    assert answer.content.decode().count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1
    assert "{{ request.user.password }}{% load parts %}${7*7}" in answer.content.decode()
    assert "%s%(day)s%" in answer.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind == "nul" else pytest.mark.deep) for kind in HOSTILE]
)
@pytest.mark.parametrize("where", ["assessment", "plan_draft"])
def test_a_draft_keeps_any_words_and_the_page_opens_again(officer, where, kind):
    client = client_of(officer)
    url = at(where, officer)
    for name in (
        "version",
        "held_on",
        "special_skills__words",
        "goals-TOTAL_FORMS",
        "long_goal",
        HOSTILE[kind][:300],
    ):
        assert client.post(f"{url}draft/", {name: HOSTILE[kind]}).status_code == 204, name
        assert harmless(client.get(url)), name


@pytest.mark.parametrize("body", [b"q=%ff%fe", b"q=\xff\xfe", b"q=%00", b"\x00\xff=\xff", b"&&&==="])
def test_a_search_that_is_no_text_finds_nothing(officer, body):
    answer = client_of(officer).post(
        reverse("desk:find"), data=body, content_type="application/x-www-form-urlencoded"
    )
    assert harmless(answer)
    assert answer.status_code in {200, 400}


@pytest.mark.parametrize(
    "path",
    ["/desk/cases/%00/", "/desk/cases/..%2f..%2fetc/", "/desk/cases/1/", "/desk/%ff/", "/desk/people/'--/"],
)
def test_an_address_that_is_none_is_not_found(officer, path):
    assert client_of(officer).get(path).status_code == 404
