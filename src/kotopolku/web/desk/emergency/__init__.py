"""Open the file of a client whom one does not see, in an emergency."""
