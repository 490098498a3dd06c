"""Studying in the terminal: the items of a course one at a time, and talks with customers, kept from day to day."""
