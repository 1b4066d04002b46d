"""Nobody is told where a protected person lives: not by any page, filter, group, total or difference of them.

Every route of the staff's rooms is walked with the ids of a protected family, every filter with each of its values and
each beside the municipality, in two worlds in which the family lives in different municipalities. A page that joins the
map of addresses is walked too.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS
from kotopolku.letters.models import Letter
from kotopolku.letters.wording import TEMPLATES
from kotopolku.people.actions import open_masked
from tests.asking import differences, in_both, outside_answers
from tests.cast import TODAY
from tests.database import pointed_at, rolled_back
from tests.two_worlds import CONTACT_ADDRESS, PHONE, SECRETS, World, world_and_its_twin

pytestmark = pytest.mark.slow

INSIDERS = ("officer", "coordinator", "adviser")
NO_NAMES = tuple(role.value for role in ROOMS if role.value not in INSIDERS)
#: Who sees names, who sees none and who is not signed in are walked in every run, the others in the deep one.
SAMPLE = {"officer", "contact_person", "visitor"}
#: What may be put into a letter: when, what to open or type, who works; never anything of a client's home.
IN_LETTERS = frozenset(
    {
        "address",
        "answer",
        "answer_by",
        "authority",
        "clock",
        "code",
        "contact",
        "day",
        "from_clock",
        "language",
    }
    | {"link", "place", "time", "times", "to_clock", "topic", "where", "wish"}
)
WHERE_IT_SHOWS = ("desk:today", "desk:people", "desk:contacts", "desk:case", "desk:contact")


def deep_but_sample(names: Iterable[str], *, end: str = "") -> list[Any]:
    return [
        pytest.param(f"{one}{end}", marks=() if one in SAMPLE else pytest.mark.deep, id=one) for one in names
    ]


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture(scope="module")
def _unblocked(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def world(_unblocked: None, database_server: Any, worker_id: str) -> Iterator[World]:
    with world_and_its_twin(database_server, f"world_{worker_id}") as found:
        yield found


def telling(said: dict[str, str], *words: str) -> dict[str, str]:
    """Which answers hold one of the words; the words of a search stand on its own page."""
    pages = {asked: page for asked, page in said.items() if not asked.startswith("FIND")}
    return {asked: word for asked, page in pages.items() for word in words if word in page}


def assert_alike(one: dict[str, str], other: dict[str, str]) -> None:
    told = differences(one, other)
    assert not told, "\n".join(f"{asked}: {parts}" for asked, parts in list(told.items())[:10])


@pytest.mark.parametrize("who", deep_but_sample(INSIDERS))
def test_a_duty_for_the_whole_area_is_answered_alike_wherever_the_family_lives(database_server, world, who):
    # when an insider of every municipality asks everything in both worlds
    one, other = in_both(database_server, world, world.workers[who])
    # then the answers are the same to the last letter, and none holds a secret
    assert_alike(one, other)
    assert telling(one, *SECRETS) == {}
    # and the filters were really tried, and the family was there to be seen
    assert len([asked for asked in one if "municipality=" in asked]) > 12
    assert "Al-Jabiri" in one[f"GET {reverse('desk:case', args=[world.mother.case])}"]
    assert "Al-Jabiri" in one[f"GET {reverse('desk:appointment', args=[world.mother.appointment])}"]
    assert "Al-Jabiri" in one[f"GET {reverse('desk:fees')}"]
    assert "Al-Jabiri" in one[f"GET {reverse('desk:fee', args=[world.missed])}"]
    hidden = [
        page for asked, page in one.items() if "/desk/people/?" in asked and "municipality=hidden" in asked
    ]
    assert any("Al-Jabiri" in page for page in hidden)


@pytest.mark.parametrize("who", deep_but_sample(["visitor", *ROOMS], end="_elsewhere"))
def test_an_outsider_is_told_nothing_at_all(database_server, world, who):
    # when somebody whose duty is for another municipality, or nobody's, asks everything in both worlds
    one, other = in_both(database_server, world, world.workers.get(who))
    # then nothing differs, and neither address, telephone, name nor municipality is in any answer (a municipality's
    # number may stand in any random id; that it tells nothing is seen by the two worlds' being alike)
    assert_alike(one, other)
    assert telling(one, *SECRETS, "Al-Jabiri") == {}
    # the office names every municipality where it speaks of users and their duties, and of nobody's home
    # and the log of advice and the plan of outreach days offer each as a choice
    elsewhere = ("/office/", "/desk/advice/", "/desk/outreach/")
    clients = {asked: page for asked, page in one.items() if not any(word in asked for word in elsewhere)}
    assert telling(clients, "Raisio", "Naantali") == {}


def test_files_are_taken_of_every_list_a_filter_gives(database_server, world):
    # when the officer's list is asked for with every filter
    one, _other = in_both(database_server, world, world.workers["officer"], deep=2, only=["desk:people"])
    # then it was taken along as each kind of file, by the municipality and by the hidden ones' group
    files = [asked for asked in one if asked.startswith("FILE ")]
    for part in ("as=csv", "as=xlsx", f"municipality={world.places['raisio']}", "municipality=hidden"):
        assert any(part in asked for asked in files), part
    # and what is in the cells was read
    assert any("Al-Jabiri" in one[asked] and "as=xlsx" in asked for asked in files)


def test_a_link_and_a_public_page_tell_nothing_to_somebody_without_a_session(database_server, world):
    # when every link with its secret and every public page is asked for in both worlds
    said = []
    for name in world.databases:
        with rolled_back(database_server, name):
            said.append(outside_answers(world, Client()))
    # then they are alike and hold nothing of the family, and the links were really open
    assert_alike(*said)
    assert telling(said[0], *SECRETS, CONTACT_ADDRESS, "Al-Jabiri") == {}
    for route, secret in world.links.items():
        args = ["fi", secret] if route.startswith("public:") else [secret]
        assert said[0][f"GET {reverse(route, args=args)}"].startswith("200"), route


def test_the_receiver_of_a_packet_reads_the_names_and_not_where_they_live(database_server, world):
    # given a school to which the mother was handed over with her home place and contacts ticked
    one, other = in_both(database_server, world, world.receiver)
    # then
    assert_alike(one, other)
    assert telling(one, *SECRETS) == {}
    page = one[f"GET {reverse('partner:packet', args=[world.mother.packet])}"]
    assert "Al-Jabiri" in page
    assert [word for word in ("Raisio", "Naantali") if word in page] == []


def test_no_letter_that_was_written_tells_and_no_template_has_a_place_for_it(database_server, world):
    # given all that was written about the family
    with pointed_at(database_server, world.databases[0]), acting_as(world.everywhere, on=TODAY):
        letters = list(Letter.objects.values_list("template", "subject", "body"))
    # then the interpreter's letter is there, and none says where they live
    assert {"interpreter_order"} <= {template for template, _subject, _body in letters}
    for template, subject, body in letters:
        for word in (*SECRETS, CONTACT_ADDRESS, "Al-Jabiri", "Raisio", "Naantali"):
            assert word not in subject + body, (template, word)
    # and whatever template comes later, its values are of these kinds
    for code, template in TEMPLATES.items():
        assert template.params <= IN_LETTERS, code


@pytest.mark.parametrize("who", deep_but_sample(NO_NAMES))
def test_who_sees_no_names_for_the_whole_area_learns_nothing_of_one_person(database_server, world, who):
    one, other = in_both(database_server, world, world.workers[who])
    assert_alike(one, other)
    assert telling(one, *SECRETS, "Al-Jabiri") == {}


@pytest.mark.deep
def test_an_opening_shows_the_data_on_the_pages_of_the_one_person_and_nowhere_else(database_server, world):
    # given an officer who has opened the mother's data in both worlds
    actor = world.workers["officer"]
    for name in world.databases:
        with pointed_at(database_server, name), acting_as(actor, on=TODAY):
            open_masked(person_id=world.mother.person, reason="reach", words="Soitan ajasta.")
    try:
        # when everything is asked
        one, other = in_both(database_server, world, actor, deep=1)
        beside = in_both(database_server, world, world.workers["coordinator"], deep=0)
    finally:
        _hide_again(database_server, world)
    # then only pages about her differ, and they do
    case, facts = (reverse(name, args=[world.mother.case]) for name in ("desk:case", "desk:facts"))
    contacts = [reverse("desk:contact", args=[one]) for one in (world.waiting, world.mother.contact)]
    mine = {f"{method} {url}" for method in ("GET", "POST") for url in (case, facts, *contacts)}
    differing = {asked.partition("?")[0] for asked in differences(one, other)}
    assert differing <= mine
    assert {f"GET {url}" for url in (case, *contacts)} <= differing
    assert {asked.partition("?")[0] for asked in telling(one, *SECRETS)} <= mine
    assert PHONE in one[f"GET {case}"]
    assert PHONE in one[f"GET {facts}"]
    # and to everybody else they are as hidden as before
    assert_alike(*beside)


def _hide_again(server: Any, world: World) -> None:
    from kotopolku.people.actions import close_masked

    for name in world.databases:
        with pointed_at(server, name), acting_as(world.workers["officer"], on=TODAY):
            close_masked(person_id=world.mother.person)


@pytest.mark.deep
@pytest.mark.usefixtures("_unblocked")
def test_without_the_order_the_two_worlds_are_told_apart_so_the_walk_is_sharp(database_server, worker_id):
    # given the same family without an order
    with world_and_its_twin(database_server, f"open_world_{worker_id}", protected=False) as world:
        one, other = in_both(database_server, world, world.workers["officer"], deep=1, only=WHERE_IT_SHOWS)
    # then lists, filters, the inbox, the case and the contact tell where they live
    told = {asked.partition("?")[0] for asked in differences(one, other)}
    for name in WHERE_IT_SHOWS[:3]:
        assert f"GET {reverse(name)}" in told, name
    assert f"GET {reverse('desk:case', args=[world.mother.case])}" in told
    assert f"GET {reverse('desk:contact', args=[world.waiting])}" in told
    assert telling(one, PHONE)
