"""Valtioneuvoston asetus osaamisen ja kotoutumisen palvelutarpeen arvioinnista 869/2024."""
