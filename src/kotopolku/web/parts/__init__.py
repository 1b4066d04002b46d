"""The shared look: base templates, components, template tags, stylesheet, scripts, icons, fonts."""
