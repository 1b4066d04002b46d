"""Papers that arrive: registered on arrival, with a file or without, from a computer or a phone's camera."""
