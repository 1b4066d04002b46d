"""Laki digitaalisten palvelujen tarjoamisesta 306/2019: identification and accessibility feedback."""
