"""What the national repository asks of one client (874/2024): what to copy, and what stands there already."""
