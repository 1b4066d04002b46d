"""Kirjeet: outbox (lähtevät viestit), templates, papers, files, and notices to staff."""
