"""Signing in and out, and the demo's one-click roles."""
