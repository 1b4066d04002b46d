"""The review list: duties that end soon or that nobody has looked at for long."""
