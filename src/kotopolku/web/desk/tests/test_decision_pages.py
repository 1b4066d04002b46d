"""A refusal is decided on a page, given out as a letter in two languages, and its delivery counted from."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.plans.tests.stories import opened

TYPED = {
    "number": "RAI/123/2026",
    "requested_on": "20.11.2026",
    "provisions": ["681/2023 14.1(4)"],
    "reasons": "Palvelun tarvetta ei ole: asiakas osaa suomea ja on työssä.",
    "authority": "Raision kaupunki",
    "address": "PL 100, 21201 Raisio",
    "contact": "Aino Kettunen, 02 434 3111",
}


@pytest.mark.slow
def test_a_refusal_is_made_given_out_and_delivered(officer):
    # given
    case = opened(officer, on=TODAY, periods=[])[1]
    client = client_of(officer)
    url = reverse("desk:decisions", args=[case])
    # when a reason is missing, the form comes back as typed
    missing = client.post(url, TYPED | {"reasons": ""})
    assert missing.status_code == 422
    assert "RAI/123/2026" in missing.content.decode()
    # when it is whole
    made = client.post(url, TYPED)
    assert made.status_code == 302
    letter = client.get(made["Location"].replace("/one/", "/file/"))
    # then the letter is a file without a name in its own name
    assert letter["Content-Type"] == "application/pdf"
    assert "paatos.pdf" in letter["Content-Disposition"]
    # and the day of delivery gives the last day for rectification
    assert client.post(made["Location"], {"way": "ordinary_letter", "on": "24.11.2026"}).status_code == 302
    assert "31.12.2026" in client.get(made["Location"]).content.decode()
    assert "RAI/123/2026" in client.get(url).content.decode()
