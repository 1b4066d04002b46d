"""Standing in: who is away until when, and which colleague has their dates and notices meanwhile."""
