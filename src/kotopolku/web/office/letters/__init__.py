"""Sent messages, as the office sees them."""
