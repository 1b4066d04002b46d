"""What is being typed into a free text of the desk, kept for its writer until it is saved."""
