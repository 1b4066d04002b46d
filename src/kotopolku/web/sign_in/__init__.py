"""Signing in, one's own ways of signing in and sessions: for staff of every room, and for paired devices."""
