"""Laki kotoutumisen edistämisestä 681/2023, in force from 2025-01-01: one file a section."""
