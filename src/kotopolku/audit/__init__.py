"""Who saw, changed and handed over what (lokitiedot, 906/2019 17 §): rows are added, never altered."""
