"""The receivers of hand-overs, on the day of the cast."""

import pytest

from kotopolku.handovers.tests.stories import mentors, other_teacher, teacher, turku

__all__ = ["mentors", "other_teacher", "teacher", "turku"]


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())
