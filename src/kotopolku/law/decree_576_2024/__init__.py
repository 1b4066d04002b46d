"""Valtioneuvoston asetus monikielisestä yhteiskuntaorientaatiosta 576/2024."""
