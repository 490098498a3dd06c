"""Courses, the items that are computed for them from the records, and what is practised, drawn and marked with them."""
