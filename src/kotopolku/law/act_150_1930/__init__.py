"""Laki säädettyjen määräaikain laskemisesta 150/1930: how statutory times are counted."""
