"""The card for danger: whom to call and what to say first. It records nothing."""
