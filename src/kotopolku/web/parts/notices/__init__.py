"""Notices to staff, the same in every room."""
