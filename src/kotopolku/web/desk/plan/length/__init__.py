"""How long the plan may last (23, 31 §): obstacles and grounds for extension, the new last day shown beforehand."""
