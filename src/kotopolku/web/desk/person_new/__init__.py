"""Registering a new client, after looking whether the person is known already."""
