"""Organisations and their periods, staff, duties (time-boxed rights), sign-in, an area's settings."""
