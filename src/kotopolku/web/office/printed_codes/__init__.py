"""Sheets of printed one-time codes for staff without a work phone."""
