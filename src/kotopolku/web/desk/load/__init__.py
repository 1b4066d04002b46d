"""The coordinator's view of who has how much, and moving cases from one officer to another."""
