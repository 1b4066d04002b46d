"""Valtioneuvoston asetus kotoutumisen edistämisen kustannusten korvaamisesta valtion varoista 872/2024."""
