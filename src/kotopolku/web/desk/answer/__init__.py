"""What somebody without an account answered."""
