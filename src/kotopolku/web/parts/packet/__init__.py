"""A packet as its sender and its receiver see it: the same words and the same table."""
