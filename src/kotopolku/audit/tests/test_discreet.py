"""Whatever goes wrong with whatever somebody typed, the server's log names the page and the line, and nobody."""

import copy
import io
import logging.config

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

SECRET = "Haddad"


def fails(request: HttpRequest) -> HttpResponse:
    """A page with a fault whose message and cause hold what was typed."""
    try:
        raise IntegrityError(f"DETAIL: Key (name)=({request.POST['name']}) already exists.")
    except IntegrityError as fault:
        raise RuntimeError(f"could not save {request.POST['name']}") from fault


urlpatterns = [path("fails/", fails, name="fails"), path("", include("kotopolku.urls"))]


@pytest.fixture
def log():
    """What the program's own logging writes, as the settings have it."""
    stream, wanted = io.StringIO(), copy.deepcopy(settings.LOGGING)
    wanted["handlers"]["stderr"]["stream"] = stream
    wanted["root"]["level"] = "INFO"
    logging.config.dictConfig(wanted)
    try:
        yield stream
    finally:
        logging.config.dictConfig(settings.LOGGING)


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_fault_is_logged_by_its_place_without_what_was_typed(log):
    answer = Client(raise_request_exception=False).post("/fails/?q=Haddad", {"name": "Rana Haddad"})
    assert answer.status_code == 500
    written = log.getvalue()
    assert "RuntimeError" in written
    assert "IntegrityError" in written
    assert "test_discreet.py" in written
    assert "500 at fails" in written
    assert SECRET not in written


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/fi/Haddad/", "/Haddad/?q=Haddad", "/desk/people/Haddad/", "/fi/services/haddad/"]
)
def test_an_address_that_does_not_exist_is_not_repeated(log, address):
    Client().post(address, {"name": "Rana Haddad"})
    assert SECRET.lower() not in log.getvalue().lower()


@pytest.mark.django_db
def test_a_form_from_elsewhere_and_a_strange_host_are_logged_without_their_words(log):
    Client(enforce_csrf_checks=True).post("/fi/for-authorities/contact/?q=Haddad", {"subject_name": "Haddad"})
    Client().get("/fi/", headers={"host": "haddad.example"})
    assert "403 at public:contact-form" in log.getvalue()
    assert SECRET.lower() not in log.getvalue().lower()


def test_an_exception_that_another_handler_has_written_out_is_not_copied(log):
    try:
        raise ValueError("Rana Haddad")
    except ValueError as fault:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "failed", (), (ValueError, fault, fault.__traceback__)
        )
    record.exc_text = "ValueError: Rana Haddad"
    logging.getLogger().handle(record)
    assert "failed" in log.getvalue()
    assert SECRET not in log.getvalue()
