"""The inbox: contacts that wait, oldest first, and those handled lately."""
