"""The receivers of hand-overs, for the tests of this package."""

from kotopolku.handovers.tests.stories import mentors, other_teacher, teacher, turku

__all__ = ["mentors", "other_teacher", "teacher", "turku"]
