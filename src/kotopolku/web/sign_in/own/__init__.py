"""One's own ways of signing in, and one's sessions."""
