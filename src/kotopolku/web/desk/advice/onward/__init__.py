"""Onward guidance: whom a visitor is guided to, told, called together or handed over, and the slip they take along."""
