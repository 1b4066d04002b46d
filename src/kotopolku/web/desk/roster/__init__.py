"""Who is where in the week with which languages, and outreach days: asked for, answered, announced, counted."""
