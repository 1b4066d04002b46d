"""Book a time by oneself: a time is shown before anything is asked, and two fields are enough."""
