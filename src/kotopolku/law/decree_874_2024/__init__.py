"""Valtioneuvoston asetus kotoutumisen tietovarantoon tallennettavista tiedoista 874/2024."""
