"""The list of services: ours first, other authorities' as theirs."""

from django.test import Client


def test_seven_services_stand_in_the_order_of_the_programme(visitor: Client) -> None:
    html = visitor.get("/fi/services/").content.decode()
    codes = ("assessment", "plan", "orientation", "training", "other-training", "guidance", "monineuvo")
    places = [html.index(f'href="/fi/services/{code}/"') for code in codes]
    assert places == sorted(places)


def test_another_authority_s_service_names_its_owner(visitor: Client) -> None:
    html = visitor.get("/en/services/").content.decode()
    theirs = html[html.index('id="others"') :]
    for owner in ("City of Turku, employment authority", "Varha", "Kela", "Migri"):
        assert owner in theirs
    assert "/en/services/" not in theirs[: theirs.index("<footer")]
