"""An area that has decided about its advice."""

import pytest

from kotopolku.advice.models import AdviceRules
from kotopolku.advice.settings import write

TOPICS = (
    ("benefits", {"fi": "Kela ja etuudet"}, {"fi": "asumistuki"}),
    ("housing", {"fi": "Asuminen"}, {"fi": "vuokra"}),
    ("letters", {"fi": "Kirje tai päätös selitetty"}, {"fi": "mitä siinä lukee"}),
    ("other", {"fi": "Muu"}, {"fi": "jokin muu"}),
)


@pytest.fixture
def advice_rules(area):
    stored = write(topics=TOPICS, keys={"raisio": "R", "naantali": "N"})
    return AdviceRules.objects.create(area_id=area.id, stored=stored)
