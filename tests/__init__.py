"""Tests that no single room owns, and what all tests stand on: database, browser, cast."""
