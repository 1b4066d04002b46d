"""The mail server's address is read with care, its password never shown, its certificate always checked."""

import subprocess

import pytest

from kotopolku.letters.mailer import TryLater, WrongMailAddress, deliver, mailer_from
from kotopolku.letters.tests.conftest import SENDER, Mailbox


def test_an_address_is_read_with_its_port_user_and_way_of_encryption():
    mailer = mailer_from("smtp://koto:s%40lainen@mail.example:2525?starttls=1", sender=SENDER)
    assert (mailer.host, mailer.port, mailer.user, mailer.password) == (
        "mail.example",
        2525,
        "koto",
        "s@lainen",
    )
    assert (mailer.starttls, mailer.implicit_tls) == (True, False)
    assert mailer_from("smtps://mail.example", sender=SENDER).port == 465
    assert mailer_from("smtp://mail.example", sender=SENDER).port == 587


def test_the_password_shows_in_no_representation():
    mailer = mailer_from("smtp://koto:salainen@mail.example", sender=SENDER)
    assert "salainen" not in f"{mailer!r} {mailer!s} {[mailer]}"


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("mail.example", SENDER),
        ("http://koto:salainen@mail.example", SENDER),
        ("smtp://koto:salainen@", SENDER),
        ("smtp://koto:salainen@mail.example:many", SENDER),
        ("smtp://koto:salainen@mail.example", ""),
        ("smtp://koto:salainen@mail.example", "a@b\nBcc: c@d"),
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_telling_the_secret(url, sender):
    with pytest.raises(WrongMailAddress) as refused:
        mailer_from(url, sender=sender)
    assert "salainen" not in str(refused.value)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A key and a certificate for 127.0.0.1 that only we trust."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key"), "-out", str(folder / "crt")],
        check=True,
        capture_output=True,
    )  # fmt: skip
    (folder / "both").write_bytes((folder / "key").read_bytes() + (folder / "crt").read_bytes())
    return folder


@pytest.fixture
def encrypted(certificate, tmp_path):
    server = Mailbox(tmp_path, "--certificate", str(certificate / "both"))
    try:
        yield server
    finally:
        server.stop()


def hand_over(url):
    return deliver(
        mailer_from(url, sender=SENDER),
        letter_id="x",
        to="a@b.example",
        subject="Aihe",
        body="…",
        language="fi",
    )


@pytest.mark.slow
def test_a_letter_goes_encrypted_to_a_server_whose_certificate_is_trusted(encrypted, certificate):
    hand_over(f"smtp://127.0.0.1:{encrypted.port}?starttls=1&ca={certificate / 'crt'}")
    assert len(encrypted.letters()) == 1


def test_a_server_whose_certificate_nobody_trusts_gets_nothing(encrypted):
    with pytest.raises(TryLater, match="tls CERTIFICATE_VERIFY_FAILED"):
        hand_over(f"smtp://127.0.0.1:{encrypted.port}?starttls=1")
    assert encrypted.letters() == []
