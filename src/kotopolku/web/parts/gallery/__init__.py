"""One page that shows every component in its states."""
