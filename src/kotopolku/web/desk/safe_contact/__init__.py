"""How a client may be reached safely: which way, when, whether a message may be left, whose name is said."""
