"""What has left the house, the same in every room."""
