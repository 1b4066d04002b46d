"""Proving oneself again before something that needs it."""
