"""The desk of officers and advisers: today, people, contacts, cases, assessments, plans."""
