"""The jobseeker's page: who does what, and what a day of change brings."""

from django.test import Client


def test_the_services_are_divided_as_the_programme_divides_them(visitor: Client) -> None:
    html = visitor.get("/en/looking-for-work/").content.decode()
    theirs, ours = html.split('<h2 id="ours">')
    assert "City of Turku, employment authority" in theirs
    assert 'href="/en/services/plan/"' in theirs
    assert 'href="/en/services/monineuvo/"' in ours
    assert 'href="/en/services/plan/"' not in ours


def test_what_changes_is_told_with_its_section(visitor: Client) -> None:
    html = visitor.get("/en/looking-for-work/").content.decode()
    begins, ends = html[html.index('id="begins"') :].split('id="ends"')
    assert "the employment authority answers" in begins
    assert "your home municipality answers" in ends
    assert 'href="/en/law/681-2023/3/"' in begins
    assert 'href="/en/law/681-2023/3/"' in ends
