"""Choosing a password of one's own."""
