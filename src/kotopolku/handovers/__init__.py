"""Luovutukset: packets to others and their answers, moves of responsibility and of the client, placements."""
