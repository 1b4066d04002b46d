"""Hand-overs at the desk: a new packet, one packet, and the panel of the case page."""
