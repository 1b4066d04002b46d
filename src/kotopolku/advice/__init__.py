"""Monineuvo (neuvonta, KotoL 10 §): the log of advice, anonymous by default; no eligibility is asked for here."""
