"""Migrations of the plans app."""
