"""The receivers of hand-overs, for the tests of this package."""

from kotopolku.handovers.tests.stories import county_worker, mentors, other_teacher, teacher, turku

__all__ = ["county_worker", "mentors", "other_teacher", "teacher", "turku"]
