"""Receipts: only for codes that we have given."""

import pytest
from django.test import Client

from kotopolku.languages.codes import by_code
from kotopolku.web.public.receipt.view import to_receipt


def test_a_given_code_is_shown_in_the_language_of_the_address(visitor: Client) -> None:
    address = to_receipt("K7RF-3MXD", kind="request", language=by_code("ar")).headers["Location"]
    html = visitor.get(address).content.decode()
    assert '<bdi dir="ltr">K7RF-3MXD</bdi>' in html
    assert 'dir="rtl"' in html


@pytest.mark.parametrize("signed", ["K7RF-3MXD", "K7RF-3MXD~forged", "~"])
def test_an_invented_code_is_not_found(visitor: Client, signed: str) -> None:
    assert visitor.get(f"/fi/received/contact/{signed}/").status_code == 404


def test_another_kind_of_receipt_is_not_found(visitor: Client) -> None:
    address = to_receipt("K7RF-3MXD", kind="contact", language=by_code("fi")).headers["Location"]
    assert visitor.get(address.replace("/contact/", "/decision/")).status_code == 404
