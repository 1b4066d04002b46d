"""Hallintolaki 434/2003: interpretation and notice, as far as the integration services need them."""
