"""Laki kotoutumisen edistämisestä 1386/2010, repealed from 2025-01-01; alive for the plans that began under it."""
