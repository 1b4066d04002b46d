"""Tests of the shared look; none of them needs a database."""
