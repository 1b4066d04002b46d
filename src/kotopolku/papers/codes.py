"""Koodit: what a paper is and how it arrived."""

KINDS = ("decision", "statement", "certificate", "letter", "form", "other")
WAYS = ("post", "brought", "secure_mail", "email", "photographed", "other")

#: Pages of one paper, each a picture or a PDF of its own.
MOST_FILES = 10
