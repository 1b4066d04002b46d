"""The second step of signing in: a code, or a passkey."""
