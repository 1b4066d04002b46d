"""One's own settings: language of the pages and single-letter keys."""
