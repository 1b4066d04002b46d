"""A client whose case the municipality has opened to the county for taking part."""
