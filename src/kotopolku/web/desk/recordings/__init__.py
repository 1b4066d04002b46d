"""What kiosks say aloud: which steps are spoken in which languages, and recording them."""
