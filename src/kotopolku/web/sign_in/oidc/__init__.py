"""Signing in by the organisation's own OpenID Connect."""
