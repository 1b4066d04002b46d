"""One packet for a named person without any duty here."""
