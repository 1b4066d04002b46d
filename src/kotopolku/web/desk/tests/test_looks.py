"""Every page that shows somebody leaves a trace of it, and a protected client's whereabouts are on no page."""

from datetime import date

import pytest
from django.urls import reverse
from tests.desk import Matter, accepted, client_of, in_draft, set_targets

from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.people.entries import ContactEntry, Names
from kotopolku.plans.tests.stories import opened

PHONE, STREET, EMAIL = "0401234567", "Salakuja 7", "salattu@example.org"
#: The pages about one client, by route and the thing their address names.
SHOWING = [
    ("person", "person"),
    ("case", "case"),
    ("handling", "case"),
    ("looks", "case"),
    ("judge", "case"),
    ("facts", "case"),
    ("assessment", "assessment"),
    ("plan", "plan"),
    ("plan_accept", "plan"),
    ("plan_paper", "plan"),
]


@pytest.fixture
def rana(officer) -> Matter:
    return in_draft(officer)


def seen_since(row_id, staff_id):
    """Return the persons of the looks that this staff member's requests left after a row."""
    rows = LogSeen.objects.filter(
        row__gt=row_id, row__staff_id=staff_id, row__kind__in=["look", "list", "search"]
    )
    return set(rows.values_list("person_id", flat=True))


def last_row():
    return LogRow.objects.order_by("-id").values_list("id", flat=True).first() or 0


@pytest.mark.slow
@pytest.mark.parametrize(("name", "thing"), SHOWING)
def test_a_page_about_somebody_logs_that_they_were_looked_at(rana, colleague, name, thing):
    client = client_of(colleague)
    before = last_row()
    # when a page about the client is opened
    answer = client.get(reverse(f"desk:{name}", args=[getattr(rana, thing)]))
    # then the log says who saw whom, from which page
    assert answer.status_code in {200, 302}
    assert seen_since(before, colleague.staff_id) == {rana.person}
    rows = LogRow.objects.filter(id__gt=before, seen__person_id=rana.person)
    assert {row.route for row in rows} == {f"desk:{name}"}


def test_the_page_of_one_fact_logs_a_look(rana, colleague):
    client = client_of(colleague)
    before = last_row()
    answer = client.get(reverse("desk:fact", args=[rana.case]), {"key": "residence.quota_refugee"})
    assert answer.status_code == 200
    assert seen_since(before, colleague.staff_id) == {rana.person}


@pytest.mark.parametrize("name", ["today", "people", "find"])
def test_a_list_logs_everybody_it_shows_in_one_row(area, officer, colleague, name):
    # given two clients of the municipality who have waited long
    set_targets(area.id)
    both = [
        opened(officer, on=date(2026, 8, 3), names=Names(given_names=name, family_name="Suomi"))[0]
        for name in ("Mina", "Nour")
    ]
    client = client_of(colleague)
    before = last_row()
    # when they are listed or found
    url = reverse(f"desk:{name}")
    answer = client.post(url, {"q": "suomi"}) if name == "find" else client.get(url, {"officer": "all"})
    page = answer.content.decode()
    # then both are on the page and in the log
    assert "Mina" in page
    assert "Nour" in page
    assert seen_since(before, colleague.staff_id) == set(both)
    assert LogRow.objects.filter(id__gt=before, kind__in=["list", "search"]).count() == 1


def test_likenesses_beside_a_contact_are_logged(rana, colleague):
    before = last_row()
    # given a contact about somebody of a name like the client's
    page = client_of(colleague).get(reverse("desk:contact", args=[rana.contact])).context
    # then everybody the page proposes is in the log
    proposed = {one["id"] for one in page["similar"]}
    assert seen_since(before, colleague.staff_id) == proposed


@pytest.mark.slow
def test_the_words_of_a_search_are_never_in_the_log(rana, officer):
    client = client_of(officer)
    # when somebody is looked for by words of every kind
    for words in ("Zyxwvu", "14.2.1994", "010190-939Y", "2026-98765", "rana Zyxwvu"):
        assert client.post(reverse("desk:find"), {"q": words}).status_code == 200
    client.get(reverse("desk:find"), {"q": "Zyxwvu"})
    client.get(reverse("desk:people"), {"q": "Zyxwvu", "after": "Zyxwvu"})
    # then no row of the log holds any of them
    texts = " ".join(str(row) for row in LogRow.objects.values_list())
    assert LogRow.objects.filter(kind="search").count() >= 4
    for words in ("Zyxwvu", "1994", "939P", "98765"):
        assert words.lower() not in texts.lower()


@pytest.fixture
def protected(officer) -> list[Matter]:
    """Two matters of people with a non-disclosure order: a plan in force and one in draft."""
    known = {
        "non_disclosure": True,
        "contact_details": [
            ContactEntry(kind="phone", value=PHONE),
            ContactEntry(kind="address", value=STREET),
            ContactEntry(kind="email", value=EMAIL),
        ],
    }
    return [
        accepted(officer, names=Names(given_names="Salla", family_name="Suojattu"), **known),
        in_draft(officer, names=Names(given_names="Sami", family_name="Suojattu"), **known),
    ]


def pages_of(matters, coordinator):
    """Yield (what, HTML) of every page of the desk where a protected client can be seen."""
    client = client_of(coordinator)
    for matter in matters:
        for name, thing in SHOWING:
            yield name, client.get(reverse(f"desk:{name}", args=[getattr(matter, thing)]))
        yield "contact", client.get(reverse("desk:contact", args=[matter.contact]))
        yield "fact", client.get(f"{reverse('desk:fact', args=[matter.case])}?key=residence.quota_refugee")
    for name in ("today", "people"):
        filters = ["", *(str(one) for one in coordinator.controllers), "hidden", "-1"]
        for chosen in filters:
            for officer in ("", "all"):
                yield (
                    name,
                    client.get(
                        reverse(f"desk:{name}"),
                        {"municipality": chosen, "officer": officer, "show": "coming"},
                    ),
                )
    for words in ("suoj", "14.2.1994", "Salla Suojattu"):
        yield "find", client.post(reverse("desk:find"), {"q": words})
    yield (
        "person_new",
        client.post(
            reverse("desk:person_new"),
            {"given_names": "Salla", "family_name": "Suojattu", "birth_date": "14.2.1994", "source": "person"}
            | {"municipality": coordinator.controllers[0]},
        ),
    )
    yield "contacts", client.get(reverse("desk:contacts"))
    yield "duplicates", client.get(reverse("desk:duplicates"))


@pytest.mark.slow
def test_no_page_tells_where_a_protected_client_is(protected, coordinator):
    seen = set()
    for name, answer in pages_of(protected, coordinator):
        assert answer.status_code in {200, 302, 422}, name
        page = answer.content.decode()
        seen |= {name} if "Suojattu" in page else set()
        for secret in (PHONE, STREET, EMAIL):
            assert secret not in page, (name, secret)
    # then the pages did show the clients, so that what is missing was hidden
    assert {"case", "facts", "assessment", "plan", "today", "people", "find", "person_new"} <= seen


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["case", "facts", "handling", "assessment", "plan", "plan_accept", "plan_paper"]
)
def test_the_municipality_of_a_protected_client_is_on_no_page_about_them(protected, coordinator, name):
    # given a coordinator for several municipalities, so that the frame of the page names none of them
    client = client_of(coordinator)
    thing = dict(SHOWING)[name]
    for matter in protected:
        answer = client.get(reverse(f"desk:{name}", args=[getattr(matter, thing)]))
        if answer.status_code == 302:
            continue  # a plan in force is not accepted a second time
        page = answer.content.decode()
        main = page[page.index("<main") : page.index("</main>")]
        # then the page itself does not say whose client it is; the letterhead names the area, which is everybody's
        assert "Raisio" not in main.replace("Raision seutu", "")


@pytest.mark.slow
def test_a_protected_client_is_in_no_municipality_s_list(protected, coordinator):
    client = client_of(coordinator)
    for chosen in coordinator.controllers:
        for name in ("people", "today"):
            page = client.get(reverse(f"desk:{name}"), {"municipality": chosen}).content.decode()
            assert "Suojattu" not in page, name
    hidden = client.get(reverse("desk:people"), {"municipality": "hidden"}).content.decode()
    assert hidden.count("Suojattu") >= 2
    rows = hidden[hidden.index("<table") : hidden.index("</table>")]
    assert "Raisio" not in rows
