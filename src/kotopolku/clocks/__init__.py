"""Määräajat: facts from the packages below go to the law, and due dates come back as rows that lists can read."""
