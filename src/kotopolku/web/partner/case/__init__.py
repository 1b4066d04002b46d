"""A client whose case the municipality has opened to the partner's organisation, a part of it, for a time."""
