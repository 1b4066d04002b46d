"""The readable document: all chapters, who made it, where it stands."""

import re

from django.test import Client

from kotopolku.programme.tests.samples import facts


def test_the_document_has_all_its_chapters_and_a_way_to_each(visitor: Client) -> None:
    html = visitor.get("/fi/programme/").content.decode()
    targets = re.findall(r'<li><a href="#([\w-]+)">', html)
    assert len(targets) == 18
    assert [target for target in targets if f'id="{target}"' not in html] == []


def test_who_prepared_and_who_coordinates_are_shown(visitor: Client) -> None:
    html = visitor.get("/en/programme/").content.decode()
    assert "City of Raisio business and employment services" in html
    assert "together with a network of other actors" in html
    for name in ("Raisio", "Naantali", "Mynämäki", "Masku", "Rusko"):
        assert re.search(rf"<dt><bdi>{name}</bdi></dt><dd>not started", html)


def test_the_deviation_from_the_final_test_is_told_with_its_reason(visitor: Client) -> None:
    html = visitor.get("/en/programme/").content.decode()
    chapter = html[html.index('id="training"') : html.index('id="other-training"')]
    assert "departs from the law" in chapter
    assert "13 § 1 mom. 6 k" in chapter


def test_means_of_follow_up_and_own_rules_are_listed(visitor: Client) -> None:
    html = visitor.get("/en/programme/").content.decode()
    follow = html[html.index('id="follow-up-means"') : html.index('id="own-rules"')]
    assert "regional commission on immigration and multiculturalism" in follow
    assert html.count('class="own-rule"') == len(facts()["own_rules"])
    assert "Sample information: the area has not confirmed it yet." in html
