"""The client list: by name, narrowed by municipality, in pages that stay fast."""
