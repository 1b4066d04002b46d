"""Käyttämättä jätetyn ajan maksu (KotoL 32 a §): told at booking, heard before, decided with reasons, invoiced once."""
