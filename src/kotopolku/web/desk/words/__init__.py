"""How the desk says the law's questions, answers, facts and codes: an experienced colleague's sentences (ui.md §7)."""
